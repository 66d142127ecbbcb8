// Two names of one party: "Vale Software Ltd (the Provider)", "Landlord: Marchmont Properties Ltd", "the contractor, Fenway Lifts Ltd,".
// Wherever the one stands in the sources, the other may be told.

import type { GateSource } from './gate-source.ts';
import type { Sentence } from './read-text.ts';
import { issuerLabels, LEGAL_FORMS, recipientLabels } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

interface Unit {
  sentence: Sentence;
  source: GateSource;
  labelLength: number;
}

interface Alias {
  /** "provider", and the words of the name. */
  called: Word;
  name: Word[];
}

const isParty = ({ folded }: Word): boolean => issuerLabels.has(folded) || recipientLabels.has(folded);
const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.raw);

/** Gives the words of either name the stems of the other. */
export function joinAliases(units: readonly Unit[]): void {
  const aliases = units.flatMap(aliasesOf);
  if (aliases.length === 0) return;
  const callers = Map.groupBy(aliases, ({ called }) => called.folded);
  for (const [called, all] of callers) {
    const names = new Set(all.map(({ name }) => name.map(({ folded }) => folded).join(' ')));
    // Two that are called the same are not told apart by it.
    if (names.size > 1) continue;
    const { name, called: alias } = all[0]!;
    const stems = name.filter((word) => !LEGAL_FORMS.has(word.folded)).map((word) => word.stems[0]!);
    for (const word of units.flatMap(({ sentence }) => sentence.words)) {
      if (word.folded === called) word.stems.push(...stems);
      else if (isCapital(word) && stems.includes(word.stems[0]!)) word.stems.push(alias.stems[0]!);
    }
  }
}

function aliasesOf({ sentence, source, labelLength }: Unit): Alias[] {
  const { words, text, start } = sentence;
  const gap = (at: number): string =>
    text.slice(words[at]!.end - start, (words[at + 1]?.start ?? sentence.end) - start);
  const found: Alias[] = [];
  if (labelLength > 0 && source.kind === 'value') {
    const called = words.find((word) => word.end <= start + labelLength && isParty(word));
    const name = nameFrom(
      sentence,
      words.findIndex((word) => word.start >= start + labelLength),
    );
    return called && name.length > 0 ? [{ called, name }] : [];
  }
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    const isBracketed =
      before &&
      isCapital(word) &&
      /\(["“„]?$/.test(text.slice(0, word.start - start).replace(/\((?:the|der|die|das) /i, '(')) &&
      /^["”“]?\)/.test(gap(i));
    if (isBracketed) {
      const last = words.findLastIndex((one, k) => k < i && !one.free);
      const name = nameUpTo(sentence, last);
      if (name.length > 0 && last >= i - 2) found.push({ called: word, name });
    } else if (
      isParty(word) &&
      /^(?::|,) $/.test(gap(i)) &&
      (gap(i) === ': ' || /^(?:the|der|die)$/.test(before?.folded ?? ''))
    ) {
      const name = nameFrom(sentence, i + 1);
      if (name.length > 0) found.push({ called: word, name });
    }
  }
  return found;
}

function nameFrom({ words, text, start }: Sentence, from: number): Word[] {
  const name: Word[] = [];
  if (from < 0) return name;
  for (const [k, word] of words.slice(from).entries()) {
    const last = name.at(-1);
    if (last && !/^\.?\s(?:& )?$/.test(text.slice(last.end - start, word.start - start))) break;
    if (!isCapital(word) && !(k > 0 && word.free)) break;
    name.push(word);
  }
  return name.filter(isCapital);
}

function nameUpTo({ words, text, start }: Sentence, to: number): Word[] {
  const name: Word[] = [];
  for (let at = to; at >= 0; at--) {
    const next = name[0];
    if (next && !/^\.?\s(?:& )?$/.test(text.slice(words[at]!.end - start, next.start - start))) break;
    if (!isCapital(words[at]!) || words[at]!.free) break;
    name.unshift(words[at]!);
  }
  return name;
}
