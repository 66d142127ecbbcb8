// What the database would do for the statements that a piece of the store sends.

import type { Compilable } from 'kysely';
import type { Trx } from '../../src/store/database.ts';

/** The plans of all statements that `run` sends, in the transaction's role; what changes rows is run as well. */
export async function explainStatements(trx: Trx, run: (trx: Trx) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  for (const { sql: text, parameters } of await captureStatements(trx, run)) {
    const { rows } = await trx.executeQuery<Record<string, string>>({
      sql: `explain ${text}`,
      parameters,
      query: { kind: 'RawNode' } as never,
      queryId: { queryId: 'explain' },
    });
    plans.push(...rows.map((row) => Object.values(row)[0]!));
  }
  return plans.join('\n');
}

async function captureStatements(trx: Trx, run: (trx: Trx) => Promise<unknown>) {
  const seen: ReturnType<Compilable['compile']>[] = [];
  const listening = trx.withPlugin({
    transformQuery: ({ node }) => {
      seen.push(trx.getExecutor().compileQuery(node, { queryId: 'seen' } as never) as never);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await run(listening as Trx);
  return seen;
}
