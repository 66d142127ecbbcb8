// Everything by which someone can be reached, in one call.

import { type EmailMention, findEmails } from './emails.ts';
import { findPhones, type PhoneMention } from './phones.ts';
import { remember } from './remember.ts';
import { findUrls, type UrlMention } from './urls.ts';

export interface Contacts {
  emails: EmailMention[];
  urls: UrlMention[];
  phones: PhoneMention[];
}

export function findContacts(text: string, hints: { country?: string } = {}): Contacts {
  return { emails: findEmails(text), urls: findUrls(text), phones: findPhones(text, hints) };
}

/** Whether a line holds contact details and so is no name and no part of an address. */
export const isContactLine: (text: string) => boolean = remember(showsContact);

const LABELLED =
  /^\W{0,3}(?:tel|t[eé]l|phone|ph|fax|mob|mobile|e-?mail|web|website|internet|www|hotline|fon|url|http)\b/i;

function showsContact(text: string): boolean {
  return (
    LABELLED.test(text) ||
    findEmails(text).length > 0 ||
    findUrls(text).some((url) => url.certainty > 0.6) ||
    findPhones(text).length > 0
  );
}
