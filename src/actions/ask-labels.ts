// What the labels of records' fields are called by people, and what kinds of question their values answer.

import type { DocumentType, FieldKind } from '../pipeline/pack.ts';
import { fold, foldWords } from '../search/ask/fold-words.ts';
import type { AnswerKind } from '../search/ask/question-words.ts';
import type { KnownLabel, KnownLabels } from '../search/ask/score-sentences.ts';

const answers: Partial<Record<FieldKind, readonly AnswerKind[]>> = {
  date: ['date'],
  daterange: ['date', 'duration'],
  duration: ['duration'],
  time: ['date'],
  money: ['money', 'number'],
  number: ['number'],
  percent: ['percent', 'number'],
  party: ['name'],
  person: ['name'],
  address: ['place'],
  country: ['place'],
  email: ['email'],
  phone: ['phone'],
  url: ['url'],
  identifier: ['identifier'],
  iban: ['identifier'],
  bic: ['identifier'],
  vatId: ['identifier'],
};

const made = new WeakMap<readonly DocumentType[], KnownLabels>();

/** Labels as passages of records write them: the titles of the fields. */
export function knownLabels(types: readonly DocumentType[]): KnownLabels {
  const known = made.get(types);
  if (known) return known;
  const labels = makeLabels(types);
  made.set(types, labels);
  return labels;
}

function makeLabels(types: readonly DocumentType[]): KnownLabels {
  const labels = new Map<string, { kinds: AnswerKind[]; names: KnownLabel['names'][number][] }>();
  for (const { title, kind, labels: printed } of types.flatMap((type) => [...type.fields, ...type.lineFields])) {
    const key = fold(title);
    const known = labels.get(key) ?? { kinds: [], names: [wordsOf(title)] };
    known.kinds.push(...(answers[kind] ?? []));
    known.names.push(...printed.map(wordsOf));
    labels.set(key, known);
  }
  return labels;
}

const wordsOf = (text: string): string[] => foldWords(text).map(({ folded }) => folded);
