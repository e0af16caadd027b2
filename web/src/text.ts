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

// An address as a link only where it is one; anything else stays text.
export function web_address(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
