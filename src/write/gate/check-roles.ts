// Who has which role: "Tom Hask (chair)", "the treasurer, Ann Lee", and a line that says what somebody was, "Head Chef at The Larch".

import type { Finding, MannerInput } from './clause.ts';
import { isContent } from './content-words.ts';
import { type Occurrence, saysWord } from './match-words.ts';
import { isVerbForm, type Sentence } from './read-text.ts';
import type { Word } from './word.ts';

export function checkRoles(input: MannerInput): Finding[] {
  return [...appositions(input), ...roleLine(input)];
}

interface Holder {
  role: Word[];
  name: Word[];
}

/** Roles beside names, in brackets or between commas. */
function holdersOf({ words, text, start }: Sentence): Holder[] {
  const holders: Holder[] = [];
  const gap = (a: Word | undefined, b: Word | undefined): string =>
    text.slice((a?.end ?? start) - start, (b?.start ?? start + text.length) - start);
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]!.raw) || words[i]!.free) continue;
    let end = i;
    while (words[end + 1] && /^\p{Lu}/u.test(words[end + 1]!.raw) && /^\.?\s$/.test(gap(words[end], words[end + 1])))
      end++;
    const name = words.slice(i, end + 1);
    const behind: Word[] = [];
    const opening = gap(words[end], words[end + 1]);
    if (/^\s?\($|^, $/.test(opening)) {
      for (const word of words.slice(end + 1)) {
        if (!/^\p{Ll}/u.test(word.raw)) break;
        behind.push(word);
        if (gap(word, words[words.indexOf(word) + 1]).trim() !== '') break;
      }
      const closed =
        behind.length > 0 && /^\s?[),.;]|^$/.test(gap(behind.at(-1), words[words.indexOf(behind.at(-1)!) + 1]));
      if (closed && behind.length <= 5 && !behind.some((word) => isVerbForm(word.raw)))
        holders.push({ role: behind.filter(isContent), name });
    }
    const before: Word[] = [];
    for (let at = i - 1; at >= 0 && /^\p{Ll}/u.test(words[at]!.raw); at--) {
      if (before.length === 0 ? !/^,? $/.test(gap(words[at], words[i])) : gap(words[at], before[0]) !== ' ') break;
      before.unshift(words[at]!);
      if (before.length > 4) break;
    }
    // What stands behind the last little word is the role: "signed by the driver Luc Perrin".
    const from = before.findLastIndex((word) => word.free && word.folded !== 'of');
    const role = before.slice(from + 1).filter(isContent);
    if (role.length > 0 && from >= 0 && /^(?:the|a|an|my|our|his|her|their|its)$/.test(before[from]!.folded))
      holders.push({ role, name });
    i = end;
  }
  return holders.filter(({ role }) => role.length > 0);
}

function appositions({ told, segment, unit, lexicon }: MannerInput): Finding[] {
  if (!unit) return [];
  const findings: Finding[] = [];
  const said = holdersOf(unit.sentence);
  for (const { role, name } of holdersOf(told)) {
    if (role[0]!.segment !== segment && name[0]!.segment !== segment) continue;
    const rival = said.filter((one) => role.every((word) => one.role.some((other) => saysWord(other, word, lexicon))));
    const isSame = (one: Holder): boolean =>
      name.some((word) => one.name.some((other) => saysWord(other, word, lexicon)));
    if (rival.length === 0 || rival.some(isSame)) continue;
    findings.push({
      start: role[0]!.start,
      end: role.at(-1)!.end,
      kind: 'attribution',
      why: 'The source says this of somebody else.',
      near: { unit },
    });
  }
  return findings;
}

const AT = /^(?:at|with|for|bei|beim|im|in)$/;

/** "Duty Manager at Hotel Merle" out of "assisted the duty manager" is no role of the one who assisted. */
function roleLine({ told, segment, words, found, headings }: MannerInput): Finding[] {
  if (segment > 0 || !headings.some(({ source }) => source.kind === 'passage')) return [];
  const line = told.words.filter((word) => word.segment === 0);
  const at = line.findIndex((word, i) => i > 0 && (AT.test(word.folded) || word.phrase !== line[0]!.phrase));
  const role = (at < 0 ? line : line.slice(0, at)).filter((word) => words.includes(word));
  const first = line.find((word) => !/^(?:a|an|the|as|als|i|was|am|ich|war|bin)$/.test(word.folded));
  if (
    at < 0 ||
    role.length === 0 ||
    role.length > 5 ||
    first !== role[0] ||
    role.some((word) => isVerb(word)) ||
    isVerbForm(role[0]!.raw) ||
    opensLine(found.get(role[0]!) ?? []) ||
    // "Selects the textbooks".
    (/[^s]s$/.test(role[0]!.folded) &&
      /^(?:the|a|an|all|its|his|her)$/.test(line[line.indexOf(role[0]!) + 1]?.folded ?? ''))
  )
    return [];
  const place = line.slice(at).filter((word) => words.includes(word));
  const inHeading = (word: Word): boolean => (found.get(word) ?? []).some((one) => one.unit.heading);
  if (!place.some((word) => inHeading(word) && /^\p{Lu}/u.test(word.raw))) return [];
  for (const word of role) {
    const all = found.get(word) ?? [];
    if (all.length === 0) continue;
    const own = all.filter((one) => one.unit.heading);
    const places = own.filter((one) =>
      place.some((other) =>
        (found.get(other) ?? []).some(
          (at2) => at2.unit === one.unit && at2.word.phrase === one.word.phrase && isBeside(one.word, at2.word),
        ),
      ),
    );
    if (own.length > places.length) continue;
    if (own.length === 0 && !all.every((one) => isSomebodyElse(one.sentence, one.index))) continue;
    return [
      {
        start: role[0]!.start,
        end: role.at(-1)!.end,
        kind: 'title',
        why: 'The source names this role of somebody else.',
        near: { unit: all[0]!.unit },
      },
    ];
  }
  return [];
}

/** "Treat patients": what a line of the source begins with is done, not held. */
const opensLine = (all: readonly Occurrence[]): boolean =>
  all.length > 0 &&
  all.every(({ unit, word, sentence }) => {
    const next = sentence.words[sentence.words.indexOf(word) + 1];
    const before = sentence.words.slice(0, sentence.words.indexOf(word));
    return (
      !unit.heading && !word.title && before.every(({ folded }) => /^(?:i|we)$/.test(folded)) && next?.folded !== 'of'
    );
  });

const isBeside = (one: Word, other: Word): boolean => one !== other && Math.abs(one.start - other.start) < 40;
const isVerb = (word: Word): boolean => /(?:[^e]ed|ing)$/.test(word.folded) && !word.name;

/** "the sous-chef", "my manager", "five solicitors": behind an article, with what stands before the noun. */
function isSomebodyElse({ words, text, start, quantities }: Sentence, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const word = words[at]!;
    if (/[,;.()]/.test(text.slice(word.end - start, words[at + 1]!.start - start))) return false;
    if (quantities.some((one) => one.start >= word.end && one.end <= words[at + 1]!.start)) return true;
    if (
      /^(?:the|a|an|my|our|his|her|their|der|die|den|dem|des|vom|zum|einer|eines|meiner|unser|unserer)$/.test(
        word.folded,
      )
    ) {
      const before = words[at - 1]?.folded ?? '';
      return (
        !/^(?:as|am|was|became|become|is|to|been|als)$/.test(before) ||
        /^(?:report|answer)/.test(words[at - 2]?.folded ?? '')
      );
    }
    if (word.free && word.folded !== 'of') return false;
  }
  return quantities.some((one) => one.end <= words[index]!.start && words[index]!.start - one.end <= 2);
}
