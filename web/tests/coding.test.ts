import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draft_of, entry_of, lacking, mark_read, new_draft, put_coding, type Draft } from '../src/coding';
import { entry_from, form_of, FORMS, lacking_in, suggested_id, typed_of, with_citation, wrong_in } from '../src/entries';
import { id_words } from '../src/text';
import type { CodingEntry, Work, WorkItem } from '../src/types';
import { differences, shown } from '../src/versions';

const item = { id: 'tpp-2017-01-23', judgements: [{ period: 'trump', baseline: 'obama', comparators: [] }], codings: [] } as unknown as WorkItem;
const entry: CodingEntry = {
  item: 'tpp-2017-01-23', theory: 'walt-1997', factor: 'ideological-division/trade', direction: 'collapse', baseline: 'obama',
  novelty: 'new', against: 'tpp-signed-2016', specificity: 0.5, cluster: 'tpp-left', note: 'Broken off.',
};
const work = { coder: 'second', file: 'codings/second.toml', sha256: null, blind: true, theory: 'walt-1997' } as unknown as Work;

describe('a coding in the form', () => {
  it('chooses nothing for the coder but a baseline that is the only one', () => {
    const draft = new_draft(item);
    expect(draft.baseline).toBe('obama');
    expect(lacking(draft)).toEqual(['factor', 'direction', 'novelty', 'against', 'cluster']);
  });
  it('becomes the entry that it was read from', () => {
    expect(entry_of(draft_of(entry), entry.item, entry.theory)).toEqual(entry);
    const searched = { ...entry, against: { searched: 'Releases, 2009–16' } };
    expect(entry_of(draft_of(searched), entry.item, entry.theory)).toEqual(searched);
  });
  it('needs either an item it is compared with or where one looked', () => {
    const draft: Draft = { ...draft_of(entry), against: '', searched: '  ' };
    expect(lacking(draft)).toEqual(['against']);
    expect(lacking({ ...draft, searched: 'nowhere else' })).toEqual([]);
  });
  it('needs no cluster outside the theory', () => {
    expect(lacking({ ...draft_of(entry), factor: 'outside', cluster: '' })).toEqual([]);
  });
  it('names the coding whose place it takes, and the head of a file that is not there yet', () => {
    const edit = put_coding(work, item.id, draft_of(entry));
    expect(edit.put?.[0]?.replaces).toEqual({ item: 'tpp-2017-01-23', factor: 'ideological-division/trade', baseline: 'obama', theory: 'walt-1997' });
    expect(edit.coder).toEqual({ blind: true });
    expect(mark_read({ ...work, sha256: 'ab' }, 'x')).toEqual({ file: 'codings/second.toml', sha256: 'ab', read: ['x'] });
  });
});

describe('an entry in the form', () => {
  const source = form_of('source');
  const evidence = form_of('item');

  it('has no field that the case format does not know', () => {
    const format = readFileSync(new URL('../../docs/case-format.md', import.meta.url), 'utf8');
    for (const form of FORMS.filter(({ kind }) => kind !== 'source')) {
      for (const { key } of form.fields) expect(format, `${form.kind}: ${key}`).toMatch(new RegExp(`^${key} +=`, 'm'));
    }
    for (const key of ['date', 'class', 'leaning', 'grade', 'language', 'depends-on', 'accessed']) {
      expect(source.fields.map((field) => field.key)).toContain(key);
      expect(format).toContain(`| \`${key}\` |`);
    }
  });
  it('becomes the entry that it was read from', () => {
    const before = {
      id: 'a-2017', date: '2017-02-10', kind: 'words', issues: ['territory', 'defence'], actors: ['USA', 'JPN'], text: 'Said.',
      quote: { text: '日本', lang: 'ja', translation: 'Japan' }, sources: ['whitehouse', { key: 'thesis-2019', at: '§3.3' }], period: 'trump', rows: ['T073'],
    };
    expect(entry_from(evidence, typed_of(evidence, before), before)).toEqual(before);
  });
  it('keeps keys that the form does not ask for', () => {
    const meeting = form_of('meeting');
    const before = { id: 'm', date: '2017-01-01', promise: [{ text: 'Raise it.', state: 'open' }] };
    expect(entry_from(meeting, typed_of(meeting, before), before)['promise']).toEqual(before.promise);
  });
  it('leaves out what is empty: missing is no empty text', () => {
    expect(entry_from(source, { key: 'k', title: ' ', author: '' })).toEqual({ key: 'k' });
  });
  it('says what is still to be said', () => {
    expect(lacking_in(source, { key: 'k', type: 'misc', title: 'T', class: 'press', grade: 'B2' }).map(({ key }) => key)).toEqual(['date']);
  });
  it('has no address that is none of a web page, by the rule of `check`; what stands there may stay', () => {
    const wrong = (url: string, before?: string) => Object.keys(wrong_in(source, { url }, before === undefined ? {} : { url: before }));
    expect(['https://example.org', 'HTTP://example.org', '', ' '].flatMap((url) => wrong(url))).toEqual([]);
    expect(['javascript:alert(1)', 'www.example.org', 'shelf 12', 'https:/x'].map((url) => wrong(url).join())).toEqual(['url', 'url', 'url', 'url']);
    expect(wrong('shelf 12', 'shelf 12')).toEqual([]);
    expect(wrong('shelf 13', 'shelf 12')).toEqual(['url']);
  });
  it('takes a chosen source as one line more, or as the only one', () => {
    const [cited, corrects] = [evidence.fields.find(({ key }) => key === 'sources')!, form_of('correction').fields.find(({ key }) => key === 'corrects')!];
    expect(with_citation(cited, undefined, 'a-2017')).toBe('a-2017');
    expect(with_citation(cited, 'thesis §2\n', 'a-2017')).toBe('thesis §2\na-2017');
    expect(with_citation(corrects, 'thesis §2', 'a-2017')).toBe('a-2017');
  });
  it('suggests an id out of the words and the date', () => {
    expect(suggested_id('The joint statement of Mar-a-Lago', '2017-02-10')).toBe('joint-statement-mar-2017-02-10');
    expect(suggested_id('日本', '2017-02-10')).toBe('2017-02-10');
    expect(id_words('Without the polls, à la 2nd reader')).toEqual(['without', 'the', 'polls', 'a', 'la', '2nd', 'reader']);
    expect(id_words('世論調査')).toEqual([]);
  });
});

describe('two versions of an entry', () => {
  it('are shown where they differ, and only there', () => {
    expect(differences({ a: 1, b: ['x'], c: 'mine' }, { a: 1, b: ['x'], c: 'theirs', d: true })).toEqual([
      { key: 'c', mine: 'mine', theirs: 'theirs' },
      { key: 'd', mine: undefined, theirs: true },
    ]);
  });
  it('are written for people', () => {
    expect(shown(['whitehouse', { key: 'thesis-2019', at: '§3.3' }])).toBe('whitehouse; thesis-2019, §3.3');
    expect(shown({ searched: 'lists' })).toBe('searched: lists');
    expect(shown(undefined)).toBe('—');
  });
});
