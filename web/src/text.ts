// Small forms of text that several parts share.

import type { SourceEntry } from './types';

// At most `length` characters, cut between words.
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[,;:.\s]+$/, '')}…`;
}

// Who stands for a source: its publisher, else its author, else its key.
export function outlet(source: Pick<SourceEntry, 'publisher' | 'author' | 'key'>): string {
  return source.publisher ?? source.author ?? source.key;
}

// The words of an id: `Ohne die Umfragen, é` → ohne, die, umfragen, e. What has no Latin letters has none.
export function id_words(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

// An address as a link only where it is one; anything else stays text.
export function web_address(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
