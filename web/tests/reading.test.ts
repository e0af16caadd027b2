import { describe, expect, it } from 'vitest';
import { change, changes_in, choose, choose_coders, is_empty, priors_around, regrade, start_from, toggle_item, value_in } from '../src/reading';
import type { ProtocolDocument } from '../src/types';

const protocol = {
  prior: { weakened: 0.2, unchanged: 0.6, strengthened: 0.2 },
  decibels: { words: 3, opinion: 3, act: 6, structural: 10 },
  dependence: { correlation: 0.8, cap_decibels: 15, clustering: 'as-coded', ritual_weight: 1 },
} as unknown as ProtocolDocument;

describe('a reading', () => {
  it('is empty where nothing is read otherwise', () => {
    expect(is_empty({})).toBe(true);
    expect(changes_in({})).toBe(0);
  });

  it('is empty again after an item was set aside and taken back', () => {
    const aside = toggle_item({}, 'a');
    expect(aside).toEqual({ set_aside: ['a'] });
    expect(toggle_item(aside, 'a')).toEqual({});
  });

  it('takes a value that equals the protocol’s own for no change', () => {
    const turned = change({}, { 'decibels.words': 5 }, protocol);
    expect(value_in(turned, protocol, 'decibels.words')).toBe(5);
    expect(change(turned, { 'decibels.words': 3 }, protocol)).toEqual({});
  });

  it('keeps three priors together, for they must sum to one', () => {
    const turned = change({}, priors_around(0.75), protocol);
    expect(turned.changes).toEqual({ 'prior.weakened': 0.125, 'prior.unchanged': 0.75, 'prior.strengthened': 0.125 });
    expect(changes_in(turned)).toBe(1);
    const sums = [0.1, 0.15, 0.333, 0.9].map((unchanged) => Object.values(priors_around(unchanged)).reduce((sum, each) => sum + each, 0));
    for (const sum of sums) expect(sum).toBeCloseTo(1, 12);
    expect(change(turned, { 'prior.weakened': 0.2, 'prior.unchanged': 0.6, 'prior.strengthened': 0.2 }, protocol)).toEqual({});
  });

  it('forgets a choice that is taken back', () => {
    expect(choose(choose({}, 'focal', 'dpj'), 'focal', '')).toEqual({});
    expect(start_from(start_from({}, 'sceptic'), '')).toEqual({});
    expect(choose_coders(choose_coders({}, ['first']), [])).toEqual({});
    expect(regrade(regrade({}, 'a', 'D4'), 'a', null)).toEqual({});
  });

  it('counts each thing that is read otherwise', () => {
    const reading = regrade(toggle_item(choose(change({}, { 'decibels.act': 4 }, protocol), 'focal', 'dpj'), 'a'), 'b', 'C3');
    expect(changes_in(reading)).toBe(4);
  });
});
