// The record while an invoice is made of it: values by path, and what was missing or follows from others.

import type { Value } from '../../../../document/value.ts';
import type { ExportGap, ExportSource } from '../../../../pipeline/record-export.ts';
import { type Decimal, decimalOf } from '../decimal.ts';
import { toText } from '../read/convert.ts';

export interface Ledger {
  gaps: ExportGap[];
  notes: Set<string>;
  text(path: string): string | undefined;
  amount(path: string): Decimal | undefined;
  has(path: string): boolean;
  /** Notes that `path` must say something for the document to be valid. */
  miss(path: string, message: string): void;
  /** The text, or a gap. */
  need(path: string, message: string): string | undefined;
  note(text: string): void;
}

export const MAX_GAPS = 100;

export function openLedger(source: ExportSource): Ledger {
  const gaps: ExportGap[] = [];
  const notes = new Set<string>();
  const at = (path: string): Value | undefined => {
    const line = /^lines\[(\d+)\]\.(.+)$/.exec(path);
    return line ? source.lines[Number(line[1])]?.[line[2]!] : source.fields[path];
  };
  const text = (path: string): string | undefined => {
    const value = at(path)?.value;
    return typeof value === 'string' || typeof value === 'number' ? toText(String(value)) : undefined;
  };
  const miss = (path: string, message: string): void => {
    if (gaps.length < MAX_GAPS) gaps.push({ pointer: pointerOf(path), message });
  };
  return {
    gaps,
    notes,
    text,
    amount: (path) => decimalOf(at(path)?.value),
    has: (path) => at(path)?.value !== undefined,
    miss,
    need(path, message) {
      const found = text(path);
      if (found === undefined) miss(path, message);
      return found;
    },
    note: (one) => notes.add(one),
  };
}

/** RFC 6901: `lines[2].unit` → `/lines/2/unit`; fields have flat names. */
function pointerOf(path: string): string {
  const line = /^lines\[(\d+)\]\.(.+)$/.exec(path);
  return line ? `/lines/${line[1]}/${line[2]}` : path === '' ? '/' : `/fields/${path}`;
}
