// The things of a case that people write in the browser, field by field as docs/case-format.md has them: what a form
// asks for, and the entry of a file that comes of it.

import type { Suggested } from './suggestions';
import { id_words, web_address } from './text';
import type { Edit, Entry, EntryKind } from './types';

export type WrittenKind = Exclude<EntryKind, 'coding'>;

export interface Field {
  key: string;
  label: string;
  input: 'line' | 'text' | 'choice' | 'words' | 'citations' | 'quote'; // words: a list, separated by commas
  required?: boolean;
  options?: readonly string[];
  suggest?: Suggested;
  one?: boolean; // of citations: a single one
  several?: boolean; // of a line: keys separated by commas
  address?: boolean; // of a web page, as `entente check` wants it
  help?: string;
  example?: string;
}

export interface Form {
  kind: WrittenKind;
  one: string;
  many: string;
  folder: string; // where its entries stand: a file, or a folder of files
  name: string; // the key that names an entry
  fields: Field[];
}

const DATE = 'A day 2017-02-10, a month 2017-02 or a year 2017.';
const GRADE = 'Admiralty code: reliability A–F of the source, credibility 1–6 of the report.';

export const FORMS: readonly Form[] = [
  {
    kind: 'source',
    one: 'source',
    many: 'Sources',
    folder: 'sources.bib',
    name: 'key',
    fields: [
      { key: 'key', label: 'Key', input: 'line', required: true, example: 'asahi-2017-02-11' },
      { key: 'type', label: 'Kind of entry', input: 'choice', required: true, options: ['misc', 'article', 'book', 'incollection', 'inproceedings', 'online', 'phdthesis', 'mastersthesis', 'report', 'techreport', 'unpublished'] },
      { key: 'author', label: 'Author', input: 'line', help: 'Several joined by “and”; an institution in braces: {Ministry of Defense}.' },
      { key: 'title', label: 'Title', input: 'line', required: true },
      { key: 'publisher', label: 'Publisher or outlet', input: 'line' },
      { key: 'journal', label: 'Journal', input: 'line' },
      { key: 'date', label: 'Published', input: 'line', required: true, help: DATE, example: '2017-02-11' },
      { key: 'url', label: 'Address', input: 'line', address: true, example: 'https://…' },
      { key: 'accessed', label: 'Read on', input: 'line', help: 'The day on which the address was read.', example: '2019-01-31' },
      { key: 'class', label: 'Class of outlet', input: 'choice', required: true, options: ['press', 'official', 'poll', 'expert', 'treaty', 'dataset', 'social'] },
      { key: 'leaning', label: 'Leaning', input: 'choice', options: ['none', 'left', 'centre-left', 'centre', 'centre-right', 'right', 'government'] },
      { key: 'grade', label: 'Grade', input: 'line', required: true, help: GRADE, example: 'B2' },
      { key: 'language', label: 'Language', input: 'line', example: 'ja' },
      { key: 'depends-on', label: 'Copies', input: 'line', several: true, suggest: 'sources', help: 'Keys of sources that it repeats, such as the same wire report, separated by commas.' },
      { key: 'note', label: 'Note', input: 'text' },
    ],
  },
  {
    kind: 'item',
    one: 'item',
    many: 'Items',
    folder: 'evidence/',
    name: 'id',
    fields: [
      { key: 'date', label: 'Date', input: 'line', required: true, help: DATE, example: '2017-02-10' },
      { key: 'id', label: 'Id', input: 'line', required: true, help: 'Lower-case words joined by hyphens, best with the date.', example: 'joint-statement-2017-02-10' },
      { key: 'kind', label: 'Kind', input: 'choice', required: true, options: ['words', 'opinion', 'act', 'structural', 'absence'] },
      { key: 'text', label: 'What happened, was said or was measured', input: 'text', required: true, help: 'No judgement in it: what it means is for the coders.' },
      { key: 'actors', label: 'Actors', input: 'words', required: true, suggest: 'actors', help: 'Codes or names, the doer first, separated by commas.', example: 'USA, JPN' },
      { key: 'sources', label: 'Sources', input: 'citations', required: true, suggest: 'sources', help: 'One a line: its key, and after a blank the place in it.', example: 'thesis-2019 §3.3' },
      { key: 'issues', label: 'Issues', input: 'words', suggest: 'issues', help: 'Ids of the case, separated by commas.' },
      { key: 'quote', label: 'Quotation', input: 'quote', help: 'Short and verbatim; its language (ja); a translation.' },
      { key: 'searched', label: 'Where one looked', input: 'text', help: 'Of an absence only.' },
      { key: 'period', label: 'Period', input: 'words', suggest: 'periods', help: 'Only where the date alone would put it elsewhere.' },
      { key: 'grade', label: 'Grade of its own', input: 'line', help: `${GRADE} Decides over the first source’s.` },
      { key: 'class', label: 'Class of its own', input: 'choice', options: ['press', 'official', 'poll', 'expert', 'treaty', 'dataset', 'social'], help: 'Decides over the first source’s.' },
      { key: 'figures', label: 'Figures it rests on', input: 'words', suggest: 'figures' },
      { key: 'rows', label: 'Cross-references', input: 'words' },
    ],
  },
  {
    kind: 'meeting',
    one: 'meeting',
    many: 'Meetings',
    folder: 'meetings.toml',
    name: 'id',
    fields: [
      { key: 'id', label: 'Id', input: 'line', required: true, example: 'trump-tower-2016-11-17' },
      { key: 'date', label: 'Local date', input: 'line', required: true, example: '2016-11-17' },
      { key: 'zone', label: 'Time zone', input: 'line', required: true, suggest: 'zones', example: 'America/New_York' },
      { key: 'place', label: 'Place', input: 'line', required: true },
      { key: 'format', label: 'Format', input: 'choice', required: true, options: ['visit', 'summit', 'margins', 'telephone', 'ministerial'] },
      { key: 'participants', label: 'Participants', input: 'words', required: true, suggest: 'participants', help: 'Separated by commas.' },
      { key: 'topics', label: 'Topics', input: 'words', suggest: 'topics' },
      { key: 'issues', label: 'Issues', input: 'words', suggest: 'issues' },
      { key: 'items', label: 'Items that came out of it', input: 'words', suggest: 'items' },
      { key: 'sources', label: 'Sources', input: 'citations', required: true, suggest: 'sources', help: 'One a line: its key, and after a blank the place in it.' },
      { key: 'listed_by', label: 'Listed by', input: 'words', suggest: 'sources', help: 'Sources whose own chronology has it.' },
      { key: 'correction', label: 'Correction that adds it', input: 'line', suggest: 'corrections' },
      { key: 'rows', label: 'Cross-references', input: 'words' },
    ],
  },
  {
    kind: 'correction',
    one: 'correction',
    many: 'Corrections',
    folder: 'corrections.toml',
    name: 'id',
    fields: [
      { key: 'id', label: 'Id', input: 'line', required: true, example: 'x34' },
      { key: 'corrects', label: 'What is wrong', input: 'citations', one: true, required: true, suggest: 'sources', help: 'The source’s key, and after a blank the place in it.', example: 'thesis-2019 §2.1' },
      { key: 'stated', label: 'What it says', input: 'text', required: true },
      { key: 'corrected', label: 'What is right', input: 'text', required: true },
      { key: 'basis', label: 'On what basis', input: 'choice', required: true, options: ['read', 'computed', 'internal'] },
      { key: 'reason', label: 'Reason', input: 'text', required: true },
      { key: 'sources', label: 'Sources', input: 'citations', suggest: 'sources', help: 'Required where another source was read.' },
      { key: 'by', label: 'Who says so', input: 'line', required: true },
      { key: 'date', label: 'On', input: 'line', required: true, example: '2026-11-22' },
      { key: 'rows', label: 'Cross-references', input: 'words' },
    ],
  },
];

export const form_of = (kind: WrittenKind): Form => FORMS.find((form) => form.kind === kind)!;

// What stands in a form: text by key; of a quotation by `quote.text`, `quote.lang`, `quote.translation`.
export type Typed = Record<string, string>;

interface CitationObject {
  key: string;
  at?: string | null;
}
const citation_text = (citation: string | CitationObject): string => (typeof citation === 'string' ? citation : citation.at ? `${citation.key} ${citation.at}` : citation.key);

function citation_of(line: string): string | CitationObject {
  const blank = line.search(/\s/);
  return blank < 0 ? line : { key: line.slice(0, blank), at: line.slice(blank).trim() };
}

export function typed_of(form: Form, entry: Entry): Typed {
  const typed: Typed = {};
  for (const { key, input } of form.fields) {
    const value = entry[key];
    if (value === undefined || value === null) continue;
    if (input === 'quote') {
      for (const [part, text] of Object.entries(value as Record<string, string>)) typed[`quote.${part}`] = text ?? '';
    } else if (input === 'citations') {
      typed[key] = (Array.isArray(value) ? value : [value]).map(citation_text).join('\n');
    } else {
      typed[key] = Array.isArray(value) ? value.join(', ') : String(value);
    }
  }
  return typed;
}

const trimmed = (text: string | undefined): string => (text ?? '').trim();
const split = (text: string, by: RegExp): string[] => text.split(by).map((each) => each.trim()).filter(Boolean);

// Keys of `before` that the form does not ask for stay: promises of a meeting, fields of a bibliography.
export function entry_from(form: Form, typed: Typed, before: Entry = {}): Entry {
  const asked = new Set(form.fields.map(({ key }) => key));
  const entry: Entry = {};
  for (const { key, input, one } of form.fields) {
    if (input === 'quote') {
      const parts = ['text', 'lang', 'translation'].map((part) => [part, trimmed(typed[`quote.${part}`])] as const).filter(([, text]) => text !== '');
      if (parts.length > 0) entry[key] = Object.fromEntries(parts);
      continue;
    }
    const text = trimmed(typed[key]);
    if (text === '') continue;
    if (input === 'words') entry[key] = key === 'period' && !text.includes(',') ? text : split(text, /,/);
    else if (input === 'citations') {
      const citations = split(text, /\n/).map(citation_of);
      entry[key] = one ? citations[0] : citations;
    } else entry[key] = text;
  }
  for (const [key, value] of Object.entries(before)) if (!asked.has(key)) entry[key] = value;
  return entry;
}

export const lacking_in = (form: Form, typed: Typed): Field[] => form.fields.filter(({ key, required }) => required && trimmed(typed[key]) === '');

// What cannot stand as it is typed, by key: what is wrong with it and what to write. What stands in the file already may stay.
export function wrong_in(form: Form, typed: Typed, start: Typed = {}): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { key, address } of form.fields) {
    const text = trimmed(typed[key]);
    if (!address || text === '' || text === trimmed(start[key]) || web_address(text) !== null) continue;
    wrong[key] = 'This is no address of a web page: write it whole, with https:// or http://; a file or a shelf mark goes into the note.';
  }
  return wrong;
}

// A source chosen from the list: one line more, or the only one.
export function with_citation(field: Field, text: string | undefined, key: string): string {
  const lines = field.one ? [] : split(text ?? '', /\n/);
  return [...lines, key].join('\n');
}

// A first id out of date and words: `Joint statement …`, 2017-02-10 → `joint-statement-2017-02-10`.
export function suggested_id(text: string, date: string): string {
  const words = id_words(text).filter((word) => !['a', 'an', 'the', 'of', 'in', 'on', 'to', 'and', 'for', 'by', 'at', 'with', 'its', 'is'].includes(word));
  return [...words.slice(0, 3), date].filter(Boolean).join('-');
}

export function put_entry(form: Form, entry: Entry, file: { path: string; sha256: string | null }, replaces: string | null): Edit {
  return { file: file.path, sha256: file.sha256, put: [{ kind: form.kind, entry, replaces }] };
}
