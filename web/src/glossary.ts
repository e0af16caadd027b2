// The words of GLOSSARY.md for the page: its tables under their headings, and the little markup that they use.

export interface Word {
  word: string;
  meaning: string;
}
export interface WordGroup {
  title: string;
  words: Word[];
}

// Text in pieces; everything stays text, nothing becomes HTML.
export interface Piece {
  text: string;
  form: 'plain' | 'strong' | 'emphasis' | 'code';
}

// Groups of words from the Markdown; the groups about the program's own code are left out.
export function glossary(markdown: string, left_out: readonly string[] = []): WordGroup[] {
  const groups: WordGroup[] = [];
  for (const line of markdown.split('\n')) {
    const heading = /^## (.+)$/.exec(line);
    if (heading) {
      groups.push({ title: heading[1] ?? '', words: [] });
      continue;
    }
    const row = /^\| (.+) \| (.+) \|$/.exec(line);
    const [word, meaning] = [row?.[1]?.trim() ?? '', row?.[2]?.trim() ?? ''];
    if (word === '' || word === 'word' || /^-+$/.test(word)) continue;
    groups.at(-1)?.words.push({ word: word.replaceAll('**', ''), meaning });
  }
  return groups.filter(({ title, words }) => words.length > 0 && !left_out.includes(title));
}

const MARKUP = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/;

export function pieces(text: string): Piece[] {
  return text
    .split(MARKUP)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (part.startsWith('`') && part.endsWith('`')) return { text: part.slice(1, -1), form: 'code' };
      if (part.startsWith('**') && part.endsWith('**') && part.length > 4) return { text: part.slice(2, -2), form: 'strong' };
      if (part.startsWith('*') && part.endsWith('*') && part.length > 2) return { text: part.slice(1, -1), form: 'emphasis' };
      return { text: part, form: 'plain' };
    });
}
