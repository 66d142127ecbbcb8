// `sheaf keys forget`: for an installation whose key is lost. Rotating one needs no command (docs/secrets.md).

import { readConfig } from '../config.ts';
import { errorCatalogue, SheafError } from '../errors.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, type KeyName, UsageError } from './command.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

const losses: Readonly<Record<KeyName, string>> = {
  auth: 'Second factors of all people and the keys that sign access tokens are deleted: everybody signs in with the first factor alone.',
  encryption:
    'Passwords of files, mails that wait and kept answers can never be opened again; documents with a password are uploaded anew.',
};

export const keysCommand: Command = {
  usage: 'forget auth|encryption --yes',
  description:
    'Gives a lost AUTH_SECRET or ENCRYPTION_KEY up, so that the server starts with another one. What the lost key protected is lost with it. ' +
    'Stop the server first. To change a key that you still have, set AUTH_SECRETS_OLD or ENCRYPTION_KEYS_OLD instead (docs/secrets.md). ' +
    'Exit code 2 when nothing was done.',
  options: { '--yes': 'do it; without it, the command says what would be lost' },
  examples: ['sheaf keys forget encryption --yes'],
  run: runKeys,
};

async function runKeys(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, { yes: { type: 'boolean' } });
  const [verb, name, ...more] = positionals;
  if (verb !== 'forget' || (name !== 'auth' && name !== 'encryption') || more.length > 0) {
    throw new UsageError('there are "forget auth" and "forget encryption" only');
  }
  if (values.yes !== true) {
    io.stderr.write(`sheaf keys: ${losses[name]}\nSay --yes to do it.\n`);
    return 2;
  }
  try {
    const { dataDir, databaseUrl } = await readConfig(io.env);
    const { secondFactors } = await services.forgetKey({ dataDir, databaseUrl }, name);
    const also = name === 'auth' ? `; ${secondFactors} second factors were deleted` : '';
    await writeTo(io.stdout, `forgotten: the next server that starts says which key it is${also}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    io.stderr.write(`sheaf keys: ${error.message}\n${errorCatalogue[error.code].advice}\n`);
    return 2;
  }
}
