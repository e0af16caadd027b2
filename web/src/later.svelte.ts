// Work on what is out of sight: done one by one when the browser has nothing more urgent, so that the answer to a touch
// is not kept waiting. Whoever adds work again under the same name replaces it.

import { when_idle } from './idle';

export class Later {
  #waiting = new Map<string, () => void>();
  #cancel: (() => void) | null = null;
  behind = $state(false); // something waits

  constructor(private readonly at_leisure: (work: () => void) => () => void = (work) => when_idle(work)) {}

  add(name: string, work: () => void): void {
    this.#waiting.set(name, work);
    this.#go_on();
  }

  drop(name: string): void {
    if (this.#waiting.delete(name)) this.#go_on();
  }

  // All of it, now.
  catch_up(): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const work of all) work();
    this.#go_on();
  }

  #go_on(): void {
    this.behind = this.#waiting.size > 0;
    if (!this.behind) {
      this.#cancel?.();
      this.#cancel = null;
    } else {
      this.#cancel ??= this.at_leisure(() => this.#next());
    }
  }

  #next(): void {
    this.#cancel = null;
    const [first] = this.#waiting;
    if (first === undefined) return;
    const [name, work] = first;
    this.#waiting.delete(name);
    work();
    this.#go_on();
  }
}
