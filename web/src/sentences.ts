// What the charts' titles and the sections' first lines say: findings in words, counted from the documents.

import { count, counted, date, percent, value } from './numbers';
import type {
  ContinuityCell,
  Coverage,
  Direction,
  ForcePosture,
  KnownOrNot,
  Rerun,
  Sensitivity,
  Series,
  SeriesPeriodTest,
  SeriesSearch,
  StateThreats,
  Threat,
  TrajectoryPeriod,
  YearOfThreats,
} from './types';
import { continuity, direction, list, sentence_case, source_class, verdict, why_missing } from './words';

// `7 of 10 issues broken, 2 new, 1 continued`; what has no coded item is said apart.
export function continuity_finding(cells: readonly ContinuityCell[]): string {
  const states = (['reversed', 'new', 'continued'] as const).map((state) => ({
    state,
    many: cells.filter((cell) => cell.continuity === state).length,
  }));
  const unknown = cells.filter((cell) => cell.continuity === null).length;
  const present = states.filter(({ many }) => many > 0);
  if (present.length === 0) return `none of ${counted(cells.length, 'issue')} has a coded item`;
  const parts = present.map(({ state, many }, index) =>
    index === 0 ? `${count(many)} of ${counted(cells.length, 'issue')} ${continuity(state)}` : `${count(many)} ${continuity(state)}`,
  );
  if (unknown > 0) parts.push(`${count(unknown)} not assessed`);
  return parts.join(', ');
}

// What a period did: a leaning is no finding and is counted apart.
const PERIOD_WORDS: [direction: Direction, leaning: boolean, words: string][] = [
  ['strengthened', false, 'strengthened it'],
  ['strengthened', true, 'leaned to strengthening it'],
  ['weakened', false, 'weakened it'],
  ['weakened', true, 'leaned to weakening it'],
  ['unchanged', false, 'left it unchanged'],
  ['mixed', false, 'moved it both ways'],
  ['not-assessed', false, 'not assessed'],
];

// `5 strengthened the alliance`, `1 left it unchanged`, for those that occur.
function deeds(periods: readonly TrajectoryPeriod[], of_all = ''): string[] {
  return PERIOD_WORDS.map(([wanted, leaning, words]) => ({
    many: periods.filter((period) => period.direction === wanted && (period.size === 'leaning') === leaning).length,
    words,
  }))
    .filter(({ many }) => many > 0)
    .map(({ many, words }, index) =>
      index === 0 ? `${count(many)}${of_all} ${words.replace(/\bit\b/, 'the alliance')}` : `${count(many)} ${words}`,
    );
}

// `5 of 7 periods strengthened the alliance, 1 left it unchanged, 1 weakened it; 2 cannot be compared`.
export function trajectory_finding(periods: readonly TrajectoryPeriod[]): string {
  const sentence = deeds(periods, ` of ${counted(periods.length, 'period')}`).join(', ');
  const apart = periods.filter(({ comparable }) => !comparable).length;
  return apart === 0 ? sentence : `${sentence}; ${count(apart)} cannot be compared`;
}

// `Trump: moderately weakened. Of the 6 other periods 5 strengthened the alliance, 1 left it unchanged`; a period that cannot
// be compared says so before it is compared.
export function focal_among_periods(periods: readonly TrajectoryPeriod[], focal: string): string {
  const own = periods.find((period) => period.focal.id === focal);
  const others = periods.filter((period) => period.focal.id !== focal);
  if (!own) return trajectory_finding(periods);
  const caveat =
    own.comparable || own.direction === 'not-assessed'
      ? ''
      : `, but not comparable with the others: thinned to the poorest of them, the direction survives in ${percent(own.survives)} of the draws`;
  const told = `${own.focal.name}: ${verdict(own.direction, own.size)}${caveat}`;
  if (others.length === 0) return told;
  return `${told}. Of the ${counted(others.length, 'other period')}, ${list(deeds(others))}`;
}

// `99% of 384 settings say weakened; 3 say moved both ways, 1 says unchanged, none says strengthened`.
export function multiverse_finding(multiverse: Sensitivity['multiverse'], verdict: Direction): string {
  const many = (wanted: Direction) => multiverse.list.filter((setting) => setting.direction === wanted).length;
  const agree = `${percent(many(verdict) / multiverse.settings)} of ${count(multiverse.settings)} settings say ${direction(verdict)}`;
  const others = (['weakened', 'strengthened', 'mixed', 'unchanged', 'not-assessed'] as const)
    .filter((other) => other !== verdict && many(other) > 0)
    .map((other) => `${count(many(other))} ${many(other) === 1 ? 'says' : 'say'} ${direction(other)}`);
  const opposite: Direction | null = verdict === 'weakened' ? 'strengthened' : verdict === 'strengthened' ? 'weakened' : null;
  if (opposite !== null && many(opposite) === 0) others.push(`none says ${direction(opposite)}`);
  return others.length === 0 ? `All ${count(multiverse.settings)} settings say ${direction(verdict)}` : `${agree}; ${others.join(', ')}`;
}

// `1 of 12 runs gives another verdict`, `None of 68 runs gives another verdict`.
export function reruns_finding(reruns: readonly Rerun[], what = 'run'): string {
  if (reruns.length === 0) return `There is no ${what}`;
  const changed = reruns.filter((rerun) => rerun.changes_verdict).length;
  if (changed === 0)
    return reruns.length === 1 ? `The ${what} gives the same verdict` : `None of ${counted(reruns.length, what)} gives another verdict`;
  return `${count(changed)} of ${counted(reruns.length, what)} ${changed === 1 ? 'gives' : 'give'} another verdict`;
}

// `Favourable view of the ally: 50 in 2008, 67 in 2018`; a single point stands alone.
export function series_finding(series: Series): string {
  const known = series.points.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${series.name}: no value`;
  if (first === last) return `${series.name}: ${value(first.value)} in ${date(first.date)}`;
  if (first.date === last.date) return `${series.name}: ${value(first.value)} to ${value(last.value)}`;
  return `${series.name}: ${value(first.value)} in ${date(first.date)}, ${value(last.value)} in ${date(last.date)}`;
}

// `176 of 589 sources: 94 press, 63 official …`, the largest class first.
export function sources_finding(coverage: Coverage, all: number): string {
  const classes = Object.entries(coverage.sources_by_class)
    .sort(([, one], [, two]) => two - one)
    .map(([name, many]) => `${count(many)} ${source_class(name)}`);
  if (classes.length === 0) return 'The verdict rests on no source';
  return `The verdict rests on ${count(coverage.sources)} of ${counted(all, 'source')}: ${list(classes)}`;
}

// `Press and official sources are 157 of the 176 behind the verdict`: the two largest classes.
export function classes_finding(coverage: Coverage): string {
  const largest = Object.entries(coverage.sources_by_class)
    .sort(([, one], [, two]) => two - one)
    .slice(0, 2);
  if (largest.length === 0) return 'No source behind the verdict';
  const many = largest.reduce((sum, [, number]) => sum + number, 0);
  const names = list(largest.map(([name]) => source_class(name)));
  return `${sentence_case(names)}: ${count(many)} of ${counted(coverage.sources, 'source')} behind the verdict`;
}

// What one test of a series at the beginning of a period says.
export function series_test_finding(test: SeriesPeriodTest, sought: number): string {
  if (test.p === null) return test.reason ?? 'not tested';
  const borne_out = (test.p_adjusted ?? test.p) < sought;
  if (borne_out && test.line_fits_better) return 'a steady trend, no step';
  return borne_out ? 'changed' : 'no change to be seen';
}

// Beside the breaks that a search found: how they lie to the date that was tested.
const NAMED: Record<string, string> = {
  same: 'this very date',
  near: 'this date lies within the interval of one',
  other: 'not at this date',
};
export const named_date = (state: string | null): string => (state === null ? '' : (NAMED[state] ?? ''));

// What the searches over all dates say; each stretch between definition breaks is searched by itself and named.
export function searches_finding(searches: readonly SeriesSearch[]): string {
  if (searches.length === 1 && searches[0]) return search_finding(searches[0]);
  return searches.map((search) => `${search.first}–${search.last}: ${search_finding(search)}`).join('; ');
}

// What the search over all dates says of one stretch.
export function search_finding(search: SeriesSearch): string {
  if (search.reason) return search.reason;
  const breaks = search.breaks ?? [];
  if (breaks.length === 0) return 'no break found';
  const dates = list(breaks.map((found) => date(found.last_before)));
  return search.borne_out ? `breaks after ${dates}` : `the best partition breaks after ${dates}, but the test does not bear it out`;
}

// `1`, or `1–3`: the best and the worst rank under any weighting.
export function rank_range({ best, worst }: Pick<Threat, 'best' | 'worst'>): string {
  if (best === null || worst === null) return '—';
  return best === worst ? String(best) : `${best}–${worst}`;
}

// `aggressive intentions of at least .2`: when the theory has a state face a threat.
export function faces_in_words(faces: readonly { value: string; at_least: number | null; at_most: number | null }[]): string {
  return list(
    faces.map(({ value: of, at_least, at_most }) => {
      const bounds = [at_least === null ? '' : `at least ${value(at_least)}`, at_most === null ? '' : `at most ${value(at_most)}`];
      return `${of.replaceAll('-', ' ')} of ${bounds.filter((bound) => bound !== '').join(' and ')}`;
    }),
  );
}

// `threat`, `no threat`, `ally`; a dash where it cannot be judged.
export const status_words = ({ is }: Pick<Threat, 'is'>): string => (is === null ? '—' : is.replaceAll('-', ' '));

// The entries of force posture of which anything is known in that year, with their place in every list `posture`.
export const known_posture = (entries: readonly ForcePosture[], { threats }: Pick<YearOfThreats, 'threats'>): { entry: ForcePosture; at: number }[] =>
  entries
    .map((entry, at) => ({ entry, at }))
    .filter(({ at }) =>
      threats.some(({ posture }) => {
        const of = posture[at];
        return of !== undefined && [of.in_it, of.in_state, of.in_neighbours, ...of.neighbours].some(({ value }) => value !== null);
      }),
    );

const NOT_APPLICABLE = 'not applicable';
const persons = ({ value, why_not }: KnownOrNot): string => (value === null ? why_missing(why_not) : count(value));

// `42`, `at home` of the state whose forces they are, or a dash with the reason.
export function posture_words(threat: Threat, at: number): string {
  const of = threat.posture[at];
  if (of === undefined) return '—';
  if (of.in_state.why_not !== NOT_APPLICABLE) return 'at home';
  return of.in_it.value === null ? `— (${persons(of.in_it)})` : persons(of.in_it);
}

// What the state whose forces they are keeps near the one that may be threatened; nothing where that is not known.
export function forces_near(state: string, entry: ForcePosture, at: number, { threats }: Pick<YearOfThreats, 'threats'>): string | undefined {
  const of = threats.map(({ posture }) => posture[at]).find((each) => each !== undefined && each.in_state.why_not !== NOT_APPLICABLE);
  if (of === undefined || [of.in_state, of.in_neighbours, ...of.neighbours].every(({ value }) => value === null)) return undefined;
  const each = of.neighbours.map((host) => `${host.name} ${host.value === null ? `(${persons(host)})` : persons(host)}`).join(', ');
  const sum = of.in_neighbours.value === null ? `not known in all (${persons(of.in_neighbours)})` : persons(of.in_neighbours);
  const near = of.neighbours.length === 0 ? '' : `; in its neighbours ${sum}: ${each}`;
  return `${entry.name} near ${state}, beside the components and in none: in ${state} ${persons(of.in_state)}${near}.`;
}

// Who comes first as a threat, and how far that depends on the weights. An ally, or a state in which the theory sees no
// threat, may head the ranking; it is not named as a threat.
export function first_threat(state: string, { year, threats, principal }: YearOfThreats, faces: Parameters<typeof faces_in_words>[0]): string {
  const [head] = threats;
  if (head === undefined) return `nothing is known of threats to ${state} in ${year}.`;
  if (head.rank === null) return `no state’s threat to ${state} in ${year} is known in all its components.`;
  if (head.composite === 0) return `no state comes first as a threat to ${state} in ${year}: each is nought in some component.`;
  const passes_not = `does not pass the theory’s condition for a threat (${faces_in_words(faces)})`;
  const heads = `${head.name} heads the ranking, but ${head.is === 'ally' ? `has pledged to defend ${state}` : passes_not}`;
  const first = threats.find(({ code }) => code === principal[0]?.code);
  if (first === undefined || first.rank === null || first.first_share === null) return `no state that can be ranked is a threat to ${state} in ${year}: ${heads}.`;
  if (first.rank > 1) return `${heads}; ${first.name}, of rank ${first.rank}, is the first threat to ${state} in ${year}.`;
  const often = first.first_share === 1 ? 'under every weighting of the components' : `under ${percent(first.first_share)} of all weightings of the components`;
  return `${first.name} is the first threat to ${state} in ${year}, ${often}.`;
}

// Of those without a rank that must not go unseen, what is known of them; the years only where there are several.
export function unranked_in({ unranked }: Pick<StateThreats, 'unranked'>, year: number): string[] {
  return unranked.filter(({ years }) => years.some(({ first, last }) => first <= year && year <= last)).map(({ sentence }) => sentence);
}

// `— (no row; at worst 5)`: the rank, or why there is none and what is known of it.
export function rank_or_not({ rank, composite, composite_why_not, at_worst }: Pick<Threat, 'rank' | 'composite' | 'composite_why_not' | 'at_worst'>): string {
  if (rank !== null) return rank === 1 && composite === 0 ? '—' : String(rank);
  const why = why_missing(composite_why_not);
  return at_worst === null ? `— (${why})` : `— (${why}; at worst ${at_worst})`;
}
