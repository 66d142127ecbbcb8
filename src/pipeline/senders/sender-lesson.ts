// What a correction taught of one sender, as data: whose documents it counts for, and where a field of theirs stands. Stored as
// the effect of a lesson, and handed to the reading process with every document.

import { z } from 'zod';

const words = z.array(z.string().max(40)).max(8);
const share = z.number().min(-4).max(5);

const placeSchema = z.strictObject({
  /** Words before it in its line, to its left, at the start of its row, above it, and over its column; digits are masked. */
  inline: words,
  left: words,
  row: words,
  above: words,
  head: words,
  /** Edges as shares of the page: left, right, top. */
  x0: share,
  x1: share,
  y: share,
  /** Page from the start, from 0, and from the end. */
  page: z.number().int().min(0).max(100_000),
  fromEnd: z.number().int().min(0).max(100_000),
  /** Form of the printed value: `AA-9999`. */
  shape: z.string().max(80),
});

/** Where a value stands: what is printed around it, on which part of the page, and what form it has. */
export type ValuePlace = z.output<typeof placeSchema>;

const senderSchema = z.strictObject({
  /** As printed; null where no name was made out. */
  name: z.string().max(200).nullable(),
  /** `vat:DE123…`, `iban:…`, `domain:…`, `phone:…`, `name:…`: the sender's own. */
  keys: z.array(z.string().max(200)).min(1).max(16),
  /** Keys beside them that are somebody else's: the recipient's. */
  others: z.array(z.string().max(200)).max(16),
  /** Sketch of the fixed text of the first page. */
  layout: z.array(z.number().int().min(0)).max(64),
});

/** What a sender is recognized by. */
export type SenderMarks = z.output<typeof senderSchema>;

export const senderFieldSchema = z.strictObject({
  sender: senderSchema,
  /** Document type and flat path of the field. */
  type: z.string().min(1).max(100),
  path: z.string().min(1).max(200),
  title: z.string().max(200),
  /** Where it was found; several when the document says it more than once. */
  places: z.array(placeSchema).max(3),
  /** Whether recognizers see the value there, or only its shape tells it. */
  how: z.enum(['kind', 'shape']),
  /** What it is on every document of the sender; absent for what changes. */
  value: z.string().min(1).max(500).optional(),
  /** Where a wrong value was read. */
  not: z.array(placeSchema).max(2),
});

export type SenderField = z.output<typeof senderFieldSchema>;

/** A lesson of a sender as the reading process gets it. */
export interface SenderLesson {
  id: string;
  effect: SenderField;
}

/** What a correction says, for the reading process to learn from. */
export interface GivenField {
  path: string;
  /** null: the document does not state it. */
  value: unknown;
  /** Where the value that was wrong was read; null = nothing was read. */
  wrong: { page: number; box: readonly number[] } | null;
}
