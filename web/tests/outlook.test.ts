import { describe, expect, test } from 'vitest';
import { calibration_chart, drivers_chart, history_chart, scenarios_chart } from '../src/charts/outlook';
import { fitted_rows, model_in_words, moved_in_words } from '../src/fitted_scenario';
import type { BacktestHorizon, Ending, FittedScenario, OutlookDocument, OutlookDriver, ScenarioDocument } from '../src/types';

// Invented: four alliances of Ruritania; one was violated after ten years, one replaced after twenty.
type History = NonNullable<OutlookDocument['history']>;
const ENDINGS: Ending[] = ['violation', 'new-relationship', 'fulfilled', 'independence-lost'];
const history = (changes: Partial<History> = {}): History => ({
  level: 'alliance',
  units: 4,
  source: 'invented',
  totals: [],
  curve: [
    { years: 0, at_risk: 4, survival: 1, low: null, high: null, modes: [0, 0, 0, 0] },
    { years: 10, at_risk: 4, survival: 0.75, low: 0.13, high: 0.96, modes: [0.25, 0, 0, 0] },
    { years: 20, at_risk: 3, survival: 0.5, low: 0.06, high: 0.84, modes: [0.25, 0.25, 0, 0] },
  ],
  here: 12,
  median: 20,
  from_age: null,
  ...changes,
});

interface Layered {
  layer: { data?: { values: Record<string, unknown>[] } }[];
}
const values_of = (spec: unknown, layer: number) => (spec as Layered).layer[layer]?.data?.values ?? [];

describe('what became of alliances', () => {
  test('shares of every age add up to one, and endings that never came are not drawn', () => {
    const { spec, rows } = history_chart(history(), ENDINGS, 'Ruritania–Utopia');
    const layers = values_of(spec, 0);
    for (const years of [0, 10, 20]) {
      const sum = layers.filter((layer) => layer['years'] === years).reduce((total, layer) => total + (layer['share'] as number), 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(new Set(layers.map((layer) => layer['what']))).toEqual(new Set(['in force', 'new relationship', 'violation']));
    expect(rows[1]).toMatchObject({ years: 10, 'at risk': 4, interval: '.13–.96' });
    expect(rows[0]?.['interval']).toBe('—');
  });
  test('the alliance is marked only where its age lies on the picture', () => {
    expect(values_of(history_chart(history(), ENDINGS, 'R–U').spec, 1)).toEqual([{ at: 12, name: 'R–U' }]);
    expect(values_of(history_chart(history({ here: 30 }), ENDINGS, 'R–U').spec, 1)).toEqual([]);
    expect(values_of(history_chart(history({ here: null }), ENDINGS, 'R–U').spec, 1)).toEqual([]);
  });
});

const driver = (changes: Partial<OutlookDriver>): OutlookDriver => ({
  covariate: 'rival',
  name: 'a common rival',
  factor: 'threat-perception',
  pace: 'structure',
  value: 1,
  of_year: 2016,
  stale: false,
  reference: 0.4,
  log_odds: { value: -0.5, low: -0.9, high: 0.1 },
  decibels: { value: -2, low: -4, high: 0.5 },
  expected: 'endurance',
  finding: 'as-expected',
  ...changes,
});

test('a driver whose sign is against the theory is marked and said to be', () => {
  const { rows, description, spec } = drivers_chart([driver({}), driver({ covariate: 'institutions', name: 'institutions', finding: 'opposite', decibels: { value: 3, low: 1, high: 5 } })]);
  expect(rows.map((row) => row['sign and theory'])).toEqual(['as the theory expects', 'against the theory']);
  expect(description).toContain('✱');
  expect((spec['data'] as { values: { label: string }[] }).values.map(({ label }) => label)).toEqual(['a common rival', 'institutions ✱']);
  expect(drivers_chart([driver({})]).description).not.toContain('✱');
});

test('scenarios are drawn by the share of draws, and no scenario is given a probability', () => {
  const shares = { weakened: 0.7, unchanged: 0.2, strengthened: 0, mixed: 0.1 };
  const document = {
    draws: 1000,
    unchanged: { verdict: { direction: 'unchanged', size: 'none' } },
    scenarios: [{ name: 'Relit crisis', result: { shares, flips: 0.8 } }],
  } as unknown as ScenarioDocument;
  const { rows, spec, description } = scenarios_chart(document);
  expect(rows).toEqual([{ scenario: 'Relit crisis', weakened: '70%', mixed: '10%', unchanged: '20%', strengthened: '0%', flips: '80%' }]);
  expect((spec['data'] as { values: unknown[] }).values).toHaveLength(3);
  expect(description).toContain('no probabilities');
});

test('calibration leaves the base rate out, which has one forecast only', () => {
  const group = { forecast: 0.02, happened: 0.01, low: null, high: null, size: 50 };
  const scores = { log: null, skill: null, brier: null, area: null, brier_parts: null, calibration: [group] };
  const model = (id: string, role: 'base' | 'theory') => ({ id, name: id, role, why_not: null, past: scores, states: scores, coefficients: [] });
  const horizon = { years: 5, models: [model('base-rate', 'base'), model('reasons', 'theory')] } as unknown as BacktestHorizon;
  const { rows } = calibration_chart(horizon, 'past', true);
  expect(rows).toEqual([{ model: 'reasons', forecast: '2.00%', happened: '1.00%', interval: '—', rows: 50 }]);
});

describe('a scenario that moves what a model was fitted to', () => {
  const fitted: FittedScenario = {
    why_not: null,
    model: { id: 'power', name: 'Power alone', chosen: false, reason: 'shown for its drivers' },
    covariates: [{ id: 'shared-rival', name: 'a rival of both', now: 1, of_year: 2018, low: 0, high: 1 }],
    horizons: [
      {
        years: 5,
        now: { p: 0.066, low: 0.008, high: 0.213 },
        least: { p: 0.021, low: null, high: null },
        greatest: { p: 0.066, low: 0.008, high: 0.213 },
        drawn: { mean: 0.043, low: 0.021, high: 0.066 },
      },
    ],
    warnings: [],
  };

  test('stands beside now, with the intervals that the fit has', () => {
    expect(fitted_rows(fitted)).toEqual([
      { within: '5 years', now: '6.6% (0.8%–21.3%)', least: '2.1%', greatest: '6.6% (0.8%–21.3%)', mean: '4.3%', middle: '2.1%–6.6%' },
    ]);
  });
  test('says what moves, and that the contest did not choose the model', () => {
    expect(fitted.covariates.map(moved_in_words)).toEqual(['a rival of both: 1 → 0 to 1']);
    expect(model_in_words(fitted)).toBe('Power alone, NOT chosen by the contest: shown for its drivers');
  });
  test('without a model has no words about one', () => {
    expect(model_in_words({ ...fitted, model: null })).toBe('');
  });
});
