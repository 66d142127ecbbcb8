// Every setting once: its schema, default and one-line doc, by topic.

import { accountsSettings } from './accounts.ts';
import { backupSettings } from './backup.ts';
import { httpSettings } from './http.ts';
import { observeSettings } from './observe.ts';
import { outgoingSettings } from './outgoing.ts';
import { readingSettings } from './reading.ts';
import { serverSettings } from './server.ts';
import { storageSettings } from './storage.ts';

export const settings = {
  ...serverSettings,
  ...storageSettings,
  ...backupSettings,
  ...accountsSettings,
  ...httpSettings,
  ...readingSettings,
  ...outgoingSettings,
  ...observeSettings,
};
