import { describe, expect, test } from 'vitest';
import { bibtex_source, cite_case, cite_source } from '../src/citation';
import type { CaseDocument, SourceEntry } from '../src/types';

const source: SourceEntry = {
  key: 'gazette-1999-05-04',
  author: 'Aland Gazette',
  title: 'Ministers & envoys meet: 50% agree',
  publisher: 'Aland Gazette',
  published: '1999-05-04',
  class: 'press',
  leaning: 'none',
  grade: 'B2',
  language: 'en',
  depends_on: [],
  note: null,
  accessed: '2020-01-02',
  url: 'https://example.org/a_b?c=1',
  type: 'article',
  items: [],
  claims: [],
  others: [],
};

describe('the citation of a source', () => {
  test('names author and publisher once where they are one', () => {
    expect(cite_source(source, 'p. 3')).toBe('“Ministers & envoys meet: 50% agree”, Aland Gazette, 4 May 1999, p. 3, https://example.org/a_b?c=1.');
  });
  test('leaves out what is not known', () => {
    expect(cite_source({ ...source, author: null, publisher: null, published: null, url: null })).toBe('“Ministers & envoys meet: 50% agree”.');
  });
  test('in BibTeX escapes what TeX would read as a command, but no address', () => {
    expect(bibtex_source(source)).toBe(
      [
        '@misc{gazette-1999-05-04,',
        '  author = {{Aland Gazette}},',
        '  title = {{Ministers \\& envoys meet: 50\\% agree}},',
        '  publisher = {Aland Gazette},',
        '  date = {1999-05-04},',
        '  language = {en},',
        '  url = {https://example.org/a_b?c=1},',
        '  urldate = {2020-01-02},',
        '}',
        '',
      ].join('\n'),
    );
  });
  test('writes a range of dates as BibLaTeX does', () => {
    expect(bibtex_source({ ...source, published: '1999-05-04…1999-05-06' })).toContain('date = {1999-05-04/1999-05-06}');
  });
});

test('the citation of a case holds version, hash and cut-off', () => {
  const held = {
    case: { id: 'tiny', title: 'Aland–Beland', sha256: 'cafe' },
    version: '0.1.0',
    cutoff: '2001-12-31',
    periods: [
      { id: 'early', name: 'Early' },
      { id: 'late', name: 'Late' },
    ],
    baseline: 'early',
    focal: 'late',
    theory: 'walt-1997',
    protocol: 'ledger-v1',
  } as CaseDocument;
  expect(cite_case(held)).toBe(
    'Aland–Beland: Late against Early. Assessment with Entente 0.1.0, theory walt-1997, protocol ledger-v1. ' +
      'Information cut-off 31 December 2001. Case SHA-256 cafe.',
  );
});
