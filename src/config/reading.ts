// How documents are read.

import { z } from 'zod';
import { type Read, setting } from './setting.ts';
import { whole } from './setting-kinds.ts';

export const readingSettings = {
  READ_JOBS: setting(whole(0, 256), '0', 'Documents read at the same time; 0 = one for each core.'),
  READERS_KEPT: setting(
    whole(0, 64).optional(),
    undefined,
    'Reading processes kept ready without work, 140 MB each: without one, the first document after a rest waits for its start. Unset = 1 on the embedded database, 0 on PostgreSQL.',
  ),
  HIDDEN_TEXT_POLICY: setting(
    z.enum(['note', 'review', 'quarantine']),
    'review',
    'What happens to documents that hide text or speak to machines: `note` tells, `review` asks for a person, `quarantine` makes no record until a person releases the document.',
  ),
} as const;

export const readReading = (read: Read<typeof readingSettings>) => ({
  readJobs: read('READ_JOBS'),
  readersKept: read('READERS_KEPT'),
  hiddenTextPolicy: read('HIDDEN_TEXT_POLICY'),
});
