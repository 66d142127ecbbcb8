// What an amount includes and what a statement leaves out: "plus VAT" is not "including VAT", "each" not "in total", and "every year
// except 2020" not "every year".

import { alignedSegment } from './check-manner.ts';
import type { Finding, MannerInput } from './clause.ts';
import type { Sentence, Word } from './read-text.ts';
import { quantifiers } from './vocabulary/claim-words.ts';

export function checkLimits(input: MannerInput): Finding[] {
  return [tax(input), each(input), exception(input), side(input)].filter((one) => one !== undefined);
}

const TAX = /(?<![\p{L}])(?:vat|tax|taxes|mwst|mehrwertsteuer|gst)(?![\p{L}])/iu;
const WITH =
  /(?:includ\p{L}*|inclusive(?: of)?|incl\.?|with|inkl\.?|inklusive|einschließlich)\s(?:of\s)?(?:\d+\s?%\s)?$/iu;
const WITHOUT =
  /(?:plus|excluding|exclusive of|excl\.?|without|before|net of|not including|zuzüglich|zzgl\.?|exkl\.?|ohne)\s(?:\d+\s?%\s)?$/iu;

/** Whether tax is in the price: undefined where it is not spoken of. */
function isTaxed({ text }: Sentence): boolean | undefined {
  const at = TAX.exec(text);
  if (!at) return undefined;
  const before = text.slice(0, at.index);
  if (
    WITHOUT.test(before) ||
    /^\s(?:is |are )?(?:extra|excluded|not included|not)/iu.test(text.slice(at.index + at[0].length))
  )
    return false;
  if (WITH.test(before) || /^\s(?:is |are )?included/iu.test(text.slice(at.index + at[0].length))) return true;
  return undefined;
}

function tax({ told, segment, unit, headings }: MannerInput): Finding | undefined {
  const own = isTaxed(told);
  const word = told.words.find((one) => TAX.test(one.raw));
  if (own === undefined || !word || word.segment !== segment) return undefined;
  const said = [...(unit ? [unit] : []), ...headings].map(({ sentence }) => isTaxed(sentence));
  if (said.includes(own) || !said.includes(!own)) return undefined;
  return finding(word, 'The source says otherwise of the tax.', unit && { unit });
}

const EACH = /^(?:each|apiece|pro)$/;
const TOGETHER = /^(?:total|together|altogether|overall|insgesamt|zusammen)$/;

/** "£95 each" is not "£95 in total". */
function each({ told, segment, unit }: MannerInput): Finding | undefined {
  if (!unit) return undefined;
  for (const price of told.quantities) {
    if (price.segment !== segment || !price.dimension.startsWith('money')) continue;
    const said = unit.sentence.quantities.filter(
      ({ dimension, readings }) =>
        dimension === price.dimension && readings.some((one) => price.readings.includes(one)),
    );
    const wordsBy = (sentence: Sentence, one: { start: number; end: number }): Word[] =>
      sentence.words.filter((word) => word.start >= one.end && word.start - one.end < 12);
    const mark = wordsBy(told, price).find(({ folded }) => EACH.test(folded) || TOGETHER.test(folded));
    if (!mark || said.length === 0) continue;
    const against = EACH.test(mark.folded) ? TOGETHER : EACH;
    if (said.every((one) => wordsBy(unit.sentence, one).some(({ folded }) => against.test(folded))))
      return finding(mark, 'The source says this of another number of them.', { unit });
  }
  return undefined;
}

const ABOVE = /(?<![\p{L}])(?:above|over|über)\s(?:(?:the|our|my|its|a|dem|der|den|das|plan)\s)?(\p{L}{3,})/giu;
const BELOW = /(?<![\p{L}])(?:below|under|unter)\s(?:(?:the|our|my|its|a|dem|der|den|das)\s)?(\p{L}{3,})/giu;

/** "above target" is not "below target". */
function side({ told, segment, unit }: MannerInput): Finding | undefined {
  const named = (pattern: RegExp, { text }: Sentence): Set<string> =>
    new Set([...text.matchAll(pattern)].map(([, noun]) => noun!.toLowerCase()));
  if (!unit) return undefined;
  for (const [own, other] of [
    [ABOVE, BELOW],
    [BELOW, ABOVE],
  ] as const) {
    const turned = [...named(own, told)].find(
      (noun) => named(other, unit.sentence).has(noun) && !named(own, unit.sentence).has(noun),
    );
    const word = turned && told.words.find((one) => one.segment === segment && one.raw.toLowerCase() === turned);
    if (word) return finding(word, 'The source says it is on the other side of it.', { unit });
  }
  return undefined;
}

const EXCEPT = /^(?:except|excepting|apart|excluding|besides|außer|ausgenommen)$/;
const ALL = /^(?:all|every|each|any|always|whole|entire|everyone|everything|alle|allen|jeder|jede|jedes|immer)$/;

function exception({ told, segment, unit, words, found }: MannerInput): Finding | undefined {
  if (!unit || told.words.some(({ folded }) => EXCEPT.test(folded) || /^(?:but|other|save|aber)$/.test(folded)))
    return undefined;
  const aligned = alignedSegment({ unit, words, found });
  const mark = unit.sentence.words.find((word) => EXCEPT.test(word.folded) && word.segment === aligned);
  if (!mark) return undefined;
  const scope = told.words.find(
    (word) => word.segment === segment && (ALL.test(word.folded) || quantifiers.has(word.folded)) && !word.denied,
  );
  return scope && finding(scope, `The source says "${mark.raw}".`, { unit }, 'quantifier');
}

const finding = (
  { start, end }: Word,
  why: string,
  near: Finding['near'],
  kind: Finding['kind'] = 'attribution',
): Finding => ({ start, end, kind, why, near });
