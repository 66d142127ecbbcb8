// Who is told to have done what the sources say: the same doer, a pronoun for it, or nobody.

import type { Finding, MannerInput } from './clause.ts';
import { isContent } from './content-words.ts';
import { type Act, findActs, persons } from './find-acts.ts';
import { saysWord } from './match-words.ts';
import type { Sentence, Word } from './read-text.ts';
import { issuerLabels, recipientLabels } from './vocabulary/claim-words.ts';

export function checkActors({ told, segment, unit, lexicon, words, found }: MannerInput): Finding[] {
  if (!unit || lexicon.language !== 'en') return [];
  const said = [...new Set([unit.sentence, ...unit.carried.map(({ sentence }) => sentence)])].flatMap(findActs);
  if (said.length === 0) return [];
  const findings: Finding[] = [];
  for (const word of told.words.some(({ folded }) => folded === 'by') ? [] : words) {
    const by = found.get(word)?.some((one) => one.unit !== unit)
      ? undefined
      : nounOfOthers(word, unit.sentence, lexicon);
    if (by) findings.push({ ...whole([word]), kind: 'attribution', why: `The source says "${by}".`, near: { unit } });
  }
  for (const act of findActs(told)) {
    if (act.verb.segment !== segment) continue;
    const same = closest(
      said.filter((one) => one.verb.stems[0] === act.verb.stems[0] || saysWord(one.verb, act.verb, lexicon)),
      act,
      lexicon,
    );
    if (same.length === 0) continue;
    // "rejected one and kept the rest": which of them it was.
    const hasRest = ({ thing }: Act): boolean =>
      thing.some(({ folded }) => /^(?:rest|others?|remainder)$/.test(folded));
    const isRest = said.some(hasRest) && same.every((one) => hasRest(one) !== hasRest(act));
    // "gifts rose, donations fell": a doer who is named is not told by another's act, though the two words mean the same.
    const isOthers = (one: Act): boolean =>
      isNamed(one) &&
      isNamed(act) &&
      !shares(one.doer, act.doer) &&
      said.some((other) => !same.includes(other) && shares(other.doer, act.doer));
    const isSaid = (one: Act): boolean =>
      !isRest &&
      !isOthers(one) &&
      agree(one, act, { lexicon, sentence: unit.sentence }) &&
      !isTurned(one, act, lexicon);
    if (same.some(isSaid)) continue;
    findings.push({
      ...whole(act.doer.length > 0 ? act.doer : [act.verb]),
      kind: 'attribution',
      why: 'The source says that somebody else did it.',
      near: { unit },
    });
  }
  return findings;
}

const whole = (span: readonly Word[]): { start: number; end: number } => ({
  start: Math.min(...span.map(({ start }) => start)),
  end: Math.max(...span.map(({ end }) => end)),
});

/** "for approval by the manager": who writes has not approved it. */
function nounOfOthers(
  verb: Word,
  { words, text, start }: Sentence,
  lexicon: MannerInput['lexicon'],
): string | undefined {
  const said = words.flatMap((word, i) => (saysWord(word, verb, lexicon) ? [i] : []));
  const isOthers = (i: number): boolean =>
    words[i]!.folded !== verb.folded &&
    /(?:al|ion|ment|ance|ence|sis|ure)$/.test(words[i]!.folded) &&
    words[i + 1]?.folded === 'by' &&
    words[i + 2] !== undefined &&
    !/^(?:me|us|myself)$|ing$/.test(words[i + 2]!.folded);
  if (said.length === 0 || !said.every(isOthers)) return undefined;
  const [i] = said as [number];
  return text.slice(words[i]!.start - start, words[Math.min(i + 4, words.length - 1)]!.end - start);
}

const shares = (some: readonly Word[], others: readonly Word[]): boolean =>
  some.some((one) => isContent(one) && others.some((other) => other.stems[0] === one.stems[0]));

/** Of several acts that the verb may tell: the same verb, done to the same thing. */
function closest(acts: readonly Act[], told: Act, lexicon: MannerInput['lexicon']): Act[] {
  const score = (one: Act): number => {
    const isSame = one.verb.stems[0] === told.verb.stems[0] ? 1 : 0;
    const shared = told.thing.filter((word) => one.thing.some((other) => saysWord(other, word, lexicon))).length;
    return isSame + 2 * Math.min(shared, 1);
  };
  const most = Math.max(...acts.map(score));
  return acts.filter((one) => score(one) === most);
}

/** Whether somebody is told to do in this clause what the same one is said to do: then it matters no more where the words stand. */
export function isActorSaid({ told, segment, unit, lexicon }: MannerInput): boolean {
  if (!unit || lexicon.language !== 'en') return false;
  const said = findActs(unit.sentence);
  return findActs(told).some(
    (act) =>
      act.verb.segment === segment &&
      isNamed(act) &&
      closest(
        said.filter((one) => one.verb.stems[0] === act.verb.stems[0]),
        act,
        lexicon,
      ).some((one) => isNamed(one) && agree(one, act, { lexicon, sentence: unit.sentence })),
  );
}

const MOVES =
  /^(?:fall|ris|ros|increas|decreas|drop|grow|declin|improv|start|begin|end|finish|chang|open|clos|mov|break|run|cost|contain|shrink|doubl|tripl|halv|develop|cover|read|sell)/;

/** What acts there is what it is done to here, or goes to whom it comes from. Of "the rate fell" the rate may be told as cut. */
function isTurned(said: Act, told: Act, lexicon: MannerInput['lexicon']): boolean {
  const meet = (some: readonly Word[], others: readonly Word[]): boolean =>
    some.some((one) => others.some((other) => saysWord(other, one, lexicon)));
  const only = (some: readonly Word[], others: readonly Word[], instead: readonly Word[]): boolean =>
    meet(some, others) && !meet(some, instead);
  const isMe = (words: readonly Word[]): boolean => words.some(({ folded }) => /^(?:me|us)$/.test(folded));
  const others = [...said.thing, ...said.to, ...said.from];
  if (isMe([...told.thing, ...told.to]) && isFirst(said) && !isMe(others)) return true;
  if (MOVES.test(told.verb.stems[0]!) || MOVES.test(said.verb.stems[0]!)) return false;
  const doers = told.doer.filter(isContent);
  if (only(doers, others, said.doer)) return true;
  if (only(told.thing.filter(isContent), said.doer, [...said.thing, ...said.to]) && told.doer.length > 0) return true;
  if (only(told.to, said.from, said.to) || only(told.from, said.to, said.from)) return true;
  const parties = (words: readonly Word[]): Word[] =>
    words.filter((word) => word.name || issuerLabels.has(word.folded) || recipientLabels.has(word.folded));
  const isOther = (mine: readonly Word[], theirs: readonly Word[]): boolean =>
    parties(mine).length > 0 && parties(theirs).length > 0 && !meet(parties(mine), parties(theirs));
  return isOther(told.to, said.to) || isOther(told.from, said.from);
}

const isFirst = (act: Act): boolean =>
  act.elided || act.doer.some(({ folded }) => /^(?:i|we|me|us|myself|ourselves)$/.test(folded));
const isThird = (act: Act): boolean => act.doer.some(({ folded }) => /^(?:he|she|they|it)$/.test(folded));
const isNamed = (act: Act): boolean => act.doer.some(({ folded }) => !persons.has(folded));

function agree(
  said: Act,
  told: Act,
  { lexicon, sentence }: { lexicon: MannerInput['lexicon']; sentence: Sentence },
): boolean {
  const nobodyTold = told.doer.length === 0 && !told.elided;
  const nobodySaid = said.doer.length === 0 && !said.elided;
  if (nobodyTold) return true;
  if (nobodySaid) return !isFirst(told) || !said.passive;
  if (isFirst(told)) return isFirst(said) || (told.elided && !isNamed(said));
  if (isThird(told)) return !isFirst(said) || said.elided;
  // A name told: the same one, or a pronoun that may stand for it.
  if (!isNamed(said)) {
    if (isThird(said)) return true;
    // Whoever writes may be told by name, but not by that of somebody else in the same sentence.
    return (
      said.elided &&
      !told.doer.some((one) => sentence.words.some((word) => isContent(word) && saysWord(word, one, lexicon)))
    );
  }
  return told.doer.some((one) =>
    said.doer.some((other) => saysWord(other, one, lexicon) || saysWord(one, other, lexicon)),
  );
}
