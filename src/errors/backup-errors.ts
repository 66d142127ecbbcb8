// Errors of back-ups, restoring and moving.

import type { ErrorEntry } from './error-entry.ts';

export const backupErrors = {
  'backup.invalid': {
    status: 422,
    title: 'This is no whole back-up of Sheaf',
    advice: 'Take another one; "sheaf backup verify" tells of each whether it is whole.',
  },
  'backup.newer': {
    status: 422,
    title: 'The back-up was made by a newer Sheaf',
    advice: 'Restore it with the version that made it, or with a later one.',
  },
  'backup.key-needed': {
    status: 422,
    title: 'The back-up is encrypted',
    advice: 'Set BACKUP_PASSPHRASE, or BACKUP_IDENTITY_FILE to the file with its age identity.',
  },
  'backup.key-wrong': {
    status: 422,
    title: 'The back-up opens with another key',
    advice: 'Check BACKUP_PASSPHRASE or BACKUP_IDENTITY_FILE: it must be what the back-up was made with.',
  },
  'backup.exists': {
    status: 409,
    title: 'There is a file of this name already',
    advice: 'Name another file, or a folder, which gives each back-up a name of its own.',
  },
  'backup.not-found': {
    status: 404,
    title: 'There is no such back-up',
    advice: 'Check the name of the file.',
  },
  'backup.not-owner': {
    status: 403,
    title: 'The database role may not see all rows',
    advice:
      'Use the role that owns the tables. On a schema of an older version, start the server once, which brings it up to date.',
  },
  'backup.no-installation': {
    status: 409,
    title: 'There is nothing to back up',
    advice: 'Check DATA_DIR and DATABASE_URL: they must name an installation that was started once.',
  },
  'backup.in-progress': {
    status: 409,
    title: 'A back-up is being made already',
    advice: 'Wait until it is done.',
  },
  'backup.not-configured': {
    status: 409,
    title: 'This server makes no back-ups',
    advice: 'Set BACKUP_DIR to the folder for them, and start again.',
  },
  'backup.verification-failed': {
    status: 500,
    title: 'The back-up could not be restored',
    advice: 'Look for disk faults; make another one, and verify it. Keep the older ones until one passes.',
  },
  'backup.other-keys': {
    status: 409,
    title: 'Other keys stand where those of the back-up would go',
    advice: 'Put the files in DATA_DIR/secrets aside, or restore into another DATA_DIR.',
  },
  'restore.not-empty': {
    status: 409,
    title: 'There is an installation in this place',
    advice: 'Restore into an empty database and an empty DATA_DIR, or replace this one with --replace --yes.',
  },
  'restore.in-use': {
    status: 409,
    title: 'The database is in use by running servers',
    advice: 'Stop all servers and workers of this database first.',
  },
  'store.unfinished': {
    status: 503,
    title: 'The database is half restored or half moved',
    advice: 'Run the same "sheaf restore" or "sheaf move" again: it goes on and finishes.',
  },
  'store.moved': {
    status: 503,
    title: 'This installation was moved to PostgreSQL',
    advice: 'Set DATABASE_URL to where it went. Its files stay in DATA_DIR.',
  },
  'move.differs': {
    status: 500,
    title: 'What arrived is not what left',
    advice: 'The source is unharmed. Empty the target database, and move again.',
  },
  'move.target': {
    status: 409,
    title: 'The target cannot take this installation',
    advice: 'Give an empty PostgreSQL database, or the one that an unfinished move of this installation goes to.',
  },
} as const satisfies Record<string, ErrorEntry>;
