// Evidence and leaders' meetings on one axis of time, in rows by issue, kind or factor.
import type { Item, Meeting, Named, Period } from '../types';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';
import { span_of, time_axis, type Span } from './dates';

export type Rows = 'issue' | 'kind' | 'factor';

// Where an item points: to collapse, to endurance, both ways by different codings, or not at all (uncoded, or outside the theory).
export type Pointing = 'collapse' | 'endurance' | 'both' | 'none';

export interface Mark {
  id: string;
  row: string;
  date: string;
  span: Span;
  pointing: Pointing;
  // Something in it is new against the baseline; otherwise it carries on, or nobody coded it.
  novel: boolean;
  text: string;
  kind: string;
}

export const MEETING_ROW = "Leaders' meetings";

// The codings that count for a reader's choice: one baseline, or every one of them.
export function pointing_of(
  codings: Item['codings'],
  baseline: string | null,
  factor: string | null,
): { pointing: Pointing; novel: boolean } {
  const chosen = codings.filter(
    (coding) =>
      coding.factor !== 'outside' && (baseline === null || coding.baseline === baseline) && (factor === null || coding.factor === factor),
  );
  if (chosen.length === 0) return { pointing: 'none', novel: false };
  const directions = new Set(chosen.map((coding) => coding.direction));
  const only = [...directions][0];
  const pointing = directions.size > 1 ? 'both' : only === 'collapse' ? 'collapse' : 'endurance';
  return { pointing, novel: chosen.some((coding) => coding.novelty === 'new') };
}

// One mark for each row an item belongs to: an item of two issues stands in both rows.
export function marks_of(items: Item[], rows: Rows, baseline: string | null, factor: string | null = null): Mark[] {
  return items.flatMap((item) => {
    const span = span_of(item.date);
    if (!span) return [];
    return rows_of(item, rows, baseline, factor).map((row) => ({
      id: item.id,
      row,
      date: item.date,
      span,
      ...pointing_of(item.codings, baseline, rows === 'factor' ? row : factor),
      text: item.text,
      kind: item.kind,
    }));
  });
}

function rows_of(item: Item, rows: Rows, baseline: string | null, factor: string | null): string[] {
  if (rows === 'kind') return [item.kind];
  if (rows === 'issue') return item.issues;
  const factors = item.codings.filter((coding) => baseline === null || coding.baseline === baseline).map((coding) => coding.factor);
  const chosen = [...new Set(factors)].filter((name) => factor === null || name === factor);
  return chosen.length > 0 ? chosen : factor === null ? ['not coded'] : [];
}

interface Placed extends Mark {
  y: number;
}

interface Layout {
  placed: Placed[];
  rows: { name: string; middle: number; top: number; bottom: number }[];
  height: number;
}

const step = 11;
const padding = 7;

// Marks that would touch are stacked: each takes the first lane of its row that is free at its date.
export function laid_out(marks: Mark[], order: string[], from: number, to: number): Layout {
  const gap = (to - from) / 85;
  const rows: Layout['rows'] = [];
  const placed: Placed[] = [];
  let top = 0;
  for (const name of order) {
    const mine = marks
      .filter((mark) => mark.row === name)
      .sort((one, two) => one.span.middle - two.span.middle || one.id.localeCompare(two.id));
    const last_in_lane: number[] = [];
    const lanes = mine.map((mark) => {
      const free = last_in_lane.findIndex((last) => mark.span.middle - last >= gap);
      const lane = free === -1 ? last_in_lane.length : free;
      last_in_lane[lane] = mark.span.middle;
      return lane;
    });
    const height = Math.max(1, last_in_lane.length) * step + 2 * padding;
    mine.forEach((mark, index) => placed.push({ ...mark, y: top + padding + step * ((lanes[index] ?? 0) + 0.5) }));
    rows.push({ name, middle: top + height / 2, top, bottom: top + height });
    top += height;
  }
  return { placed, rows, height: top };
}

export interface TimelineRequest {
  title: string;
  description: string;
  file: string;
  items: Item[];
  meetings: Meeting[];
  rows: Rows;
  // Rows in order, with the words that stand for them.
  order: Named[];
  baseline: string | null;
  factor: string | null;
  from: string;
  to: string;
  periods: Period[];
}

export function timeline_chart(request: TimelineRequest): ChartParts {
  const from = span_of(request.from)?.from ?? 0;
  const to = span_of(request.to)?.to ?? 0;
  const inside = ({ span }: { span: Span }) => span.to >= from && span.from <= to;
  const marks = marks_of(request.items, request.rows, request.baseline, request.factor).filter(inside);
  const meetings: Mark[] = request.meetings
    .flatMap((meeting) => {
      const span = span_of(meeting.date);
      return span ? [{ meeting, span }] : [];
    })
    .filter(inside)
    .map(({ meeting, span }) => ({
      id: meeting.id,
      row: MEETING_ROW,
      date: meeting.date,
      span,
      pointing: 'none',
      novel: meeting.format !== 'telephone',
      text: `${meeting.participants.join(', ')}: ${meeting.place}`,
      kind: 'meeting',
    }));
  const present = new Set(marks.map((mark) => mark.row));
  const names = new Map(request.order.map(({ id, name }) => [id, name]));
  const order = [...(meetings.length > 0 ? [MEETING_ROW] : []), ...request.order.map(({ id }) => id).filter((id) => present.has(id))];
  const layout = laid_out([...meetings, ...marks], order, from, to);
  const shown = layout.placed.map((mark) => ({
    id: mark.id,
    href: mark.kind === 'meeting' ? `#meeting/${mark.id}` : `#item/${mark.id}`,
    date: mark.date,
    row: names.get(mark.row) ?? mark.row,
    text: mark.text.length > 160 ? `${mark.text.slice(0, 157)}…` : mark.text,
    from: Math.max(mark.span.from, from),
    to: Math.min(mark.span.to, to),
    at: Math.min(Math.max(mark.span.middle, from), to),
    y: mark.y,
    pointing: mark.kind === 'meeting' ? 'meeting' : mark.pointing,
    novel: mark.novel,
  }));
  const labels = Object.fromEntries(layout.rows.map((row) => [String(row.middle), names.get(row.name) ?? row.name]));
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [from, to], nice: false, zero: false },
    axis: { title: null, orient: 'bottom', grid: false, ...time_axis(from, to, 9) },
  });
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [0, layout.height], reverse: true, nice: false, zero: false },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      grid: false,
      offset: 10,
      values: layout.rows.map((row) => row.middle),
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labelLimit: 190,
      labelOverlap: false,
    },
  };
  const pointings = ['collapse', 'endurance', 'both', 'none', 'meeting'];
  const tints = [COLOUR.weakened, COLOUR.strengthened, COLOUR.ink, COLOUR.soft, COLOUR.ink];
  const dated = { field: 'pointing', type: 'nominal', scale: { domain: pointings, range: tints }, legend: null };
  const bounds = request.periods
    .map((period) => ({ name: period.name, at: span_of(period.begin)?.from ?? 0 }))
    .filter((period) => period.at > from && period.at < to)
    .sort((one, two) => one.at - two.at);
  // Names of periods that begin soon after one another stand on two lines.
  const named = bounds.map((period, index) => ({
    ...period,
    upper: index > 0 && period.at - (bounds[index - 1]?.at ?? 0) < (to - from) / 9 && index % 2 === 1,
  }));
  return {
    title: request.title,
    description: request.description,
    file: request.file,
    rows: shown.map((mark) => ({
      date: mark.date,
      row: mark.row,
      id: mark.id,
      points: mark.pointing === 'none' ? 'not coded here' : mark.pointing,
      new: mark.pointing === 'meeting' || mark.pointing === 'none' ? null : mark.novel ? 'new' : 'continuity',
      text: mark.text,
    })),
    spec: {
      height: layout.height,
      data: { values: shown },
      layer: [
        {
          data: { values: layout.rows.map((row) => ({ y: row.bottom })) },
          mark: { type: 'rule', color: COLOUR.rule, strokeWidth: 1 },
          encoding: { y },
        },
        ...(bounds.length === 0
          ? []
          : [
              {
                data: { values: named },
                layer: [
                  { mark: { type: 'rule', color: COLOUR.soft, strokeDash: [3, 3], strokeWidth: 1 }, encoding: { x: x('at') } },
                  ...[false, true].map((upper) => ({
                    transform: [{ filter: `datum.upper === ${upper}` }],
                    mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 3, dy: upper ? -15 : -2, color: COLOUR.soft },
                    encoding: { x: x('at'), y: { value: 0 }, text: { field: 'name' } },
                  })),
                ],
              },
            ]),
        {
          transform: [{ filter: 'datum.from < datum.to' }],
          mark: { type: 'rule', strokeWidth: 1, opacity: 0.55 },
          encoding: { x: x('from'), x2: { field: 'to' }, y, color: dated },
        },
        {
          mark: { type: 'point', size: 62, strokeWidth: 1.4, opacity: 1, cursor: 'pointer' },
          encoding: {
            x: x('at'),
            y,
            shape: {
              field: 'pointing',
              type: 'nominal',
              scale: { domain: pointings, range: ['triangle-down', 'triangle-up', 'diamond', 'circle', 'square'] },
              legend: null,
            },
            stroke: dated,
            fill: {
              condition: pointings.map((pointing, index) => ({
                test: `datum.novel && datum.pointing === '${pointing}'`,
                value: tints[index],
              })),
              value: COLOUR.paper,
            },
            href: { field: 'href' },
            tooltip: [
              { field: 'date', type: 'nominal', title: 'date' },
              { field: 'row', type: 'nominal', title: 'in' },
              { field: 'text', type: 'nominal', title: 'what' },
            ],
          },
        },
      ],
    },
  };
}
