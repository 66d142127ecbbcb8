// Cursor pagination: newest first, the cursor is the last id seen. Callers see it sealed (opaque-cursors.ts).

import { z } from 'zod';

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

export const listQuery = z.object({
  cursor: z
    .string()
    .refine((id) => isUuid(id), 'must be nextCursor of the page before')
    .optional()
    .describe('`nextCursor` of the page before, asked for with the same filters'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function listSchema<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('null = this was the last page'),
  });
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
