// "Die Stadt trägt die Kosten, der Verein die Arbeit": in German the one who acts and the thing stand in one item of the sentence.

import type { Finding, MannerInput } from './clause.ts';
import type { Word } from './word.ts';

const isNoun = (word: Word): boolean => !word.free && /^\p{Lu}\p{Ll}/u.test(word.raw);

export function checkCoordination({ told, segment, unit, words, found, lexicon }: MannerInput): Finding[] {
  if (!unit || lexicon.language !== 'de') return [];
  const firstOf = new Map<number, Word>();
  for (const word of unit.sentence.words) if (isNoun(word) && !firstOf.has(word.phrase)) firstOf.set(word.phrase, word);
  if (firstOf.size < 2) return [];
  const nouns = words.filter(
    (word) => isNoun(word) && told.words.some((one) => one === word && one.segment === segment),
  );
  const saidOnce = (word: Word): Word | undefined => {
    const own = (found.get(word) ?? []).filter((one) => one.unit === unit && !one.carried);
    return own.length === 1 ? own[0]!.word : undefined;
  };
  for (const doer of nouns) {
    const at = saidOnce(doer);
    if (!at || firstOf.get(at.phrase) !== at) continue;
    const thing = nouns.find((other) => {
      const said = other.phrase === doer.phrase ? saidOnce(other) : undefined;
      return said && said.phrase !== at.phrase && firstOf.get(said.phrase) !== said;
    });
    // Items that have a first and a second noun each: who and what.
    const isPair = unit.sentence.words.filter((word) => word.phrase === at.phrase && isNoun(word)).length > 1;
    if (!thing || !isPair) continue;
    return [
      {
        start: doer.start,
        end: doer.end,
        kind: 'attribution',
        why: 'The source says this of something or somebody else.',
        near: { unit },
      },
    ];
  }
  return [];
}
