// What a setting's text may be, and what becomes of it. Messages name what is expected and never repeat what was given.

import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopbackHost } from '../api/loopback.ts';
import { parseTierLimits } from '../identity/tiers.ts';

export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`);

export const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a number such as 2 or 1.5')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`);

export const publicUrl = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#@]+\/?$/.test(text) && URL.canParse(text),
    'must be scheme, host and port alone, such as https://sheaf.example.com',
  );

export const secret = z.string().min(32, 'must have at least 32 characters; "openssl rand -base64 48" makes one');

/** Several, parted by commas. */
export const commaListOf = <T>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));

export const databaseUrl = z
  .string()
  .refine((url) => /^postgres(ql)?:\/\/.+/.test(url), 'must look like postgres://user:password@host:5432/name');

const listOf = <T>(item: (text: string) => T | undefined, what: string) =>
  z.string().transform((text, context) => {
    const names = text.split(',').map((name) => name.trim());
    const items = names.filter((name) => name !== '').map((name) => item(name));
    if (items.every((value) => value !== undefined)) return items as T[];
    context.issues.push({ code: 'custom', message: what, input: text });
    return z.NEVER;
  });

/** `https://app.example.org`, or undefined for anything that is more or less than an origin. */
function parseOrigin(text: string): string | undefined {
  const url = text.includes('*') ? null : URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) return undefined;
  return url.origin;
}

export const origins = listOf(
  parseOrigin,
  'must be origins such as https://app.example.org, separated by commas; * is refused, because it would let every web site use the accounts of its visitors',
);

export const hostNames = listOf(
  (text) => (/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(text) ? text.toLowerCase() : undefined),
  'must be host names without port, separated by commas',
);

export const proxies = listOf(
  (text) => (isNetwork(text) ? text : undefined),
  'must be addresses or networks such as 10.0.0.0/8, separated by commas; a number of proxies is not taken, because whoever reaches the port directly could then name any address',
);

export const tierLimits = z.string().transform((text, context) => {
  const limits = parseTierLimits(text);
  if (limits) return limits;
  context.issues.push({
    code: 'custom',
    message: 'must be documents/exports/calls, each a number or unlimited, such as 10/20/100; or unlimited',
    input: text,
  });
  return z.NEVER;
});

export function parseOriginOrFail(text: string, context: z.core.$RefinementCtx): string {
  const origin = parseOrigin(text);
  if (origin) return origin;
  context.issues.push({ code: 'custom', message: 'must be an origin such as https://files.example.org', input: text });
  return z.NEVER;
}

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A text that `parse` makes something of, or says what is wrong with it. */
export const parsed = <T>(parse: (text: string) => T | string) =>
  z.string().transform((text, context): T => {
    const result = parse(text);
    if (typeof result !== 'string') return result;
    context.addIssue({ code: 'custom', message: result });
    return z.NEVER;
  });

export const issuer = z
  .string()
  .refine((text) => URL.canParse(text) && isSafeIssuer(new URL(text)), 'must be an https address without query');

function isSafeIssuer({ protocol, hostname, search, hash }: URL): boolean {
  return (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))) && search === '' && hash === '';
}
