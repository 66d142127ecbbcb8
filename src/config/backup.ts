// Back-ups that the server makes by itself, and how archives are locked.

import path from 'node:path';
import { z } from 'zod';
import { isCron } from '../store/cron-times.ts';
import { type Read, type ReadContext, setting } from './setting.ts';
import { parsed } from './setting-kinds.ts';

/** How many of the newest are kept: one a day, one a week, one a month. */
export interface BackupKeep {
  days: number;
  weeks: number;
  months: number;
}

function parseKeep(text: string): BackupKeep | string {
  const found = /^(\d{1,4})\/(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [days, weeks, months] = (found ?? []).slice(1).map(Number);
  if (days === undefined || weeks === undefined || months === undefined || days + weeks + months === 0) {
    return 'must be days/weeks/months, such as 7/4/6, and keep one at least';
  }
  return { days, weeks, months };
}

function parseRecipients(text: string): string[] | string {
  const recipients = text.split(/[\s,]+/).filter((item) => item !== '');
  return recipients.every((item) => /^age1([02-9ac-hj-np-z]{58}|pq1[02-9ac-hj-np-z]{100,4000})$/.test(item))
    ? recipients
    : 'must be age recipients (age1…), separated by commas; "age-keygen" makes a pair';
}

export const backupSettings = {
  BACKUP_DIR: setting(
    z.string().min(1).optional(),
    undefined,
    'Folder for back-ups, best on another disk or machine. Unset = the server makes none by itself.',
  ),
  BACKUP_SCHEDULE: setting(
    z.string().refine(isCron, 'must be a cron expression of five fields, such as "15 2 * * *"'),
    '15 2 * * *',
    'When back-ups are made, as a cron expression in UTC; needs BACKUP_DIR.',
  ),
  BACKUP_KEEP: setting(
    parsed<BackupKeep>(parseKeep),
    '7/4/6',
    'Back-ups that are kept: the newest of so many days/weeks/months. Older ones of this server are deleted, other files never.',
  ),
  BACKUP_VERIFY: setting(
    z.enum(['yes', 'no']),
    'yes',
    'Whether each back-up is restored into a scratch database and compared, at once after it was made.',
  ),
  BACKUP_PASSPHRASE: setting(
    z.string().min(12, 'must have at least 12 characters; "openssl rand -base64 24" makes one').optional(),
    undefined,
    'Encrypts back-ups, and opens them. Keep it apart from them: without it nothing can be restored.',
    { secret: true },
  ),
  BACKUP_RECIPIENTS: setting(
    parsed<string[]>(parseRecipients).optional(),
    undefined,
    'Encrypts back-ups for these age recipients (age1…, separated by commas), instead of a passphrase.',
  ),
  BACKUP_IDENTITY_FILE: setting(
    z.string().min(1).optional(),
    undefined,
    'File with the age identity (AGE-SECRET-KEY-1…) that opens back-ups made for BACKUP_RECIPIENTS; for restoring only.',
  ),
} as const;

export const readBackup = (read: Read<typeof backupSettings>, { problems }: ReadContext) => {
  const folder = read('BACKUP_DIR');
  const identityFile = read('BACKUP_IDENTITY_FILE');
  const passphrase = read('BACKUP_PASSPHRASE');
  const recipients = read('BACKUP_RECIPIENTS');
  if (passphrase !== undefined && recipients !== undefined) {
    problems.push('BACKUP_PASSPHRASE, BACKUP_RECIPIENTS: set one of them');
  }
  return {
    backup: {
      /** Absolute; undefined: the server makes none by itself. */
      folder: folder === undefined ? undefined : path.resolve(folder),
      schedule: read('BACKUP_SCHEDULE'),
      keep: read('BACKUP_KEEP'),
      verify: read('BACKUP_VERIFY') === 'yes',
      encryption: { passphrase, recipients },
      identityFile: identityFile === undefined ? undefined : path.resolve(identityFile),
    },
  };
};
