import { describe, expect, it } from 'vitest';
import { WhatIf, type WhatIfDocument } from '../src/what_if.svelte';

const answer = (word: string): WhatIfDocument => ({ what_if: [word] }) as unknown as WhatIfDocument;
const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('what if', () => {
  it('asks the server for the assessment under the reading', async () => {
    const asked: unknown[] = [];
    const store = new WhatIf('a case', async (address, body) => (asked.push([address, body]), { value: answer('done') }), 0);
    store.read({ set_aside: ['x'] });
    expect(store.waiting).toBe(true);
    await turn();
    expect(asked).toEqual([['api/cases/a%20case/what-if', { set_aside: ['x'] }]]);
    expect(store.result?.what_if).toEqual(['done']);
    expect(store.waiting).toBe(false);
  });

  it('asks at the first touch, and where a knob is turned on, once more when it rests', async () => {
    const asked: unknown[] = [];
    const store = new WhatIf('c', async (_address, body) => (asked.push(body), await turn(), { value: answer('done') }), 2);
    for (const words of [1, 2, 3]) store.read({ changes: { 'decibels.words': words } });
    expect(asked).toHaveLength(1);
    await turn();
    await turn();
    await turn();
    expect(asked).toEqual([{ changes: { 'decibels.words': 1 } }, { changes: { 'decibels.words': 3 } }]);
    expect(store.waiting).toBe(false);
  });

  it('never lets an older answer take the place of a newer one', async () => {
    const waiting: ((words: string) => void)[] = [];
    const store = new WhatIf('c', () => new Promise((give) => waiting.push((words) => give({ value: answer(words) }))), 0);
    store.read({ set_aside: ['one'] });
    await turn();
    store.read({ set_aside: ['two'] });
    await turn();
    waiting[1]?.('new');
    await turn();
    waiting[0]?.('old');
    await turn();
    expect(store.result?.what_if).toEqual(['new']);
  });

  it('shows the case as it stands at once when everything is taken back', async () => {
    const store = new WhatIf('c', async () => ({ value: answer('x') }), 0);
    store.read({ set_aside: ['x'] });
    await turn();
    store.reset();
    expect(store.result).toBeNull();
    expect(store.active).toBe(false);
  });

  it('keeps the refusal of the server for the reader', async () => {
    const refusal = { status: 400, what: 'the priors do not sum to one', advice: null, problems: [], body: null };
    const store = new WhatIf('c', async () => ({ refusal }), 0);
    store.read({ changes: { 'prior.weakened': 0.9 } });
    await turn();
    expect(store.refusal?.what).toBe('the priors do not sum to one');
  });
});
