// Every setting once: its schema, default and one-line doc, by topic.

import { accountsSettings } from './accounts.ts';
import { backupSettings } from './backup.ts';
import { httpSettings } from './http.ts';
import { intakeSettings } from './intake.ts';
import { jobsSettings } from './jobs.ts';
import { keysSettings } from './keys.ts';
import { languageModelSettings } from './language-models.ts';
import { modelsSettings } from './models.ts';
import { observeSettings } from './observe.ts';
import { outgoingSettings } from './outgoing.ts';
import { readingSettings } from './reading.ts';
import { serverSettings } from './server.ts';
import type { Settings } from './setting.ts';
import { storageSettings } from './storage.ts';

/** In the order of the documentation. */
export const topics = {
  Server: serverSettings,
  Storage: storageSettings,
  'Back-ups': backupSettings,
  Keys: keysSettings,
  Accounts: accountsSettings,
  'Requests and limits': httpSettings,
  Reading: readingSettings,
  'Documents that come by themselves': intakeSettings,
  Jobs: jobsSettings,
  Models: modelsSettings,
  'Mail and other servers': outgoingSettings,
  'Language models': languageModelSettings,
  Observing: observeSettings,
} as const satisfies Record<string, Settings>;

export const settings = {
  ...serverSettings,
  ...storageSettings,
  ...keysSettings,
  ...backupSettings,
  ...accountsSettings,
  ...httpSettings,
  ...readingSettings,
  ...intakeSettings,
  ...jobsSettings,
  ...modelsSettings,
  ...outgoingSettings,
  ...languageModelSettings,
  ...observeSettings,
};

export const secretNames: readonly string[] = Object.entries<{ secret?: true }>(settings)
  .filter(([, { secret }]) => secret)
  .map(([name]) => name);
