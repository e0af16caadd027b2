import { describe, expect, it } from 'vitest';
import { items_beyond } from '../src/period_items';
import type { Item } from '../src/types';

const period = { id: 'late', begin: '1996-01-20', end: '2000-12-31' };
const item = (id: string, date: string, changes: Partial<Item> = {}): Item =>
  ({ id, date, periods: ['late'], after_cutoff: false, ...changes }) as Item;

describe('items that a period has by name', () => {
  it('are those whose dates do not lie in it', () => {
    const items = [item('before', '1995-06-01'), item('first-day', '1996-01-20'), item('last-day', '2000-12-31'), item('after', '2001-01-01')];
    expect(items_beyond(period, items)).toEqual(['before', 'after']);
  });

  it('are also those that only partly lie in it', () => {
    expect(items_beyond(period, [item('year', '1996'), item('range', '1995-12-01…1996-02-01'), item('month', '1996-02')])).toEqual(['year', 'range']);
  });

  it('are not those of other periods, nor what was known too late', () => {
    const items = [item('other', '1995-06-01', { periods: ['early'] }), item('late-news', '2001-01-01', { after_cutoff: true })];
    expect(items_beyond(period, items)).toEqual([]);
  });
});
