// The tools that programs get: find, read, ask, see what needs a person, and propose. None of them changes a record.

import { z } from 'zod';
import type { ApiAnswer, ApiCall, SheafApi } from './call-api.ts';
import { dataResult, refusedResult } from './data-result.ts';
import { showRecordBriefly } from './show-record.ts';

export interface Tool {
  name: string;
  title: string;
  description: string;
  /** Operations of the API without which the tool is not offered. */
  needs: readonly string[];
  changes: boolean;
  input: z.ZodRawShape;
  run(api: SheafApi, input: never): Promise<ReturnType<typeof dataResult>>;
}

const tool = <S extends z.ZodRawShape>(
  given: Omit<Tool, 'input' | 'run'> & {
    input: S;
    run: (api: SheafApi, input: z.output<z.ZodObject<S>>) => Promise<ReturnType<typeof dataResult>>;
  },
): Tool => given as unknown as Tool;

const id = z.uuid();
const limit = z.number().int().min(1).max(50).default(10);

export const tools: readonly Tool[] = [
  tool({
    name: 'search',
    title: 'Search',
    description: 'Finds documents and records by words or meaning. Returns the best hits with their ids.',
    needs: ['GET /search'],
    changes: false,
    input: { query: z.string().trim().min(1).max(500), limit },
    run: (api, { query, limit }) => show(api, { method: 'GET', path: '/search', query: { q: query, limit } }),
  }),
  tool({
    name: 'ask',
    title: 'Ask',
    description: 'Answers a question from the documents of the workspace, with the places that the answer stands on.',
    needs: ['POST /ask'],
    changes: false,
    input: { question: z.string().trim().min(1).max(1000) },
    run: (api, { question }) => show(api, { method: 'POST', path: '/ask', body: { question } }),
  }),
  tool({
    name: 'read_record',
    title: 'Read a record',
    description: 'One record: its fields with confidence and where they stand in the document, line items, and issues.',
    needs: ['GET /records/{id}'],
    changes: false,
    input: { record: id },
    run: (api, { record }) => show(api, { method: 'GET', path: `/records/${record}` }, showRecordBriefly),
  }),
  tool({
    name: 'list_reviews',
    title: 'List what needs review',
    description:
      'Records that wait for a person, the most urgent first, each with what keeps it from being approved. Only people approve.',
    needs: ['GET /reviews'],
    changes: false,
    input: { limit, cursor: z.string().max(500).optional().describe('nextCursor of the page before') },
    run: (api, { limit, cursor }) =>
      show(api, { method: 'GET', path: '/reviews', query: { state: 'pending', limit, cursor } }, showReviewsBriefly),
  }),
  tool({
    name: 'propose_correction',
    title: 'Propose a correction',
    description:
      'Proposes values for fields of a record. The record stays as it is until a person accepts the proposal in Sheaf.',
    needs: ['POST /records/{id}/proposals'],
    changes: true,
    input: {
      record: id,
      fields: z
        .record(
          z.string().min(1).max(200),
          z.union([z.string().max(5000), z.number(), z.boolean(), z.null(), z.array(z.string().max(500)).max(100)]),
        )
        .describe('Path (`number`, `seller.vatId`, `lines[2].quantity`) → value; null clears the field'),
      reason: z.string().trim().min(1).max(1000).describe('Why, for the person who decides'),
    },
    run: (api, { record, fields, reason }) =>
      show(api, { method: 'POST', path: `/records/${record}/proposals`, body: { fields, reason } }),
  }),
];

const isFine = ({ status }: ApiAnswer): boolean => status >= 200 && status < 300;

async function show(api: SheafApi, call: ApiCall, view: (body: unknown) => unknown = (body) => body) {
  const answer = await api.call(call);
  return isFine(answer) ? dataResult(view(answer.body)) : refusedResult(answer);
}

/** Enough to choose the record that is looked at. */
function showReviewsBriefly(body: unknown): unknown {
  const { items, nextCursor } = body as { items: Record<string, unknown>[]; nextCursor: string | null };
  const reviews = items.map(
    ({ record, document, documentName, type, reasons, amount, currency, dueDate, fourEyes }) => ({
      ...{ record, document, documentName, type, amount, currency, dueDate, fourEyes },
      reasons: (reasons as Record<string, unknown>[]).map(({ code, path, message, firm }) => ({
        code,
        path,
        message,
        firm,
      })),
    }),
  );
  return { reviews, nextCursor };
}
