// Background work.

import { type Read, setting } from './setting.ts';
import { whole } from './setting-kinds.ts';

export const jobsSettings = {
  JOB_DAYS: setting(whole(1, 365), '30', 'Days that jobs which are over can still be seen, and dead ones tried again.'),
} as const;

export const readJobs = (read: Read<typeof jobsSettings>) => ({ jobDays: read('JOB_DAYS') });
