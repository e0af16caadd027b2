// Cases side by side: how surely each leans, in the verdict and in every factor, with the range of its coders.
import { CODER_WORDS, coders_say, named_cases, tilt_words } from '../compare_sentences';
import { in_words } from '../numbers';
import type { CompareDocument } from '../types';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';

const LANE = 17; // pixels of one case in a row
const GAP = 12; // between two rows

// The tones of weakened and strengthened mean that and nothing else: cases differ by shape and by shade.
const SHAPES = ['circle', 'square', 'diamond', 'cross', 'triangle-right', 'stroke'];
const SHADES = [COLOUR.ink, COLOUR.link, COLOUR.mixed, COLOUR.unchanged_ink, COLOUR.soft, COLOUR.faint];

interface Dot {
  row: string;
  case: string;
  place: number;
  tilt: number;
  low: number;
  high: number;
  coders: string;
  alone: { coder: string; tilt: number }[];
}

// Of a case in a row: its tilt, and the least and the most that any of its coders has who stands alone.
function dot(row: string, name: string, place: number, tilt: number | null, coders: { coder: string; tilt: number }[]): Dot[] {
  if (tilt === null) return [];
  const all = coders.map((each) => each.tilt);
  return [
    {
      row,
      case: name,
      place,
      tilt,
      low: all.length > 0 ? Math.min(...all) : tilt,
      high: all.length > 0 ? Math.max(...all) : tilt,
      coders: coders.map((each) => `${each.coder} ${tilt_words(each.tilt)}`).join(', '),
      alone: coders,
    },
  ];
}

export function dots_of(compared: CompareDocument): Dot[] {
  const names = named_cases(compared);
  const alone = (coders: CompareDocument['cases'][number]['coders']) =>
    coders.flatMap(({ coder, stands_alone, tilt }) => (stands_alone && tilt !== null ? [{ coder, tilt }] : []));
  return [
    ...compared.cases.flatMap((one, place) => dot('verdict', names[place] ?? '', place, one.verdict.tilt, alone(one.coders))),
    ...compared.factors.flatMap((factor) => factor.cases.flatMap((cell, place) => dot(factor.name, names[place] ?? '', place, cell.tilt, cell.coders))),
  ];
}

const LINE = 17; // letters of a label beside a narrow picture

function lines_of(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// What the picture shows, in a line; of more than two cases only what it is.
function title_of(compared: CompareDocument, assessed: number): string {
  const names = named_cases(compared);
  if (names.length > 2) return `How surely each leans: ${names.join(', ')}`;
  const differ = compared.factors.filter((factor) => coders_say(factor) === 'differ').length;
  return `${names.join(' beside ')}: ${in_words(differ)} of ${in_words(assessed)} factors ${differ === 1 ? 'differs' : 'differ'} by more than coding noise`;
}

// The words at the right stand where there is room; a narrow page has the sign alone.
export function tilts_chart(compared: CompareDocument, wide = true): ChartParts {
  const names = named_cases(compared);
  const dots = dots_of(compared);
  const rows = ['verdict', ...compared.factors.filter(({ accord }) => accord !== 'none').map(({ name }) => name)];
  const said = new Map(compared.factors.map((factor) => [factor.name, coders_say(factor)] as const));
  const order = compared.orders.length === 1 ? compared.orders[0] : undefined;
  const words = rows.map((row) => {
    const says = row === 'verdict' ? (order?.answer === 'coding-noise' ? 'noise' : order && ['holds', 'depends-on-choices'].includes(order.answer) ? 'differ' : null) : (said.get(row) ?? null);
    return { row, text: says === null ? '' : wide ? CODER_WORDS[says] : says === 'differ' ? '≠' : '', firm: says === 'differ' };
  });
  const y = {
    field: 'row',
    type: 'nominal',
    scale: { domain: rows, paddingInner: GAP / (GAP + LANE * names.length), paddingOuter: 0.15 },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      labelLimit: wide ? 220 : 110,
      labelColor: COLOUR.ink,
      labelFontWeight: { condition: { test: "datum.value === 'verdict'", value: 700 }, value: 400 },
      labelExpr: wide ? 'datum.label' : `${JSON.stringify(Object.fromEntries(rows.map((row) => [row, lines_of(row)])))}[datum.label]`,
      labelLineHeight: 12,
    },
  };
  const yOffset = { field: 'place', type: 'ordinal', scale: { domain: names.map((_, place) => place) } };
  const x = {
    type: 'quantitative',
    scale: { domain: wide ? [1.05, -1.75] : [1.08, -1.25], nice: false },
    axis: {
      orient: 'top',
      values: [1, 0.5, 0, -0.5, -1],
      labelExpr: wide
        ? "{'1': '▼ surely weakened', '0.5': '', '0': 'leans neither way', '-0.5': '', '-1': 'surely strengthened ▲'}[datum.value]"
        : "{'1': '▼ weaker', '0.5': '', '0': '0', '-0.5': '', '-1': 'stronger ▲'}[datum.value]",
      title: null,
      domain: false,
      ticks: false,
      grid: true,
      labelFlush: false,
      labelAlign: { condition: { test: 'datum.value === 1', value: 'left' }, value: 'center' },
    },
  };
  const tint = { field: 'case', type: 'nominal', scale: { domain: names, range: SHADES.slice(0, names.length) }, legend: { title: null, symbolType: 'circle', orient: 'top', columns: wide ? 4 : 1, labelLimit: 260 } };
  const shape = { field: 'case', type: 'nominal', scale: { domain: names, range: SHAPES.slice(0, names.length) }, legend: { title: null, orient: 'top', columns: wide ? 4 : 1, labelLimit: 260 } };
  const tooltip = [{ field: 'case', title: ' ' }, { field: 'row', title: ' ' }, { field: 'tilt', format: '+.2f' }, { field: 'coders', title: 'each coder alone' }];
  return {
    title: title_of(compared, rows.length - 1),
    description: `A mark is the tilt: the probability that it is weakened less the probability that it is strengthened, from all coders together; the line runs over what each coder alone makes of it. ${
      wide ? '' : '≠: they differ in the eyes of every coder. '
    }A factor without a mark is not assessed in that case.`,
    file: 'compare-tilts',
    rows: dots.map(({ row, case: name, tilt, low, high, coders, alone }) => ({
      what: row,
      case: name,
      tilt: tilt_words(tilt),
      'least of a coder': alone.length > 0 ? tilt_words(low) : null,
      'most of a coder': alone.length > 0 ? tilt_words(high) : null,
      'each coder alone': coders || null,
      'the cases': row === 'verdict' ? null : CODER_WORDS[said.get(row) ?? 'one'],
    })),
    spec: {
      height: rows.length * (GAP + LANE * names.length),
      data: { values: dots },
      layer: [
        { data: { values: [{ at: 0 }] }, mark: { type: 'rule', color: COLOUR.soft, strokeWidth: 1 }, encoding: { x: { ...x, field: 'at' } } },
        { mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.45, strokeCap: 'round' }, encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y, yOffset, color: tint } },
        {
          data: { values: dots.flatMap(({ row, case: name, place, alone }) => alone.map(({ coder, tilt }) => ({ row, case: name, place, coder, at: tilt }))) },
          mark: { type: 'tick', thickness: 1.5, size: 9 },
          encoding: { x: { ...x, field: 'at' }, y, yOffset, color: tint, tooltip: [{ field: 'case', title: ' ' }, { field: 'coder' }, { field: 'at', title: 'tilt', format: '+.2f' }] },
        },
        { mark: { type: 'point', filled: true, size: 80, opacity: 1 }, encoding: { x: { ...x, field: 'tilt' }, y, yOffset, color: tint, shape, tooltip } },
        {
          data: { values: words },
          mark: { type: 'text', align: 'right', baseline: 'middle' },
          encoding: {
            x: { value: 'width' },
            y,
            text: { field: 'text' },
            color: { condition: { test: 'datum.firm', value: COLOUR.ink }, value: COLOUR.soft },
          },
        },
      ],
    },
  };
}
