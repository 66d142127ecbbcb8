// Line items that a file states against those that the page shows: each finds its own by amount, words and place in the list.

import type { ComparedValue, LineItem, Value } from '../../document/value.ts';
import type { FieldKind } from '../pack.ts';
import type { Reading } from '../reading.ts';
import type { StatedContent } from '../stated-content.ts';
import { findPrinted } from './find-printed.ts';
import type { JudgedField } from './judged-field.ts';
import { sameValue } from './same-value.ts';

const COMPARED = ['description', 'quantity', 'unitPrice', 'netAmount'];
/** Lines beyond these are not compared: nobody reads so many verdicts. */
const MOST_LINES = 200;
/** A pair must have this much in common. */
const PAIRED = 2;

export function compareLines(stated: StatedContent, printed: readonly LineItem[], reading: Reading): JudgedField[] {
  const free = new Set(printed);
  const kindOf = new Map<string, FieldKind>(stated.type.lineFields.map(({ path, kind }) => [path, kind]));
  return stated.lines.slice(0, MOST_LINES).flatMap((line, i) => {
    const partner = bestPartner(line, i, [...free], kindOf);
    if (partner) free.delete(partner);
    return COMPARED.flatMap((column): JudgedField[] => {
      const value = line[column];
      if (!value) return [];
      const kind = kindOf.get(column) ?? 'text';
      const at = { path: `lines[${i}].${column}`, xml: shown(value), kind, required: false };
      const there = partner?.[column];
      if (there && (sameValue(kind, value.value, there.value) || withTax(kind, line, value, there))) {
        return [{ ...at, verdict: 'agrees', page: shown(there), sure: there.confidence }];
      }
      const found = findPrinted(reading, kind, value.value);
      if (found) {
        const page = { value: value.value, raw: found.text, evidence: [found] };
        return [{ ...at, verdict: 'agrees', page, sure: there?.confidence ?? 0 }];
      }
      // Descriptions are cut and joined in so many ways that only figures can contradict each other.
      const differs = there !== undefined && column !== 'description';
      return [
        differs
          ? { ...at, verdict: 'differs', page: shown(there), sure: there.confidence }
          : { ...at, verdict: 'page does not say', page: null, sure: 0 },
      ];
    });
  });
}

/** The page may show prices with tax where the file states them without, or the other way round. */
function withTax(kind: FieldKind, line: LineItem, stated: Value, printed: Value): boolean {
  const rate = line.taxRate?.value;
  const [a, b] = [stated.value, printed.value];
  if (kind !== 'money' || typeof rate !== 'number' || rate <= 0 || typeof a !== 'number' || typeof b !== 'number')
    return false;
  const factor = 1 + rate / 100;
  return Math.abs(a * factor - b) < 0.01 || Math.abs(b * factor - a) < 0.01;
}

function bestPartner(
  line: LineItem,
  position: number,
  free: readonly LineItem[],
  kindOf: ReadonlyMap<string, FieldKind>,
): LineItem | undefined {
  let best: { line: LineItem; score: number } | undefined;
  for (const [i, candidate] of free.entries()) {
    const score = likeness(line, candidate, kindOf) - 0.01 * Math.abs(i - position);
    if (score >= PAIRED && score > (best?.score ?? 0)) best = { line: candidate, score };
  }
  return best?.line;
}

const WEIGHTS: Readonly<Record<string, number>> = {
  netAmount: 2,
  description: 2,
  unitPrice: 1,
  quantity: 0.5,
  sku: 2,
  number: 0.5,
};

function likeness(a: LineItem, b: LineItem, kindOf: ReadonlyMap<string, FieldKind>): number {
  return Object.entries(WEIGHTS).reduce((sum, [column, weight]) => {
    const [left, right] = [a[column], b[column]];
    return left && right && sameValue(kindOf.get(column) ?? 'text', left.value, right.value) ? sum + weight : sum;
  }, 0);
}

function shown({ value, raw, evidence }: Value): ComparedValue {
  return { value, raw, evidence: [...evidence] };
}
