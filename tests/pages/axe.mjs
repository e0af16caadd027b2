// axe-core against WCAG 2.2 A and AA, in light and dark, at the width of a telephone and of a desk.

import { readFileSync } from 'node:fs';
import { axe_source } from './program.mjs';

export const LEVELS = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] };
// In the dark only colours differ: the other rules were held to the same elements in the light.
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
export const SETTINGS = [
  { width: 1180, colorScheme: 'light', rules: LEVELS },
  { width: 1180, colorScheme: 'dark', rules: COLOURS },
  { width: 360, colorScheme: 'light', rules: LEVELS },
  { width: 360, colorScheme: 'dark', rules: COLOURS },
];

// What axe objects to, one line each: the rule, where, and why. `within` spares the time for what was seen before.
export async function objections(page, rules, within = null) {
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  if (!loaded) await page.evaluate(readFileSync(axe_source(), 'utf8'));
  return page.evaluate(
    async ([rules, within]) => {
      // The bar at the top lies over what is scrolled under it, which axe would take for too small to hit.
      if (within === null) scrollTo(0, 0);
      else if (within.startsWith('#')) document.querySelector(within).scrollIntoView({ behavior: 'instant' });
      const { violations } = await globalThis.axe.run(within ?? document, { runOnly: rules, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, any, all, none }) => `${id}: ${target.join(' ')} — ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`));
    },
    [rules, within],
  );
}

export const settle = (page) => page.waitForTimeout(300); // colours fade, charts are drawn anew

export async function show(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.getByRole('dialog').waitFor();
}
export async function leave(page) {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
// Unfolds the first of each kind in each section; the others are of the same make, and a hundred times as many.
export const unfold = (page) =>
  page.evaluate(() => {
    for (const section of document.querySelectorAll('main > .section')) {
      const seen = new Set();
      for (const details of section.querySelectorAll('details:not(.menu)')) {
        const kind = `${details.className} in ${details.parentElement.className}`;
        if (!seen.has(kind)) details.open = true;
        seen.add(kind);
      }
    }
  });
