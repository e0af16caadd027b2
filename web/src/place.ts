// Where in the page a reader is, as the address says it after '#': a section, a factor, or a panel that is open.

export type Place =
  | { kind: 'item'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'factor'; id: string }
  | { kind: 'moved' } // the factors that decide the verdict
  | { kind: 'cite' }
  | { kind: 'section'; id: string };

export type PanelPlace = Extract<Place, { kind: 'item' | 'source' | 'cite' }>;

export function parse(hash: string): Place {
  const text = hash.replace(/^#/, '');
  if (text === 'cite') return { kind: 'cite' };
  if (text === 'moved') return { kind: 'moved' };
  const slash = text.indexOf('/');
  const [kind, id] = slash < 0 ? ['', ''] : [text.slice(0, slash), decoded(text.slice(slash + 1))];
  if (kind === 'item' || kind === 'source' || kind === 'factor') return { kind, id };
  return { kind: 'section', id: decoded(text) };
}

export function is_panel(place: Place): place is PanelPlace {
  return place.kind === 'item' || place.kind === 'source' || place.kind === 'cite';
}

export const item_address = (id: string): string => `#item/${encodeURIComponent(id)}`;
export const source_address = (key: string): string => `#source/${encodeURIComponent(key)}`;
export const code_address = (id: string): string => `#code/${encodeURIComponent(id)}`;
export const edit_address = (kind: 'item' | 'source', id: string): string => `#edit/${kind}/${encodeURIComponent(id)}`;
export const factor_address = (id: string): string => `#factor/${encodeURIComponent(id)}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray '%' typed by hand
  }
}
