// One coder's session: what they have before them, and edits tried and saved. After a save everything is read anew.

import { createContext } from 'svelte';
import { ask, case_address, send, type Answer, type Refusal } from './api';
import type { Edit, EditConflict, EditResult, EntryKind, StandingEntry, Work } from './work';

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
    if ('done' in result) await Promise.all([this.load(), this.reload()]);
    return result;
  }

  standing(kind: EntryKind, id: string): Promise<Answer<StandingEntry>> {
    return this.#get<StandingEntry>(`entry?kind=${kind}&id=${encodeURIComponent(id)}`);
  }

  #get<Value>(what: string): Promise<Answer<Value>> {
    return ask<Value>(case_address(this.case_id, what), { headers: this.token === null ? {} : { 'x-entente-token': this.token } });
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
