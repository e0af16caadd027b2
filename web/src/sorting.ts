// The order of rows that a reader asks for. What is missing stands last, whichever way one sorts.

export type Key = string | number | null;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function sorted<Thing>(things: readonly Thing[], key: (thing: Thing) => Key, down = false): Thing[] {
  return things
    .map((thing, place) => ({ thing, place, key: key(thing) }))
    .sort((one, two) => {
      if (one.key === null || two.key === null) return Number(one.key === null) - Number(two.key === null) || one.place - two.place;
      const order =
        typeof one.key === 'number' && typeof two.key === 'number' ? one.key - two.key : words.compare(String(one.key), String(two.key));
      return (down ? -order : order) || one.place - two.place;
    })
    .map(({ thing }) => thing);
}

// Whether a text holds every word that a reader typed, in any order.
export function holds(text: string, search: string): boolean {
  const plain = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => plain.includes(word));
}
