// Parts of what is printed that several sections share: addresses that can be followed, names of countries, lists.

import { countryByName, countryName } from '../../../../recognize/countries.ts';
import { safeTlds } from '../../../../recognize/data/top-level-domains.ts';
import type { ResumeLanguage } from '../../locales/resume-languages.ts';
import type { Span } from './printed-content.ts';

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WEB = /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u;

/** Where a click leads; undefined for what is no address of a page or of a mailbox: no other scheme becomes a link. */
export function addressOf(text: string): string | undefined {
  if (MAIL.test(text)) return `mailto:${text}`;
  if (!WEB.test(text)) return undefined;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).href : undefined;
}

/** Without the scheme where everybody takes it for an address all the same. */
export function linked(text: string): Span {
  const link = addressOf(text);
  if (link === undefined) return { text };
  const bare = text.replace(/^https:\/\//i, '');
  const host = /^[^/?#:]+/.exec(bare)?.[0] ?? '';
  const isPlain = /^www\./i.test(host) || safeTlds.has(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
  return { text: isPlain ? bare : text, link };
}

/** A national number is told from other numbers by its label; a dash with space around it parts things elsewhere. */
export function printPhone(phone: string): string {
  const closed = phone.replace(/\s+[-–—/]\s+/g, '-');
  return /^\s*\(?\+/.test(closed) ? closed : `Tel. ${closed}`;
}

/** In the language of the résumé where that name is read again; else in English, else the code. */
export function printCountry(code: string, language: ResumeLanguage): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  const upper = code.toUpperCase();
  const names = [new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(upper), countryName(upper)];
  return names.find((name) => name !== undefined && countryByName(name) === upper) ?? upper;
}

/** Commas, but where an item has one itself. */
export function joinList(items: readonly string[]): string {
  return items.join(items.some((item) => /[,;]/.test(item)) ? ' · ' : ', ');
}

/** Whether items can stand in one row and be told from each other. */
export const isListable = (items: readonly string[]): boolean =>
  items.length > 1 && items.every((item) => !/[,;|·•]/.test(item));
