// Whose it is: "our driver" is not "your driver", "the client's approval" not the contractor's, and who is called the seller is not
// the buyer.

import type { Finding, MannerInput } from './clause.ts';
import { isContent } from './content-words.ts';
import { saysWord } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import { isVerbForm, type Sentence } from './read-text.ts';
import { issuerLabels, recipientLabels } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

export function checkPossessors(input: MannerInput): Finding[] {
  return [...possessives(input), ...owners(input), ...labels(input)];
}

const FIRST = /^(?:my|our|mein|unser)(?:e|en|em|er|es)?$/i;
const SECOND = /^(?:your|Ihr(?:e|en|em|er|es)?|eue?r(?:e|en|em|es)?|deine?[nmrs]?)$/;

/** 1: whoever writes; 2: whoever is written to. */
function possessiveBefore(sentence: Sentence, index: number): 1 | 2 | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const word = sentence.words[at]!;
    if (word.phrase !== sentence.words[index]!.phrase || isVerbForm(word.raw)) return undefined;
    if (FIRST.test(word.raw)) return 1;
    if (SECOND.test(word.raw) || word.raw === 'Your') return 2;
    if (/^(?:the|a|an|of|der|die|das|den|dem|des|von)$/.test(word.folded)) return undefined;
  }
  return undefined;
}

function possessives({ told, words, found, unit }: MannerInput): Finding[] {
  for (const word of words) {
    const whose = possessiveBefore(told, told.words.indexOf(word));
    if (whose === undefined) continue;
    const said = (found.get(word) ?? []).map((one) => possessiveBefore(one.sentence, one.index));
    if (said.every((one) => one === undefined) || said.includes(whose)) continue;
    return [
      {
        start: word.start,
        end: word.end,
        kind: 'attribution',
        why: "The source says this of the other side's.",
        near: unit && { unit },
      },
    ];
  }
  return [];
}

/** "the client's approval", "approval of the client", "Zustimmung des Mieters": the content words that say whose. */
function ownerOf(sentence: Sentence, index: number): Word[] {
  const { words, text, start } = sentence;
  const thing = words[index]!;
  const last = words[index - 1];
  if (
    last &&
    /['’]s$|s['’]$/.test(last.raw + text.slice(last.end - start, last.end - start + 1).trim()) &&
    last.phrase === thing.phrase &&
    isContent(last)
  )
    return [last];
  const next = words[index + 1];
  if (!next || text.slice(thing.end - start, next.start - start) !== ' ') return [];
  const from = /^(?:of|von|vom)$/.test(next.folded)
    ? index + 2
    : /^(?:des|der|eines|einer)$/.test(next.folded)
      ? index + 2
      : -1;
  if (from < 0) return [];
  const owner: Word[] = [];
  for (const word of words.slice(from, from + 5)) {
    if (word.phrase !== thing.phrase || word.segment !== thing.segment) break;
    if (word.free && !/^(?:the|a|an|der|die|dem|den|his|her|my|our|their|mr|mrs|ms|frau|herrn?)$/.test(word.folded))
      break;
    if (isContent(word)) owner.push(word);
  }
  return owner;
}

const isParty = (word: Word): boolean =>
  issuerLabels.has(word.folded) || recipientLabels.has(word.folded) || word.name || /^\p{Lu}/u.test(word.raw);

function owners({ told, words, found, unit, lexicon }: MannerInput): Finding[] {
  for (const word of words) {
    const owner = ownerOf(told, told.words.indexOf(word)).filter(isParty);
    if (owner.length === 0) continue;
    const said = (found.get(word) ?? []).map((one) => ownerOf(one.sentence, one.index).filter(isParty));
    const named = said.filter((one) => one.length > 0);
    if (named.length === 0 || named.length < said.length) continue;
    if (
      named.some((one) =>
        owner.some((mine) => one.some((other) => saysWord(other, mine, lexicon) || saysWord(mine, other, lexicon))),
      )
    )
      continue;
    return [
      {
        start: owner[0]!.start,
        end: owner.at(-1)!.end,
        kind: 'attribution',
        why: "The source says that it is somebody else's.",
        near: unit && { unit },
      },
    ];
  }
  return [];
}

/** "The seller is …", "Mieter: …" with the name of the other one. */
function labels({ told, segment, headings, lexicon }: MannerInput): Finding[] {
  const valued = headings.filter(({ source }) => source.kind === 'value');
  const isLabelled = (unit: Unit, word: Word): boolean =>
    unit.sentence.words.some(
      (one) => one.end <= unit.sentence.start + unit.labelLength && saysWord(one, word, lexicon) && !one.free,
    );
  const names = (unit: Unit): Word[] =>
    unit.sentence.words.filter((one) => one.start >= unit.sentence.start + unit.labelLength && isContent(one));
  for (const [i, word] of told.words.entries()) {
    if (word.segment > segment || !(issuerLabels.has(word.folded) || recipientLabels.has(word.folded))) continue;
    const own = valued.find((unit) => isLabelled(unit, word));
    let at = i + 1;
    while (told.words[at]?.free && /^(?:is|was|are|the|ist|war|die|der|das)$/.test(told.words[at]!.folded)) at++;
    const name = told.words[at];
    if (!own || !name || name.segment !== segment || !/^\p{Lu}/u.test(name.raw)) continue;
    const isOf = (unit: Unit): boolean => names(unit).some((one) => one.folded === name.folded);
    const other = valued.find(
      (unit) =>
        unit !== own &&
        isOf(unit) &&
        unit.sentence.words.some((one) => issuerLabels.has(one.folded) || recipientLabels.has(one.folded)),
    );
    if (!other || isOf(own)) continue;
    return [
      {
        start: name.start,
        end: name.end,
        kind: 'attribution',
        why: 'The sources name the other party for this.',
        near: { unit: own },
      },
    ];
  }
  return [];
}
