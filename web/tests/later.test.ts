import { describe, expect, it } from 'vitest';
import { Later } from '../src/later.svelte';

// Leisure that comes when the test says so.
function leisure(): { ask: (work: () => void) => () => void; comes: () => void } {
  let waiting: (() => void) | null = null;
  return {
    ask: (work) => {
      waiting = work;
      return () => (waiting = null);
    },
    comes: () => {
      const work = waiting;
      waiting = null;
      work?.();
    },
  };
}

describe('later', () => {
  it('does one thing each time the browser is idle, in order, and says how long it is behind', () => {
    const { ask, comes } = leisure();
    const later = new Later(ask);
    const done: string[] = [];
    later.add('one', () => done.push('one'));
    later.add('two', () => done.push('two'));
    expect(later.behind).toBe(true);
    comes();
    expect(done).toEqual(['one']);
    expect(later.behind).toBe(true);
    comes();
    expect(done).toEqual(['one', 'two']);
    expect(later.behind).toBe(false);
  });

  it('does only the newest of one name', () => {
    const { ask, comes } = leisure();
    const later = new Later(ask);
    const done: string[] = [];
    later.add('one', () => done.push('old'));
    later.add('one', () => done.push('new'));
    comes();
    comes();
    expect(done).toEqual(['new']);
  });

  it('does nothing that was dropped', () => {
    const { ask, comes } = leisure();
    const later = new Later(ask);
    const done: string[] = [];
    later.add('one', () => done.push('one'));
    later.drop('one');
    expect(later.behind).toBe(false);
    comes();
    expect(done).toEqual([]);
  });

  it('does all at once when it must', () => {
    const { ask, comes } = leisure();
    const later = new Later(ask);
    const done: string[] = [];
    later.add('one', () => done.push('one'));
    later.add('two', () => done.push('two'));
    later.catch_up();
    expect(done).toEqual(['one', 'two']);
    expect(later.behind).toBe(false);
    comes();
    expect(done).toEqual(['one', 'two']);
  });
});
