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
  PARSE_SECONDS: setting(
    whole(1, 3600),
    '20',
    'Time that a file may take which needs no OCR; then it is given up as `file.timeout`.',
  ),
  DOCUMENT_SECONDS: setting(
    whole(1, 3600),
    '25',
    'Time that each page which goes through OCR adds to that; no document takes longer than 24 such pages.',
  ),
  HIDDEN_TEXT_POLICY: setting(
    z.enum(['note', 'review', 'quarantine']),
    'review',
    'What happens to documents that hide text or speak to machines: `note` tells, `review` asks for a person, `quarantine` makes no record until a person releases the document.',
  ),
} as const;

export const readReading = (read: Read<typeof readingSettings>) => ({
  readJobs: read('READ_JOBS'),
  readLimits: { fileMs: read('PARSE_SECONDS') * 1000, pageMs: read('DOCUMENT_SECONDS') * 1000 },
  readersKept: read('READERS_KEPT'),
  hiddenTextPolicy: read('HIDDEN_TEXT_POLICY'),
});
