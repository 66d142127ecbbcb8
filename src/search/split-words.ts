// Text → words with their places, the same for what is indexed, asked and highlighted.

export interface Word {
  /** Lower case, composed (NFKC); accents stay for the stemmer. */
  text: string;
  start: number;
  end: number;
  /** A number or code written with signs in it, such as RE-2024/17, joined: `re202417`. Stands beside its parts. */
  joined?: true;
}

const LONGEST_WORD = 64;
const LONGEST_CODE = 96;
const words = /[\p{L}\p{N}\p{M}]+/gu;
const signs = /^[-./_:'’]$/;

/** In reading order; a joined code comes after its last part. */
export function splitWords(text: string): Word[] {
  const found: Word[] = [];
  let run: Word[] = [];
  const endRun = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (run.length > 1 && first && last && last.end - first.start <= LONGEST_CODE) {
      const joined = run.map((word) => word.text).join('');
      if (/\p{N}/u.test(joined) && joined.length <= LONGEST_WORD) {
        found.push({ text: joined, start: first.start, end: last.end, joined: true });
      }
    }
    run = [];
  };
  for (const match of text.matchAll(words)) {
    const start = match.index;
    const word: Word = { text: normalizeWord(match[0]), start, end: start + match[0].length };
    const before = run.at(-1);
    if (before && !(start === before.end + 1 && signs.test(text[before.end]!))) endRun();
    if (word.text === '') continue;
    found.push(word);
    run.push(word);
  }
  endRun();
  return found;
}

export function normalizeWord(word: string): string {
  return word.slice(0, LONGEST_WORD).normalize('NFKC').toLowerCase();
}

/** Without accents, so that people who type none find what has some. */
export function foldAccents(word: string): string {
  return /[^a-z0-9]/.test(word) ? word.normalize('NFD').replace(/\p{M}+/gu, '') : word;
}
