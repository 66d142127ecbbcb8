// The mails there are, and what each must be given. The texts stand in mail-templates/ and locales/.

import { z } from 'zod';
import { roles } from '../store/roles.ts';
import { parseMailAddress } from './mail-address.ts';

/** What people call themselves or their things. Shown cleaned and cut; see clean-mail-text.ts. */
const given = z.string().min(1);
/** Where a button leads. Only http and https: a mail is no place for other schemes. */
const link = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an http(s) address');
/** ISO 8601; shown as a date and time in UTC. */
const moment = z.iso.datetime();
const address = z.string().refine((text) => parseMailAddress(text) !== undefined, 'must be a mail address');
/** Where the request came from; null when it is not known. */
const ip = z.string().nullable();

const noticeLinks = { link, unsubscribe: link, oneClick: link };

export const mailData = {
  /** To a new address: prove that it is yours. */
  'verify-email': z.strictObject({ name: given, link, validUntil: moment }),
  'reset-password': z.strictObject({ name: given, link, validUntil: moment, ip }),
  /** `link` begins a reset, for whoever did not change it. */
  'password-changed': z.strictObject({ name: given, at: moment, ip, link }),
  invitation: z.strictObject({
    inviter: given,
    inviterEmail: address,
    workspace: given,
    role: z.enum(roles),
    link,
    validUntil: moment,
  }),
  /** `link` leads to the list of sessions. */
  'new-sign-in': z.strictObject({ name: given, at: moment, device: given, ip, link }),
  /** `link` begins a reset. */
  'account-locked': z.strictObject({ name: given, at: moment, lockedUntil: moment, ip, link }),
  /** To the address used so far: another has taken its place. */
  'email-changed': z.strictObject({ name: given, newEmail: address, at: moment }),
  /** `link` takes the deletion back, where that is possible. */
  'account-deleted': z.strictObject({ name: given, at: moment, erasedAt: moment, link: link.nullable() }),
  /** One notice. `unsubscribe` leads to the page, which does it; `oneClick` is for mail programs (RFC 8058). */
  notice: z.strictObject({ name: given, workspace: given, title: given, text: z.string(), at: moment, ...noticeLinks }),
  /** Several. `more`: how many do not stand in it. */
  'notice-digest': z.strictObject({
    name: given,
    workspace: given,
    items: z.array(z.strictObject({ title: given, text: z.string(), at: moment })).min(1),
    more: z.number().int().min(0),
    ...noticeLinks,
  }),
} as const;

export type MailTemplate = keyof typeof mailData;
export type MailDataOf<T extends MailTemplate> = z.output<(typeof mailData)[T]>;

export const mailTemplates = Object.keys(mailData) as MailTemplate[];

export const isMailTemplate = (name: string): name is MailTemplate => Object.hasOwn(mailData, name);
