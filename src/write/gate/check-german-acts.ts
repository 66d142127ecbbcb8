// Whether the one who acts in a German clause is the one whom the sources name for it.

import type { Finding, MannerInput } from './clause.ts';
import { isContent } from './content-words.ts';
import { findGermanActs, type GermanAct } from './find-german-acts.ts';
import { saysWord } from './match-words.ts';
import type { Word } from './word.ts';

export function checkGermanActs({ told, segment, unit, lexicon }: MannerInput): Finding[] {
  if (!unit || lexicon.language !== 'de') return [];
  const same = (a: Word, b: Word): boolean =>
    a.folded === b.folded || saysWord(a, b, lexicon) || saysWord(b, a, lexicon);
  const meet = (some: readonly Word[], others: readonly Word[]): boolean =>
    some.some((one) => others.some((other) => same(other, one)));
  const sentences = [...new Set([unit.sentence, ...unit.carried.map(({ sentence }) => sentence)])];
  const said = sentences.flatMap(findGermanActs);
  for (const act of findGermanActs(told)) {
    if (act.segment !== segment || act.doers.length === 0) continue;
    const rivals = said.filter((one) => meet(act.verbs, one.verbs));
    if (rivals.length === 0) continue;
    const nearest = closest(rivals, act, meet);
    if (nearest.some((one) => agrees(one, act, meet))) continue;
    return [
      {
        start: act.doers[0]!.start,
        end: Math.max(...act.doers.map(({ end }) => end)),
        kind: 'attribution',
        why: 'The source says that somebody else did it.',
        near: { unit },
      },
    ];
  }
  return [];
}

type Meet = (some: readonly Word[], others: readonly Word[]) => boolean;

function closest(acts: readonly GermanAct[], told: GermanAct, meet: Meet): GermanAct[] {
  const score = (one: GermanAct): number =>
    told.others.concat(told.doers).filter((word) => meet([word], one.others.concat(one.doers))).length;
  const most = Math.max(...acts.map(score));
  return acts.filter((one) => score(one) === most);
}

const personOf = (words: readonly Word[]): 1 | 2 | 3 | undefined => {
  if (words.some(({ folded }) => /^(?:ich|wir|mich|mir|uns)$/.test(folded))) return 1;
  if (words.some(({ raw }) => /^(?:Sie|Ihnen)$/.test(raw))) return 2;
  return words.length > 0 ? 3 : undefined;
};
/** "Frau" alone is a wife, before a name a form of address. */
const named = (words: readonly Word[]): Word[] =>
  words.filter((word) => isContent(word) || (words.length === 1 && word.raw === 'Frau'));

function agrees(said: GermanAct, told: GermanAct, meet: Meet): boolean {
  const [doers, tellers] = [named(said.doers), named(told.doers)];
  const [by, teller] = [personOf(said.doers), personOf(told.doers)];
  // What it is done to is not the one who does it.
  if (tellers.length > 0 && meet(tellers, named(said.others)) && !meet(tellers, doers))
    return told.isOpen && meet(tellers.slice(1), doers);
  if (teller === 1 && personOf(said.others) === 1 && by !== 1 && by !== undefined) return false;
  if (by === undefined) return true;
  if (teller === 1) return by === 1;
  if (teller === 2 && by === 1) return false;
  if (by === 1 && teller === 2) return false;
  if (tellers.length === 0) return true;
  if (doers.length === 0) return by !== 1;
  return meet(tellers, doers);
}
