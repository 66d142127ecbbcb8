// Every setting once: its schema, default and one-line doc, by topic.

import { accountsSettings } from './accounts.ts';
import { httpSettings } from './http.ts';
import { jobsSettings } from './jobs.ts';
import { observeSettings } from './observe.ts';
import { outgoingSettings } from './outgoing.ts';
import { readingSettings } from './reading.ts';
import { serverSettings } from './server.ts';
import { storageSettings } from './storage.ts';

export const settings = {
  ...serverSettings,
  ...storageSettings,
  ...accountsSettings,
  ...httpSettings,
  ...readingSettings,
  ...jobsSettings,
  ...outgoingSettings,
  ...observeSettings,
};
