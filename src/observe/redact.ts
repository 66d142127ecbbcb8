// What may stand in a log line, a span or an error report: the one place that takes secrets and content out, by the name of a
// field and by the shape of a text. Call sites should log neither; this is for the day when one does.

import { type ShownError, showError } from './show-error.ts';

export const REDACTED = '[redacted]';

const LONGEST_TEXT = 4000;
const DEEPEST = 5;
const MOST_ENTRIES = 50;

/** Ends of field names, in lower case and without separators, whose value is nobody's business. */
const secretEndings = [
  'password|passphrase|secret|token|tokens|authorization|cookie|cookies|apikey|privatekey|credential|credentials|dsn',
  'recoverycode|recoverycodes|verifier|otpauth|totp|challenge|signature|headers|dataurl',
  // Content: what people wrote, and what their documents say.
  'body|html|subject|recipient|recipients|email|emails|content|contents|payload|rawtext|filename|stdin|stderr',
].join('|');
const secretName = new RegExp(`(?:${secretEndings})$`);
const separators = /[-_.\s]/g;

/** Names are few, and the same again for each line. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;

export function isSecretName(name: string): boolean {
  const before = judged.get(name);
  if (before !== undefined) return before;
  const secret = secretName.test(name.replace(separators, '').toLowerCase());
  if (judged.size < MOST_JUDGED) judged.set(name, secret);
  return secret;
}

// A text made for it must not cost more than its length: what is found is taken whole, and the rest is bounded.
const shapes: readonly [RegExp, string][] = [
  // JSON web tokens and what is signed like them; a link to a file is signed in two parts.
  [/\beyJ[\w-]{10,}(?:\.[\w-]+)*/g, REDACTED],
  [/\b(Bearer|Basic|Digest|Negotiate) +[\w.~+/=-]{6,}/gi, `$1 ${REDACTED}`],
  // API keys of ours, cut off ones too.
  [/\bshk_[0-9A-Za-z]{6,}/g, REDACTED],
  [/-----BEGIN [A-Z ]{1,40}-----[^"]*?(?:-----END [A-Z ]{1,40}-----|(?=")|$)/g, REDACTED],
  [/\botpauth:[^\s"\\]+/gi, REDACTED],
  // Who signs in at an address: postgres://user:password@host.
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"\\/@:]{0,200}:[^\s"\\/@]{0,200}@/gi, `$1${REDACTED}@`],
  [/\b(https?:\/\/)[^\s"\\/@]{1,200}@/gi, `$1${REDACTED}@`],
  // Values behind ? and # belong to whoever sent them: links that count once, signed links, codes of other services.
  [
    /([?&#;](?:[\w-]{0,40}(?:token|secret|password|key|code|state|nonce|link|signature|sig|sign-in|verify|reset|invitation|challenge|second-factor|email)[\w-]{0,40})=)[^\s"\\&#]+/gi,
    `$1${REDACTED}`,
  ],
  [/(?<![\w.+%-])[\w.+%-]{1,200}@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
];

/** One of these stands in every text that has one of the shapes: a look that most texts pass. */
const marks = ['@', '=', 'eyJ', 'shk_', '-----BEGIN'];
const wordMarks = /(?:bearer|basic|digest|negotiate) |otpauth:/i;

const isSuspicious = (text: string): boolean => marks.some((mark) => text.includes(mark)) || wordMarks.test(text);

/** Takes out what looks like a secret. Works on JSON too: no shape reaches beyond the text that it stands in. */
export function redactText(text: string): string {
  if (!isSuspicious(text)) return text;
  return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
}

/** A copy whose secret fields are gone; errors are shown without values, and everything is bounded. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redactObject(fields, 0);
}

function redactObject(object: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  let count = 0;
  for (const name in object) {
    if (!Object.hasOwn(object, name)) continue;
    if (++count > MOST_ENTRIES) break;
    const value = object[name];
    if (name === 'error' || name === 'err') clean.error = showUnlessShown(value);
    // A framework's request and answer hold everything; the line carries the request's id.
    else if (name === 'req' || name === 'res') continue;
    else clean[name] = isPlain(value) || !isSecretName(name) ? redactValue(value, depth) : REDACTED;
  }
  return clean;
}

/** Numbers say how many, never which: `tokens: 812` stays. */
const isPlain = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean';

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (isPlain(value)) return value;
  if (typeof value !== 'object') return typeof value === 'bigint' ? String(value) : undefined;
  if (value instanceof Error) return showError(value);
  if (value instanceof Date || value instanceof URL) return String(value instanceof Date ? value.toJSON() : value.href);
  if (depth >= DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => redactValue(entry, depth + 1));
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return `[${value?.constructor?.name ?? 'object'}]`;
  return redactObject(value as Record<string, unknown>, depth + 1);
}

const showUnlessShown = (error: unknown): ShownError =>
  isShown(error) ? (redactObject(error as never, 0) as unknown as ShownError) : showError(error);

/** What another process showed already. */
const isShown = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'type' in error && 'stack' in error && !(error instanceof Error);
