// Languages that mails are written in. Apart from their templates, which whoever only queues a mail need not load.

import { mailGerman } from './locales/mail-de.ts';
import { mailEnglish } from './locales/mail-en.ts';

export const mailLocales = { en: mailEnglish, de: mailGerman } as const;
export type MailLocale = keyof typeof mailLocales;

/** `de-AT` → `de`; English for languages that there are no texts in. */
export function mailLocaleOf(locale: string | undefined): MailLocale {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return Object.hasOwn(mailLocales, language) ? (language as MailLocale) : 'en';
}
