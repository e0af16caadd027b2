// One series over time: a line through its points, broken where a value is missing or where the series begins to mean something else.
import { value } from '../numbers';
import type { Series } from '../types';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';
import { span_of, time_axis } from './dates';

export interface Segment {
  date: string;
  at: number;
  value: number;
  note: string | null;
  // Points of one run are joined; a gap or a definition break ends a run.
  run: number;
}

// Several points of one date are no series in time: they are compared, not joined.
export function is_in_time(series: Series): boolean {
  return new Set(series.points.map((point) => point.date)).size === series.points.length;
}

export function runs_of(series: Series): Segment[] {
  const breaks = series.breaks.flatMap((change) => span_of(change.at)?.from ?? []).sort((one, two) => one - two);
  const dated = series.points.flatMap((point) => {
    const span = span_of(point.date);
    return span ? [{ point, at: span.middle, from: span.from }] : [];
  });
  dated.sort((one, two) => one.at - two.at);
  const segments: Segment[] = [];
  let run = 0;
  let passed = -1;
  for (const { point, at, from } of dated) {
    const definition = breaks.filter((start) => start <= from).length;
    if (passed !== -1 && definition !== passed) run += 1;
    passed = definition;
    if (point.value === null) {
      run += 1;
      continue;
    }
    segments.push({ date: point.date, at, value: point.value, note: point.note, run });
  }
  return segments;
}

export interface Piece {
  at: number;
  value: number;
  piece: number;
  // Far longer than the usual distance of two points: nothing was observed between, and the line is broken into dashes.
  sparse: boolean;
}

// The line from each point to the next of its run.
export function pieces_of(segments: readonly Segment[]): Piece[] {
  const pairs = segments.flatMap((end, index) => {
    const start = segments[index - 1];
    return start && start.run === end.run ? [{ start, end, apart: end.at - start.at }] : [];
  });
  const usual = Math.min(...pairs.map(({ apart }) => apart));
  return pairs.flatMap(({ start, end, apart }, piece) => {
    const sparse = apart > 1.75 * usual;
    return [start, end].map(({ at, value: height }) => ({ at, value: height, piece, sparse }));
  });
}

export const is_sparse = (series: Series): boolean => is_in_time(series) && pieces_of(runs_of(series)).some(({ sparse }) => sparse);

export function missing_of(series: Series): { date: string; at: number; reason: string }[] {
  return series.points.flatMap((point) => {
    const span = span_of(point.date);
    return point.value === null && span ? [{ date: point.date, at: span.middle, reason: point.note ?? point.reason ?? 'no value' }] : [];
  });
}

export interface SeriesRequest {
  title: string;
  description: string;
  series: Series;
  periods: { name: string; begin: string; end: string }[];
}

export function series_chart({ title, description, series, periods }: SeriesRequest): ChartParts {
  const rows = series.points.map((point) => ({
    date: point.date,
    value: point.value,
    unit: unit_of(series),
    note: point.note ?? point.reason ?? null,
  }));
  const common = { title, description, file: `series-${series.id}`, rows };
  return is_in_time(series) ? { ...common, spec: line_of(series, periods) } : { ...common, spec: bars_of(series) };
}

export function unit_of(series: { unit: string; currency: string | null }): string {
  return series.currency !== null && !series.unit.includes(series.currency) ? `${series.unit} ${series.currency}` : series.unit;
}

function line_of(series: Series, periods: SeriesRequest['periods']): Record<string, unknown> {
  const segments = runs_of(series);
  const missing = missing_of(series);
  const all = [...segments, ...missing];
  const year = 365.25 * 86_400_000;
  const low = Math.min(...all.map((point) => point.at)) - year / 2;
  const high = Math.max(...all.map((point) => point.at)) + year / 2;
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [low, high], nice: false, zero: false },
    axis: { title: null, grid: false, ...time_axis(low, high, 6) },
  });
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { zero: false, nice: true, padding: 8 },
    axis: { title: null, tickCount: 4, domain: false, ticks: false },
  };
  const bands = periods
    .flatMap((period, index) => {
      const begin = span_of(period.begin);
      const end = span_of(period.end);
      return begin && end
        ? [{ name: period.name, from: Math.max(begin.from, low), to: Math.min(end.to, high), last: index === periods.length - 1 }]
        : [];
    })
    .filter((band) => band.to - band.from > (high - low) / 60);
  const breaks = series.breaks.flatMap((change) => {
    const span = span_of(change.at);
    return span ? [{ at: span.from, what: change.what }] : [];
  });
  return {
    height: 150,
    data: { values: segments },
    layer: [
      {
        data: { values: bands },
        layer: [
          {
            mark: { type: 'rect', color: COLOUR.unchanged },
            encoding: { x: x('from'), x2: { field: 'to' }, opacity: { condition: { test: 'datum.last', value: 0.55 }, value: 0.22 } },
          },
          {
            transform: [{ filter: `datum.to - datum.from > ${(high - low) / 9}` }],
            mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 2, dy: -2, color: COLOUR.soft },
            encoding: { x: x('from'), y: { value: 0 }, text: { field: 'name' } },
          },
        ],
      },
      {
        data: { values: breaks },
        mark: { type: 'rule', strokeDash: [4, 3], strokeWidth: 1.4, color: COLOUR.ink },
        encoding: { x: x('at') },
      },
      {
        data: { values: pieces_of(segments) },
        mark: { type: 'line', strokeWidth: 1.6, color: COLOUR.ink },
        encoding: {
          x: x('at'),
          y,
          detail: { field: 'piece', type: 'nominal' },
          strokeDash: {
            field: 'sparse',
            type: 'nominal',
            scale: {
              domain: [false, true],
              range: [
                [1, 0],
                [2, 4],
              ],
            },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 36, opacity: 1, color: COLOUR.ink },
        encoding: {
          x: x('at'),
          y,
          tooltip: [
            { field: 'date', type: 'nominal', title: 'date' },
            { field: 'value', type: 'quantitative', title: unit_of(series) },
            { field: 'note', type: 'nominal', title: 'note' },
          ],
        },
      },
      {
        data: { values: missing },
        mark: { type: 'text', text: '×', baseline: 'bottom', dy: -1, fontSize: 13, color: COLOUR.soft },
        encoding: {
          x: x('at'),
          y: { value: 150 },
          tooltip: [
            { field: 'date', type: 'nominal', title: 'no value' },
            { field: 'reason', type: 'nominal', title: 'why' },
          ],
        },
      },
    ],
  };
}

function bars_of(series: Series): Record<string, unknown> {
  const points = series.points.map((point, index) => ({
    name: point.note ?? `${point.date} (${index + 1})`,
    value: point.value,
    shown: point.value === null ? 'no value' : value(point.value),
  }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: points.map((point) => point.name),
    axis: { title: null, domain: false, ticks: false, labelLimit: 180 },
  };
  return {
    height: 22 * points.length,
    data: { values: points },
    layer: [
      {
        mark: { type: 'bar', height: 8, color: COLOUR.ink, opacity: 0.75 },
        encoding: { y, x: { field: 'value', type: 'quantitative', axis: null, scale: { zero: true } } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5, color: COLOUR.ink },
        encoding: { y, x: { field: 'value', type: 'quantitative', axis: null }, text: { field: 'shown' } },
      },
    ],
  };
}
