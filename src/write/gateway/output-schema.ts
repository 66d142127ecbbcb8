// The form of an answer as a JSON schema, for providers that hold it themselves and for prompts that describe it.

import { type ZodType, z } from 'zod';

export interface OutputSchema {
  json: Record<string, unknown>;
  /** Each object is closed, and all of its properties are required: what strict modes ask for. */
  strict: boolean;
}

export function outputSchemaOf(schema: ZodType): OutputSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const found = { strict: json.type === 'object' };
  return { json: close(json, found) as Record<string, unknown>, strict: found.strict };
}

/** Objects say that they have no other properties, as strict modes want to read it. */
function close(node: unknown, found: { strict: boolean }): unknown {
  if (Array.isArray(node)) return node.map((item) => close(item, found));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, close(value, found)] as const);
  const closed: Record<string, unknown> = Object.fromEntries(entries);
  const { type, properties, required, additionalProperties } = node as Record<string, unknown>;
  if (type !== 'object') return closed;
  if (typeof properties !== 'object' || properties === null) {
    found.strict = false;
    return closed;
  }
  const isComplete = Object.keys(properties).every((name) => (required as string[] | undefined)?.includes(name));
  if (!isComplete || (additionalProperties ?? false) !== false) found.strict = false;
  return { ...closed, additionalProperties: additionalProperties === undefined ? false : closed.additionalProperties };
}
