// The lines of docs/older-addresses.md, from the table that the server routes by.

import { olderAddresses } from '../../src/api/older-addresses.ts';
import { packs } from '../../src/packs/index.ts';

export function olderAddressesPage(): string[] {
  return [
    'Clients of four earlier products find their routes. Each row leads to the real operation, with the same rights, limits and errors;',
    'every address of Sheaf is taken with a slash at its end and without. Bodies are JSON. Rows come when their operation exists: what',
    'stands in no row (documents, workflow, exports, templates, rewriting, training plans)',
    'answers 404 for now.',
    '',
    'Statuses: registering 201, an address that is taken 409, a wrong password 401, a missing or bad token 401, signing out 204.',
    'Tokens come as `access_token`, `refresh_token`, `token_type`. A second factor has no older form: such accounts sign in with',
    '`POST /api/v1/auth/login` and go on as its answer says.',
    '',
    '| older address | real operation | differences |',
    '|---|---|---|',
    ...[...olderAddresses, ...packs.flatMap((pack) => pack.olderAddresses ?? [])].map(
      ({ method, older, real, note }) => `| \`${method} ${older}\` | \`${method} ${real}\` | ${note ?? ''} |`,
    ),
  ];
}
