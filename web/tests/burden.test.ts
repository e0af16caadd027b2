import { describe, expect, test } from 'vitest';
import { answer_words, asked_whom, behaviour_words, beside_words, exploitation_finding, order_words, reading_words, share_finding, statements_words } from '../src/burden_sentences';
import { asked_of, conduct_chart, demands_chart, guideline_chart, measured, opinions_chart, ranges_chart, ranges_of } from '../src/charts/burden';
import type { BurdenDemand, BurdenGroup, BurdenGuideline, BurdenMeasure, BurdenMember, BurdenYear, ConductCount, OpinionOfAudience, Schemas } from '../src/types';

// Invented: three members of a league; Utopia spends most of its output, Laputa least, Erewhon is the largest.
const effort = { id: 'effort', name: 'spending, share of output', heading: '% GDP', unit: '% of GDP', decimals: 1 } as BurdenMeasure;
const reading = (value: number | null, of_year = 2017): Schemas['BurdenReading'] => ({
  measure: 'effort',
  value,
  why_not: value === null ? 'no row' : null,
  of_year: value === null ? null : of_year,
  stale: value !== null && of_year < 2017,
  place: value === null ? null : 0,
});
const member = (number: number, code: string, value: number | null, of_year?: number): BurdenMember => ({ number, code, size: { value: 10 * number, why_not: null }, measures: [reading(value, of_year)] });
const correlation = (rho: number | null, rest: Partial<Schemas['BurdenCorrelation']> = {}): Schemas['BurdenCorrelation'] => ({
  n: 3,
  rho,
  p_two: rho === null ? null : 0.5,
  p_more: rho === null ? null : 0.25,
  exact: true,
  p_error: null,
  low: rho === null ? null : rho - 0.3,
  high: rho === null ? null : rho + 0.3,
  without_largest: null,
  why_not: rho === null ? 'fewer than four members' : null,
  ...rest,
});
const year = (when: number, ...members: BurdenMember[]): BurdenYear => ({ year: when, members, leader: null, leader_share: null, leader_size_share: null, exploitation: correlation(null) });
const range = (best: number, worst: number, under_weights: number, above_median: number, first: number, last: number): Schemas['ShareRange'] => ({ scaling: 'ranks', best, worst, above_median, first, last, under_weights, score: 0.5 });
const group = (): BurdenGroup => ({
  name: 'the league',
  asked_as: 'ERE,LAP,UTO',
  members: [
    { code: 'ERE', name: 'Erewhon', number: 1 },
    { code: 'LAP', name: 'Laputa', number: 2 },
    { code: 'UTO', name: 'Utopia', number: 3 },
  ],
  now: year(2017, member(1, 'ERE', 1.6), member(2, 'LAP', 1.25, 2016), member(3, 'UTO', 2)),
  fair_share: {
    measures: ['effort'],
    left_out: [],
    alike: [],
    weightings: 66,
    members: [
      { number: 1, code: 'ERE', ranks: [2], ranges: [range(1, 2, 2, 0.5, 0.25, 0)] },
      { number: 2, code: 'LAP', ranks: [3], ranges: [range(3, 3, 3, 0, 0, 1)] },
      { number: 3, code: 'UTO', ranks: [1], ranges: [range(1, 2, 1, 1, 0.75, 0)] },
    ],
    unranked: [],
    why_not: null,
  },
  guidelines: [],
  history: [year(2015, { ...member(1, 'ERE', null), measures: [reading(1.4)] }), year(2016, member(1, 'ERE', 1.5), member(2, 'LAP', 1.25)), year(2017, member(1, 'ERE', 1.6), member(2, 'LAP', 1.25, 2016))],
  of_case: null,
  notes: [],
});
const demand = (date: string, text: string, measure: string | null = 'effort'): BurdenDemand => ({
  id: text,
  by: 'Utopia',
  of: ['Laputa'],
  date,
  measure,
  at_least: 2,
  text,
  item: null,
  answer: 'open',
  answer_item: null,
  sources: [],
  rows: [],
  note: null,
  asked: [],
  together: null,
  together_of: 0,
});

describe('ranks over all weightings', () => {
  test('stand in the order of the weights in use, with their best and their worst', () => {
    expect(ranges_of(group(), 'ranks').map(({ state, best, worst }) => [state, best, worst])).toEqual([
      ['Utopia', 1, 2],
      ['Erewhon', 1, 2],
      ['Laputa', 3, 3],
    ]);
    expect(ranges_chart(group(), 2017, 'ranks').rows).toHaveLength(3);
  });
  test('are not made up for a scale that was not computed', () => {
    expect(ranges_of(group(), 'range')).toEqual([]);
  });
  test('say who carries most and least, and of whom it holds whatever counts', () => {
    expect(share_finding(group(), 'ranks')).toBe('Among 3 members Utopia carries most under 75% of all weightings, Laputa least under 100%; Utopia above the median whatever counts, Laputa never above it.');
  });
  test('name all who share the first place', () => {
    const even = group();
    for (const member of even.fair_share.members) member.ranges = [range(1, 3, 1, 0.5, 0.4, 0.3)];
    expect(share_finding(even, 'ranks')).toBe('Among 3 members Erewhon, Laputa and Utopia each carry most under 40% of all weightings, Erewhon, Laputa and Utopia least under 30%.');
  });
  test('say why there are none', () => {
    const without = group();
    without.fair_share = { ...without.fair_share, members: [], weightings: 0, why_not: 'fewer than two measures are known' };
    expect(share_finding(without, 'ranks')).toBe('In the league nobody is ranked: fewer than two measures are known.');
  });
});

describe('a number', () => {
  test('that is older than the year asked for says its year; one that is missing is no nought', () => {
    expect(reading_words(reading(1.25, 2016), effort)).toBe('1.3 (2016)');
    expect(reading_words(reading(2), effort)).toBe('2.0');
    expect(reading_words(reading(null), effort)).toBe('—');
  });
  test('has the decimals of its measure and grouped thousands', () => {
    expect(measured(12345.6, { decimals: 0 })).toBe('12,346');
    expect(measured(1234.56, { decimals: 2 })).toBe('1,234.56');
    expect(measured(-0.5, { decimals: 1 })).toBe('−0.5');
  });
});

describe('a guideline', () => {
  const guideline: BurdenGuideline = {
    id: 'two',
    measure: 'effort',
    at_least: 2,
    text: null,
    bindingness: 'aspirational',
    since: '2014-09-05',
    deadline: '2024-12-31',
    agreed: true,
    before_it: false,
    money_unit: 'million USD',
    money_mixes: 'the share is by one, the output by another',
    meet: 1,
    judged: 3,
    members: [{ code: 'UTO', name: 'Utopia', number: 3, compliance: 'meets', difference: 0, money: null, rounding_would_pass: false, progress: null }],
    sources: [],
  };
  test('is drawn with who meets it, the most first, and with stale numbers marked', () => {
    const chart = guideline_chart(group(), guideline, effort, 0, group().now);
    expect(chart.title).toBe('1 of 3 at or above 2.0 % of GDP, 2017: spending, share of output');
    expect(chart.rows.map((row) => [row['state'], row['meets']])).toEqual([
      ['Utopia', 'meets'],
      ['Erewhon', 'below'],
      ['Laputa', 'below'],
    ]);
    expect(chart.description).toContain('aspirational, by 2024-12-31');
    expect(chart.description).not.toContain('mixes sources'); // no money is shown
  });
  test('says of the money beside it that it mixes sources', () => {
    const below = { ...guideline.members[0]!, number: group().now.members[1]!.number, compliance: 'below' as const, money: 12.5 };
    const chart = guideline_chart(group(), { ...guideline, members: [below] }, effort, 0, group().now);
    expect(chart.description).toContain('mixes sources: the share is by one, the output by another');
    expect(chart.rows.map((row) => row['to close the gap, million USD a year'])).toContain(12.5);
  });
});

describe('an alliance beside others', () => {
  const theory = { effort: 'effort', measures: [effort] } as unknown as Parameters<typeof beside_words>[2];
  const promise = (changes: Partial<BurdenGuideline>): BurdenGuideline => ({ measure: 'effort', at_least: 2, agreed: true, meet: 1, judged: 3, ...changes }) as BurdenGuideline;
  test('is told by the range of its members, and by what it agreed on, each once', () => {
    const league = { ...group(), guidelines: [promise({}), promise({}), promise({ judged: 2 }), promise({ agreed: false, at_least: 3 })] };
    expect(beside_words(league, 2017, theory)).toMatchObject({ effort: '1.3 to 2.0', guideline: '1 of 3 at 2.0 % of GDP: spending, share of output', leader: '—', rho: '—', demands: '—' });
  });
  test('has a leader without a part where too few are known', () => {
    const led = { ...group(), now: { ...group().now, leader: { code: 'UTO', name: 'Utopia', number: 3 } } };
    expect(beside_words(led, 2017, theory).leader).toBe('Utopia; its part is not known');
  });
});

describe('size and effort', () => {
  test('show no clear order where the interval holds nought', () => {
    expect(exploitation_finding({ ...year(2017), exploitation: correlation(0.1, { n: 9 }) })).toBe('Size and effort show no clear order: Spearman’s ρ +0.10 (−0.20 to +0.40), p .50, 9 members.');
  });
  test('name the direction where it does not, and what remains without the largest', () => {
    const finding = exploitation_finding({ ...year(2017), exploitation: correlation(0.6, { n: 9, without_largest: 0.5 }) });
    expect(finding).toContain('The larger a member, the larger the share it spends');
    expect(finding).toContain('; +0.50 without the largest');
  });
  test('say why nothing was computed', () => {
    expect(exploitation_finding(year(2017))).toBe('Whether the large carry more than in proportion cannot be said: fewer than four members.');
  });
});

describe('demands beside what was done', () => {
  const demands = [demand('2017-05-25', 'three'), demand('2017-02-18', 'two'), demand('2016', 'pay for the bases', null)];
  test('have one number by date in every picture, and stand in those of what they ask for', () => {
    expect(asked_of(demands, 'effort').map(({ number, text }) => [number, text])).toEqual([
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(asked_of(demands, null).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
  test('are drawn over years that are known; a stale number stands in for no year', () => {
    const chart = demands_chart(group(), demands, effort, 0);
    expect(chart?.rows).toEqual([
      { state: 'Erewhon', year: 2015, '% of GDP': 1.4 },
      { state: 'Erewhon', year: 2016, '% of GDP': 1.5 },
      { state: 'Laputa', year: 2016, '% of GDP': 1.25 },
      { state: 'Erewhon', year: 2017, '% of GDP': 1.6 },
    ]);
  });
  test('are not drawn where nobody asked, or fewer than three years are known', () => {
    expect(demands_chart(group(), [], effort, 0)).toBeNull();
    const short = group();
    short.history = short.history.slice(0, 2);
    expect(demands_chart(short, demands, effort, 0)).toBeNull();
  });
  const asked = (name: string, rising_since: number | null, order: Schemas['AskedState']['order'], cannot_say: string | null = null): Schemas['AskedState'] => ({
    state: { code: name, name, number: 1 },
    turns: [],
    borne_out: false,
    p: null,
    p_independent: null,
    persistence: null,
    why_not: null,
    order,
    cannot_say,
    turn: null,
    rising_since,
    change_before: null,
    change_after: null,
    chow_p: null,
    at_demand: { value: null, why_not: 'no row' },
    latest: { value: null, why_not: 'no row' },
    latest_year: null,
  });
  test('say first what needs no test, and give the same answers together', () => {
    const late = 'a turn after 2017 cannot be seen before 2022';
    expect(behaviour_words({ asked: [asked('Laputa', 2014, 'cannot-say', late), asked('Erewhon', null, 'cannot-say', late)] })).toBe(
      `Rising every year before it was asked: Laputa since 2014. Whether it was a turn cannot be said of all (${late}).`,
    );
    expect(behaviour_words({ asked: [asked('Laputa', null, 'no-turn')] })).toBe('None had been rising for two years when it was asked. No turn upwards: Laputa.');
    expect(behaviour_words({ asked: [] })).toBe('');
  });
  test('have an answer and an order in words', () => {
    expect(answer_words('partly-met')).toBe('partly met');
    expect(order_words('turned-before')).toBe('turned up before it was asked');
    expect(asked_whom({ of: [] }, (code) => code)).toBe('the other members');
    expect(asked_whom({ of: ['LAP'] }, () => 'Laputa')).toBe('Laputa');
  });
});

describe('opinion and conduct', () => {
  const opinion = (points: OpinionOfAudience['points']): OpinionOfAudience => ({ id: 'one', name: 'trust', audience: 'public', of: 'Laputa', about: 'person', subject: null, issue: null, figures: ['poll-1', 'poll-2'], items: [], rows: [], points });
  test('a poll without its number of asked has no sampling error', () => {
    const chart = opinions_chart([opinion([{ date: '2016', value: 0.5, n: 1000, figure: null, change: null }, { date: '2017', value: 0.24, n: null, figure: null, change: null }])], 'Opinion', (code) => code);
    const points = (chart?.spec['data'] as { values: { low: number | null }[] }).values;
    // 0.5 − 1.959964 · √(0.25 / 1000) = 0.4690
    expect(points[0]!.low).toBeCloseTo(0.469, 4);
    expect(points[1]!.low).toBeNull();
  });
  test('what was said and not polled is in no picture', () => {
    const said = { ...opinion([{ date: '2016', value: 1, n: null, figure: null, change: null }]), figures: [], items: ['one'] };
    expect(opinions_chart([said], 'Opinion', (code) => code)).toBeNull();
    expect([1, 0, 0.5].map(statements_words)).toEqual(['assure', 'raise doubt', '50% assure']);
  });
  test('no opinion is no picture', () => {
    expect(opinions_chart([opinion([])], 'Opinion', (code) => code)).toBeNull();
  });
  test('doubts stand to the left of what assures', () => {
    const count: ConductCount = {
      guarantor: { code: 'ERE', name: 'Erewhon', number: 1 },
      period: 'now',
      by_conduct: {},
      words_assuring: 3,
      words_doubting: 2,
      acts_assuring: 1,
      acts_doubting: 0,
      borne_out: 1,
      belied: 0,
    };
    const chart = conduct_chart([count], () => 'Now');
    const bars = (chart.spec['data'] as { values: { what: string; along: number }[] }).values;
    expect(bars.map(({ what, along }) => [what, along])).toEqual([
      ['words that assure', 3],
      ['acts that assure', 1],
      ['words that raise doubt', -2],
    ]);
    expect(chart.rows[0]).toMatchObject({ guarantor: 'Erewhon', period: 'Now', 'words borne out by an act': 1 });
  });
});
