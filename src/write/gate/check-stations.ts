// A sentence that tells of two subjects: each clause is carried whole by its own, which it names, or it tells the change from the one
// to the other. Anything else would merge them.

import type { ClauseMatch, Computed } from './clause.ts';
import { isContent } from './content-words.ts';
import type { Lexicon } from './lexicon.ts';
import { isMove } from './light-words.ts';
import { findOccurrences } from './match-words.ts';
import type { PreparedSources, SubjectGroup } from './prepare-sources.ts';
import type { Sentence } from './read-text.ts';
import type { Word } from './word.ts';

export type MatchClause = (segment: number, group: SubjectGroup) => ClauseMatch;

/** Undefined where the sentence cannot be told so. */
export function checkStations(
  sentence: Sentence,
  { groups }: PreparedSources,
  lexicon: Lexicon,
  match: MatchClause,
): { matches: ClauseMatch[]; computed: Computed[] } | undefined {
  if (groups.length < 2 || lexicon.language === 'other') return undefined;
  if (tellsChange(sentence, groups, lexicon)) return { matches: [], computed: [] };
  if (sentence.segments < 2) return undefined;
  const matches: ClauseMatch[] = [];
  let last: SubjectGroup | undefined;
  let subjects = 0;
  for (let segment = 0; segment < sentence.segments; segment++) {
    const words = sentence.words.filter((word) => word.segment === segment && isContent(word));
    const fits = (group: SubjectGroup): ClauseMatch | undefined => {
      if (group !== last && !isNamed(words, group, groups, lexicon)) return undefined;
      const one = match(segment, group);
      return one.findings.length + one.wording.length === 0 ? one : undefined;
    };
    const order = [...groups].sort((a, b) => Number(b === last) - Number(a === last));
    const group = order.find((one) => fits(one));
    if (!group) return undefined;
    if (group !== last) subjects++;
    last = group;
    matches.push(match(segment, group));
  }
  return subjects > 1 ? { matches, computed: matches.flatMap(({ computed }) => computed) } : undefined;
}

/** By a name of its line that no other subject's line has. */
function isNamed(
  words: readonly Word[],
  group: SubjectGroup,
  groups: readonly SubjectGroup[],
  lexicon: Lexicon,
): boolean {
  const has = (one: SubjectGroup, word: Word): boolean => findOccurrences(word, one.headings, lexicon).length > 0;
  return words.some(
    (word) => /^\p{Lu}/u.test(word.raw) && has(group, word) && !groups.some((one) => one !== group && has(one, word)),
  );
}

/** "Moved from Copperleaf to Larchway in 2019": both lines say so, and the later one begins then. */
function tellsChange(
  { words, dates, quantities, codes }: Sentence,
  groups: readonly SubjectGroup[],
  lexicon: Lexicon,
): boolean {
  const verb = words.findIndex((word) => isMove(word, lexicon));
  const from = words.findIndex(({ folded }, i) => i > verb && folded === 'from');
  const to = words.findIndex(({ folded }, i) => i > from && folded === 'to');
  if (verb < 0 || from < 0 || to < 0 || words.slice(0, verb).some(isContent) || quantities.length + codes.length > 0)
    return false;
  if (words.some(({ denied }) => denied)) return false;
  const [old, young] = [words.slice(from + 1, to).filter(isContent), words.slice(to + 1).filter(isContent)];
  const between = words.slice(verb + 1, from).filter(isContent);
  if (old.length === 0 || young.length === 0 || between.length > 0) return false;
  const carries = (group: SubjectGroup, all: readonly Word[]): boolean =>
    group.headings.some((line) => all.every((word) => findOccurrences(word, [line], lexicon).length > 0));
  const firstYear = (group: SubjectGroup): number =>
    Math.min(
      ...group.headings.flatMap(({ sentence }) => sentence.dates.flatMap(({ readings }) => readings[0]!.year ?? [])),
    );
  return groups.some(
    (one) =>
      carries(one, old) &&
      groups.some(
        (other) =>
          other !== one &&
          carries(other, young) &&
          firstYear(one) <= firstYear(other) &&
          dates.every(({ readings }) =>
            readings.some(({ year, month }) => year === firstYear(other) && startsIn(other, month)),
          ),
      ),
  );
}

const startsIn = ({ headings }: SubjectGroup, month: number | undefined): boolean =>
  month === undefined ||
  headings.some(({ sentence }) =>
    sentence.dates.some(
      ({ role, readings }) => (role === 'start' || role === 'since') && readings.some((one) => one.month === month),
    ),
  );
