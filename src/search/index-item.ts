// An item → what the index says of it. The same for putting it in and for taking it out.

import { facetField, facetTerm } from './facet-terms.ts';
import { addPosting, isIn, type NewPostings } from './postings.ts';
import type { Facets } from './search-types.ts';
import { splitWords } from './split-words.ts';

/** Words of passages, by the number of the passage; words of titles, by the number of the item. */
export const wordField = 'w';
export const titleField = 'n';
/** All items, those that must not be found, and those of a language, by the number of the item. */
export const itemField = 'i';
export const hiddenField = 'h';

export interface IndexedItem {
  /** Of its first passage. */
  number: number;
  title: string;
  language: string | null;
  facets: Facets;
  texts: readonly string[];
  hidden?: boolean;
}

export interface ItemIndex {
  postings: NewPostings;
  wordCount: number;
  titleWordCount: number;
  /** All words as they are written, for spelling and for words that are only begun. */
  words: Set<string>;
}

/** `stem`: the term of a word, null for one that is not kept. */
export function indexItem(item: IndexedItem, stem: (word: string) => string | null): ItemIndex {
  const index: ItemIndex = { postings: new Map(), wordCount: 0, titleWordCount: 0, words: new Set() };
  item.texts.forEach((text, place) => {
    index.wordCount += addText(index, wordField, { text, number: item.number + place, stem });
  });
  index.titleWordCount = addText(index, titleField, { text: item.title, number: item.number, stem });
  addPosting(index.postings, itemField, '', isIn(item.number));
  if (item.hidden) addPosting(index.postings, hiddenField, '', isIn(item.number));
  for (const [name, value] of Object.entries(item.facets)) {
    const terms = new Set((Array.isArray(value) ? value : [value]).map(facetTerm));
    for (const term of terms) addPosting(index.postings, facetField(name), term, isIn(item.number));
  }
  return index;
}

function addText(
  index: ItemIndex,
  field: string,
  { text, number, stem }: { text: string; number: number; stem: (word: string) => string | null },
): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const word of splitWords(text)) {
    index.words.add(word.text);
    const term = stem(word.text);
    if (term === null) continue;
    counts.set(term, (counts.get(term) ?? 0) + 1);
    length += 1;
  }
  for (const [term, count] of counts) addPosting(index.postings, field, term, { number, count, length });
  return length;
}
