import { describe, expect, it } from 'vitest';
import { completions, likely_file, periods_at, suggestions_of } from '../src/suggestions';
import type { CasePeriod, Documents } from '../src/types';

const things = [{ id: 'USA', text: '' }, { id: 'JPN', text: 'Japan' }, { id: 'NEW', text: '' }];
const item = (file: string, period: string, issue: string) => ({ file: `cases/made-up/${file}`, periods: [period], issues: [issue] });

describe('what a field of several offers', () => {
  it('goes on after the last comma, with what is not named yet', () => {
    expect(completions(things, 'U').map(({ id }) => id)).toEqual(['USA', 'JPN', 'NEW']);
    expect(completions(things, 'USA, J')).toEqual([{ id: 'USA, JPN', text: 'Japan' }, { id: 'USA, NEW', text: '' }]);
    expect(completions(things, 'USA,JPN,').map(({ id }) => id)).toEqual(['USA,JPN, NEW']);
  });
  it('is what the case names, the most used first', () => {
    const actor = (written: string) => ({ written, code: null, member: null });
    const documents = {
      case: { issues: [{ id: 'trade', name: 'Trade' }], periods: [] },
      sources: { sources: [{ key: 'asahi-2017', title: 'A title' }] },
      items: { items: [{ id: 'a', date: '2017-02-10', text: 'Said.', actors: [actor('USA'), actor('JPN')] }, { id: 'b', date: '2017', text: 'Done.', actors: [actor('JPN')] }] },
    } as unknown as Documents<'case' | 'sources' | 'items'>;
    const offered = suggestions_of(documents);
    expect(offered.actors.map(({ id }) => id)).toEqual(['JPN', 'USA']);
    expect(offered.items[0]).toEqual({ id: 'a', text: '10 Feb 2017: Said.' });
    expect([offered.issues[0]?.id, offered.sources[0]?.id, offered.corrections]).toEqual(['trade', 'asahi-2017', []]);
  });
});

describe('the file of a new item', () => {
  const files = ['evidence/early.toml', 'evidence/trade.toml', 'evidence/late.toml'];
  const items = [
    item('evidence/early.toml', 'early', 'defence'),
    item('evidence/trade.toml', 'late', 'trade'),
    item('evidence/trade.toml', 'early', 'trade'),
    item('evidence/late.toml', 'late', 'defence'),
    item('evidence/late.toml', 'late', 'defence'),
  ];
  it('holds the most items of its period and issues', () => {
    expect(likely_file(files, items, ['late'], ['trade'])).toBe('evidence/trade.toml');
    expect(likely_file(files, items, ['late'], ['defence'])).toBe('evidence/late.toml');
  });
  it('else of its period, else of its issues, else it is the first', () => {
    expect(likely_file(files, items, ['late'], [''])).toBe('evidence/late.toml');
    expect(likely_file(files, items, ['late'], ['whales'])).toBe('evidence/late.toml');
    expect(likely_file(files, items, [], ['trade'])).toBe('evidence/trade.toml');
    expect(likely_file(files, items, [], [])).toBe('evidence/early.toml');
    expect(likely_file([], items, ['late'], ['trade'])).toBeUndefined();
  });
  it('knows the period by the date, as far as there is one', () => {
    const periods = [{ id: 'early', begin: '2001-01-01', end: '2006-12-31' }, { id: 'late', begin: '2007-01-01', end: '2012-12-31' }] as CasePeriod[];
    expect(['2003-05-01', '2007', '2006-12', '1999', 'soon'].map((date) => periods_at(date, periods))).toEqual([['early'], ['late'], ['early'], [], []]);
  });
});
