// What goes out: mail, and calls to other servers.

import { z } from 'zod';
import { isLoopbackHost } from '../api/loopback.ts';
import { type Mailbox, parseMailbox } from '../notify/mail-address.ts';
import { type OutgoingAllowance, parseOutgoingAllow } from '../notify/outgoing-rules.ts';
import { parseSmtpUrl, type SmtpServer } from '../notify/smtp-url.ts';
import { type Read, type ReadContext, setting } from './setting.ts';
import { decimal, parsed, whole } from './setting-kinds.ts';

/** A key goes there in clear: only over TLS, or within this machine. */
const isSafeApi = ({ protocol, hostname, username, password }: URL): boolean =>
  username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname)));

const FIRST_PAUSE_MS = 500;
const MOST_PAUSES = 30;
const LONGEST_PAUSE_SECONDS = 7 * 24 * 3600;

function parsePauses(text: string): readonly number[] | string {
  const seconds = text.split(',').map((part) => (/^ *\d{1,7} *$/.test(part) ? Number(part) : Number.NaN));
  const isGood = seconds.length <= MOST_PAUSES && seconds.every((s) => s >= 1 && s <= LONGEST_PAUSE_SECONDS);
  return isGood ? seconds.map((s) => s * 1000) : 'must be seconds such as 5,300,1800: each a whole number up to a week';
}

const DEFAULT_SENDER: Mailbox = { name: 'Sheaf', address: 'sheaf@localhost' };

export const outgoingSettings = {
  SMTP_URL: setting(
    parsed<SmtpServer>(parseSmtpUrl).optional(),
    undefined,
    'Server that takes our mail, as smtps://user:password@host or smtp://user:password@host:587 (STARTTLS is required unless ?tls=optional). Unset = no mail is sent.',
    { secret: true },
  ),
  MAIL_FROM: setting(
    parsed<Mailbox>((text) => parseMailbox(text) ?? 'must look like Sheaf <sheaf@example.org>').optional(),
    undefined,
    'Sender of our mail, as an address or as Name <address>; needed with SMTP_URL.',
  ),
  MAIL_API_URL: setting(
    z
      .string()
      .refine((text) => URL.canParse(text) && isSafeApi(new URL(text)), 'must be an https address')
      .transform((text) => new URL(text))
      .optional(),
    undefined,
    'Service that takes our mail over HTTP as SendGrid does, such as https://api.sendgrid.com/v3/mail/send; instead of SMTP_URL.',
  ),
  MAIL_API_KEY: setting(
    z.string().min(1).optional(),
    undefined,
    'Key of that service, sent as a bearer token; needed with MAIL_API_URL.',
    { secret: true },
  ),
  MAIL_TIMEOUT_SECONDS: setting(whole(1, 300), '30', 'Time that handing one mail to the server may take.'),
  OUTGOING_ALLOW: setting(
    parsed<OutgoingAllowance>(parseOutgoingAllow),
    '',
    'Addresses that the server may call although they are not public or use another port than 80 and 443: hosts and address ranges with commas between, each with an optional :port.',
  ),
  WEBHOOK_RETRY_SECONDS: setting(
    parsed<readonly number[]>(parsePauses),
    '5,300,1800,7200,18000,36000,50400,72000,86400',
    'Seconds between the tries of a webhook that fails, with commas between; after the last one it is given up.',
  ),
  RETRY_TRIES: setting(
    whole(1, 20),
    '3',
    'Times that a call to another server is made in all, when it fails and may be repeated; 1 = never again.',
  ),
  RETRY_FACTOR: setting(
    decimal(1, 10),
    '2',
    'By how much each pause between such tries is longer than the one before; the first is half a second.',
  ),
  RETRY_LONGEST_SECONDS: setting(whole(1, 300), '10', 'Longest pause between such tries.'),
} as const;

export const readOutgoing = (read: Read<typeof outgoingSettings>, { problems, isGiven }: ReadContext) => {
  const server = read('SMTP_URL');
  const apiUrl = read('MAIL_API_URL');
  const apiKey = read('MAIL_API_KEY');
  if ((server || apiUrl) && !isGiven('MAIL_FROM')) {
    problems.push(`MAIL_FROM: is needed with ${server ? 'SMTP_URL' : 'MAIL_API_URL'}`);
  }
  if (server && apiUrl) problems.push('MAIL_API_URL: cannot be set together with SMTP_URL');
  if (apiUrl && apiKey === undefined) problems.push('MAIL_API_KEY: is needed with MAIL_API_URL');
  return {
    mail: {
      /** undefined: no mail is sent. */
      server,
      /** Instead of it. */
      api: apiUrl && apiKey !== undefined ? { url: apiUrl, key: apiKey } : undefined,
      from: read('MAIL_FROM') ?? DEFAULT_SENDER,
      timeoutMs: read('MAIL_TIMEOUT_SECONDS') * 1000,
    },
    outgoingAllow: read('OUTGOING_ALLOW'),
    webhookRetryMs: read('WEBHOOK_RETRY_SECONDS'),
    outsideRetry: {
      tries: read('RETRY_TRIES'),
      firstPauseMs: FIRST_PAUSE_MS,
      factor: read('RETRY_FACTOR'),
      longestPauseMs: read('RETRY_LONGEST_SECONDS') * 1000,
    },
  };
};
