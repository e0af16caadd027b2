// What the comparison of cases says, in words; it computes nothing.
import { probability } from './numbers';
import type { ComparedFactor, ComparedIssueInCase, CompareDocument, OrderTest } from './types';

// `+.57`, `−.20`, `.00`
export function tilt_words(tilt: number | null): string {
  if (tilt === null) return '—';
  if (Math.abs(tilt) < 0.005) return '.00';
  return `${tilt > 0 ? '+' : '−'}${probability(Math.abs(tilt))}`;
}

export const named_cases = (compared: CompareDocument): string[] => compared.cases.map(({ name }) => name);

// What the coders say of a factor of two cases: `differ` in the eyes of every coder, `noise`, and so on.
export type CodersSay = 'alike' | 'differ' | 'noise' | 'untold' | 'one';

export function coders_say({ accord, coders }: ComparedFactor): CodersSay {
  if (accord === 'alike' || accord === 'same-side') return 'alike';
  if (accord !== 'differs') return 'one';
  if (coders === null || coders.kept + coders.level + coders.reversed === 0) return 'untold';
  return coders.level + coders.reversed === 0 ? 'differ' : 'noise';
}

export const CODER_WORDS: Record<CodersSay, string> = {
  alike: 'the same finding',
  differ: '≠ more than coding noise',
  noise: 'within coding noise',
  untold: 'no second coder to tell',
  one: 'assessed in one case only',
};

const ASKED: Record<OrderTest['name'], string> = {
  coders: 'each coder of one against each of the other',
  settings: 'both under the same setting of the protocol’s grid',
  clusters: 'one of them without one event (a cluster of its items)',
  'same-evidence': 'both on the same class, leaning or kind of evidence only, or without it',
  'common-factors': 'both on the factors that both have',
};
export const asked_again = ({ name }: OrderTest): string => ASKED[name] ?? name;

const NAMED = 3;

export function turned_round_by({ reason, turned_by, reversed }: OrderTest): string {
  if (reason !== undefined) return reason;
  if (turned_by.length === 0) return reversed === 0 ? 'nothing' : '—';
  const more = turned_by.length - NAMED;
  return `${turned_by.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// ` ▼`, or ` ▼7 ▲2` where the items go both ways.
export function arrows({ toward_collapse, toward_endurance }: Pick<ComparedIssueInCase, 'toward_collapse' | 'toward_endurance'>): string {
  if (toward_collapse > 0 && toward_endurance > 0) return ` ▼${toward_collapse} ▲${toward_endurance}`;
  return toward_collapse > 0 ? ' ▼' : toward_endurance > 0 ? ' ▲' : '';
}

// `break with earlier practice ▼, 9 of 32 items`
export function issue_words(cell: ComparedIssueInCase): string {
  if (!cell.of_this_case) return 'not an issue of this case';
  if (cell.continuity === null) return 'no coded item';
  if (cell.continuity === 'continued') return 'continued';
  return `${cell.continuity === 'reversed' ? 'break with earlier practice' : 'new'}${arrows(cell)}, ${cell.items} of ${cell.coded} items`;
}
