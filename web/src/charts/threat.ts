// The components of threat: of all states side by side in one year, and of each component over the years.
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';
import { value } from '../numbers';
import type { ThreatDocument, YearOfThreats } from '../types';

type Components = ThreatDocument['theory']['components'];

const ROW = 15; // pixels of one bar
const GAP = 26; // between two components

// A share of one of the system's totals is a percentage; what is built on our scale from 0 to 1 is not.
export const written = (number: number | null): string => value(number, 2);

interface Bar {
  component: string;
  state: string;
  rank: number;
  first: boolean; // of the principal threats
  value: number | null;
  'of the largest': number | null;
  label: string;
}

// Bars are lengths ÷ the largest of that component, as the composite takes them; the labels are the values themselves.
export function bars_of({ threats, principal }: YearOfThreats, components: Components): Bar[] {
  return components.flatMap((component, at) => {
    const values = threats.map((threat) => threat.components[at]?.value ?? null);
    const largest = Math.max(0, ...values.filter((each) => each !== null));
    return threats.map((threat, place) => {
      const known = values[place] ?? null;
      return {
        component: component.name,
        state: threat.name,
        rank: place,
        first: threat.code === principal[0]?.code,
        value: known,
        'of the largest': known === null ? null : largest === 0 ? 0 : known / largest,
        label: `${threat.name} ${known === null ? `— ${threat.components[at]?.why_not ?? ''}` : written(known)}`,
      };
    });
  });
}

// `room` for the labels behind the bars, as a multiple of the longest bar: more on a narrow page.
export function components_chart(state: string, year: YearOfThreats, components: Components, room = 0.45): ChartParts {
  const bars = bars_of(year, components);
  const y = {
    field: 'component',
    type: 'nominal',
    scale: { domain: components.map(({ name }) => name), paddingInner: 0.22, paddingOuter: 0.1 },
    axis: { title: null, domain: false, ticks: false, labelLimit: 110, labelFontWeight: 600, labelColor: COLOUR.ink, labelExpr: "split(datum.label, ' ')" },
  };
  const yOffset = { field: 'rank', type: 'ordinal' };
  return {
    title: `The four components of threat to ${state}, ${year.year}`,
    description: 'Within each component the longest bar is the largest value of that year; the numbers are the values. States stand in the order of their rank; the first threat is in colour.',
    file: `threat-components-${year.year}`,
    rows: bars.map(({ component, state: other, value: number, ...rest }) => ({ component, state: other, value: number, 'of the largest': rest['of the largest'] })),
    spec: {
      height: components.length * (year.threats.length * ROW + GAP),
      data: { values: bars },
      layer: [
        {
          mark: { type: 'bar', cornerRadiusEnd: 1 },
          encoding: {
            x: { field: 'of the largest', type: 'quantitative', scale: { domain: [0, 1 + room] }, axis: null },
            y,
            yOffset,
            color: { condition: { test: 'datum.first', value: COLOUR.weakened }, value: COLOUR.unchanged_ink },
            fillOpacity: { value: 0.75 },
          },
        },
        {
          transform: [{ calculate: "isValid(datum['of the largest']) ? datum['of the largest'] : 0", as: 'end' }],
          mark: { type: 'text', align: 'left', dx: 4, fontSize: 11 },
          encoding: { x: { field: 'end', type: 'quantitative', scale: { domain: [0, 1 + room] }, axis: null }, y, yOffset, text: { field: 'label' } },
        },
      ],
    },
  };
}

interface Point {
  year: number;
  state: string;
  value: number | null;
}

// One component over the years, a line for each state with its name at the end.
export function history_chart(state: string, years: YearOfThreats[], components: Components, at: number): ChartParts {
  const component = components[at]!;
  const points: Point[] = years.flatMap(({ year, threats }) => threats.map((threat) => ({ year, state: threat.name, value: threat.components[at]?.value ?? null })));
  const known = points.filter((point) => point.value !== null);
  const last = new Map<string, Point>();
  for (const point of known) last.set(point.state, point);
  const span = [Math.min(...years.map(({ year }) => year)), Math.max(...years.map(({ year }) => year))] as const;
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [span[0], span[1] + Math.max(1, (span[1] - span[0]) * 0.3)], nice: false },
    axis: { title: null, values: years.map(({ year }) => year), format: 'd', grid: false, labelOverlap: true },
  };
  const y = { field: 'value', type: 'quantitative', scale: { zero: true }, axis: { title: null, tickCount: 4 } };
  const detail = { field: 'state', type: 'nominal' };
  return {
    title: `${component.name.charAt(0).toUpperCase()}${component.name.slice(1)} as a threat to ${state}`,
    description: component.assumption,
    file: `threat-${component.id}`,
    rows: points.map(({ year, state: other, value: number }) => ({ year, state: other, value: number })),
    spec: {
      height: 170,
      data: { values: known },
      layer: [
        { mark: { type: 'line', color: COLOUR.soft, strokeWidth: 1.25 }, encoding: { x, y, detail } },
        { mark: { type: 'point', size: 22 }, encoding: { x, y, detail, tooltip: [{ field: 'state' }, { field: 'year' }, { field: 'value', format: '.3f' }] } },
        {
          data: { values: apart([...last.values()]) },
          mark: { type: 'text', align: 'left', dx: 7, fontSize: 11 },
          encoding: { x, y: { ...y, field: 'label_at' }, text: { field: 'state' } },
        },
      ],
    },
  };
}

// Labels at the ends of lines, moved apart where they would cover each other.
export function apart<Labelled extends { value: number | null }>(ends: Labelled[]): (Labelled & { label_at: number })[] {
  const sorted = ends.map((end) => ({ ...end, label_at: end.value ?? 0 })).sort((one, two) => one.label_at - two.label_at);
  const least = Math.max(...sorted.map(({ label_at }) => label_at), 0) * 0.085;
  for (let i = 1; i < sorted.length; ++i) sorted[i]!.label_at = Math.max(sorted[i]!.label_at, sorted[i - 1]!.label_at + least);
  return sorted;
}
