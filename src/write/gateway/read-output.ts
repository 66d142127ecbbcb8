// From what a model wrote to a value that its schema allows: parse, mend what is only badly written, put back what was hidden,
// validate. Never a guess at what was cut off.

import { JSONRepairError, jsonrepair } from 'jsonrepair';
import { type ZodType, z } from 'zod';
import { findJson } from './find-json.ts';

export type ReadOutput<T> =
  | { ok: true; value: T; json: string }
  /** In words for the model. */
  | { ok: false; complaint: string };

export interface OutputRules<T> {
  schema: ZodType<T>;
  restoreIn: (value: unknown) => unknown;
}

const LONGEST_COMPLAINT = 1500;
const MOST_ISSUES = 10;

const complaints = {
  none: 'There is no JSON in it. Answer with one JSON value and nothing else.',
  'cut-off': 'The JSON is cut off before its end. Answer shorter, with one whole JSON value.',
  'too-deep': 'The JSON is nested too deeply. Answer in the form that was asked for.',
} as const;

export async function readOutput<T>(text: string, { schema, restoreIn }: OutputRules<T>): Promise<ReadOutput<T>> {
  const { blocks, trouble } = findJson(text);
  let complaint: string = trouble ? complaints[trouble] : complaints.none;
  for (const [index, block] of blocks.entries()) {
    const parsed = parse(block);
    if (!parsed) {
      if (index === 0) complaint = 'It is not JSON. Answer with one JSON value and nothing else.';
      continue;
    }
    const result = await schema.safeParseAsync(restoreIn(parsed.value));
    if (result.success) return { ok: true, value: result.data, json: JSON.stringify(parsed.value) };
    if (index === 0) complaint = describe(result.error);
  }
  return { ok: false, complaint };
}

function parse(block: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(block) };
  } catch {
    try {
      return { value: JSON.parse(jsonrepair(block)) };
    } catch (error) {
      if (error instanceof JSONRepairError || error instanceof SyntaxError || error instanceof RangeError)
        return undefined;
      throw error;
    }
  }
}

function describe(error: z.ZodError): string {
  const lines = error.issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => `- at ${path.length === 0 ? 'the root' : z.core.toDotPath(path)}: ${message}`);
  return `It is not what was asked for:\n${lines.join('\n')}`.slice(0, LONGEST_COMPLAINT);
}
