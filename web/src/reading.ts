// A reading: what is read otherwise than the case and its protocol say. Empty, it is the case as it stands. These
// functions make a new reading out of an old one; nothing is computed here.

import type { ProtocolDocument, Schemas } from './types';

export type Reading = Schemas['Reading'];
export type ReadingValue = number | string; // of those that the page has controls for; a file may hold lists too

export const is_empty = (reading: Reading): boolean => Object.keys(reading).length === 0;

// How many things are read otherwise: three priors that belong together are one.
export function changes_in(reading: Reading): number {
  const paths = Object.keys(reading.changes ?? {});
  const priors = paths.some((path) => path.startsWith('prior.')) ? 1 : 0;
  return (
    priors +
    paths.filter((path) => !path.startsWith('prior.')).length +
    (reading.set_aside?.length ?? 0) +
    Object.keys(reading.grades ?? {}).length +
    [reading.protocol, reading.theory, reading.focal, reading.baseline, reading.coders].filter((each) => each !== undefined).length
  );
}

// Without keys that say nothing.
function tidy(reading: Reading): Reading {
  const kept = Object.entries(reading).filter(([, value]) => {
    if (value === undefined || value === '') return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
  });
  return Object.fromEntries(kept);
}

export function choose(reading: Reading, what: 'theory' | 'focal' | 'baseline', id: string): Reading {
  return tidy({ ...reading, [what]: id });
}

// Numbers that were changed differed from those of another protocol.
export function start_from(reading: Reading, protocol: string): Reading {
  return tidy({ ...reading, protocol, changes: {} });
}

export function choose_coders(reading: Reading, coders: string[]): Reading {
  return tidy({ ...reading, coders });
}

export function toggle_item(reading: Reading, id: string): Reading {
  const now = reading.set_aside ?? [];
  return tidy({ ...reading, set_aside: now.includes(id) ? now.filter((each) => each !== id) : [...now, id] });
}

export function set_aside(reading: Reading, ids: readonly string[]): Reading {
  return tidy({ ...reading, set_aside: [...new Set([...(reading.set_aside ?? []), ...ids])] });
}

// `null` takes the grade that the case gives.
export function regrade(reading: Reading, item: string, grade: string | null): Reading {
  const { [item]: _before, ...others } = reading.grades ?? {};
  return tidy({ ...reading, grades: grade === null ? others : { ...others, [item]: grade } });
}

// Values equal to the protocol's own are no change.
export function change(reading: Reading, values: Record<string, ReadingValue>, protocol: ProtocolDocument): Reading {
  const changes = { ...reading.changes, ...values };
  const own = Object.entries(changes).filter(([path, value]) => value_at(protocol, path) !== value);
  const priors = own.some(([path]) => path.startsWith('prior.'));
  const kept = priors ? Object.entries(changes).filter(([path, value]) => path.startsWith('prior.') || value_at(protocol, path) !== value) : own;
  return tidy({ ...reading, changes: Object.fromEntries(kept) });
}

// The three priors out of the one in the middle; the sides stay equal shares of the rest, as in the protocol's grid.
export function priors_around(unchanged: number): Record<string, number> {
  const side = Number(((1 - unchanged) / 2).toFixed(6));
  return { 'prior.weakened': side, 'prior.unchanged': Number((1 - 2 * side).toFixed(6)), 'prior.strengthened': side };
}

const single = (value: unknown): ReadingValue | undefined =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined;

// What the protocol's file says at a key path.
export function value_at(protocol: ProtocolDocument, path: string): ReadingValue | undefined {
  let at: unknown = protocol;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return single(at);
}

export const value_in = (reading: Reading, protocol: ProtocolDocument, path: string): ReadingValue | undefined =>
  single(reading.changes?.[path]) ?? value_at(protocol, path);
