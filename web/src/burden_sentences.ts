// What the numbers of burden sharing say, in sentences; they compute nothing.
import { measured, type Range, ranges_of } from './charts/burden';
import { count, percent, probability, signed } from './numbers';
import type { BurdenDemand, BurdenDocument, BurdenGroup, BurdenMeasure, BurdenScaling, BurdenYear, Schemas } from './types';
import { list, sentence_case } from './words';

const NEAR = 1e-9;

// Those with the largest share of weightings, as `X` or, where equals share the place, `X and Y`.
function at_the_end(ranges: readonly Range[], share: (range: Range) => number): { names: string; share: number; several: boolean } {
  const most = Math.max(...ranges.map(share));
  const names = ranges.filter((range) => most - share(range) < NEAR).map(({ state }) => state);
  return { names: list(names), share: most, several: names.length > 1 };
}

// Who carries most and least, as far as that holds whatever counts.
export function share_finding(group: BurdenGroup, scaling: BurdenScaling): string {
  const ranges = ranges_of(group, scaling);
  if (ranges.length === 0) return `In ${group.name} nobody is ranked: ${group.fair_share.why_not ?? 'too little is known'}.`;
  const most = at_the_end(ranges, ({ first }) => first);
  const least = at_the_end(ranges, ({ last }) => last);
  const always = ranges.filter(({ above }) => above === 1).map(({ state }) => state);
  const never = ranges.filter(({ above }) => above === 0).map(({ state }) => state);
  const firm = [
    always.length > 0 ? `${list(always)} above the median whatever counts` : '',
    never.length > 0 ? `${list(never)} never above it` : '',
  ].filter((part) => part !== '');
  return (
    `Among ${ranges.length} members ${most.names} ${most.several ? 'each carry' : 'carries'} most under ${percent(most.share)} of all weightings, ${least.names} least under ${percent(least.share)}` +
    `${firm.length > 0 ? `; ${firm.join(', ')}` : ''}.`
  );
}

// Of two: by how many of the measures that count and both have, and how often whatever counts.
export function pair_finding(burden: BurdenDocument): string {
  const { pair, theory } = burden;
  if (!pair) return '';
  const counted = pair.answers.filter(({ measure, known }) => known && pair.weighed.includes(measure));
  const first = counted.filter(({ more }) => more === pair.first.number).length;
  const second = counted.filter(({ more }) => more === pair.second.number).length;
  const by_order = pair.shares.find(({ scaling }) => scaling === 'ranks');
  const unknown = theory.measures.filter(({ id, weight }) => weight > 0 && !counted.some(({ measure }) => measure === id)).map(({ name }) => name);
  return (
    `${pair.first.name} against ${pair.second.name}, ${burden.year}: of ${counted.length} measures that count ${pair.first.name} carries more by ${first}, ${pair.second.name} by ${second}` +
    `${by_order ? `; under ${percent(by_order.first_more)} and ${percent(by_order.second_more)} of ${count(pair.weightings)} weightings` : ''}.` +
    `${unknown.length > 0 ? ` Not known of both: ${list(unknown)}.` : ''}`
  );
}

const FEW = 3; // members that a promise is held against in a line for the whole group

// An alliance in one row, beside others: what can be said of it as a whole.
export function beside_words({ name, members, now, guidelines, of_case }: BurdenGroup, year: number, theory: BurdenDocument['theory']) {
  const at = theory.measures.findIndex(({ id }) => id === theory.effort);
  const effort = now.members.flatMap(({ measures }) => measures[at]?.value ?? []);
  const write = (number: number): string => (theory.measures[at] ? measured(number, theory.measures[at]) : '');
  const leader =
    now.leader === null ? '—' : now.leader_share === null ? `${now.leader.name}; its part is not known` : `${now.leader.name}: ${percent(now.leader_share)} of the spending, ${percent(now.leader_size_share)} of the output`;
  const met = guidelines
    .filter(({ agreed, judged }) => agreed && judged >= FEW)
    .map(({ meet, judged, at_least, measure: id }) => {
      const measure = theory.measures.find((each) => each.id === id);
      return `${meet} of ${judged} at ${measure ? `${measured(at_least, measure)} ${measure.unit}: ${measure.name}` : id}`;
    });
  return {
    group: name,
    year,
    members: members.length,
    effort: effort.length === 0 ? '—' : effort.length === 1 ? write(effort[0]!) : `${write(Math.min(...effort))} to ${write(Math.max(...effort))}`,
    leader,
    guideline: [...new Set(met)].join('; ') || 'nothing agreed that can be counted',
    rho: now.exploitation.rho === null ? '—' : signed(now.exploitation.rho, 2),
    demands: of_case ? of_case.demands.length : '—',
  };
}

export function exploitation_finding({ exploitation }: BurdenYear): string {
  const { rho, low, high, p_two, n, why_not, without_largest } = exploitation;
  if (rho === null) return `Whether the large carry more than in proportion cannot be said: ${why_not ?? 'too little is known'}.`;
  const sure = low !== null && high !== null && (low > 0 || high < 0);
  const interval = low === null || high === null ? '' : ` (${signed(low, 2)} to ${signed(high, 2)})`;
  const alone = without_largest === null ? '' : `; ${signed(without_largest, 2)} without the largest`;
  const says = !sure ? 'Size and effort show no clear order' : rho > 0 ? 'The larger a member, the larger the share it spends' : 'The smaller a member, the larger the share it spends';
  return `${says}: Spearman’s ρ ${signed(rho, 2)}${interval}, p ${probability(p_two)}, ${n} members${alone}.`;
}

const ORDER: Record<Schemas['AskedState']['order'], string> = {
  'turned-before': 'turned up before it was asked',
  'turned-after': 'turned up after it was asked',
  'same-year': 'turned up in the same year',
  'no-turn': 'no turn upwards',
  'cannot-say': 'cannot be said',
};
export const order_words = (order: Schemas['AskedState']['order']): string => ORDER[order] ?? order;

// What the asked did, the same answers together: first what needs no test, then what the search for turns found.
export function behaviour_words({ asked }: Pick<BurdenDemand, 'asked'>): string {
  const tested = asked.filter(({ why_not }) => why_not === null);
  if (tested.length === 0) return '';
  const rising = tested.filter(({ rising_since }) => rising_since !== null).map(({ state, rising_since }) => `${state.name} since ${rising_since}`);
  const parts = [rising.length > 0 ? `Rising every year before it was asked: ${list(rising)}.` : 'None had been rising for two years when it was asked.'];
  for (const order of ['turned-before', 'same-year', 'turned-after', 'no-turn', 'cannot-say'] as const) {
    const of_order = tested.filter((each) => each.order === order);
    if (of_order.length === 0) continue;
    const names = of_order.map(({ state, turn }) => `${state.name}${turn ? ` (${turn.first_after})` : ''}`);
    const reasons = [...new Set(of_order.flatMap(({ cannot_say }) => cannot_say ?? []))];
    const whom = of_order.length === tested.length && tested.length > 1 ? 'all' : list(names);
    parts.push(order === 'cannot-say' ? `Whether it was a turn cannot be said of ${whom}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}.` : `${sentence_case(order_words(order))}: ${whom}.`);
  }
  return parts.join(' ');
}

const ANSWER: Record<BurdenDemand['answer'], string> = { open: 'open', met: 'met', refused: 'refused', dropped: 'dropped', 'partly-met': 'partly met' };
export const answer_words = (answer: BurdenDemand['answer']): string => ANSWER[answer] ?? answer;

export const asked_whom = ({ of }: Pick<BurdenDemand, 'of'>, name: (code: string) => string): string => (of.length === 0 ? 'the other members' : list(of.map(name)));

// What the statements of an audience that was not polled say.
export const statements_words = (share: number): string => (share === 1 ? 'assure' : share === 0 ? 'raise doubt' : `${percent(share)} assure`);

// `2.1 (2016)` for a number older than the year asked for; `— (no row)` for none.
export function reading_words(reading: Schemas['BurdenReading'] | undefined, measure: BurdenMeasure): string {
  if (!reading) return '—';
  if (reading.value === null) return '—';
  return `${measured(reading.value, measure)}${reading.stale ? ` (${reading.of_year})` : ''}`;
}

const SCALING: Record<BurdenScaling, string> = {
  ranks: 'by order: who stands before whom',
  range: 'by distance between the least and the most',
  deviations: 'by distance from the mean, in standard deviations',
};
export const scaling_words = (scaling: BurdenScaling): string => SCALING[scaling] ?? scaling;
