// Percentages: 19 %, 19,00%, %18, 7 v.H., 21 percent; and a bare rate after the word for the tax.

import type { Mention } from './mention.ts';
import { isLinkedAfter, isLinkedBefore, readSign } from './numbers.ts';
import { hasDigit, isDash, isLetter, skipSpaces, skipSpacesBack } from './numbers-chars.ts';
import { type NumberToken, scanNumbers } from './numbers-scan.ts';

/** The rate as a number: 19 for 19 %. */
export type PercentMention = Mention<'percent', number>;

const WORD =
  /(?:percent|per cent|pct|prozent|procent|pour cent|por ciento|por cento|per cento|proc|v\. ?H|vH|p\.c)(?![\p{L}])\.?/iuy;
const TAX_BEFORE =
  /(?:^|[^\p{L}])(?:VAT|MwSt|USt|TVA|IVA|BTW|VAT|GST|moms|PTU|TPS|TVQ|HST|PST|IGST|CGST|SGST|SST)\.?[ :@(]{0,3}$/iu;

/** Percentages in a line; a tax word with a bare small number (`VAT 20`) is found at low certainty. */
export function findPercents(text: string): PercentMention[] {
  if (!hasDigit(text)) return [];
  const mentions: PercentMention[] = [];
  for (const token of scanNumbers(text, false)) {
    const mention = readPercent(text, token);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

function readPercent(text: string, token: NumberToken): PercentMention | null {
  const linked = isLinkedBefore(text, token.start);
  const after = skipSpaces(text, token.end);
  const c = text.charCodeAt(after);
  if (c === 37 || c === 0xff05) {
    // 5-10%: the tie is a range; AB12%: part of a code.
    const range = isDash(text.charCodeAt(token.start - 1)) || text[token.start - 1] === '/';
    return linked && !range ? null : makeMention(text, token, linked, after + 1, 0.97);
  }
  if (linked) return null;
  if (isLetter(c)) {
    WORD.lastIndex = after;
    return WORD.test(text) ? makeMention(text, token, false, WORD.lastIndex, 0.95) : null;
  }
  const before = skipSpacesBack(text, token.start, 1);
  if (text[before - 1] === '%' && !/\d/.test(text[skipSpacesBack(text, before - 1) - 1] ?? ' ')) {
    return isLinkedAfter(text, token.end) ? null : makeMention(text, token, false, token.end, 0.75, before - 1);
  }
  return isBareRate(text, token) ? makeMention(text, token, false, token.end, 0.35) : null;
}

function isBareRate(text: string, token: NumberToken): boolean {
  if (token.decimals > 1 || token.group !== '' || Number(token.digits) > 30 || isLinkedAfter(text, token.end))
    return false;
  return TAX_BEFORE.test(text.slice(Math.max(0, token.start - 12), token.start));
}

function makeMention(
  text: string,
  token: NumberToken,
  linked: boolean,
  end: number,
  certainty: number,
  from?: number,
): PercentMention {
  const sign = linked ? { negative: false, start: token.start } : readSign(text, token.start, token.end, token);
  const inParens = text[sign.start] === '(';
  const start = from ?? (inParens ? token.start : sign.start);
  // 19,000 % is nineteen with three decimals, never nineteen thousand.
  const rate = Number(token.alternative ?? token.digits);
  const negative = sign.negative && !inParens && rate !== 0;
  return { kind: 'percent', start, end, raw: text.slice(start, end), value: negative ? -rate : rate, certainty };
}
