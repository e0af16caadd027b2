// The documents' enumerations in words for readers; nothing else in the pages names one.

import type { Continuity, Direction, Ending, Finding, IndicatorReading, Ledger, Level, OutlookDriver, Schemas, Size } from './types';

// How something is coloured and marked: never by colour alone, always with its mark or word.
export type Tone = 'weakened' | 'unchanged' | 'strengthened' | 'mixed' | 'none';

export const MARK: Record<Tone, string> = { weakened: '▼', unchanged: '–', strengthened: '▲', mixed: '◆', none: '' };

const FINDING: Record<Finding, string> = {
  weakened: 'weakened',
  unchanged: 'unchanged',
  strengthened: 'strengthened',
  'leaning-weakened': 'leans to weakened',
  'leaning-strengthened': 'leans to strengthened',
  contested: 'contested',
  'not-assessed': 'not assessed',
};
export const finding = (id: Finding): string => FINDING[id] ?? id;

const FINDING_TONE: Record<Finding, Tone> = {
  weakened: 'weakened',
  unchanged: 'unchanged',
  strengthened: 'strengthened',
  'leaning-weakened': 'weakened',
  'leaning-strengthened': 'strengthened',
  contested: 'mixed',
  'not-assessed': 'none',
};
export const finding_tone = (id: Finding): Tone => FINDING_TONE[id] ?? 'none';
export const is_leaning = (id: Finding): boolean => id.startsWith('leaning-');

const DIRECTION: Record<Direction, string> = {
  weakened: 'weakened',
  unchanged: 'unchanged',
  strengthened: 'strengthened',
  mixed: 'moved both ways',
  'not-assessed': 'not assessed',
};
export const direction = (id: Direction): string => DIRECTION[id] ?? id;
export const direction_tone = (id: Direction): Tone => (id === 'not-assessed' ? 'none' : id);

const SIZE: Record<Size, string> = {
  none: '',
  leaning: 'leaning to',
  slightly: 'slightly',
  moderately: 'moderately',
  clearly: 'clearly',
};

// `moderately weakened`, `leaning to weakened`, `unchanged`.
export function verdict(id: Direction, size: Size): string {
  const moved = id === 'weakened' || id === 'strengthened';
  return moved && SIZE[size] ? `${SIZE[size]} ${DIRECTION[id]}` : direction(id);
}

export const LEDGER: Record<Ledger, { title: string; explained: string }> = {
  collapse: { title: 'Causes of collapse', explained: 'Reasons why an alliance may come apart.' },
  endurance: { title: 'Reasons to endure', explained: 'Reasons why it may outlive its first purpose.' },
};

const PUSH: Record<Ledger, string> = { collapse: 'toward collapse', endurance: 'toward endurance' };
export const push = (id: Ledger): string => PUSH[id] ?? id;
export const push_tone = (id: Ledger): Tone => (id === 'collapse' ? 'weakened' : 'strengthened');

const NOVELTY = { new: 'new', continuity: 'continuity' } as const;
export const novelty = (id: 'new' | 'continuity'): string => NOVELTY[id] ?? id;

const LEVEL: Record<Level, string> = {
  words: 'words',
  opinion: 'opinion',
  act: 'act',
  structural: 'structural',
  absence: 'absence',
};
export const level = (id: Level): string => LEVEL[id] ?? id;

export const MAGNITUDE = ['none', 'words or opinion', 'an act', 'a structural change'] as const;

const ENDING: Record<Ending, string> = {
  violation: 'violation',
  'new-relationship': 'new relationship',
  fulfilled: 'provisions fulfilled',
  'independence-lost': 'loss of independence',
  defeat: 'defeat',
};
export const ending = (id: Ending): string => ENDING[id] ?? id;

const DRIVER_FINDING: Record<OutlookDriver['finding'], string> = {
  'as-expected': 'as the theory expects',
  opposite: 'against the theory',
  'not-told-apart': 'cannot be told from none',
};
export const driver_finding = (id: OutlookDriver['finding']): string => DRIVER_FINDING[id] ?? id;

const CONTINUITY: Record<Continuity, string> = { continued: 'continued', reversed: 'broken', new: 'new' };
export const continuity = (id: Continuity | null): string => (id === null ? 'not assessed' : (CONTINUITY[id] ?? id));
export const CONTINUITY_MARK: Record<Continuity, string> = { continued: '○', reversed: '✕', new: '●' };

const CLASS: Record<string, string> = {
  press: 'press',
  official: 'official',
  poll: 'poll',
  expert: 'expert',
  treaty: 'treaty text',
  dataset: 'data set',
  social: 'social media',
};
export const source_class = (id: string | null): string => (id === null ? 'class not stated' : (CLASS[id] ?? id));

const LEANING: Record<string, string> = {
  none: 'none stated',
  left: 'left',
  'centre-left': 'centre-left',
  centre: 'centre',
  'centre-right': 'centre-right',
  right: 'right',
  government: 'government',
};
export const leaning = (id: string | null): string => (id === null ? 'not stated' : (LEANING[id] ?? id));

const LANGUAGE: Record<string, string> = {
  en: 'English', ja: 'Japanese', ko: 'Korean', zh: 'Chinese', de: 'German', fr: 'French', pl: 'Polish', tr: 'Turkish',
  ru: 'Russian', nl: 'Dutch', it: 'Italian', es: 'Spanish', no: 'Norwegian',
};
export const language = (id: string): string => LANGUAGE[id] ?? id;

// Admiralty code: reliability of the source, credibility of the report. 1 is also what an official text says of itself:
// nobody else has to confirm that it was said.
const RELIABILITY: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
const CREDIBILITY: Record<string, string> = {
  '1': 'confirmed by other sources, or itself the record',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
};
// `B2` → `usually reliable source, report probably true`.
export function grade(code: string | null): string {
  if (code === null) return 'not graded';
  const reliability = RELIABILITY[code.charAt(0)];
  const credibility = CREDIBILITY[code.charAt(1)];
  return reliability && credibility ? `source ${reliability}, report ${credibility}` : code;
}

const READING: Record<IndicatorReading['reading'], string> = {
  'toward-collapse': 'toward collapse',
  steady: 'steady',
  'toward-endurance': 'toward endurance',
  'not-measured': 'not measured',
};
export const reading = (id: IndicatorReading['reading']): string => READING[id] ?? id;
export const reading_tone = (id: IndicatorReading['reading']): Tone =>
  id === 'toward-collapse' ? 'weakened' : id === 'toward-endurance' ? 'strengthened' : id === 'steady' ? 'unchanged' : 'none';

const MATCH: Record<IndicatorReading['match'], string> = {
  agrees: 'agrees with the finding',
  opposes: 'opposes the finding',
  'one-moved': 'only one of the two moved',
  'no-compare': 'cannot be compared',
};
export const match = (id: IndicatorReading['match']): string => MATCH[id] ?? id;

const BASIS: Record<string, string> = {
  read: 'read in a source',
  computed: 'computed again',
  internal: 'the source contradicts itself',
};
export const basis = (id: string): string => BASIS[id] ?? id;

const RESOLUTION: Record<string, string> = {
  open: 'open',
  'came-true': 'came true',
  failed: 'failed',
  unscorable: 'cannot be scored',
};
export const resolution = (id: string): string => RESOLUTION[id] ?? id;

const CLUSTERING: Record<string, string> = {
  'as-coded': 'clusters as coded',
  'each-item-alone': 'each item alone',
};
export const clustering = (id: string): string => CLUSTERING[id] ?? id;

const DOCUMENT: Record<string, string> = {
  case: 'the case itself',
  assess: 'the assessment',
  trajectory: 'the trajectory over the periods',
  continuity: 'the continuity of the issues',
  figures: 'figures and series',
  agreement: 'the agreement between coders',
  check: 'the check of the files',
  items: 'the items of evidence',
  sources: 'the sources',
  claims: 'the claims',
  meetings: 'the meetings',
  corrections: 'the corrections',
  scenarios: 'the scenarios',
  theory: 'the theory',
  protocol: 'the protocol',
  threat: 'the threats',
  burden: 'the burden',
  compare: 'the comparison',
  'burdens-beside': 'the burdens of the cases beside',
  outlook: 'the outlook',
  backtest: 'the contest of models',
  scenario: 'what scenarios would do',
  forecast: 'the forecasts',
};
export const document_name = (id: string): string => DOCUMENT[id] ?? id;

// `a`, `a and b`, `a, b and c`.
export function list(words: string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export const sentence_case = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// An id as words: `tpp-left` → `tpp left`.
export const plain_id = (id: string): string => id.replaceAll('-', ' ');

// ---- threat ----

export const RESPONSE: Record<Schemas['ResponsePrediction']['response'], string> = {
  balance: 'It would balance',
  bandwagon: 'It would bandwagon',
  open: 'The rules leave it open',
  'cannot-judge': 'No rule can be judged',
  'no-threat': 'It faces no threat here',
  ally: 'It has nothing to balance against: an ally',
};

const RULE_OUTCOME: Record<Schemas['RuleOutcome'], string> = { met: 'holds', 'not-met': 'does not hold', 'cannot-judge': 'cannot be judged' };
export const rule_outcome = (id: Schemas['RuleOutcome']): string => RULE_OUTCOME[id] ?? id;

const ANSWER: Record<Schemas['ClaimAnswer'], string> = { holds: 'holds', fails: 'fails', depends: 'depends', 'cannot-tell': 'cannot be told' };
export const claim_answer = (id: Schemas['ClaimAnswer']): string => ANSWER[id] ?? id;
export const claim_tone = (id: Schemas['ClaimAnswer']): Tone =>
  id === 'holds' ? 'strengthened' : id === 'fails' ? 'weakened' : id === 'depends' ? 'mixed' : 'none';

const COMPARISON: Record<Schemas['ComparedThreat']['comparison'], string> = {
  both: 'both name it',
  neither: 'neither names it',
  'evidence-only': 'a principal threat by the evidence only',
  'computed-only': 'a principal threat by the components only',
  'cannot-compare': 'cannot be compared',
};
// `first`: how many of the first computed count as principal.
export const comparison = ({ comparison: id, first }: Pick<Schemas['ComparedThreat'], 'comparison' | 'first'>): string =>
  id === 'neither' && first > 0 ? `${COMPARISON[id]} among the first ${first}` : (COMPARISON[id] ?? id);

export const why_missing = (reason: Schemas['WhyMissing']): string => reason?.replaceAll("'", '’') ?? 'unknown';
