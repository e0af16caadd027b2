import type { TopLevelSpec } from 'vega-lite';
import type { LoggerInterface } from 'vega-typings';
import { describe, expect, test } from 'vitest';
import type { ChartParts } from '../src/charts/chart_parts';
import { continuity_chart } from '../src/charts/continuity';
import { span_of, time_axis } from '../src/charts/dates';
import { net_of, reruns_chart } from '../src/charts/reruns';
import { is_in_time, is_sparse, missing_of, pieces_of, runs_of, series_chart, unit_of } from '../src/charts/series';
import { sources_chart } from '../src/charts/sources';
import { choices_of, ranked, specification_curve } from '../src/charts/specification';
import { laid_out, marks_of, pointing_of, timeline_chart } from '../src/charts/timeline';
import { trajectory_chart } from '../src/charts/trajectory';
import { compile, expressionInterpreter, parse, View } from '../src/charts/vega';
import type { Coding, Item, Meeting, Rerun, Series, Setting, TrajectoryPeriod } from '../src/types';

const DAY = 86_400_000;

function series(changes: Partial<Series> = {}): Series {
  return {
    id: 'soldiers',
    name: 'Soldiers abroad',
    unit: 'people',
    currency: null,
    definition: 'at the end of the year',
    indicator: null,
    breaks: [],
    sources: [],
    points: [2001, 2002, 2003, 2004].map((year) => ({ date: String(year), value: year - 2000, note: null })),
    ...changes,
  };
}

function item(id: string, date: string, changes: Partial<Item> = {}): Item {
  return {
    id,
    date,
    kind: 'act',
    periods: ['late'],
    issues: ['trade'],
    actors: [],
    text: `what happened: ${id}`,
    quote: null,
    searched: null,
    grade: 'B2',
    class: 'press',
    after_cutoff: false,
    figures: [],
    sources: [],
    codings: [],
    claims_for: [],
    claims_against: [],
    meetings: [],
    compared_by: [],
    rows: [],
    file: 'evidence/a.toml',
    line: 1,
    ...changes,
  };
}

function coding(factor: string, direction: Coding['direction'], novelty: Coding['novelty'], baseline = 'early'): Coding {
  return {
    item: '',
    coder: 'a',
    theory: 't',
    factor,
    aspect: null,
    direction,
    baseline,
    novelty,
    against: null,
    searched: null,
    specificity: 1,
    cluster: '',
    note: null,
  };
}

function setting(weakened: number, strengthened: number, changes: Partial<Setting> = {}): Setting {
  return {
    prior_unchanged: 0.6,
    correlation: 0.8,
    decibels: [3, 3, 6, 10],
    clustering: 'as-coded',
    ritual_weight: 1,
    direction: weakened > strengthened ? 'weakened' : 'strengthened',
    weakened,
    strengthened,
    ...changes,
  };
}

const period = { id: 'late', name: 'Late', begin: '2001-01-01', end: '2004-12-31' };
const rerun: Rerun = {
  name: 'only press',
  direction: 'weakened',
  size: 'slightly',
  probability: { weakened: 0.6, unchanged: 0.3, strengthened: 0.1 },
  items: 4,
  changes_verdict: false,
};

describe('dates', () => {
  test('cover what they leave open', () => {
    expect(span_of('2017')).toMatchObject({ from: Date.UTC(2017, 0, 1), to: Date.UTC(2017, 11, 31) });
    expect(span_of('2016-02')).toMatchObject({ from: Date.UTC(2016, 1, 1), to: Date.UTC(2016, 1, 29) }); // a leap year
    expect(span_of('2017-02-10…2017-03-01')).toMatchObject({ from: Date.UTC(2017, 1, 10), to: Date.UTC(2017, 2, 1) });
  });
  test('that are none give no place on an axis', () => {
    expect(span_of('soon')).toBeNull();
    expect(span_of('2017-03-01…2017-02-01')).toBeNull();
  });
  test('stand on an axis at the beginning of years, or of months where the time is short', () => {
    const long = time_axis(Date.UTC(1951, 5, 1), Date.UTC(2019, 1, 1), 9);
    expect(long.values[0]).toBe(Date.UTC(1960, 0, 1));
    expect(long.labelExpr).toContain('"1960"');
    const short = time_axis(Date.UTC(2016, 10, 9), Date.UTC(2017, 5, 30), 9);
    expect(short.values[0]).toBe(Date.UTC(2016, 11, 1));
    expect(short.labelExpr).toContain('Dec 2016');
  });
});

describe('a series', () => {
  test('is one line where every value is there', () => {
    expect(new Set(runs_of(series()).map(({ run }) => run)).size).toBe(1);
  });
  test('breaks its line at a missing value, which is named and not drawn as zero', () => {
    const gap = series({
      points: [
        { date: '2001', value: 1, note: null },
        { date: '2002', value: null, note: null, reason: 'not asked' },
        { date: '2003', value: 3, note: null },
      ],
    });
    expect(runs_of(gap).map(({ value, run }) => [value, run])).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(missing_of(gap)).toMatchObject([{ date: '2002', reason: 'not asked' }]);
    expect(pieces_of(runs_of(gap))).toEqual([]);
  });
  test('breaks its line where it begins to mean something else', () => {
    const broken = series({ breaks: [{ at: '2003', what: 'reservists are counted too', sources: [] }] });
    expect(runs_of(broken).map(({ run }) => run)).toEqual([0, 0, 1, 1]);
  });
  test('shows where nothing was observed for long', () => {
    expect(is_sparse(series())).toBe(false);
    const rare = series({
      points: [
        { date: '1960', value: 1, note: null },
        { date: '1980', value: 2, note: null },
        { date: '1984', value: 3, note: null },
      ],
    });
    expect(is_sparse(rare)).toBe(true);
    expect(pieces_of(runs_of(rare)).map(({ sparse }) => sparse)).toEqual([true, true, false, false]);
  });
  test('with several points of one date is compared, not joined', () => {
    const by_ally = series({
      points: [
        { date: '2003', value: 1, note: 'A' },
        { date: '2003', value: 2, note: 'B' },
      ],
    });
    expect(is_in_time(by_ally)).toBe(false);
    expect(JSON.stringify(series_chart({ title: '', description: '', series: by_ally, periods: [] }).spec)).toContain('"bar"');
  });
  test('names its currency once', () => {
    expect(unit_of({ unit: 'billion', currency: 'USD' })).toBe('billion USD');
    expect(unit_of({ unit: 'billion JPY', currency: 'JPY' })).toBe('billion JPY');
  });
});

describe('the timeline', () => {
  test('shows where the codings against one baseline point', () => {
    const codings = [coding('trade', 'collapse', 'new'), coding('trade', 'endurance', 'continuity', 'other')];
    expect(pointing_of(codings, 'early', null)).toEqual({ pointing: 'collapse', novel: true });
    expect(pointing_of(codings, null, null)).toEqual({ pointing: 'both', novel: true });
    expect(pointing_of([coding('outside', 'collapse', 'new')], null, null)).toEqual({ pointing: 'none', novel: false });
  });
  test('shows an item of two issues in both rows', () => {
    expect(marks_of([item('a', '2002', { issues: ['trade', 'defence'] })], 'issue', null).map(({ row }) => row)).toEqual([
      'trade',
      'defence',
    ]);
  });
  test('keeps items that no coder read, in a row of their own', () => {
    expect(marks_of([item('a', '2002')], 'factor', null)).toMatchObject([{ row: 'not coded', pointing: 'none' }]);
  });
  test('stacks marks that would touch and leaves the others in line', () => {
    const marks = marks_of([item('a', '2002-01-01'), item('b', '2002-01-02'), item('c', '2002-12-01')], 'issue', null);
    const { placed, rows } = laid_out(marks, ['trade'], Date.UTC(2002, 0, 1), Date.UTC(2002, 11, 31));
    const y = (id: string) => placed.find((mark) => mark.id === id)?.y;
    expect(y('b')).toBeGreaterThan(y('a') ?? 0);
    expect(y('c')).toBe(y('a'));
    expect(rows[0]?.bottom).toBeGreaterThan(y('b') ?? 0);
  });
});

describe('the specification curve', () => {
  const own = setting(0, 0);
  test('runs from the most weakened to the most strengthened', () => {
    expect(ranked([setting(0.3, 0.4), setting(0.8, 0.1), setting(0.5, 0.3)], own).map(({ net }) => Number(net.toFixed(1)))).toEqual([
      -0.7, -0.2, 0.1,
    ]);
  });
  test("knows the protocol's own setting by its choices", () => {
    const curve = ranked([setting(0.8, 0.1, { correlation: 0.5 }), setting(0.7, 0.1)], own);
    expect(curve.map(({ own: is_own }) => is_own)).toEqual([false, true]);
    expect(ranked([setting(0.7, 0.1)], null)[0]?.own).toBe(false);
  });
  test('names the choices that make up a setting', () => {
    expect(choices_of(own).map(({ value }) => value)).toEqual(['.6', '.8', '3 · 3 · 6 · 10', 'as coded', '1']);
  });
});

test('a rerun that leaves nothing to assess has no net, not a net of zero', () => {
  expect(net_of({ probability: null })).toBeNull();
});

// Every specification must compile, and run by the interpreter alone, since the content policy forbids generated code.
describe('every chart is drawn without a warning', () => {
  const trajectory: TrajectoryPeriod = {
    focal: period,
    baseline: 'early',
    direction: 'weakened',
    size: 'slightly',
    probability: rerun.probability,
    factors: [],
    against: [],
    findings: {},
    items: 4,
    clusters: 3,
    sources: 2,
    thinned_to: 0,
    survives: 1,
    comparable: false,
  };
  const meeting: Meeting = {
    id: 'm',
    date: '2002-05-01',
    zone: 'UTC',
    place: 'Capital',
    format: 'visit',
    participants: ['A', 'B'],
    topics: [],
    issues: [],
    promises: [],
    listed_by: [],
    correction: null,
    items: [],
    sources: [],
  };
  const charts: Record<string, ChartParts> = {
    continuity: continuity_chart('t', 'd', 'f', {
      periods: [period],
      issues: [
        { id: 'trade', name: 'Trade', cells: [{ period: 'late', continuity: 'reversed', items: ['a'], other_items: [] }] },
        { id: 'base', name: 'Base', cells: [{ period: 'late', continuity: null, items: [], other_items: [] }] },
      ],
    }),
    timeline: timeline_chart({
      title: 't',
      description: 'd',
      file: 'f',
      items: [item('a', '2002-03'), item('b', '2003', { codings: [coding('x', 'collapse', 'new')] })],
      meetings: [meeting],
      rows: 'issue',
      order: [{ id: 'trade', name: 'Trade' }],
      baseline: null,
      factor: null,
      from: '2001-01-01',
      to: '2004-12-31',
      periods: [{ ...period, begin: '2002-06-01' }],
    }),
    trajectory: trajectory_chart(
      't',
      'd',
      'f',
      [
        trajectory,
        { ...trajectory, focal: { ...period, id: 'empty' }, direction: 'not-assessed', size: 'none', probability: null, items: 0 },
      ],
      (id) => id,
    ),
    'series with a gap and a break': series_chart({
      title: 't',
      description: 'd',
      series: series({
        breaks: [{ at: '2003', what: 'w', sources: [] }],
        points: [...series().points, { date: '2005', value: null, note: null }],
      }),
      periods: [period],
    }),
    'series by ally': series_chart({
      title: 't',
      description: 'd',
      series: series({
        points: [
          { date: '2003', value: 1, note: 'A' },
          { date: '2003', value: null, note: 'B' },
        ],
      }),
      periods: [],
    }),
    reruns: reruns_chart({
      title: 't',
      description: 'd',
      file: 'f',
      reruns: [
        rerun,
        { ...rerun, name: 'only poll', direction: 'not-assessed', size: 'none', probability: null, items: 0, changes_verdict: true },
      ],
      full: rerun,
      name_of: (name) => name,
    }),
    multiverse: specification_curve('t', 'd', 'f', [setting(0.8, 0.1), setting(0.4, 0.5, { correlation: 1 })], setting(0, 0)),
    sources: sources_chart('t', 'd', 'f', [{ class: 'press', used: 3, all: 9 }]),
  };
  test.each(Object.entries(charts))('%s', async (_name, { spec, rows }) => {
    const said: string[] = [];
    const logger = {
      level: () => logger,
      info: () => logger,
      debug: () => logger,
      warn: (...words: unknown[]) => (said.push(words.join(' ')), logger),
      error: (...words: unknown[]) => (said.push(words.join(' ')), logger),
    } as unknown as LoggerInterface;
    const { spec: vega } = compile({ width: 600, ...spec } as unknown as TopLevelSpec, { logger });
    const view = new View(parse(vega, undefined, { ast: true } as never), {
      expr: expressionInterpreter,
      renderer: 'none',
      logger,
    } as never);
    const svg = await view.toSVG();
    expect(said).toEqual([]);
    expect(svg).toContain('<svg');
    expect(svg).not.toContain('NaN');
    expect(rows.length).toBeGreaterThan(0);
  });
});

test('an item known to the day needs no line for how long it lasted', () => {
  const [mark] = marks_of([item('a', '2002-03-05')], 'issue', null);
  expect(mark?.span.to).toBe(mark?.span.from);
  expect((marks_of([item('b', '2002')], 'issue', null)[0]?.span.to ?? 0) - Date.UTC(2002, 0, 1)).toBe(364 * DAY);
});
