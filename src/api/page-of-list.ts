// Cursor pagination: newest first, the cursor is the last id seen.

import { z } from 'zod';

export const listQuery = z.object({
  cursor: z.uuid().optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function listSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.uuid().nullable().describe('null = this was the last page') });
}

/** Asks for one more than the page holds, to know whether another page follows. */
export async function fetchPage<T extends { id: string }>(
  limit: number,
  fetch: (limit: number) => Promise<T[]>,
): Promise<{ rows: T[]; nextCursor: string | null }> {
  const found = await fetch(limit + 1);
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)!.id : null };
}
