// The words of every language that postings come in.
import type { PostingLanguage, PostingWords } from '../posting-words.ts';
import { DE, EN, NL } from './germanic.ts';
import { ES, FR, IT } from './romance.ts';

export const POSTING_WORDS: Readonly<Record<PostingLanguage, PostingWords>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
};
