// Where the page gets its documents: embedded in the report file, or from the server that shows a live case.
// A document that cannot be had is a reason, never an empty document.

import type { AllDocuments, DocumentName, Schemas } from './types';

export type Mode = 'report' | 'serve';

// Why a document is not here, in words for the reader.
export interface Missing {
  name: DocumentName;
  what: string;
  advice: string | null;
}

export type Outcome<Name extends DocumentName> = { document: AllDocuments[Name] } | { missing: Missing };

export type CaseEntry = Pick<Schemas['ServedCase'], 'id' | 'title' | 'sha256'>;

// What a server says of itself beside its cases. Blind: the coder must see no verdict and nobody else's codings.
export type Serving = Pick<Schemas['Served'], 'editing' | 'coder' | 'blind'>;

// What the server refuses to a coder who works blind: verdicts, and whatever others made of the evidence.
export const HIDDEN_FROM_BLIND: readonly DocumentName[] = [
  'agreement', 'assess', 'backtest', 'burden', 'burdens-beside', 'check', 'claims', 'compare', 'continuity', 'corrections', 'forecast', 'meetings',
  'outlook', 'scenario', 'scenarios', 'threat', 'trajectory',
];

export interface Source {
  mode: Mode;
  serving: Serving | null; // null in a report
  cases: CaseEntry[]; // of a server; a report holds one case and lists none
  chosen: string | null;
  load<Name extends DocumentName>(name: Name): Promise<Outcome<Name>>;
  forget(): void; // what was loaded: the case changed
}

// What `open` needs from a browser; tests give their own.
export interface Surroundings {
  embedded: string | null; // text of <script id="entente-documents">
  search: string; // the page's query, ?case=…
  fetch(address: string): Promise<Response>;
}

// Thrown only where there is nothing to show at all.
export class NoDocuments extends Error {
  constructor(
    what: string,
    readonly advice: string,
  ) {
    super(what);
  }
}

export async function open(surroundings: Surroundings = browser()): Promise<Source> {
  return surroundings.embedded !== null ? from_report(surroundings.embedded) : from_server(surroundings);
}

function browser(): Surroundings {
  return {
    embedded: document.getElementById('entente-documents')?.textContent ?? null,
    search: location.search,
    fetch: (address) => fetch(address, { headers: { accept: 'application/json' } }),
  };
}

function from_report(text: string): Source {
  let held: { documents?: Partial<AllDocuments> };
  try {
    held = JSON.parse(text);
  } catch {
    throw new NoDocuments(
      'The documents inside this file cannot be read.',
      'The file was cut short or changed after it was made; make it again with `entente report`.',
    );
  }
  const documents = held.documents ?? {};
  return {
    mode: 'report',
    serving: null,
    cases: [],
    chosen: null,
    async load(name) {
      const document = documents[name];
      return document === undefined
        ? { missing: { name, what: `This report holds no document named “${name}”.`, advice: null } }
        : { document };
    },
    forget() {}, // a report never changes
  };
}

async function from_server({ search, fetch }: Surroundings): Promise<Source> {
  const about = await read_json<{ cases: CaseEntry[] } & Partial<Serving>>(() => fetch('api'));
  if ('problem' in about) {
    throw new NoDocuments(
      'No documents: this page holds none, and no server answers.',
      'Open a file made by `entente report`, or start `entente serve` and open the address that it prints.',
    );
  }
  const cases = about.value.cases;
  const wanted = new URLSearchParams(search).get('case');
  const chosen = cases.find(({ id }) => id === wanted) ?? cases[0];
  if (chosen === undefined) {
    throw new NoDocuments('The server shows no case.', 'Start it with a case folder: `entente serve CASE`.');
  }
  const started = new Map<DocumentName, Promise<Outcome<DocumentName>>>();
  return {
    mode: 'serve',
    serving: { editing: about.value.editing ?? false, coder: about.value.coder ?? null, blind: about.value.blind ?? false },
    cases,
    chosen: chosen.id,
    load<Name extends DocumentName>(name: Name) {
      let answer = started.get(name);
      if (answer === undefined) {
        answer = load_document(fetch, chosen.id, name);
        started.set(name, answer);
      }
      return answer as Promise<Outcome<Name>>;
    },
    forget: () => started.clear(),
  };
}

async function load_document<Name extends DocumentName>(
  fetch: Surroundings['fetch'],
  case_id: string,
  name: Name,
): Promise<Outcome<Name>> {
  const answer = await read_json<AllDocuments[Name]>(() => fetch(`api/cases/${encodeURIComponent(case_id)}/${name}`));
  return 'problem' in answer ? { missing: { name, ...answer.problem } } : { document: answer.value };
}

type Answer<Value> = { value: Value } | { problem: { what: string; advice: string | null } };

async function read_json<Value>(ask: () => Promise<Response>): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await ask();
  } catch {
    return { problem: { what: 'The server does not answer.', advice: 'Is `entente serve` still running?' } };
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return { problem: { what: `The server's answer is no JSON (status ${response.status}).`, advice: null } };
  }
  if (!response.ok) {
    const error = (body as { error?: { what?: string; advice?: string | null } }).error;
    return {
      problem: { what: error?.what ?? `The server answered with status ${response.status}.`, advice: error?.advice ?? null },
    };
  }
  return { value: body as Value };
}
