// Asks the server of `entente serve`. An answer is a value or a refusal in words; nothing here throws.

import type { Problem } from './types';

export interface Refusal {
  status: number; // 0: no answer came
  what: string;
  advice: string | null;
  problems: Problem[];
  body: unknown; // what else the refusal carries
}

export type Answer<Value> = { value: Value } | { refusal: Refusal };

export type Fetch = (address: string, options?: RequestInit) => Promise<Response>;

const refused = (status: number, what: string, advice: string | null = null): { refusal: Refusal } => ({
  refusal: { status, what, advice, problems: [], body: null },
});

export async function ask<Value>(address: string, options: RequestInit = {}, using: Fetch = fetch): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await using(address, { ...options, headers: { accept: 'application/json', ...options.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return refused(0, 'A later question took the place of this one.');
    return refused(0, 'The server does not answer.', 'Is `entente serve` still running?');
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return refused(response.status, `The server's answer is no JSON (status ${response.status}).`);
  }
  if (response.ok) return { value: body as Value };
  const error = (body as { error?: Partial<Refusal> }).error ?? {};
  return {
    refusal: {
      status: response.status,
      what: error.what ?? `The server answered with status ${response.status}.`,
      advice: error.advice ?? null,
      problems: error.problems ?? [],
      body,
    },
  };
}

// Sends JSON; with the token that the address of an editing session carries.
export function send<Value>(address: string, body: unknown, token: string | null = null, signal?: AbortSignal): Promise<Answer<Value>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) headers['x-entente-token'] = token;
  return ask<Value>(address, { method: 'POST', headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) });
}

export const case_address = (case_id: string, what: string): string => `api/cases/${encodeURIComponent(case_id)}/${what}`;

const KEPT = 'entente-token';

// Takes the token out of the address, so that it is not copied or bookmarked with it; keeps it for this tab only.
export function take_token(): string | null {
  const query = new URLSearchParams(location.search);
  const given = query.get('token');
  try {
    if (given === null) return sessionStorage.getItem(KEPT);
    sessionStorage.setItem(KEPT, given);
  } catch {
    if (given === null) return null; // storage is off: the address keeps it
    return given;
  }
  query.delete('token');
  const rest = query.toString();
  history.replaceState(null, '', `${location.pathname}${rest ? `?${rest}` : ''}${location.hash}`);
  return given;
}
