// Every command of `sheaf`. Loaded one by one, so that `read` does not wait for the server's packages.

import type { Command } from './command.ts';

export interface CommandEntry {
  name: string;
  summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'start the server: API, workers and page in one process',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'worker',
    summary: 'do background work for servers on the same PostgreSQL',
    load: async () => (await import('./worker.ts')).workerCommand,
  },
  {
    name: 'read',
    summary: 'read files into records, without a server',
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    name: 'validate',
    summary: 'judge e-invoices, orders and records by the rules of their standards',
    load: async () => (await import('./validate.ts')).validateCommand,
  },
  {
    name: 'mcp',
    summary: 'give programs the tools of a server (Model Context Protocol)',
    load: async () => (await import('./mcp.ts')).mcpCommand,
  },
  {
    name: 'eval',
    summary: 'measure accuracy, calibration and speed on a gold set',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  {
    name: 'synth',
    summary: 'make documents with known truth, as a gold set',
    load: async () => (await import('./synth.ts')).synthCommand,
  },
  {
    name: 'import',
    summary: 'extend or replace a list that Sheaf works with',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'audit',
    summary: 'check that nothing in the audit log was altered',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  {
    name: 'keys',
    summary: 'give a lost key of the installation up',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  {
    name: 'backup',
    summary: 'write database and files into one archive, or verify one',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'put an archive into an empty place',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  {
    name: 'move',
    summary: 'move an embedded installation into PostgreSQL',
    load: async () => (await import('./move.ts')).moveCommand,
  },
  {
    name: 'migrate',
    summary: 'bring the database to the schema of this version',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'doctor',
    summary: 'show what is installed, configured and reachable',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
];
