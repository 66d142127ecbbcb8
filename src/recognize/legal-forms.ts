// Legal forms inside text, matched word by word through a tree, so that a line costs one look-up a word.

import { type LegalForm, legalForms } from './data/legal-form-list.ts';

export interface TextToken {
  start: number;
  end: number;
  raw: string;
  /** Lower case without dots, commas, brackets and quotes. */
  key: string;
}

export interface LegalFormHit {
  form: LegalForm;
  /** Index of its first token, and how many tokens it takes. */
  first: number;
  count: number;
}

interface Node {
  next?: Map<string, Node>;
  form?: LegalForm;
}

const root: Node = {};
for (const form of legalForms) {
  for (const variant of form.variants) {
    let node = root;
    for (const word of variant.split(' ')) {
      node.next ??= new Map();
      const child: Node = node.next.get(word) ?? {};
      node.next.set(word, child);
      node = child;
    }
    node.form ??= form;
  }
}

const TOKEN = /\S+/g;
const DROPPED = /[.,()[\]{}"'“”„‘’«»;:]/g;

export function tokenKey(raw: string): string {
  const lower = raw.toLowerCase();
  return /[^a-z0-9]/.test(lower) ? lower.replace(DROPPED, '').normalize('NFC') : lower;
}

export function tokenize(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({ start: match.index, end: match.index + match[0].length, raw: match[0], key: tokenKey(match[0]) });
  }
  return tokens;
}

/** The longest legal form that begins at token `at`; weak ones only as they are printed in a name. */
export function legalFormAt(tokens: readonly TextToken[], at: number): LegalFormHit | undefined {
  let node: Node | undefined = root;
  let best: LegalFormHit | undefined;
  for (let i = at; node && i < tokens.length; i++) {
    node = node.next?.get(tokens[i]!.key);
    if (node?.form) best = { form: node.form, first: at, count: i - at + 1 };
  }
  return best && asPrinted(best, tokens) ? best : undefined;
}

/** "limited" and "as" in running text are words: a form has a capital, or dots, or cannot be anything else. */
function asPrinted(hit: LegalFormHit, tokens: readonly TextToken[]): boolean {
  const first = tokens[hit.first]!.raw;
  const raw =
    hit.count === 1
      ? first
      : tokens
          .slice(hit.first, hit.first + hit.count)
          .map((token) => token.raw)
          .join(' ');
  const bare = raw.replace(/[,;:"'“”()]+$/, '');
  if (/\p{L}\.\s?\p{L}/u.test(bare)) return true;
  // Scripts without capitals cannot show them.
  if (/^\p{Lo}/u.test(bare)) return true;
  if (hit.form.weak) {
    const letters = bare.replace(/[^\p{L}]/gu, '');
    if (letters.length <= 3)
      return (
        letters === letters.toUpperCase() || letters === hit.form.form.replace(/[^\p{L}]/gu, '') || /^Co\.?$/.test(bare)
      );
    return /^\p{Lu}|^& /u.test(bare);
  }
  return (
    /\p{Lu}/u.test(bare) ||
    /^(?:gmbh|ltd|inc|llc|bhd|sdn bhd|pvt ltd|s\.?r\.?o|ehf|d\.?o\.?o|sp\.? z|lda|ltda|aps|bvba|srl|sarl|sàrl)/i.test(
      bare,
    )
  );
}

/** Legal form at the end of a name ("Muster GmbH & Co. KG"), with the name in front of it. */
export function splitLegalForm(name: string): { name: string; form?: LegalForm } {
  const tokens = tokenize(name);
  for (let at = 1; at < tokens.length; at++) {
    const hit = legalFormAt(tokens, at);
    if (hit && at + hit.count === tokens.length) {
      return { name: name.slice(0, tokens[at - 1]!.end).replace(/[,\s]+$/, ''), form: hit.form };
    }
  }
  return { name: name.trim() };
}
