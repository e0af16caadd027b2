// What parts deep in the page ask for: the lookup of the documents that are there.

import { createContext } from 'svelte';
import type { Lookup } from './lookup';
import type { Documents } from './types';

export interface Page {
  readonly documents: Documents;
  readonly lookup: Lookup;
}

export const [page, give_page] = createContext<Page>();
