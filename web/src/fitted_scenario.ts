// What a scenario does to the outlook of a fitted model, as rows of a table: now, and at the two ends of its ranges.
import { interval, percent, value } from './numbers';
import type { FittedScenario, Schemas } from './types';

const chance = ({ p, low, high }: Schemas['ScenarioChance']): string =>
  low === null || high === null ? percent(p, 1) : `${percent(p, 1)} (${interval(percent(low, 1), percent(high, 1))})`;

export const fitted_rows = ({ horizons }: FittedScenario) =>
  horizons.map(({ years, now, least, greatest, drawn }) => ({
    within: years === 1 ? '1 year' : `${value(years)} years`,
    now: chance(now),
    least: chance(least),
    greatest: chance(greatest),
    mean: percent(drawn.mean, 1),
    middle: interval(percent(drawn.low, 1), percent(drawn.high, 1)),
  }));

// `a state that is a rival of both members: 1 → 0 to 1`
export const moved_in_words = ({ name, now, low, high }: FittedScenario['covariates'][number]): string =>
  `${name}: ${value(now, 3)} → ${value(low, 3)}${low === high ? '' : ` to ${value(high, 3)}`}`;

export const model_in_words = ({ model }: FittedScenario): string =>
  model === null ? '' : `${model.name}, ${model.chosen ? 'chosen' : 'NOT chosen'} by the contest: ${model.reason}`;
