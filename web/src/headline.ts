// The verdict in sentences. Change and outlook are two things and stay two clauses. A sentence is a list of pieces, so
// that names and numbers in it can be links to what stands behind them.

import { in_words, percent, probability } from './numbers';
import { factor_address, item_address } from './place';
import { shortened } from './text';
import type { AssessDocument, Direction, Factor, Finding, Outlook, Size } from './types';
import { list, sentence_case } from './words';

export type Piece = string | { text: string; href: string };
export type Sentence = Piece[];

export const plain = (sentence: Sentence): string =>
  sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

// ---- headline ----

const ADVERB: Record<Size, string> = { none: '', leaning: '', slightly: ' slightly', moderately: ' moderately', clearly: ' clearly' };

function change_clause(direction: Direction, size: Size): string {
  switch (direction) {
    case 'weakened':
    case 'strengthened':
      if (size === 'leaning') return `The alliance leans toward being ${direction}`;
      return `The alliance ${direction}${ADVERB[size]}`;
    case 'unchanged':
      return 'The alliance did not change on balance';
    case 'mixed':
      return 'The alliance moved both ways';
    case 'not-assessed':
      return 'No change could be assessed';
  }
}

// By the words of Intelligence Community Directive 203 for the risk of an end by violation.
export function outlook_words(outlook: Outlook): string {
  switch (outlook.word) {
    case undefined:
      return 'outlook not assessed';
    case 'almost no chance':
    case 'very unlikely':
      return 'expected to endure';
    case 'unlikely':
      return 'more likely to endure than not';
    case 'roughly even chance':
      return 'open';
    default:
      return 'at risk of ending';
  }
}

function outlook_clause(outlook: Outlook): string {
  const words = outlook_words(outlook);
  if (words === 'outlook not assessed') return 'its outlook is not assessed';
  return words === 'open' ? 'whether it endures is open' : `is ${words}`;
}

export function headline({ verdict, outlook }: Pick<AssessDocument, 'verdict' | 'outlook'>): string {
  const change = change_clause(verdict.direction, verdict.size);
  const future = outlook_clause(outlook);
  if (verdict.direction === 'not-assessed') return `${change}; ${future.startsWith('is ') ? `the alliance ${future}` : future}`;
  return future.startsWith('is ') ? `${change}, and ${future}` : `${change}; ${future}`;
}

// ---- the lines below it ----

const factor_link = ({ id, name }: Factor): Piece => ({ text: name, href: factor_address(id) });

function linked_list(factors: Factor[]): Sentence {
  return factors.flatMap((factor, index) => {
    const joint = index === 0 ? '' : index === factors.length - 1 ? ' and ' : ', ';
    return joint === '' ? [factor_link(factor)] : [joint, factor_link(factor)];
  });
}

const PHRASE: [Finding, string][] = [
  ['weakened', ' moved toward collapse'],
  ['strengthened', ' moved toward endurance'],
  ['contested', ' pulled both ways'],
  ['leaning-weakened', ' leaned toward collapse'],
  ['leaning-strengthened', ' leaned toward endurance'],
];

// What moved: found first, then contested and leaning; then how many did not.
export function what_moved({ factors }: Pick<AssessDocument, 'factors'>): Sentence {
  const groups = PHRASE.map(([finding, phrase]) => ({ phrase, members: factors.filter((factor) => factor.finding === finding) }));
  const clauses = groups.filter(({ members }) => members.length > 0).map(({ phrase, members }) => [...linked_list(members), phrase]);
  const unchanged = factors.filter(({ finding }) => finding === 'unchanged').length;
  const assessed = factors.filter(({ finding }) => finding !== 'not-assessed').length;
  if (assessed === 0) return ['No factor could be assessed.'];
  if (clauses.length === 0) return [assessed === 1 ? 'The one factor assessed did not move.' : `None of the ${in_words(assessed)} factors assessed moved.`];
  const rest = unchanged === 0 ? [] : [[unchanged === 1 ? 'one other factor did not move' : `the other ${in_words(unchanged)} factors assessed did not move`]];
  return capitalised([...joined([...clauses, ...rest], '; '), '.']);
}

// What holds the alliance together and what wears at it, by continuity items: another question than what moved.
export function what_holds({ factors }: Pick<AssessDocument, 'factors'>, most = 3): Sentence {
  const by_strength = [...factors].sort((one, other) => Math.abs(other.standing_decibels) - Math.abs(one.standing_decibels));
  const holds = by_strength.filter(({ standing_decibels }) => standing_decibels > 0).slice(0, most);
  const wears = by_strength.filter(({ standing_decibels }) => standing_decibels < 0).slice(0, most);
  const clauses = [
    ...(holds.length > 0 ? [[...linked_list(holds), holds.length === 1 ? ' holds it together' : ' hold it together']] : []),
    ...(wears.length > 0 ? [[...linked_list(wears), wears.length === 1 ? ' wears at it' : ' wear at it']] : []),
  ];
  return clauses.length === 0 ? [] : capitalised([...joined(clauses, '; '), '.']);
}

// How far the verdict depends on the settings of the rules.
export function how_sure({ verdict, sensitivity }: Pick<AssessDocument, 'verdict' | 'sensitivity'>): Sentence {
  const { settings, share } = sensitivity.multiverse;
  if (verdict.direction === 'not-assessed' || settings === 0) return [];
  const agreeing = { text: `${percent(share[verdict.direction] ?? 0)} of ${settings} settings`, href: '#sensitivity' };
  const random: Sentence =
    verdict.as_extreme === null ? [] : ['; random codings of the same new evidence come out as extreme in ', { text: percent(verdict.as_extreme), href: '#sensitivity' }];
  return ['The direction is the same under ', agreeing, ' of the rules', ...random, '.'];
}

// What a reviewer would attack first. The program names clusters in quotes; their strongest items take their place.
export function weakest_point(
  { verdict, factors }: Pick<AssessDocument, 'verdict' | 'factors'>,
  text_of: (item: string) => string | undefined = () => undefined,
): Sentence {
  if (verdict.weakest_point === null) return [];
  const clusters = new Map(factors.flatMap(({ cluster_list }) => cluster_list.map(({ name, strongest_item }) => [name, strongest_item] as const)));
  return verdict.weakest_point.split(/'([^']+)'/).flatMap((part, index): Sentence => {
    if (part === '') return [];
    if (index % 2 === 0) return [part];
    const item = clusters.get(part);
    return item === undefined ? [`‘${part}’`] : ['‘', { text: shortened(text_of(item) ?? part, 70).replace(/\.$/, ''), href: item_address(item) }, '’'];
  });
}

/// The spoken form of three shares, for those who do not see the bar.
export function weights_in_words(shares: { weakened: number; unchanged: number; strengthened: number }): string {
  return list([
    `weakened ${probability(shares.weakened)}`,
    `unchanged ${probability(shares.unchanged)}`,
    `strengthened ${probability(shares.strengthened)}`,
  ]);
}

function joined(clauses: Sentence[], joint: string): Sentence {
  return clauses.flatMap((clause, index) => (index === 0 ? clause : [joint, ...clause]));
}

function capitalised(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  if (first === undefined) return sentence;
  return [typeof first === 'string' ? sentence_case(first) : { ...first, text: sentence_case(first.text) }, ...rest];
}
