// Whether a value that a person gives fits the field it is for.

import { z } from 'zod';
import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import type { DocumentType, FieldKind, FieldSpec } from '../pipeline/pack.ts';

const text = z.string().trim().min(1).max(10_000);
const amount = z.number();

const partialDate = z.string().regex(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);

/** What is checked is the normal form of contracts.md; whether the value is right is for the rules to say. */
const formats: Partial<Record<FieldKind, z.ZodType<Json>>> = {
  money: amount,
  number: amount,
  percent: amount,
  date: z.iso.date(),
  boolean: z.boolean(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  list: z.array(z.json()) as z.ZodType<Json>,
  table: z.array(z.json()) as z.ZodType<Json>,
};

/**
 * The value in its normal form. A record of a type that is not known here (user-defined) takes any text, number,
 * truth value or list. Throws `record.unknown-field` or `record.invalid-value` with a pointer to the field.
 */
export function ensureFieldValue(type: DocumentType | undefined, path: string, value: Json): Json {
  const pointer = `/fields/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const spec = type && findSpec(type, path);
  if (type && !spec) {
    throw new SheafError('record.unknown-field', `${type.title} has no field ${path}`, { details: { pointer } });
  }
  const parsed = schemaFor(spec).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SheafError('record.invalid-value', `${path}: ${describe(spec)}`, { details: { pointer } });
}

/** `taxes[0].rate` is the field `taxes[].rate`; `lines[0].quantity` is the line field `quantity`. */
function findSpec(type: DocumentType, path: string): FieldSpec | undefined {
  const line = /^lines\[\d+\]\.(.+)$/.exec(path);
  if (line) return type.lineFields.find((field) => field.path === line[1]);
  const general = path.replace(/\[\d+\]/g, '[]');
  return type.fields.find((field) => field.path === general);
}

function schemaFor(spec: FieldSpec | undefined): z.ZodType<Json> {
  if (!spec) return z.union([text, amount, z.boolean(), z.array(z.json()) as z.ZodType<Json>]);
  if (spec.kind === 'enum' && spec.values) return z.enum(spec.values as [string, ...string[]]);
  if (spec.kind === 'date' && spec.partial) return partialDate;
  return formats[spec.kind] ?? text;
}

function describe(spec: FieldSpec | undefined): string {
  if (!spec) return 'must be text, a number, true, false or a list';
  switch (spec.kind) {
    case 'money':
    case 'number':
    case 'percent':
      return 'must be a number';
    case 'date':
      return spec.partial ? 'must be a date, YYYY-MM-DD, YYYY-MM or YYYY' : 'must be a date, YYYY-MM-DD';
    case 'boolean':
      return 'must be true or false';
    case 'currency':
      return 'must be an ISO 4217 code such as EUR';
    case 'country':
      return 'must be an ISO 3166-1 code of two letters such as DE';
    case 'enum':
      return `must be one of ${(spec.values ?? []).join(', ')}`;
    case 'list':
    case 'table':
      return 'must be a list';
    default:
      return 'must be text that is not empty';
  }
}
