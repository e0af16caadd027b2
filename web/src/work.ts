// What a coder has before them and sends back: the names that the pages use for those of docs/openapi.yaml.

import type { Schemas } from './types';

export type Work = Schemas['Work'];
export type WorkItem = Schemas['WorkItem'];
export type WorkState = WorkItem['state'];
export type WorkCoding = Schemas['WorkCoding'];
export type Judgement = WorkItem['judgements'][number];

export type EntryKind = Schemas['EntryKind'];
export type EntryName = Schemas['EntryName'];
export type CodingName = Schemas['CodingName'];
export type CodingEntry = Schemas['CodingEntry'];
export type StandingEntry = Schemas['StandingEntry'];
export type Entry = StandingEntry['entry'];

export type Edit = Schemas['Edit'];
export type EditSide = Schemas['EditSide'];
export type EditResult = Schemas['EditResult'];
export type EditConflict = Schemas['EditConflict'];

// The fields in which two versions of an entry differ, in the order of the first.
export function differences(mine: Entry, theirs: Entry | null): { key: string; mine: unknown; theirs: unknown }[] {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs ?? {})])];
  return keys
    .map((key) => ({ key, mine: mine[key], theirs: theirs?.[key] }))
    .filter((each) => JSON.stringify(each.mine) !== JSON.stringify(each.theirs));
}

// Any value of an entry as a reader would write it.
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (Array.isArray(value)) return value.map(shown).join('; ');
  if (typeof value === 'object') {
    const { key, at, ...others } = value as Record<string, unknown>;
    if (typeof key === 'string') return at ? `${key}, ${shown(at)}` : key;
    return Object.entries({ ...(at === undefined ? {} : { at }), ...others })
      .map(([name, each]) => `${name}: ${shown(each)}`)
      .join(', ');
  }
  return String(value);
}
