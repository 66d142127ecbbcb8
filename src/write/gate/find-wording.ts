// Other words than the source's for what it says: each new word stands in the place of one that the clause leaves out, and neither is of
// a kind that makes a claim of its own. Such a clause is not supported and not refused: a person sees which words are the writer's.

import { isReporting } from './check-reports.ts';
import type { ClauseInput, Found, WordingSpan } from './clause.ts';
import { isContent } from './content-words.ts';
import { findActs } from './find-acts.ts';
import type { Lexicon } from './lexicon.ts';
import { TOOK_PART } from './light-words.ts';
import { isVerbForm, type Sentence, type Word } from './read-text.ts';
import {
  attributes,
  causal,
  changing,
  credentialWords,
  deniers,
  denyingWords,
  hedges,
  helping,
  lesseningAfter,
  lesseningBefore,
  nearDeniers,
  quantifiers,
  superlatives,
  titleWords,
} from './vocabulary/claim-words.ts';
import { germanMeasureWords, germanWeightyVerbs, measureWords, weightyVerbs } from './vocabulary/exchange-words.ts';

/** Of one clause; more new words are a text of its own. */
const MOST = 2;

interface WordingInput extends ClauseInput {
  /** Words of the clause that no source has. */
  absent: readonly Word[];
  words: readonly Word[];
  found: Found;
}

/** Undefined where a word is new, and not in the place of another. */
export function findWording(input: WordingInput): WordingSpan[] | undefined {
  const { absent, unit, words, found, told, lexicon } = input;
  if (!unit || absent.length === 0 || absent.length > MOST || lexicon.language === 'other') return undefined;
  const { sentence } = unit;
  const own = words.filter((word) => found.get(word)?.some((one) => one.unit === unit && !one.carried));
  // As much of the clause as is new, and no less than its thing and what is said of it, is the source's own.
  if (own.length < Math.max(absent.length, words.length - absent.length > 1 ? 2 : 1)) return undefined;
  const said = new Set(own.flatMap((word) => found.get(word)!.map((one) => one.word)));
  const segments = new Set([...said].map(({ segment }) => segment));
  const left = sentence.words.filter(
    (word) => segments.has(word.segment) && isContent(word) && !said.has(word) && !isAround(word, said, sentence),
  );
  if (left.some((word) => isMark(word, lexicon))) return undefined;
  const spans: WordingSpan[] = [];
  const taken = new Set<Word>();
  for (const word of absent) {
    const instead = left.find((one) => !taken.has(one) && stands(word, one, { told, sentence, lexicon }));
    if (!instead) return undefined;
    taken.add(instead);
    spans.push({ start: word.start, end: word.end, instead: [{ start: instead.start, end: instead.end, unit }] });
  }
  return spans;
}

/** Within a list item that the clause leaves out whole. */
const isAround = (word: Word, said: ReadonlySet<Word>, { words }: Sentence): boolean =>
  words.some((one) => one.phrase !== word.phrase) &&
  ![...said].some((one) => one.phrase === word.phrase) &&
  word.phrase > Math.max(...[...said].map(({ phrase }) => phrase));

/** What is left out must not have limited what is told. */
const isMark = (word: Word, lexicon: Lexicon): boolean =>
  word.denied ||
  TOOK_PART.test(word.folded) ||
  [hedges, helping, quantifiers, deniers, nearDeniers, lesseningAfter, lesseningBefore].some(
    (set) => set.has(word.folded) || word.stems.some((stem) => lexicon.isOneOf(set, stem)),
  );

const GUARDED = [
  attributes,
  causal,
  changing,
  credentialWords,
  deniers,
  germanMeasureWords,
  hedges,
  helping,
  lesseningAfter,
  lesseningBefore,
  measureWords,
  nearDeniers,
  quantifiers,
  superlatives,
  titleWords,
];

const isGuarded = (word: Word, lexicon: Lexicon): boolean =>
  word.name ||
  word.denied ||
  denyingWords.has(word.folded) ||
  /\p{N}|\p{L}{3,}est$|^(?:responsible|charge|involved|accountable|mr|mrs|ms|miss|dr|sir|madam|frau|herr)$/u.test(
    word.folded,
  ) ||
  GUARDED.some((set) => set.has(word.folded) || lexicon.isOneOf(set, word.stems[0]!));

interface Places {
  told: Sentence;
  sentence: Sentence;
  lexicon: Lexicon;
}

function stands(told: Word, said: Word, { told: text, sentence, lexicon }: Places): boolean {
  if (isGuarded(told, lexicon) || isGuarded(said, lexicon)) return false;
  if (isKinByForm(told, said)) return true;
  const isWeighty = ({ stems, folded }: Word): boolean =>
    isReporting({ folded }) ||
    lexicon.isOneOf(lexicon.language === 'de' ? germanWeightyVerbs : weightyVerbs, stems[0]!);
  const [asTold, asSaid] = [verbRole(told, text, lexicon), verbRole(said, sentence, lexicon)];
  return asTold !== undefined && asTold === asSaid && !isWeighty(told) && !isWeighty(said);
}

/** As a verb: of a clause, or as what a line of a résumé begins with ("Fits panels"). */
function verbRole(word: Word, sentence: Sentence, lexicon: Lexicon): 'act' | 'opening' | undefined {
  const { words, start } = sentence;
  const at = words.findIndex((one) => one.start === word.start);
  const next = words[at + 1];
  const opens =
    word.start === start &&
    next !== undefined &&
    !/^(?:of|at|for|von|bei|für|and|und|mr|mrs|ms|dr)$/.test(next.folded) &&
    !isVerbForm(next.raw);
  if (lexicon.language === 'de') {
    const isVerb = /(?:t|te|ten|en|e)$/.test(word.folded) && !/(?:ung|heit|keit)$/.test(word.folded);
    return isVerb && (opens || /^\p{Ll}/u.test(word.raw)) ? 'act' : undefined;
  }
  if (findActs(sentence).some(({ verb }) => verb.start === word.start)) return 'act';
  return opens && !word.title ? 'opening' : undefined;
}

/** "ventilators" of "ventilated", "geduldig" of "Geduld": another form of one word. */
export function isKinByForm({ folded: a }: Word, { folded: b }: Word): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  // A brewery is no brewer.
  return /er(?:y|ies)$/.test(a) === /er(?:y|ies)$/.test(b) && same >= 5 && same >= short - 3 && long - same <= 6;
}
