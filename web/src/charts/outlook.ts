// How alliances have ended since 1815, what drives the risk of this one, what scenarios would do, and how well the models
// foresaw.
import { percent, probability, signed, value } from '../numbers';
import type { BacktestHorizon, Ending, OutlookDocument, OutlookDriver, ScenarioDocument } from '../types';
import { driver_finding, ending } from '../words';
import type { ChartParts } from './chart_parts';
import { COLOUR } from './theme';

const IN_FORCE = 'in force';
// From the ground up; each ending keeps its colour in every picture.
const COLOUR_OF: Record<Ending | typeof IN_FORCE, string> = {
  'in force': COLOUR.strengthened_soft,
  'new-relationship': COLOUR.unchanged,
  fulfilled: COLOUR.rule_strong,
  'independence-lost': COLOUR.mixed,
  defeat: COLOUR.faint,
  violation: COLOUR.weakened,
};
const LAYERS: Ending[] = ['new-relationship', 'fulfilled', 'independence-lost', 'defeat', 'violation'];

type History = NonNullable<OutlookDocument['history']>;

// What has become of alliances by each age, as shares that add up to 1; the line is this alliance's age.
export function history_chart(history: History, endings: readonly Ending[], name: string): ChartParts {
  const shown = LAYERS.filter((each) => endings.includes(each) && history.curve.some(({ modes }) => (modes[endings.indexOf(each)] ?? 0) > 0));
  const layers = history.curve.flatMap(({ years, survival, modes }) => {
    let from = 0;
    return [{ what: IN_FORCE, share: survival }, ...shown.map((each) => ({ what: ending(each), share: modes[endings.indexOf(each)] ?? 0 }))].map(({ what, share }) => {
      const layer = { years, what, share, from, to: from + share };
      from += share;
      return layer;
    });
  });
  const words = [IN_FORCE, ...shown.map(ending)];
  const last = history.curve.at(-1)?.years ?? 0;
  const x = { field: 'years', type: 'quantitative', scale: { domain: [0, last], nice: false }, axis: { title: `years since ${history.level === 'member' ? 'joining' : 'the beginning'}`, grid: false } };
  const here = history.here !== null && history.here <= last ? [{ at: history.here, name }] : [];
  return {
    title: `What became of ${value(history.units)} ${history.level === 'member' ? 'memberships' : 'alliances'} by age`,
    description: `Shares by age, with alliances that were still in force when the data end counted for as long as they were seen.${history.median === null ? '' : ` Half had ended after ${value(history.median, 3)} years.`}${here.length > 0 ? ' The line is the age of this alliance.' : ''}`,
    file: 'alliance-histories',
    rows: history.curve.map(({ years, at_risk, survival, low, high, modes }) => ({
      years,
      'at risk': at_risk,
      'in force': probability(survival),
      interval: low === null || high === null ? '—' : `${probability(low)}–${probability(high)}`,
      ...Object.fromEntries(shown.map((each) => [ending(each), probability(modes[endings.indexOf(each)])])),
    })),
    spec: {
      height: 260,
      layer: [
        {
          data: { values: layers },
          mark: { type: 'area', interpolate: 'step-after' },
          encoding: {
            x,
            y: { field: 'from', type: 'quantitative', scale: { domain: [0, 1] }, axis: { title: null, format: '.0%', tickCount: 5 } },
            y2: { field: 'to' },
            color: { field: 'what', type: 'nominal', scale: { domain: words, range: [COLOUR_OF[IN_FORCE], ...shown.map((each) => COLOUR_OF[each])] }, legend: { title: null, columns: 3 } },
            tooltip: [{ field: 'years' }, { field: 'what', title: ' ' }, { field: 'share', format: '.1%' }],
          },
        },
        { data: { values: here }, mark: { type: 'rule', strokeWidth: 1.5, color: COLOUR.ink }, encoding: { x: { ...x, field: 'at' } } },
        {
          data: { values: here },
          mark: { type: 'text', align: 'right', dx: -5, baseline: 'top', dy: 6, fontSize: 11, stroke: COLOUR.paper, strokeWidth: 4 },
          encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, text: { field: 'name' } },
        },
        {
          data: { values: here },
          mark: { type: 'text', align: 'right', dx: -5, baseline: 'top', dy: 6, fontSize: 11 },
          encoding: { x: { ...x, field: 'at' }, y: { value: 0 }, text: { field: 'name' } },
        },
      ],
    },
  };
}

const ROW = 24;

// A driver's push on the odds of a violation, against the mean of the alliances at risk; to the right: more likely.
export function drivers_chart(drivers: readonly OutlookDriver[]): ChartParts {
  const bars = drivers.map(({ name, factor, value: number, reference, of_year, decibels, finding }) => ({
    name,
    factor: factor ?? '—',
    value: number,
    reference,
    of_year,
    decibels: decibels.value,
    low: decibels.low,
    high: decibels.high,
    toward: decibels.value > 0 ? 'more likely' : 'less likely',
    mark: finding === 'opposite' ? ' ✱' : '',
    finding: driver_finding(finding),
  }));
  const reach = Math.max(1, ...bars.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = { type: 'quantitative', scale: { domain: [-reach * 1.05, reach * 1.05], nice: false }, axis: { title: 'decibels on the odds of a violation; left less, right more likely', tickCount: 7 } };
  const y = { field: 'label', type: 'nominal', sort: null, axis: { title: null, domain: false, ticks: false, labelLimit: 330 } };
  const values = bars.map((bar) => ({ ...bar, label: bar.name + bar.mark }));
  return {
    title: 'What pushes the risk, and how hard',
    description: `Ten decibels make the odds ten times as high. Lines are 95 per cent intervals: one that crosses zero cannot be told from none.${bars.some(({ mark }) => mark !== '') ? ' ✱ The data point the other way than the theory.' : ''}`,
    file: 'outlook-drivers',
    rows: bars.map(({ name, factor, value: number, of_year, reference, decibels, low, high, finding }) => ({
      driver: name,
      factor,
      value: value(number, 3),
      'of the year': of_year,
      'mean of those at risk': value(reference, 3),
      decibels: signed(decibels, 1),
      interval: `${signed(low, 1)} to ${signed(high, 1)}`,
      'sign and theory': finding,
    })),
    spec: {
      height: bars.length * ROW,
      data: { values },
      layer: [
        {
          mark: { type: 'bar', height: 9 },
          encoding: { x: { ...x, field: 'decibels' }, y, color: { condition: { test: 'datum.decibels > 0', value: COLOUR.weakened }, value: COLOUR.strengthened }, fillOpacity: { value: 0.75 } },
        },
        { mark: { type: 'rule', color: COLOUR.ink }, encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y, tooltip: [{ field: 'name' }, { field: 'value' }, { field: 'of_year' }, { field: 'reference' }, { field: 'finding' }] } },
        { data: { values: [{ at: 0 }] }, mark: { type: 'rule', color: COLOUR.rule_strong }, encoding: { x: { ...x, field: 'at' } } },
      ],
    },
  };
}

const VERDICTS = ['weakened', 'mixed', 'unchanged', 'strengthened'] as const;

// Of the draws from each scenario's ranges, how many lead to which verdict.
export function scenarios_chart({ scenarios, unchanged, draws }: ScenarioDocument): ChartParts {
  const bars = scenarios.flatMap(({ name, result }) => VERDICTS.map((verdict, order) => ({ name, verdict, order, share: result.shares[verdict] })));
  return {
    title: 'What each scenario would make of the verdict',
    description: `Shares of ${value(draws)} draws from the ranges of its effects; today’s verdict is ${unchanged.verdict.direction}. They are no probabilities that it happens.`,
    file: 'scenarios',
    rows: scenarios.map(({ name, result }) => ({ scenario: name, ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, percent(result.shares[verdict])])), flips: percent(result.flips) })),
    spec: {
      height: scenarios.length * 30,
      data: { values: bars.filter(({ share }) => share > 0) },
      mark: { type: 'bar', height: 15 },
      encoding: {
        x: { field: 'share', type: 'quantitative', stack: 'normalize', axis: { title: null, format: '.0%', tickCount: 5 } },
        y: { field: 'name', type: 'nominal', sort: scenarios.map(({ name }) => name), axis: { title: null, domain: false, ticks: false, labelLimit: 260 } },
        order: { field: 'order' },
        color: { field: 'verdict', type: 'nominal', scale: { domain: VERDICTS, range: [COLOUR.weakened, COLOUR.mixed, COLOUR.unchanged, COLOUR.strengthened] }, legend: { title: null } },
        tooltip: [{ field: 'name' }, { field: 'verdict' }, { field: 'share', format: '.0%' }],
      },
    },
  };
}

// Forecast against what happened, the models in panels of one row; on the line a forecast is worth its word.
export function calibration_chart(horizon: BacktestHorizon, held_out: 'past' | 'states', wide: boolean): ChartParts {
  const points = horizon.models
    .filter(({ role }) => role !== 'base')
    .flatMap(({ name, [held_out]: { calibration } }) => calibration.map(({ forecast, happened, low, high, size }) => ({ name, forecast, happened, low, high, size })));
  const most = Math.max(0.01, ...points.map(({ forecast, happened, high }) => Math.max(forecast, happened, high ?? 0)));
  const scale = { domain: [0, most], nice: false, clamp: true };
  const axis = { format: '.0%', tickCount: 3 };
  const names = [...new Set(points.map(({ name }) => name))];
  return {
    title: `Forecast and what happened, within ${value(horizon.years)} ${horizon.years === 1 ? 'year' : 'years'}`,
    description: `Years of alliances in groups of equal size by forecast, ${held_out === 'past' ? 'each foreseen from the years before its decade' : 'each foreseen from states that it does not share'}. On the diagonal what was foretold came as often as foretold; above it more often.`,
    file: `calibration-${held_out}-${horizon.years}`,
    rows: points.map(({ name, forecast, happened, low, high, size }) => ({
      model: name,
      forecast: percent(forecast, 2),
      happened: percent(happened, 2),
      interval: low === null || high === null ? '—' : `${percent(low, 2)}–${percent(high, 2)}`,
      rows: size,
    })),
    spec: {
      data: { values: points },
      facet: { field: 'name', type: 'nominal', sort: names, title: null, header: { labelFontSize: 12, labelLimit: 170 } },
      columns: wide ? 3 : 1,
      spacing: 22,
      spec: {
        width: wide ? 170 : 220,
        height: 150,
        layer: [
          { data: { values: [{ at: 0 }, { at: most }] }, mark: { type: 'line', strokeWidth: 1, color: COLOUR.rule_strong }, encoding: { x: { field: 'at', type: 'quantitative', scale, axis: { ...axis, title: 'forecast' } }, y: { field: 'at', type: 'quantitative', scale, axis: { ...axis, title: 'happened' } } } },
          { transform: [{ filter: 'isValid(datum.low)' }], mark: { type: 'rule' }, encoding: { x: { field: 'forecast', type: 'quantitative', scale }, y: { field: 'low', type: 'quantitative', scale }, y2: { field: 'high' } } },
          { mark: { type: 'point', filled: true, size: 34 }, encoding: { x: { field: 'forecast', type: 'quantitative', scale }, y: { field: 'happened', type: 'quantitative', scale }, tooltip: [{ field: 'forecast', format: '.2%' }, { field: 'happened', format: '.2%' }, { field: 'size' }] } },
        ],
      },
    },
  };
}
