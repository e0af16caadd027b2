// The page on its way to paper. Unless the reader asks for the page as it stands, everything that opens is open and
// everything lazy is drawn: paper cannot be opened later.

import { flushSync } from 'svelte';

export const printing = $state({ on: false });

let as_it_stands = false;

export function print_as_it_stands(): void {
  as_it_stands = true;
  print();
  as_it_stands = false;
}

export function watch_printing(): () => void {
  const opened: HTMLDetailsElement[] = [];
  const before = (): void => {
    if (printing.on || as_it_stands) return;
    printing.on = true;
    flushSync(); // the browser takes its picture as soon as this returns
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open]):not([data-print="closed"]):not(.menu)')) {
      details.open = true;
      opened.push(details);
    }
    flushSync();
  };
  const after = (): void => {
    for (const details of opened.splice(0)) details.open = false;
    printing.on = false;
  };
  const medium = matchMedia('print');
  const change = ({ matches }: MediaQueryListEvent): void => (matches ? before() : after());
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  medium.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    medium.removeEventListener('change', change);
  };
}
