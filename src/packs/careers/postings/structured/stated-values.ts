// Values as feeds state them, in the form in which records keep them.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { type EmploymentType, employmentWords, type Workplace, workplaceWords } from '../locales/fact-words.ts';
import type { SalaryUnit } from '../read/salary.ts';
import { childNamed, eachOf, isObject } from './elements.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day: ISO 8601, RFC 822, or milliseconds or seconds since 1970. In the zone in which it is stated. */
export function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return validDay(iso[0]);
  const mail = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})/.exec(text);
  const month = mail ? MONTHS.indexOf(mail[2]!.toLowerCase()) : -1;
  if (mail && month >= 0)
    return validDay(`${mail[3]}-${String(month + 1).padStart(2, '0')}-${mail[1]!.padStart(2, '0')}`);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (german) return validDay(`${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`);
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
}

function validDay(day: string): string | undefined {
  const at = Date.parse(day);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** "FULL_TIME", "FullTime", "Full-time", "Vollzeit". */
export function employmentOf(text: string): EmploymentType | undefined {
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/_/g, ' ');
  return employmentWords.find(([, pattern]) => pattern.test(spaced))?.[0];
}

/** Of a flag ("isRemote") only that it is set says something. */
export function workplaceOf(text: string): Workplace | undefined {
  if (/^(?:true|yes|1|telecommute)$/i.test(text)) return 'remote';
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
  return workplaceWords.find(([, pattern]) => pattern.test(spaced))?.[0];
}

const UNITS: readonly (readonly [SalaryUnit, RegExp])[] = [
  ['HOUR', /hour|stunde|\bhr\b|heure|hora/i],
  ['DAY', /day|tag|jour|día/i],
  ['WEEK', /week|woche|semaine/i],
  ['MONTH', /month|monat|mois|mes\b/i],
  ['YEAR', /year|jahr|annual|annum|\ban\b|año|yr/i],
];

export const unitOf = (text: string): SalaryUnit | undefined => UNITS.find(([, pattern]) => pattern.test(text))?.[0];

/** A number as JSON or a table states it: `60000`, `60,000`, `60.000,50`. */
export function amountOf(text: string): number | undefined {
  const bare = text.replace(/[\s’'$€£]|[A-Z]{3}/g, '');
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare)
    ? bare.replace(/[.,]/g, '')
    : /,\d{1,2}$/.test(bare)
      ? bare.replace(/\./g, '').replace(',', '.')
      : bare.replace(/,/g, '');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** What an element says in words: its text, or the name of the object that it is; of a list, each once. */
export function wordsOf(element: XmlElement): string[] {
  const said = eachOf(element).flatMap((one): string[] => {
    if (one.text !== '') return [one.text];
    if (one.attributes.href) return [one.attributes.href];
    if (one.attributes.term) return [one.attributes.term];
    for (const name of ['name', 'text', 'label', 'title', 'value']) {
      const child = childNamed(one, name);
      if (child?.text) return [child.text];
    }
    return [];
  });
  return [...new Set(said)];
}

/** A PostalAddress, or whatever holds one, in words: "Berlin, Germany". */
export function addressOf(element: XmlElement): { text: string; country: XmlElement | undefined } | undefined {
  const address = childNamed(element, 'address') ?? childNamed(element, 'postalAddress') ?? element;
  const inner = childNamed(address, 'postalAddress') ?? address;
  if (!isObject(inner)) return inner.text === '' ? undefined : { text: inner.text, country: undefined };
  const country = childNamed(inner, 'addressCountry');
  const parts = ['addressLocality', 'addressRegion'].flatMap((name) => {
    const child = childNamed(inner, name);
    return child ? wordsOf(child).slice(0, 1) : [];
  });
  const land = country ? wordsOf(country)[0] : undefined;
  const all = [...new Set([...parts, ...(land ? [land] : [])])];
  if (all.length === 0) {
    const words = wordsOf(inner)[0];
    return words ? { text: words, country: undefined } : undefined;
  }
  return { text: all.join(', '), country };
}
