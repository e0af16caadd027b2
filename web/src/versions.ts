// Two versions of an entry side by side: a coder's own, and what stands on disk.

import type { Entry } from './types';

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
