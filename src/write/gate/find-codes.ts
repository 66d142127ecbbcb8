// What is the same or not, without a size: addresses, times of day, numbers of letters and digits.

import { findContacts } from '../../recognize/contact.ts';
import { findTimes } from '../../recognize/times.ts';

/** Letters and digits together, addresses, times: the same or not. */
export interface Code {
  start: number;
  end: number;
  value: string;
  kind: 'code' | 'contact' | 'time';
}

/** "3/4" is an amount. */
const FRACTION = /^[1-7]\/[2-8]$/;
/** A word as it is written, with its joints. */
export const TOKEN =
  /\.?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.\-/&+:,_][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** Addresses and times of day. */
export function findCodes(text: string): Code[] {
  const codes: Code[] = [];
  const add = (start: number, end: number, value: string, kind: Code['kind']): void => {
    if (!codes.some((one) => one.start < end && start < one.end)) codes.push({ start, end, value, kind });
  };
  const contacts = findContacts(text);
  for (const { start, end, value } of contacts.emails) add(start, end, value.toLowerCase(), 'contact');
  for (const { start, end, value, certainty } of contacts.urls)
    if (certainty > 0.7) add(start, end, value.toLowerCase().replace(/\/$/, ''), 'contact');
  for (const { start, end, value, certainty } of contacts.phones)
    if (certainty > 0.7) add(start, end, value, 'contact');
  for (const { start, end, value } of findTimes(text)) {
    add(start, end, value, 'time');
    // "7 to 8 pm", "von 7 bis 20 Uhr": the first hour is one, too.
    const hour = /(?<![\d.,:])(\d{1,2})\s?(?:bis|to|–|-)\s?$/.exec(text.slice(Math.max(0, start - 12), start));
    if (hour)
      add(start - hour[0].length, start - hour[0].length + hour[1]!.length, `${hour[1]} before ${value}`, 'time');
  }
  return codes;
}

/** `INV-7731`, `GB2571230`, `2024-0815`, `128/82`, `Q3`; not `40-person`, `85k`, `2nd`. */
export function alphanumericCodes(text: string): Code[] {
  const codes: Code[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0].replace(/^\./, '');
    const start = match.index + match[0].length - raw.length;
    if (!/\p{N}/u.test(raw) || /^[ck]?m[²³]$/.test(raw) || FRACTION.test(raw)) continue;
    if (/^\d+(?:[.,]\d+)*(?:k|m|mn|bn|b|st|nd|rd|th|x|s)?$/i.test(raw) && !/^\d+x$/i.test(raw)) continue;
    if (/^\d+(?:[.,]\d+)*-?\p{L}{2,}/u.test(raw) && !/\d/.test(raw.replace(/^[\d.,]+/, ''))) continue;
    if (/^\d{1,3}-\d{1,3}$/.test(raw) && Number(raw.split('-')[0]) < Number(raw.split('-')[1])) continue;
    // "£1.2M" and "EUR50" are money.
    if (/^(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|PLN)\d/i.test(raw)) continue;
    codes.push({ start, end: start + raw.length, value: raw.toLowerCase(), kind: 'code' });
  }
  return codes;
}
