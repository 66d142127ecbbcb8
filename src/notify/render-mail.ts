// Template, language and data → subject, HTML and text. Everything is read when this is loaded: rendering touches no file.

import { readdirSync, readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import { cleanLine, cleanName } from './clean-mail-text.ts';
import type { MailLanguage } from './locales/mail-phrases.ts';
import { isMailTemplate, type MailTemplate, mailData } from './mail-data.ts';
import { type MailLocale, mailLocales } from './mail-locale.ts';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

export interface MailToRender {
  template: MailTemplate;
  locale: MailLocale;
  recipient: string;
  /** Checked against the template's schema. */
  data: unknown;
}

const FOLDER = new URL('./mail-templates/', import.meta.url);
const NAMES = new Set(['name', 'inviter', 'workspace', 'device']);
/** Of notices: sentences of ours around names of theirs. */
const SENTENCES = new Set(['title', 'text']);
const LONGEST_SENTENCE = 400;
const LINKS = new Set(['link', 'unsubscribe', 'oneClick']);
const MOMENTS = new Set(['at', 'validUntil', 'lockedUntil', 'erasedAt']);

/** File name without `.liquid` → text; the line end that closes a file is not part of the mail. */
const templates = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.liquid'))
    .map((file) => [file.slice(0, -'.liquid'.length), readFileSync(new URL(file, FOLDER), 'utf8').replace(/\n$/, '')]),
);

const strict = { templates, strictVariables: true, strictFilters: true, ownPropertyOnly: true, cache: true } as const;
const limits = { parseLimit: 100_000, renderLimit: 1000, memoryLimit: 1_000_000 } as const;
const asText = new Liquid({ ...strict, ...limits });
const asHtml = new Liquid({ ...strict, ...limits, outputEscape: 'escape' });

/** Throws when the data does not fit the template. */
export function renderMail({ template, locale, recipient, data }: MailToRender): RenderedMail {
  const language: MailLanguage = mailLocales[locale];
  const shown = { ...showData(mailData[template].parse(data), language), recipient };
  const phrase = (text: string): string => asText.parseAndRenderSync(text, shown);
  const say = mapValues(language.mails[template], phrase);
  const common = mapValues(language.common, (text) => (isAbout(text, shown) ? phrase(text) : ''));
  const scope = { ...shown, say, common, lang: locale, subject: say.subject };
  return {
    subject: asText.renderFileSync(`${template}.subject`, scope),
    html: asHtml.renderFileSync(`${template}.html`, scope),
    text: `${asText.renderFileSync(`${template}.text`, scope).trim()}\n`,
  };
}

/** A mail without `name` has no use for the greeting by name. */
function isAbout(text: string, shown: Record<string, unknown>): boolean {
  return [...text.matchAll(/\{\{ (\w+) \}\}/g)].every(([, name]) => Object.hasOwn(shown, name!));
}

type Given = string | number | null | readonly Readonly<Record<string, string>>[];

function showData(data: Record<string, Given>, language: MailLanguage): Record<string, unknown> {
  const moment = new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const show = (key: string, value: string): string => {
    if (NAMES.has(key)) return cleanName(value);
    if (SENTENCES.has(key)) return cleanName(value, LONGEST_SENTENCE);
    if (MOMENTS.has(key)) return `${moment.format(new Date(value))} UTC`;
    if (LINKS.has(key)) return new URL(value).href;
    return cleanLine(value);
  };
  const shown = Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === 'string') return [key, show(key, value)];
      if (!Array.isArray(value)) return [key, value];
      return [key, value.map((item) => mapEntries(item, show))];
    }),
  );
  if (Array.isArray(data.items)) shown.count = data.items.length + Number(data.more);
  if (!data.role) return shown;
  return { ...shown, roleName: language.roles[data.role as keyof MailLanguage['roles']] };
}

const mapEntries = (from: Readonly<Record<string, string>>, change: (key: string, value: string) => string) =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(key, value)]));

function mapValues<K extends string>(from: Record<K, string>, change: (text: string) => string): Record<K, string> {
  return Object.fromEntries(Object.entries<string>(from).map(([key, text]) => [key, change(text)])) as Record<
    K,
    string
  >;
}

/** Templates of rows in the database: a newer version may have written them. */
export function ensureMailTemplate(name: string): MailTemplate {
  if (!isMailTemplate(name)) throw new Error('the mail has a template that this version does not know');
  return name;
}
