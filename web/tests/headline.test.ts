import { describe, expect, test } from 'vitest';
import { headline, how_sure, plain, weakest_point, what_holds, what_moved } from '../src/headline';
import type { Direction, Size } from '../src/types';
import { assessment, factor } from './made_up';

const verdict = (direction: Direction, size: Size = 'none') => ({ ...assessment().verdict, direction, size });
const outlook = (word: string | undefined) => ({ horizon_years: 5, word });

describe('the headline', () => {
  test('says change and outlook as two things', () => {
    expect(headline({ verdict: verdict('weakened', 'moderately'), outlook: outlook('almost no chance') })).toBe(
      'The alliance weakened moderately, and is expected to endure',
    );
    expect(headline({ verdict: verdict('strengthened', 'clearly'), outlook: outlook('likely') })).toBe(
      'The alliance strengthened clearly, and is at risk of ending',
    );
  });
  test('does not turn a leaning into a finding', () => {
    expect(headline({ verdict: verdict('weakened', 'leaning'), outlook: outlook('unlikely') })).toBe(
      'The alliance leans toward being weakened, and is more likely to endure than not',
    );
  });
  test('keeps unchanged, mixed and not assessed apart', () => {
    const future = outlook('very unlikely');
    expect(headline({ verdict: verdict('unchanged'), outlook: future })).toBe('The alliance did not change on balance, and is expected to endure');
    expect(headline({ verdict: verdict('mixed'), outlook: future })).toBe('The alliance moved both ways, and is expected to endure');
    expect(headline({ verdict: verdict('not-assessed'), outlook: future })).toBe('No change could be assessed; the alliance is expected to endure');
  });
  test('says when there is no outlook', () => {
    expect(headline({ verdict: verdict('weakened', 'slightly'), outlook: outlook(undefined) })).toBe(
      'The alliance weakened slightly; its outlook is not assessed',
    );
  });
  test('calls an even chance open', () => {
    expect(headline({ verdict: verdict('unchanged'), outlook: outlook('roughly even chance') })).toBe(
      'The alliance did not change on balance; whether it endures is open',
    );
  });
});

describe('the lede', () => {
  const factors = [
    factor('trade-values', 'weakened', { standing_decibels: 2 }),
    factor('shared-threats', 'leaning-strengthened', { standing_decibels: 15 }),
    factor('credibility', 'unchanged', { standing_decibels: 9 }),
    factor('base-politics', 'unchanged', { standing_decibels: -6 }),
    factor('regime-change', 'not-assessed'),
  ];
  test('names what moved, what leaned, and how many did not', () => {
    expect(plain(what_moved({ factors }))).toBe(
      'Trade values moved toward collapse; shared threats leaned toward endurance; the other two factors assessed did not move.',
    );
  });
  test('links each factor to its line in the ledgers', () => {
    expect(what_moved({ factors })[0]).toEqual({ text: 'Trade values', href: '#factor/trade-values' });
  });
  test('says plainly that nothing moved, or that nothing could be assessed', () => {
    expect(plain(what_moved({ factors: [factor('a', 'unchanged'), factor('b', 'unchanged')] }))).toBe('None of the two factors assessed moved.');
    expect(plain(what_moved({ factors: [factor('a', 'not-assessed')] }))).toBe('No factor could be assessed.');
  });
  test('names what holds and what wears by their weight', () => {
    expect(plain(what_holds({ factors }))).toBe('Shared threats, credibility and trade values hold it together; base politics wears at it.');
  });
  test('is silent about standing where no factor has any', () => {
    expect(what_holds({ factors: [factor('a', 'unchanged')] })).toEqual([]);
  });
});

describe('how sure', () => {
  test('gives the share of the settings with the same direction', () => {
    expect(plain(how_sure(assessment()))).toBe('The direction is the same under 90% of 10 settings of the rules; random codings of the same new evidence come out as extreme in 1%.');
  });
  test('says nothing where nothing was assessed', () => {
    expect(how_sure(assessment({ verdict: verdict('not-assessed') }))).toEqual([]);
  });
});

describe('the weakest point', () => {
  const held = assessment({
    verdict: { ...assessment().verdict, weakest_point: "turning one cluster ('pact-left' under trade values) makes it unchanged" },
    factors: [
      factor('trade-values', 'weakened', {
        cluster_list: [{ name: 'pact-left', items: 1, multiplier: 1, decibels: [3, 0, -3], standing_decibels: 0, strongest_item: 'pact-2000' }],
      }),
    ],
  });
  test('puts the strongest item in the place of its cluster, as a link', () => {
    expect(weakest_point(held, () => 'Aland leaves the pact.')).toEqual([
      'turning one cluster (',
      '‘',
      { text: 'Aland leaves the pact', href: '#item/pact-2000' },
      '’',
      ' under trade values) makes it unchanged',
    ]);
  });
  test('keeps the cluster where its item is not at hand, and says nothing where there is none', () => {
    expect(plain(weakest_point(held))).toBe('turning one cluster (‘pact-left’ under trade values) makes it unchanged');
    expect(weakest_point(assessment())).toEqual([]);
  });
});
