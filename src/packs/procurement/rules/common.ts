// Helpers of the validation rules.

import type { Issue, LineItem } from '../../../document/value.ts';
import type { FieldSpec, RecordView, ValidationRule } from '../../../pipeline/pack.ts';

export type Finding = Omit<Issue, 'rule' | 'severity'>;

export function numberAt(view: RecordView, path: string): number | undefined {
  const value = view.get(path);
  return typeof value === 'number' ? value : undefined;
}

export function textAt(view: RecordView, path: string): string | undefined {
  const value = view.get(path);
  return typeof value === 'string' ? value : undefined;
}

export function lineNumber(line: LineItem, name: string): number | undefined {
  const value = line[name]?.value;
  return typeof value === 'number' ? value : undefined;
}

/** Amounts in messages: two decimals, no grouping, so that they read the same in every language. */
export function money(value: number): string {
  return value.toFixed(2);
}

export function requiredFields(fields: readonly FieldSpec[]): ValidationRule {
  const required = fields.filter((field) => field.required && !field.path.includes('[]'));
  return {
    id: 'procurement/required-field',
    severity: 'error',
    source: 'The fields without which a document of this type cannot be processed.',
    check: (view) =>
      required
        .filter((field) => view.get(field.path) === undefined)
        .map((field) => ({
          path: field.path,
          message: `${field.title} was not found. Enter it, or check that the page shows it.`,
        })),
  };
}
