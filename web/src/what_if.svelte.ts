// The reading that the reader tries out, and what the server computes under it. Every section of the page then shows
// that assessment instead of the case's own.

import { createContext } from 'svelte';
import { case_address, send, type Answer, type Refusal } from './api';
import { is_empty, type Reading } from './reading';
import type { AssessDocument, Documents, Schemas } from './types';

export type WhatIfDocument = Schemas['WhatIfDocument'];

// The documents that the page shows under a reading.
export function read_otherwise(own: Documents, result: WhatIfDocument): Documents {
  const { other_protocol: protocol, other_theory: theory } = result;
  return { ...own, assess: result, ...(protocol ? { protocol } : {}), ...(theory ? { theory } : {}) };
}

// Milliseconds between the last touch of a control and the question to the server, where one is waited for already: a
// slider moves on. A touch out of the blue is asked about at once.
const PAUSE = 40;

type Send = (address: string, body: unknown, token: string | null, signal: AbortSignal) => Promise<Answer<WhatIfDocument>>;

export class WhatIf {
  reading = $state.raw<Reading>({});
  result = $state.raw<WhatIfDocument | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  waiting = $state(false);
  took = $state<number | null>(null); // milliseconds from question to answer

  #asked: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly case_id: string,
    private readonly send_by: Send = send,
    private readonly pause = PAUSE,
  ) {}

  get active(): boolean {
    return !is_empty(this.reading);
  }

  // Shows the case as it stands at once where nothing is left to be read otherwise.
  read(reading: Reading): void {
    this.reading = reading;
    this.#asked?.abort();
    clearTimeout(this.#timer);
    this.refusal = null;
    if (is_empty(reading)) {
      this.result = null;
      this.waiting = false;
      return;
    }
    const at_once = !this.waiting;
    this.waiting = true;
    if (at_once) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), this.pause);
  }

  reset(): void {
    this.read({});
  }

  async #ask(): Promise<void> {
    const question = new AbortController();
    this.#asked = question;
    const begun = performance.now();
    const answer = await this.send_by(case_address(this.case_id, 'what-if'), this.reading, null, question.signal);
    if (question.signal.aborted) return;
    this.waiting = false;
    this.took = performance.now() - begun;
    if ('value' in answer) this.result = answer.value;
    else this.refusal = answer.refusal;
  }
}

export interface Reckoner {
  readonly store: WhatIf | null; // null in a report: nothing computes there
  readonly own: AssessDocument | undefined; // of the case as it stands
  readonly case_id: string | null;
  readonly token: string | null; // null: nothing can be saved
}
export const [what_if, give_what_if] = createContext<Reckoner>();
