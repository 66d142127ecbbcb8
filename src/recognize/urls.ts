// Web addresses: with a scheme, with www., or a bare domain under a known top-level domain.

import { safeTlds, wordTlds } from './data/top-level-domains.ts';
import type { Mention } from './mention.ts';

export interface UrlMention extends Mention<'url', string> {
  /** Lower-case host without "www.". */
  host: string;
}

const WITH_SCHEME = /(?<![A-Za-z0-9])(?:https?|ftp):\/\/[^\s<>"'“”«»|\\^`{}]{3,2000}/gi;
const WITH_WWW =
  /(?<![\p{L}\p{N}@./-])www\d?\.(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}])(?::\d{1,5})?(?:[/?#][^\s<>"'“”«»|\\^`{}]{0,2000})?/giu;
const BARE =
  /(?<![\p{L}\p{N}@./\\_&-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}([a-z]{2,12})(?![\p{L}\p{N}@_-]|\.[\p{L}\p{N}])(?:\/[^\s<>"'“”«»|\\^`{}]{0,2000})?/giu;
/** Abbreviations that stand before "no", "id", "in" … without a space ("Tel.No", "Ref.Id", "Co.KG"). */
const LABEL_STEM =
  /^(?:tel|fax|art|ref|inv|cust|item|ord|order|po|acc|acct|account|id|reg|vat|tax|bill|cat|part|doc|cont|contract|mob|ph|phone|lot|serial|sr|s|bank|cheque|job|page|invoice|inc|co|ltd|pvt|sdn|st|dr|mr|mrs|ms|prof|nr|no|pos|abs|str|max|min|approx|e|i|a|p|u|z)$/i;

/** Web addresses in a text; `value` as printed, without closing punctuation, its host lower-cased. */
export function findUrls(text: string): UrlMention[] {
  if (!text.includes('.')) return [];
  const found: UrlMention[] = [];
  if (text.includes('://')) collect(text, WITH_SCHEME, 0.98, found);
  if (text.includes('www') || text.includes('WWW') || text.includes('Www')) collect(text, WITH_WWW, 0.97, found);
  if (/[A-Za-z0-9]\.[A-Za-z]{2}/.test(text)) findBareDomains(text, found);
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

function collect(text: string, form: RegExp, certainty: number, found: UrlMention[]): void {
  for (const match of text.matchAll(form)) {
    if (overlaps(found, match.index)) continue;
    const mention = toMention(match.index, match[0], certainty);
    if (mention) found.push(mention);
  }
}

function findBareDomains(text: string, found: UrlMention[]): void {
  for (const match of text.matchAll(BARE)) {
    if (overlaps(found, match.index)) continue;
    const tld = match[1]!;
    const host = match[0].split('/', 1)[0]!;
    const name = host
      .slice(0, -tld.length - 1)
      .split('.')
      .at(-1)!;
    // "Tel.No" and "end.The" have a capital where an address would not.
    const evenCase = tld === tld.toLowerCase() || host === host.toUpperCase();
    if (!evenCase || name.length < 2 || !/[a-z]/i.test(name) || LABEL_STEM.test(name)) continue;
    const safe = safeTlds.has(tld.toLowerCase());
    if (!safe && !wordTlds.has(tld.toLowerCase())) continue;
    const mention = toMention(match.index, match[0], safe ? 0.85 : host.split('.').length > 2 ? 0.7 : 0.5);
    if (mention) found.push(mention);
  }
}

function overlaps(found: readonly UrlMention[], at: number): boolean {
  // Mentions of one form come in order, so only the last few can reach this far; lists are short in practice.
  for (let i = found.length - 1; i >= 0 && i >= found.length - 64; i--) {
    if (at >= found[i]!.start && at < found[i]!.end) return true;
  }
  return false;
}

function toMention(start: number, matched: string, certainty: number): UrlMention | undefined {
  let raw = matched.replace(/[.,;:!?'"*…]{1,20}$/, '');
  if (raw.endsWith(')') && !raw.includes('(')) raw = raw.slice(0, -1);
  if (raw.endsWith(']') && !raw.includes('[')) raw = raw.slice(0, -1);
  const parts = /^((?:https?|ftp):\/\/)?([^/?#]{1,260})/i.exec(raw);
  const authority = parts?.[2];
  if (!parts || !authority?.includes('.')) return undefined;
  const scheme = parts[1] ?? '';
  const value = scheme.toLowerCase() + authority.toLowerCase() + raw.slice(parts[0].length);
  const host = authority
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\d?\./, '');
  return { kind: 'url', start, end: start + raw.length, raw, value, certainty, host };
}
