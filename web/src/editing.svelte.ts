// One coder's session: what they have before them, and edits tried and saved. After a save everything is read anew.

import { createContext, onDestroy } from 'svelte';
import { ask, case_address, send, type Answer, type Refusal } from './api';
import type { Edit, EditConflict, EditResult, EntryKind, StandingEntry, Work } from './types';

export type Outcome = { done: EditResult } | { conflict: EditConflict } | { refused: Refusal };

export class Editing {
  work = $state.raw<Work | null>(null);
  trouble = $state.raw<Refusal | null>(null);

  constructor(
    private readonly case_id: string,
    readonly coder: string,
    private readonly token: string | null,
    private readonly reload: () => Promise<void>,
  ) {}

  async load(): Promise<void> {
    const answer = await this.#get<Work>(`work?coder=${encodeURIComponent(this.coder)}`);
    if ('value' in answer) {
      this.work = answer.value;
      this.trouble = null;
    } else {
      this.trouble = answer.refusal;
    }
  }

  // What would come of an edit; nothing is written.
  async try(edit: Edit, signal?: AbortSignal): Promise<Outcome> {
    return outcome(await send<EditResult>(case_address(this.case_id, 'edits?try=1'), edit, this.token, signal));
  }

  async save(edit: Edit): Promise<Outcome> {
    const result = outcome(await send<EditResult>(case_address(this.case_id, 'edits'), edit, this.token));
    if ('done' in result) await this.read_anew();
    return result;
  }

  // Waits for what the coder works on. The rest of the page follows when it can: it takes seconds, and a form that waited
  // for it would close under the hands of a coder who has gone on.
  async read_anew(): Promise<void> {
    void this.reload();
    await this.load();
  }

  standing(kind: EntryKind, id: string): Promise<Answer<StandingEntry>> {
    return this.#get<StandingEntry>(`entry?kind=${kind}&id=${encodeURIComponent(id)}`);
  }

  #get<Value>(what: string): Promise<Answer<Value>> {
    return ask<Value>(case_address(this.case_id, what), { headers: this.token === null ? {} : { 'x-entente-token': this.token } });
  }
}

const PAUSE = 350; // milliseconds after the last touch before the server is asked

// What a form writes: tried a moment after the last touch, saved on demand, and what came of either. Made while the form
// is set up; ends with it.
export class Attempt {
  outcome = $state.raw<Outcome | null>(null);
  trying = $state(false);
  saving = $state(false);
  #question: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Editing,
    private readonly edit: () => Edit, // as it is typed now
  ) {
    onDestroy(() => this.#stop());
  }

  get conflict(): EditConflict | null {
    return this.outcome && 'conflict' in this.outcome ? this.outcome.conflict : null;
  }

  // Something was typed. A conflict stays until it is settled; what else came of the text before counts no more.
  touched(whole: boolean): void {
    this.#stop();
    if (this.conflict === null) this.outcome = null;
    this.trying = whole;
    if (whole) this.#timer = setTimeout(() => void this.#try(), PAUSE);
  }

  // Whether it is written. `over`: the hash of a newer file that it is to be put into.
  async save(over?: string | null): Promise<boolean> {
    this.#stop();
    this.saving = true;
    const edit = this.edit();
    this.outcome = await this.session.save(over === undefined ? edit : { ...edit, sha256: over });
    this.saving = false;
    return 'done' in this.outcome;
  }

  // The newer file is the ground from here on; what was typed is put into it.
  async keep_mine(): Promise<boolean> {
    return this.conflict !== null && this.save(this.conflict.sha256);
  }

  take_theirs(): Promise<void> {
    return this.session.read_anew();
  }

  async #try(): Promise<void> {
    const asked = new AbortController();
    this.#question = asked;
    const answer = await this.session.try(this.edit(), asked.signal);
    if (asked.signal.aborted) return;
    this.trying = false;
    this.outcome = answer;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#question?.abort();
  }
}

function outcome(answer: Answer<EditResult>): Outcome {
  if ('value' in answer) return { done: answer.value };
  const { refusal } = answer;
  if (refusal.status === 409 && typeof refusal.body === 'object' && refusal.body !== null && 'entries' in refusal.body) {
    return { conflict: refusal.body as EditConflict };
  }
  return { refused: refusal };
}

// Null where nothing can be edited.
export const [editing, give_editing] = createContext<{ readonly session: Editing | null }>();
