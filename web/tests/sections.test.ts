import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { glossary, pieces } from '../src/glossary';
import { assess_command } from '../src/repeat';
import { items_of_rerun, type RerunGroup } from '../src/rerun_items';
import {
  classes_finding,
  continuity_finding,
  focal_among_periods,
  multiverse_finding,
  reruns_finding,
  search_finding,
  series_finding,
  series_test_finding,
  sources_finding,
  trajectory_finding,
} from '../src/sentences';
import { holds, sorted } from '../src/sorting';
import type {
  CaseDocument,
  ContinuityCell,
  Coverage,
  Direction,
  Rerun,
  Sensitivity,
  Series,
  SeriesPeriodTest,
  TrajectoryPeriod,
  Factor,
  Item,
} from '../src/types';
import { assessment, factor } from './made_up';

const cell = (continuity: ContinuityCell['continuity']): ContinuityCell => ({
  period: 'late',
  continuity,
  items: continuity ? ['a'] : [],
  other_items: [],
});
const run = (changes_verdict: boolean): Rerun => ({
  name: 'x',
  direction: 'weakened',
  size: 'slightly',
  probability: null,
  items: 1,
  changes_verdict,
});
const judged = (id: string, direction: Direction, comparable = true): TrajectoryPeriod => ({
  focal: { id, name: id, begin: '1990-01-01', end: '1999-12-31' },
  baseline: 'before',
  direction,
  size: direction === 'unchanged' ? 'none' : 'slightly',
  probability: null,
  factors: [],
  against: [],
  findings: {},
  items: 1,
  clusters: 1,
  sources: 1,
  thinned_to: 0,
  survives: 1,
  comparable,
});

describe('what the charts say they found', () => {
  test('counts the states of issues and does not take “not assessed” for “continued”', () => {
    expect(continuity_finding([cell('reversed'), cell('reversed'), cell('new'), cell(null)])).toBe(
      '2 of 4 issues broken, 1 new, 1 not assessed',
    );
    expect(continuity_finding([cell(null), cell(null)])).toBe('none of 2 issues has a coded item');
  });
  test('counts the periods and those that cannot be compared', () => {
    expect(trajectory_finding([judged('a', 'strengthened'), judged('b', 'weakened', false)])).toBe(
      '1 of 2 periods strengthened the alliance, 1 weakened it; 1 cannot be compared',
    );
    expect(trajectory_finding([judged('a', 'weakened', true), { ...judged('b', 'weakened'), size: 'leaning' }])).toBe(
      '1 of 2 periods weakened the alliance, 1 leaned to weakening it',
    );
    expect(focal_among_periods([judged('a', 'strengthened'), judged('b', 'weakened'), judged('c', 'unchanged')], 'b')).toBe(
      'b: slightly weakened. Of the 2 other periods, 1 strengthened the alliance and 1 left it unchanged',
    );
    expect(focal_among_periods([judged('a', 'strengthened'), { ...judged('b', 'weakened', false), survives: 0.47 }], 'b')).toBe(
      'b: slightly weakened, but not comparable with the others: thinned to the poorest of them, the direction survives in 47% of the draws. Of the 1 other period, 1 strengthened the alliance',
    );
  });
  test('says of the multiverse who agrees and who says the opposite', () => {
    const of = (...directions: Direction[]) =>
      ({
        settings: directions.length,
        share: {},
        list: directions.map((direction) => ({ direction })),
      }) as unknown as Sensitivity['multiverse'];
    expect(multiverse_finding(of('weakened', 'weakened', 'weakened', 'unchanged'), 'weakened')).toBe(
      '75% of 4 settings say weakened; 1 says unchanged, none says strengthened',
    );
    expect(multiverse_finding(of('weakened', 'strengthened'), 'weakened')).toBe('50% of 2 settings say weakened; 1 says strengthened');
    expect(multiverse_finding(of('unchanged', 'unchanged'), 'unchanged')).toBe('All 2 settings say unchanged');
  });
  test('counts the reruns that change the verdict', () => {
    expect(reruns_finding([run(false), run(false)])).toBe('None of 2 runs gives another verdict');
    expect(reruns_finding([run(true), run(false), run(false)])).toBe('1 of 3 runs gives another verdict');
  });
  test('gives the first and the last value of a series, and no value where there is none', () => {
    const series = (values: (number | null)[]) =>
      ({ name: 'Trade', points: values.map((value, year) => ({ date: String(2001 + year), value, note: null })) }) as unknown as Series;
    expect(series_finding(series([null, 3.5, 7, null]))).toBe('Trade: 3.5 in 2002, 7 in 2003');
    expect(series_finding(series([null]))).toBe('Trade: no value');
  });
  test('counts sources by class, the largest first', () => {
    const coverage = { sources: 6, sources_by_class: { official: 2, press: 3, treaty: 1 } } as unknown as Coverage;
    expect(sources_finding(coverage, 9)).toBe('The verdict rests on 6 of 9 sources: 3 press, 2 official and 1 treaty text');
    expect(classes_finding(coverage)).toBe('Press and official: 5 of 6 sources behind the verdict');
  });
  test('gives the reason where a series could not be tested, and calls a trend no step', () => {
    const tested = (changes: Partial<SeriesPeriodTest>) =>
      ({ p: null, p_adjusted: null, line_fits_better: null, ...changes }) as SeriesPeriodTest;
    expect(series_test_finding(tested({ reason: 'too short: 2 before / 0 after' }), 0.05)).toBe('too short: 2 before / 0 after');
    expect(series_test_finding(tested({ p: 0.01, p_adjusted: 0.2 }), 0.05)).toBe('no change to be seen');
    expect(series_test_finding(tested({ p: 0.001, p_adjusted: 0.01 }), 0.05)).toBe('changed');
    expect(series_test_finding(tested({ p: 0.001, p_adjusted: 0.01, line_fits_better: true }), 0.05)).toBe('a steady trend, no step');
  });
  test('does not call a break what the test does not bear out', () => {
    const found = { last_before: '2011', first_after: '2012', low: null, high: null, level_before: 1, level_after: 2 };
    expect(search_finding({ points: 10, first: '2001', last: '2018', breaks: [found], borne_out: true })).toBe('breaks after 2011');
    expect(search_finding({ points: 10, first: '2001', last: '2018', breaks: [found], borne_out: false })).toContain(
      'does not bear it out',
    );
    expect(search_finding({ points: 3, first: '2001', last: '2003', reason: 'too short to search' })).toBe('too short to search');
  });
});

describe('rows in the order a reader asks for', () => {
  const rows = [{ v: 2 }, { v: null }, { v: 10 }];
  test('leave what is missing at the end, whichever way', () => {
    expect(sorted(rows, ({ v }) => v).map(({ v }) => v)).toEqual([2, 10, null]);
    expect(sorted(rows, ({ v }) => v, true).map(({ v }) => v)).toEqual([10, 2, null]);
  });
  test('read numbers inside words as numbers, and keep the order of equals', () => {
    expect(sorted(['d10', 'd2'], (text) => text)).toEqual(['d2', 'd10']);
    expect(
      sorted(
        [
          { k: 'a', n: 1 },
          { k: 'a', n: 2 },
        ],
        ({ k }) => k,
        true,
      ).map(({ n }) => n),
    ).toEqual([1, 2]);
  });
  test('hold every word that was typed', () => {
    expect(holds('The Treaty of 1960', 'treaty 60')).toBe(true);
    expect(holds('The Treaty of 1960', 'treaty 61')).toBe(false);
  });
});

const GLOSSARY = readFileSync(new URL('../../GLOSSARY.md', import.meta.url), 'utf8');

describe('the glossary', () => {
  test('has the words of GLOSSARY.md under their headings', () => {
    const groups = glossary(GLOSSARY, ['Code', 'The abbreviations allowed in code']);
    const words = groups.flatMap((group) => group.words);
    expect(groups[0]?.title).toBe('Cases and evidence');
    expect(words.find(({ word }) => word === 'placebo')?.meaning).toBe('a run whose answer is known beforehand');
    expect(words.some(({ word }) => word.includes('**') || word === 'word')).toBe(false);
    expect(groups.map(({ title }) => title)).not.toContain('Code');
  });
  test('shows marked words and lets everything else be text', () => {
    expect(pieces('a *word*, `code` and <b>')).toEqual([
      { text: 'a ', form: 'plain' },
      { text: 'word', form: 'emphasis' },
      { text: ', ', form: 'plain' },
      { text: 'code', form: 'code' },
      { text: ' and <b>', form: 'plain' },
    ]);
  });
});

describe('the command that repeats a result', () => {
  const about = {
    theory: 'theory',
    protocol: 'protocol',
    focal: 'late',
    baseline: 'early',
    cutoff: '2001-12-31',
    periods: [
      { id: 'late', baseline: 'early' },
      { id: 'mid', baseline: 'early' },
    ],
  } as unknown as CaseDocument;
  test("names nothing that is the case's own choice", () => {
    expect(assess_command(assessment(), about, 'cases/tiny')).toBe('entente assess cases/tiny');
  });
  test('names what differs', () => {
    const other = assessment({ focal: { id: 'mid', name: 'Mid', begin: '1993-01-01', end: '1995-12-31' }, cutoff: '2000-01-01' });
    expect(assess_command(other, about, 'cases/tiny')).toBe('entente assess cases/tiny --focal mid --cutoff 2000-01-01');
    const against = assessment({ baseline: { id: 'first', name: 'First', begin: '1980-01-01', end: '1989-12-31' } });
    expect(assess_command(against, about, 'cases/tiny')).toBe('entente assess cases/tiny --baseline first');
  });
});

describe('the items behind a rerun', () => {
  const evidence = ['a', 'b', 'c'].map(
    (id) => ({ item: id, level: id === 'c' ? 'act' : 'words' }) as unknown as Factor['evidence'][number],
  );
  const assess = { factors: [factor('f', 'unchanged', { evidence })], baseline: assessment().baseline };
  const item = (id: string) =>
    ({ id, class: id === 'a' ? 'press' : 'official', sources: [{ key: id, at: null }], codings: [] }) as unknown as Item;
  const source = () => undefined;
  const of = (name: string, items: number, group: RerunGroup = 'source-class') =>
    items_of_rerun({ name, items }, group, assess, item, source);
  test('are those it kept, or those it left out', () => {
    expect(of('only press', 1)).toEqual({ ids: ['a'], left_out: false });
    expect(of('without press', 2)).toEqual({ ids: ['a'], left_out: true });
    expect(of('words only', 2, 'kinds')).toEqual({ ids: ['a', 'b'], left_out: false });
    expect(of('acts only', 1, 'kinds')).toEqual({ ids: ['c'], left_out: false });
  });
  test('are not given where they do not add up to the number of the document', () => {
    expect(of('only press', 2)).toBeNull();
    expect(of('only left', 1, 'leaning')).toBeNull();
  });
});
