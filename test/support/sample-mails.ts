// One mail of each template, as a reader would get it.

import type { MailDataOf, MailTemplate } from '../../src/notify/mail-data.ts';

const name = 'Zoë Müller-Lüdenscheidt';
const link = 'https://sheaf.example.org/go?token=7Hq2mVbX0pLr9&next=%2Fdocuments';
const at = '2026-11-20T08:05:00Z';
const validUntil = '2026-11-21T09:30:00Z';
const noticeLinks = {
  link: 'https://sheaf.example.org/#notifications',
  unsubscribe: 'https://sheaf.example.org/#unsubscribe=c2VhbGVk',
  oneClick: 'https://sheaf.example.org/api/v1/notifications/unsubscribe?token=c2VhbGVk',
};
const ip = '203.0.113.17';

export const sampleMails: { [T in MailTemplate]: MailDataOf<T> } = {
  'verify-email': { name, link, validUntil },
  'reset-password': { name, link, validUntil, ip },
  'password-changed': { name, at, ip, link },
  invitation: {
    inviter: 'Jörg Übermüller',
    inviterEmail: 'joerg@example.org',
    workspace: 'Einkauf & Lager Süd',
    role: 'reviewer',
    link,
    validUntil,
  },
  'new-sign-in': { name, at, device: 'Firefox on Windows', ip, link },
  'account-locked': { name, at, lockedUntil: '2026-11-20T08:20:00Z', ip, link },
  'email-changed': { name, newEmail: 'zoe.neu@example.com', at },
  'account-deleted': { name, at, erasedAt: '2027-02-18T08:05:00Z', link },
  notice: {
    name,
    workspace: 'Einkauf & Lager Süd',
    title: 'Could not be read: Rechnung & Co <4711>',
    text: 'Rechnung & Co <4711> could not be read: the file is damaged.',
    at,
    ...noticeLinks,
  },
  'notice-digest': {
    name,
    workspace: 'Einkauf & Lager Süd',
    items: [
      { title: 'To be reviewed: Angebot', text: 'A record was read from Angebot.', at },
      { title: 'Match found: Rechnung 17', text: 'Rechnung 17 and Bestellung 4 may belong together.', at },
    ],
    more: 3,
    ...noticeLinks,
  },
};
