// Where the keyboard and a screen reader go on after what they stood on is gone. Never nowhere.

import { tick } from 'svelte';

// To what is there once the page has followed, and into sight if it is not. `find` is asked only then.
export async function focus_on(find: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  const element = find();
  if (!element) return;
  element.focus({ preventScroll: true });
  scrollTo({ top: scrollY, behavior: 'instant' }); // a smooth scroll that is under way would go on to where it wanted
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
