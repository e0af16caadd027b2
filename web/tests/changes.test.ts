import { describe, expect, it } from 'vitest';
import { named_coders, reading_list } from '../src/agreement';
import { changes_in_words } from '../src/changes';
import { rest_of_cluster } from '../src/clusters';
import { plain } from '../src/headline';
import { set_aside } from '../src/reading';
import type { Evidence, Item } from '../src/types';

const names = {
  item: (id: string) => (id === 'left' ? ({ text: 'It left the pact.' } as Item) : undefined),
  period_name: (id: string | null) => (id === 'late' ? 'The late years' : (id ?? '')),
};
const words = (said: string): string[] => changes_in_words(said, names).map((change) => plain(change.words));

describe('what a reading changes', () => {
  it('is said in the words of the controls', () => {
    expect(words('decibels.words: 2.5 instead of 3')).toEqual(['Words: +2.5 dB instead of +3.0 dB']);
    expect(words('prior.strengthened: 0.15 instead of 0.2')).toEqual(['Chance that a factor strengthened: .15 instead of .20']);
    expect(words('dependence.clustering: each-item-alone instead of as-coded')).toEqual(['Reports of one event: each item alone instead of clusters as coded']);
    expect(words('focal period: late instead of none')).toEqual(['Period judged: The late years instead of none']);
  });
  it('names items by their text, each in a line of its own, and leads to them', () => {
    expect(words('set aside: left, unknown-one')).toEqual(['Set aside: It left the pact', 'Set aside: unknown-one']);
    expect(changes_in_words('set aside: left', names)[0]).toEqual({
      words: ['Set aside: ', { text: 'It left the pact', href: '#item/left' }],
      set_aside: 'left',
    });
    expect(words('grade of left: E5 instead of A1')).toEqual(['Grade of It left the pact: E5 instead of A1']);
  });
  it('leaves as it is what it has no words for', () => {
    expect(words('sensitivity.thinning_draws: 10 instead of 200')).toEqual(['sensitivity.thinning_draws: 10 instead of 200']);
    expect(words('something else')).toEqual(['something else']);
  });
});

const evidence = (item: string, cluster: string, direction: Evidence['direction'] = 'collapse', novelty: Evidence['novelty'] = 'new') =>
  ({ item, cluster, direction, novelty }) as Evidence;

describe('a cluster', () => {
  const factors = [
    { evidence: [evidence('a', 'exit'), evidence('b', 'exit'), evidence('c', '')] },
    { evidence: [evidence('a', 'trade'), evidence('d', 'trade'), evidence('e', '')] },
  ];
  it('has other items that stand in for the one set aside, under any factor', () => {
    expect(rest_of_cluster('a', factors)).toEqual(['b', 'd']);
    expect(rest_of_cluster('c', factors)).toEqual([]);
  });
  it('can be set aside whole', () => {
    expect(set_aside({ set_aside: ['a'], focal: 'late' }, ['b', 'a', 'd'])).toEqual({ set_aside: ['a', 'b', 'd'], focal: 'late' });
  });
});

describe('agreement', () => {
  const readers = { coders: ['first', 'you', 'blind'], items: 363, read: [345, 1, 204], items_in_common: 205 };
  it('is credited to those who read more than next to nothing', () => {
    expect(named_coders(readers)).toEqual(['first', 'blind']);
    expect(named_coders({ ...readers, items_in_common: 0, read: [345, 0, 0] })).toEqual(['first']);
  });
  it('says how much each of them read', () => {
    expect(reading_list(readers)).toEqual(['first read 345 of 363 items', 'blind 204', 'you 1']);
  });
});
