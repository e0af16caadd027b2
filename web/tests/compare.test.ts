import { describe, expect, it } from 'vitest';
import { dots_of, tilts_chart } from '../src/charts/compare';
import { arrows, coders_say, issue_words, tilt_words, turned_round_by } from '../src/compare_sentences';
import type { ComparedFactor, ComparedIssueInCase, CompareDocument, OrderTest } from '../src/types';

const test = (changes: Partial<OrderTest> = {}): OrderTest => ({ name: 'coders', kept: 4, level: 0, reversed: 0, least: 0.1, most: 0.4, turned_by: [], ...changes });
const cell = (tilt: number | null, coders: [string, number][] = []): ComparedFactor['cases'][number] => ({
  finding: tilt === null ? 'not-assessed' : 'unchanged',
  probability: null,
  tilt,
  magnitude: 0,
  items: 1,
  clusters: 1,
  standing_decibels: null,
  weighs_most: null,
  weighs_most_text: null,
  coders: coders.map(([coder, own]) => ({ coder, tilt: own })),
  aspects: [],
});
const factor = (accord: ComparedFactor['accord'], coders: OrderTest | null, cases = [cell(0.2), cell(-0.1)]): ComparedFactor => ({
  id: accord,
  name: `the ${accord}`,
  ledger: 'collapse',
  accord,
  leans_furthest: 0,
  farthest_from_it: 1,
  apart: 0.3,
  coders,
  cases,
});
const issue = (changes: Partial<ComparedIssueInCase>): ComparedIssueInCase => ({
  of_this_case: true,
  name: 'Trade',
  continuity: 'reversed',
  items: 3,
  coded: 10,
  toward_collapse: 3,
  toward_endurance: 0,
  weightiest: 'a',
  weightiest_text: 'It left the pact',
  ...changes,
});

describe('what the coders say of a factor', () => {
  it('is that it differs only where every pair keeps the order', () => {
    expect(coders_say(factor('differs', test()))).toBe('differ');
    expect(coders_say(factor('differs', test({ kept: 3, reversed: 1 })))).toBe('noise');
    expect(coders_say(factor('differs', test({ kept: 3, level: 1 })))).toBe('noise');
  });
  it('is nothing where there was nobody to ask', () => {
    expect(coders_say(factor('differs', null))).toBe('untold');
    expect(coders_say(factor('differs', test({ kept: 0 })))).toBe('untold');
  });
  it('does not enter where the findings are alike, or one case has none', () => {
    expect(coders_say(factor('same-side', test()))).toBe('alike');
    expect(coders_say(factor('one-only', null))).toBe('one');
  });
});

describe('an issue of a case', () => {
  it('says where its items point, with numbers where they go both ways', () => {
    expect(issue_words(issue({}))).toBe('break with earlier practice ▼, 3 of 10 items');
    expect(arrows({ toward_collapse: 7, toward_endurance: 2 })).toBe(' ▼7 ▲2');
    expect(arrows({ toward_collapse: 0, toward_endurance: 1 })).toBe(' ▲');
  });
  it('tells an issue that nobody coded from one that the case does not have', () => {
    expect(issue_words(issue({ continuity: null }))).toBe('no coded item');
    expect(issue_words(issue({ of_this_case: false, continuity: null }))).toBe('not an issue of this case');
  });
});

describe('what turns an order round', () => {
  it('is named as far as there is room', () => {
    expect(turned_round_by(test({ reversed: 5, turned_by: ['a', 'b', 'c', 'd', 'e'] }))).toBe('a, b, c and 2 more');
    expect(turned_round_by(test())).toBe('nothing');
    expect(turned_round_by(test({ reversed: 2 }))).toBe('—'); // settings have no names
    expect(turned_round_by(test({ reason: 'one coder' }))).toBe('one coder');
  });
});

describe('the picture of tilts', () => {
  const compared = {
    cases: ['north', 'south'].map((name) => ({ name, verdict: { tilt: 0.5 }, coders: [] })),
    orders: [],
    factors: [factor('differs', test(), [cell(0.2, [['first', 0.1], ['second', 0.6]]), cell(-0.1)]), factor('one-only', null, [cell(0.3), cell(null)]), factor('none', null, [cell(null), cell(null)])],
  } as unknown as CompareDocument;
  it('runs a line from the least to the most of any coder, and has no mark for what is not assessed', () => {
    const dots = dots_of(compared);
    expect(dots.find(({ row, case: name }) => row === 'the differs' && name === 'north')).toMatchObject({ tilt: 0.2, low: 0.1, high: 0.6 });
    expect(dots.filter(({ row }) => row === 'the one-only').map(({ case: name }) => name)).toEqual(['north']);
    expect(dots.some(({ row }) => row === 'the none')).toBe(false);
  });
  it('says in its title how many factors differ', () => {
    expect(tilts_chart(compared).title).toBe('north beside south: one of two factors differs by more than coding noise');
  });
  it('has a table with a row for each mark', () => {
    expect(tilts_chart(compared).rows).toHaveLength(dots_of(compared).length);
  });
});

it('writes tilts as journals print them, with a sign', () => {
  expect([tilt_words(0.567), tilt_words(-0.2), tilt_words(0.001), tilt_words(null)]).toEqual(['+.57', '−.20', '.00', '—']);
});
