// A coding as it is being written: the form's fields, and the entry of the coder's file that they make.

import type { CodingEntry, CodingName, Edit, Work, WorkItem } from './types';
import type { Ledger } from './types';

export const OUTSIDE = 'outside'; // evidence that the theory has no place for

// Empty: not chosen yet. Nothing is chosen for the coder.
export interface Draft {
  factor: string; // with its aspect
  direction: Ledger | '';
  baseline: string;
  novelty: 'new' | 'continuity' | '';
  against: string;
  searched: string;
  specificity: number;
  cluster: string;
  note: string;
  replaces: CodingName | null; // the coding that it takes the place of
}

export function new_draft(item: WorkItem): Draft {
  const [only, ...more] = item.judgements;
  const baseline = only && more.length === 0 ? only.baseline : '';
  return { factor: '', direction: '', baseline, novelty: '', against: '', searched: '', specificity: 1, cluster: '', note: '', replaces: null };
}

export function draft_of(entry: CodingEntry): Draft {
  const { against } = entry;
  return {
    factor: entry.factor,
    direction: entry.direction,
    baseline: entry.baseline,
    novelty: entry.novelty,
    against: typeof against === 'string' ? against : '',
    searched: typeof against === 'object' ? against.searched : '',
    specificity: entry.specificity,
    cluster: entry.cluster ?? '',
    note: entry.note ?? '',
    replaces: name_of(entry),
  };
}

export const name_of = ({ item, factor, baseline, theory }: CodingEntry): CodingName => ({ item, factor, baseline, theory });

// What a coder still has to say before the coding can be tried; empty: nothing.
export function lacking(draft: Draft): (keyof Draft)[] {
  const fields: (keyof Draft)[] = [];
  if (draft.factor === '') fields.push('factor');
  if (draft.direction === '') fields.push('direction');
  if (draft.baseline === '') fields.push('baseline');
  if (draft.novelty === '') fields.push('novelty');
  if (draft.against === '' && draft.searched.trim() === '') fields.push('against');
  if (draft.cluster.trim() === '' && draft.factor !== OUTSIDE) fields.push('cluster');
  return fields;
}

export function entry_of(draft: Draft, item: string, theory: string): CodingEntry {
  const searched = draft.searched.trim();
  const against = draft.against !== '' ? draft.against : searched !== '' ? { searched } : undefined;
  return {
    item,
    theory,
    factor: draft.factor,
    direction: draft.direction as Ledger,
    baseline: draft.baseline,
    novelty: draft.novelty as 'new' | 'continuity',
    ...(against === undefined ? {} : { against }),
    specificity: draft.specificity,
    ...(draft.cluster.trim() === '' ? {} : { cluster: draft.cluster.trim() }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
  };
}

const about = (work: Work): Pick<Edit, 'file' | 'sha256' | 'coder'> => ({
  file: work.file,
  sha256: work.sha256,
  ...(work.sha256 === null ? { coder: { blind: work.blind } } : {}),
});

export function put_coding(work: Work, item: string, draft: Draft): Edit {
  return { ...about(work), put: [{ kind: 'coding', entry: entry_of(draft, item, work.theory), replaces: draft.replaces }] };
}
export function remove_coding(work: Work, which: CodingName): Edit {
  return { ...about(work), remove: [{ kind: 'coding', id: which }] };
}
// Read, and nothing in it for the theory.
export function mark_read(work: Work, item: string): Edit {
  return { ...about(work), read: [item] };
}
export function unmark_read(work: Work, item: string): Edit {
  return { ...about(work), remove: [{ kind: 'read', id: item }] };
}
