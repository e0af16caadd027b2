// Light, dark, or as the system says; remembered where the browser lets a page remember.

export type Scheme = 'auto' | 'light' | 'dark';
const ORDER: Scheme[] = ['auto', 'light', 'dark'];
const KEY = 'entente-scheme';

export function next_scheme(scheme: Scheme): Scheme {
  return ORDER[(ORDER.indexOf(scheme) + 1) % ORDER.length] ?? 'auto';
}

export function chosen_scheme(): Scheme {
  try {
    const held = localStorage.getItem(KEY);
    return held === 'light' || held === 'dark' ? held : 'auto';
  } catch {
    return 'auto'; // storage is closed to the page
  }
}

export function remember_scheme(scheme: Scheme): void {
  if (scheme === 'auto') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = scheme;
  try {
    if (scheme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Then it holds for this visit only.
  }
}
