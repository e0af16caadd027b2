// What a form offers to choose from: the things of a case by the ids that its files use, and the file of a new item.

import { span_of } from './charts/dates';
import { short_date } from './numbers';
import { shortened } from './text';
import type { CasePeriod, Documents, Item } from './types';

export type Suggested = 'actors' | 'corrections' | 'figures' | 'issues' | 'items' | 'participants' | 'periods' | 'sources' | 'topics' | 'zones';

export interface Suggestion {
  id: string; // as it is written into the file
  text: string;
}

export function suggestions_of(documents: Documents<'case' | 'sources' | 'items'>): Record<Suggested, Suggestion[]> {
  const meetings = documents.meetings?.meetings ?? [];
  return {
    actors: by_use(documents.items.items.flatMap(({ actors }) => actors.map(({ written }) => written))),
    corrections: (documents.corrections?.corrections ?? []).map(({ id, stated }) => ({ id, text: shortened(stated, 60) })),
    figures: (documents.figures?.figures ?? []).map(({ id, name }) => ({ id, text: name })),
    issues: documents.case.issues.map(({ id, name }) => ({ id, text: name })),
    items: documents.items.items.map(({ id, date, text }) => ({ id, text: `${short_date(date)}: ${shortened(text, 60)}` })),
    participants: by_use(meetings.flatMap(({ participants }) => participants)),
    periods: documents.case.periods.map(({ id, name }) => ({ id, text: name })),
    sources: documents.sources.sources.map(({ key, title }) => ({ id: key, text: shortened(title, 60) })),
    topics: by_use(meetings.flatMap(({ topics }) => topics)),
    zones: by_use(meetings.map(({ zone }) => zone)),
  };
}

// Each once, the most used first.
function by_use(words: readonly string[]): Suggestion[] {
  const uses = new Map<string, number>();
  for (const word of words) if (word !== '') uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses].sort(([, one], [, other]) => other - one).map(([id]) => ({ id, text: '' }));
}

// For a field that takes several, separated by commas: each one not named yet, after what stands before it. `USA, J`
// offers `USA, JPN`.
export function completions(things: readonly Suggestion[], typed: string): Suggestion[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const named = new Set(before.split(',').map((each) => each.trim()));
  return things.filter(({ id }) => !named.has(id)).map(({ id, text }) => ({ id: before === '' ? id : `${before} ${id}`, text }));
}

// The periods that a date lies in.
export function periods_at(date: string, periods: readonly CasePeriod[]): string[] {
  const span = span_of(date);
  if (span === null) return [];
  return periods
    .filter(({ begin, end }) => {
      const within = span_of(`${begin}…${end}`);
      return within !== null && span.from <= within.to && span.to >= within.from;
    })
    .map(({ id }) => id);
}

// The file that holds the most items of these periods and issues, or of either; where there are none, the first.
export function likely_file(files: readonly string[], items: readonly Pick<Item, 'file' | 'periods' | 'issues'>[], periods: readonly string[], issues: readonly string[]): string | undefined {
  const of_period = (item: (typeof items)[number]): boolean => item.periods.some((each) => periods.includes(each));
  const of_issue = (item: (typeof items)[number]): boolean => item.issues.some((each) => issues.includes(each));
  for (const alike of [(item: (typeof items)[number]) => of_period(item) && of_issue(item), of_period, of_issue]) {
    const those = items.filter(alike);
    const counts = files.map((path) => those.filter(({ file }) => file === path || file.endsWith(`/${path}`)).length);
    const most = Math.max(0, ...counts);
    if (most > 0) return files[counts.indexOf(most)];
  }
  return files[0];
}
