// Who carries what: the ranks over all weightings, the distance to what was promised, demands beside what the asked did,
// and what four audiences think.
import { percent, probability, value } from '../numbers';
import type { BurdenDemand, BurdenGroup, BurdenGuideline, BurdenMeasure, BurdenScaling, BurdenYear, ConductCount, OpinionOfAudience } from '../types';
import type { ChartParts } from './chart_parts';
import { span_of, time_axis } from './dates';
import { COLOUR } from './theme';

const ROW = 20; // pixels of one member
const YEAR = 365.25 * 86_400_000;

// In the unit of the measure, as many decimals as its theory prints.
export function measured(number: number | null, measure: Pick<BurdenMeasure, 'decimals'>): string {
  return number === null ? '—' : number.toFixed(measure.decimals).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ',').replace('-', '−');
}

export const names_of = (group: Pick<BurdenGroup, 'members'>): Map<number, string> => new Map(group.members.map(({ number, name }) => [number, name]));

export interface Range {
  state: string;
  best: number;
  worst: number;
  rank: number;
  above: number;
  first: number;
  last: number;
}

// The ranked members under one scaling, who carries most under the weights in use first.
export function ranges_of(group: BurdenGroup, scaling: BurdenScaling): Range[] {
  const names = names_of(group);
  return group.fair_share.members
    .flatMap(({ number, code, ranges }) => {
      const range = ranges.find((each) => each.scaling === scaling);
      return range
        ? [{ state: names.get(number) ?? code ?? String(number), best: range.best, worst: range.worst, rank: range.under_weights, above: range.above_median, first: range.first, last: range.last }]
        : [];
    })
    .sort((one, two) => one.rank - two.rank || one.best + one.worst - two.best - two.worst || one.state.localeCompare(two.state));
}

export function ranges_chart(group: BurdenGroup, year: number, scaling: BurdenScaling): ChartParts {
  const ranges = ranges_of(group, scaling);
  const worst = Math.max(2, ...ranges.map((range) => range.worst));
  const x = { type: 'quantitative', scale: { domain: [0.5, worst + 0.5], nice: false }, axis: { title: 'rank; 1 carries most', tickMinStep: 1, format: 'd', grid: true } };
  const y = { field: 'state', type: 'nominal', sort: ranges.map(({ state }) => state), axis: { title: null, domain: false, ticks: false, labelLimit: 150 } };
  const tooltip = [
    { field: 'state' },
    { field: 'best', title: 'best rank' },
    { field: 'worst', title: 'worst rank' },
    { field: 'rank', title: 'under the weights in use' },
    { field: 'above', title: 'above the median under', format: '.0%' },
  ];
  return {
    title: `Ranks in ${group.name} over all weightings, ${year}`,
    description: `The bar runs from the best to the worst rank that any of the ${value(group.fair_share.weightings, 6)} weightings gives; the mark is the rank under the weights in use. A long bar says that the answer is a matter of what counts.`,
    file: `burden-ranks-${year}`,
    rows: ranges.map(({ state, best, worst: lowest, rank, above, first, last }) => ({
      state,
      'best rank': best,
      'worst rank': lowest,
      'rank under the weights in use': rank,
      'above the median under': percent(above),
      'carries most under': percent(first),
      'carries least under': percent(last),
    })),
    spec: {
      height: ranges.length * ROW,
      data: { values: ranges },
      layer: [
        {
          transform: [
            { calculate: 'datum.best - 0.35', as: 'from' },
            { calculate: 'datum.worst + 0.35', as: 'to' },
          ],
          mark: { type: 'bar', height: 7, cornerRadius: 3, color: COLOUR.unchanged },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y, tooltip },
        },
        { mark: { type: 'point', shape: 'diamond', size: 60, opacity: 1 }, encoding: { x: { ...x, field: 'rank' }, y, tooltip } },
      ],
    },
  };
}

// Members by their number, with what was promised or asked as a line.
export function guideline_chart(group: BurdenGroup, guideline: BurdenGuideline, measure: BurdenMeasure, at: number, year: BurdenYear): ChartParts {
  const names = names_of(group);
  const rows = year.members
    .flatMap(({ number, code, measures }) => {
      const reading = measures[at];
      const judged = guideline.members.find((member) => member.number === number);
      if (!reading || reading.value === null) return [];
      return [
        {
          state: names.get(number) ?? code ?? String(number),
          value: reading.value,
          year: reading.of_year,
          meets: judged?.compliance === 'meets',
          money: judged?.compliance === 'below' ? judged.money : null,
          label: `${measured(reading.value, measure)}${reading.stale ? ` (${reading.of_year})` : ''}`,
        },
      ];
    })
    .sort((one, two) => two.value - one.value);
  const most = Math.max(guideline.at_least, ...rows.map((row) => row.value));
  const x = { type: 'quantitative', scale: { domain: [0, most * 1.15], nice: false }, axis: { title: measure.unit, grid: false, tickCount: 5 } };
  const y = { field: 'state', type: 'nominal', sort: rows.map(({ state }) => state), axis: { title: null, domain: false, ticks: false, labelLimit: 150 } };
  return {
    title: `${guideline.meet} of ${guideline.judged} at or above ${measured(guideline.at_least, measure)} ${measure.unit}, ${year.year}: ${measure.name}`,
    description: `In colour: who meets it. The line is ${guideline.agreed ? 'what was agreed' : 'a guideline that these states did not agree to'}${guideline.bindingness ? `, ${guideline.bindingness}` : ''}${guideline.deadline ? `, by ${guideline.deadline}` : ''}. Compliance is judged on unrounded numbers.${guideline.money_mixes && rows.some(({ money }) => money !== null) ? ` What closes the gap (in the data below) mixes sources: ${guideline.money_mixes}.` : ''}`,
    file: `burden-${guideline.id}-${year.year}`,
    rows: rows.map(({ state, value: number, year: of_year, meets, money }) => ({
      state,
      value: number,
      year: of_year,
      meets: meets ? 'meets' : 'below',
      ...(guideline.money_unit ? { [`to close the gap, ${guideline.money_unit} a year`]: money } : {}),
    })),
    spec: {
      height: rows.length * ROW,
      data: { values: rows },
      layer: [
        {
          mark: { type: 'bar', height: 9 },
          encoding: { x: { ...x, field: 'value' }, y, color: { condition: { test: 'datum.meets', value: COLOUR.strengthened }, value: COLOUR.unchanged_ink }, fillOpacity: { value: 0.75 } },
        },
        { data: { values: [{ at: guideline.at_least }] }, mark: { type: 'rule', strokeWidth: 1.5, color: COLOUR.ink }, encoding: { x: { ...x, field: 'at' } } },
        { mark: { type: 'text', align: 'left', dx: 4, fontSize: 11, stroke: COLOUR.paper, strokeWidth: 4 }, encoding: { x: { ...x, field: 'value' }, y, text: { field: 'label' } } },
        { mark: { type: 'text', align: 'left', dx: 4, fontSize: 11 }, encoding: { x: { ...x, field: 'value' }, y, text: { field: 'label' } } },
      ],
    },
  };
}

export interface Asked {
  id: string;
  measure: string | null;
  date: string;
  at: number;
  by: string;
  text: string;
  number: number; // in the list below the picture
}

// Numbered by date over all demands, so that a number means one thing in every picture and in the list.
export function asked_of(demands: readonly BurdenDemand[], measure: string | null): Asked[] {
  return demands
    .flatMap((demand) => {
      const span = span_of(demand.date);
      return span ? [{ id: demand.id, measure: demand.measure, date: demand.date, at: span.middle, by: demand.by, text: demand.text }] : [];
    })
    .sort((one, two) => one.at - two.at)
    .map((each, place) => ({ ...each, number: place + 1 }))
    .filter((each) => measure === null || each.measure === measure);
}

const LEAST_YEARS = 3; // of a line that could turn

interface Done {
  state: string;
  year: number;
  at: number;
  value: number;
}

// Words as lines across, acts as lines along: the asked members' numbers over the years, with each demand where it came.
export function demands_chart(group: BurdenGroup, demands: readonly BurdenDemand[], measure: BurdenMeasure, at: number): ChartParts | null {
  const names = names_of(group);
  // Numbers of demands that lie close together stand in two rows.
  const words = asked_of(demands, measure.id).map((each, place) => ({ ...each, raised: place % 2 === 0 ? 0 : -11 }));
  const done: Done[] = group.history.flatMap(({ year, members }) =>
    members.flatMap(({ number, code, measures }) => {
      const reading = measures[at];
      if (!reading || reading.value === null || reading.stale) return [];
      return [{ state: names.get(number) ?? code ?? String(number), year, at: Date.UTC(year, 6, 1), value: reading.value }];
    }),
  );
  if (words.length === 0 || new Set(done.map(({ year }) => year)).size < LEAST_YEARS) return null;
  const all = [...done.map((point) => point.at), ...words.map((word) => word.at)];
  const low = Math.min(...all) - YEAR / 2;
  const high = Math.max(...all) + YEAR / 2;
  const room = (high - low) * 0.2;
  const x = { type: 'quantitative', scale: { domain: [low, high + room], nice: false, zero: false }, axis: { title: null, grid: false, ...time_axis(low, high, 8) } };
  const y = { field: 'value', type: 'quantitative', scale: { zero: true }, axis: { title: measure.unit, tickCount: 5 } };
  const last = new Map<string, Done>();
  for (const point of done) last.set(point.state, point);
  const ends = [...last.values()].map((end) => ({ ...end, label_at: end.value })).sort((one, two) => one.value - two.value);
  const least = Math.max(...done.map((point) => point.value)) * 0.055;
  for (let i = 1; i < ends.length; ++i) ends[i]!.label_at = Math.max(ends[i]!.label_at, ends[i - 1]!.label_at + least);
  const detail = { field: 'state', type: 'nominal' };
  return {
    title: `Asked and done: ${measure.name}`,
    description: 'Lines along: what each member did. Lines across: when somebody asked, by the numbers of the list below. A line that turned up before it was asked did not turn because it was asked.',
    file: `burden-demands-${measure.id}`,
    rows: done.map(({ state, year, value: number }) => ({ state, year, [measure.unit]: number })),
    spec: {
      height: 260,
      data: { values: done },
      layer: [
        { data: { values: words }, mark: { type: 'rule', strokeDash: [4, 3], color: COLOUR.weakened }, encoding: { x: { ...x, field: 'at' }, tooltip: [{ field: 'date' }, { field: 'by' }, { field: 'text' }] } },
        { data: { values: words }, mark: { type: 'text', baseline: 'bottom', dy: -2, color: COLOUR.soft, fontSize: 11 }, encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, yOffset: { field: 'raised', type: 'quantitative', scale: null }, text: { field: 'number' } } },
        { mark: { type: 'line', strokeWidth: 1.25, color: COLOUR.soft }, encoding: { x: { ...x, field: 'at' }, y, detail } },
        { mark: { type: 'point', size: 18 }, encoding: { x: { ...x, field: 'at' }, y, detail, tooltip: [{ field: 'state' }, { field: 'year' }, { field: 'value', format: '.2f' }] } },
        { data: { values: ends }, mark: { type: 'text', align: 'left', dx: 6, fontSize: 11 }, encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'label_at' }, text: { field: 'state' } } },
      ],
    },
  };
}

const Z = 1.959964; // 95 per cent
const MARKS = { person: 'circle', country: 'square', alliance: 'triangle-up', policy: 'diamond' } as const;

// Polls over time, a line for each with whose it is at its end; bars are the sampling error where the poll says how many
// were asked. What an audience said without being polled is no share of anybody, and is in no picture.
export function opinions_chart(opinions: readonly OpinionOfAudience[], title: string, name_of: (code: string) => string): ChartParts | null {
  const points = opinions
    .filter(({ figures }) => figures.length > 0)
    .flatMap(({ id, name, about, of, points: all }) =>
      all.flatMap(({ date, value: share, n }) => {
        const span = span_of(date);
        if (!span) return [];
        const error = n === null ? null : Z * Math.sqrt((share * (1 - share)) / n);
        return [
          { id, name, about, of: `${name_of(of)}, ${about}`, date, at: span.middle, share, n, low: error === null ? null : Math.max(0, share - error), high: error === null ? null : Math.min(1, share + error) },
        ];
      }),
    );
  if (points.length === 0) return null;
  const low = Math.min(...points.map(({ at }) => at)) - YEAR / 2;
  const high = Math.max(...points.map(({ at }) => at)) + YEAR / 2;
  const room = (high - low) * 0.25; // for the names
  const x = { field: 'at', type: 'quantitative', scale: { domain: [low, high + room], nice: false, zero: false }, axis: { title: null, grid: false, ...time_axis(low, high, 7) } };
  const y = { field: 'share', type: 'quantitative', scale: { domain: [0, 1] }, axis: { title: null, format: '.0%', tickCount: 5 } };
  const abouts = [...new Set(points.map(({ about }) => about))];
  const shape = { field: 'about', type: 'nominal', scale: { domain: abouts, range: abouts.map((about) => MARKS[about]) }, legend: { title: null } };
  const detail = { field: 'id', type: 'nominal' };
  const ends = new Map<string, (typeof points)[number]>();
  for (const point of points) if (point.at >= (ends.get(point.id)?.at ?? -Infinity)) ends.set(point.id, point);
  const labels = [...ends.values()].map((end) => ({ ...end, label_at: end.share })).sort((one, two) => one.share - two.share);
  for (let i = 1; i < labels.length; ++i) labels[i]!.label_at = Math.max(labels[i]!.label_at, labels[i - 1]!.label_at + 0.05);
  return {
    title,
    description: 'Shares of those asked. Bars are 95 per cent sampling errors, drawn where the number asked is known.',
    file: 'burden-opinion',
    rows: points.map(({ name, date, share, n }) => ({ series: name, date, share: probability(share), n })),
    spec: {
      height: Math.max(230, labels.length * 15),
      data: { values: points },
      layer: [
        { mark: { type: 'line', strokeWidth: 1.25, color: COLOUR.soft }, encoding: { x, y, detail } },
        { transform: [{ filter: 'isValid(datum.low)' }], mark: { type: 'rule' }, encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } } },
        {
          mark: { type: 'point', filled: true, size: 46, opacity: 1 },
          encoding: { x, y, shape, tooltip: [{ field: 'name', title: ' ' }, { field: 'date' }, { field: 'share', format: '.0%' }, { field: 'n' }] },
        },
        { data: { values: labels }, mark: { type: 'text', align: 'left', dx: 7, fontSize: 11 }, encoding: { x, y: { ...y, field: 'label_at' }, text: { field: 'of' } } },
      ],
    },
  };
}

// Words and acts of the guarantors by period: those that assure to the right, those that raise doubt to the left.
export function conduct_chart(counts: readonly ConductCount[], period_name: (id: string | null) => string, wide = true): ChartParts {
  const bars = counts.flatMap(({ guarantor, period, words_assuring, words_doubting, acts_assuring, acts_doubting }) => {
    const row = `${guarantor.name}, ${period_name(period)}`;
    return [
      { row, what: 'words that assure', count: words_assuring, along: words_assuring },
      { row, what: 'acts that assure', count: acts_assuring, along: acts_assuring },
      { row, what: 'words that raise doubt', count: words_doubting, along: -words_doubting },
      { row, what: 'acts that raise doubt', count: acts_doubting, along: -acts_doubting },
    ];
  });
  const KINDS = ['words that raise doubt', 'acts that raise doubt', 'words that assure', 'acts that assure'];
  return {
    title: 'Words and acts of the guarantor',
    description: 'Numbers of items: to the right those that assure, to the left those that raise doubt. How many there are depends on how much was collected; compare the sides of a row, not the rows.',
    file: 'burden-conduct',
    rows: counts.map(({ guarantor, period, words_assuring, words_doubting, acts_assuring, acts_doubting, borne_out, belied }) => ({
      guarantor: guarantor.name,
      period: period_name(period),
      'words that assure': words_assuring,
      'words that raise doubt': words_doubting,
      'acts that assure': acts_assuring,
      'acts that raise doubt': acts_doubting,
      'words borne out by an act': borne_out,
      'words belied by an act': belied,
    })),
    spec: {
      height: counts.length * 34,
      data: { values: bars.filter(({ count }) => count > 0) },
      mark: { type: 'bar' },
      encoding: {
        x: { field: 'along', type: 'quantitative', axis: { title: null, labelExpr: 'abs(datum.value)', tickMinStep: 1, format: 'd' } },
        y: { field: 'row', type: 'nominal', sort: counts.map(({ guarantor, period }) => `${guarantor.name}, ${period_name(period)}`), axis: { title: null, domain: false, ticks: false, labelLimit: wide ? 260 : 130 } },
        color: { field: 'what', type: 'nominal', scale: { domain: KINDS, range: [COLOUR.weakened_soft, COLOUR.weakened, COLOUR.strengthened_soft, COLOUR.strengthened] }, legend: { title: null, columns: wide ? 2 : 1 } },
        order: { field: 'what', sort: 'descending' },
        tooltip: [{ field: 'what', title: ' ' }, { field: 'count' }],
      },
    },
  };
}
