// An operation as a pack would declare it: a record, named in the address, shown with its number.

import { z } from 'zod';
import { permissionNames } from '../../src/identity/permissions.ts';
import { checkOperations, defineOperation } from '../../src/pipeline/pack-operation.ts';

export const showNumber = defineOperation({
  id: 'showToyNumber',
  path: '/toy/records/:record/number',
  permission: 'records.read',
  summary: 'The number of a record',
  input: z.object({ record: z.uuid(), times: z.coerce.number().int().min(1).max(3).default(1) }),
  output: z.object({ number: z.string().nullable(), today: z.string() }),
  async run({ record, times }, view) {
    const { values } = await view.getRecord(record, ['invoice']);
    const number = typeof values.number === 'string' ? values.number : null;
    return { number: number && Array(times).fill(number).join(' '), today: view.today };
  },
});

/** A question with a body: the newest records, so many. */
export const newestNumbers = defineOperation({
  id: 'listToyNumbers',
  path: '/toy/numbers',
  permission: 'records.read',
  summary: 'Numbers of the newest records',
  takesBody: true,
  input: z.object({
    limit: z.coerce.number().int().min(1).max(10).default(10),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({ items: z.array(z.string()), nextCursor: z.string().nullable() }),
  async run({ limit, cursor }, view) {
    const { records, next } = await view.listRecords({ type: 'invoice', after: cursor, limit });
    return { items: records.map(({ values }) => String(values.number ?? '')), nextCursor: next };
  },
});

export const toyOperations = checkOperations([{ id: 'toy', title: 'Toy', operations: [showNumber, newestNumbers] }], {
  permissions: permissionNames,
});
