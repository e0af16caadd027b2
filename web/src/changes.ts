// What a reading changes, in the words of the page's controls and of the items. The program names keys and ids
// (`prior.strengthened: 0.15 instead of 0.2`, `set aside: a, b`), so that a line can be found again in the files.

import type { Piece, Sentence } from './headline';
import { CLUSTERING_LABEL, PRIOR_LABEL, THRESHOLDS, WEIGHTS } from './knobs';
import type { Lookup } from './lookup';
import { probability } from './numbers';
import { item_address } from './place';
import { shortened } from './text';
import { clustering, list } from './words';

interface Said {
  label: string;
  written: (value: string) => string;
}

const number_by =
  (written: (value: number) => string) =>
  (value: string): string =>
    value === '' || Number.isNaN(Number(value)) ? value : written(Number(value));

const SAID = new Map<string, Said>([
  ...[...WEIGHTS, ...THRESHOLDS].map(({ path, label, written }): [string, Said] => [path, { label: label.replace(/^… and /, 'The alliance moved: '), written: number_by(written) }]),
  ['prior.unchanged', { label: PRIOR_LABEL, written: number_by(probability) }],
  ['prior.weakened', { label: 'Chance that a factor weakened', written: number_by(probability) }],
  ['prior.strengthened', { label: 'Chance that a factor strengthened', written: number_by(probability) }],
  ['dependence.clustering', { label: CLUSTERING_LABEL, written: clustering }],
]);

export interface Change {
  words: Sentence;
  set_aside?: string; // the item, where the change is that
}

type Names = Pick<Lookup, 'item' | 'period_name'>;

// One change may be several: each item stands in a line of its own.
export function changes_in_words(said: string, names: Names): Change[] {
  const items = (ids: string): string[] => ids.split(', ');
  const [, what = '', rest = ''] = /^([^:]+): (.*)$/s.exec(said) ?? [];
  if (what === 'set aside') return items(rest).map((id) => ({ words: ['Set aside: ', item_piece(id, names)], set_aside: id }));
  if (what === 'counts again') return items(rest).map((id) => ({ words: ['Counts again: ', item_piece(id, names)] }));
  if (what.startsWith('grade of ')) return [{ words: ['Grade of ', item_piece(what.slice('grade of '.length), names), `: ${rest}`] }];
  const [now, before] = rest.split(' instead of ');
  if (now === undefined || before === undefined) return [{ words: [said] }];
  const period = (id: string): string => (id === 'none' ? id : names.period_name(id));
  if (what === 'focal period') return [{ words: [`Period judged: ${period(now)} instead of ${period(before)}`] }];
  if (what === 'baseline') return [{ words: [`Judged against: ${period(now)} instead of ${period(before)}`] }];
  if (what === 'coders') return [{ words: [`Coders: ${list(now.split(', '))} instead of ${list(before.split(', '))}`] }];
  const known = SAID.get(what);
  return [{ words: [known ? `${known.label}: ${known.written(now)} instead of ${known.written(before)}` : said] }];
}

function item_piece(id: string, { item }: Names): Piece {
  return { text: shortened(item(id)?.text ?? id, 110).replace(/\.$/, ''), href: item_address(id) };
}
