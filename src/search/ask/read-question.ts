// What a question asks for and what an answer has to speak of.

import { type FoldedWord, fold, foldWords } from './fold-words.ts';
import { type AnswerKind, articles, functionWords, kindPhrases } from './question-words.ts';

export interface Question {
  text: string;
  /** Kinds of value that an answer may hold; empty when the question does not say. */
  kinds: readonly AnswerKind[];
  /** Content words, folded, each once. */
  terms: readonly string[];
  /** Of these every answer must speak, or the passage or document it stands in: codes, numbers, quoted words. */
  required: readonly string[];
  /** Words written with a capital inside the question: names. An answer about somebody else is none. */
  names: readonly string[];
}

const patterns = kindPhrases.map(([kind, phrases]) => ({
  kind,
  pattern: new RegExp(`(?:^|[^\\p{L}])(?:${phrases})`, 'u'),
}));
const LONGEST_QUESTION = 1000;

export function readQuestion(asked: string): Question {
  const text = asked.slice(0, LONGEST_QUESTION);
  const folded = fold(text);
  const kinds = [...new Set(patterns.filter(({ pattern }) => pattern.test(folded)).map(({ kind }) => kind))];
  // "how many days" asks for a duration, "how much" for money: the general kind adds nothing.
  const precise = kinds.filter((kind) => kind !== 'number' || kinds.length === 1);
  const words = foldWords(text);
  const content = words.filter(({ folded: word }) => !functionWords.has(word));
  const quoted = [...text.matchAll(/["“„«]([^"”“»]{1,80})["”“»]/gu)].flatMap((match) =>
    foldWords(match[1]!).map((word) => word.folded),
  );
  return {
    text,
    kinds: precise,
    terms: [...new Set(content.map(({ folded: word }) => word))],
    required: [
      ...new Set([...content.filter(({ folded: word }) => /\d/.test(word)).map((word) => word.folded), ...quoted]),
    ],
    names: [...new Set(words.filter((word, i) => isName(text, word, words[i - 1])).map((word) => word.folded))],
  };
}

function isName(text: string, { folded, start }: FoldedWord, before: FoldedWord | undefined): boolean {
  if (functionWords.has(folded) || !/^\p{Lu}/u.test(text.slice(start, start + 2))) return false;
  // VAT, IBAN, NDA: things, not names.
  if (folded.length <= 4 && /^\p{Lu}+$/u.test(text.slice(start, start + folded.length))) return false;
  return beginsInside(text, start) && !(before && articles.has(before.folded));
}

/** Not the first word of a sentence, whose capital says nothing. */
function beginsInside(text: string, at: number): boolean {
  return !/(?:^|[.!?:]\s{0,3}["“„«]?)$/u.test(text.slice(Math.max(0, at - 5), at));
}
