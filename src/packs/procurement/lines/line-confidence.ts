// How sure the values of a line are once the sum of all lines was compared with the total.

import type { LineItem, Value } from '../../../document/value.ts';

export interface Proved {
  agrees: boolean | null;
  rowsMissing: boolean;
}

const NUMBERS: ReadonlySet<string> = new Set([
  'quantity',
  'unitPrice',
  'netAmount',
  'grossAmount',
  'taxAmount',
  'discount',
]);
const AMOUNTS: ReadonlySet<string> = new Set(['netAmount', 'grossAmount']);

/** An amount that its total bears out. */
const PROVED = 0.98;
/** A number of a table that does not add up, when its own row multiplies, and when it does not. */
const ROW_ALONE = 0.78;
const UNPROVED = 0.55;
/** Anything else in a table that may lack rows or whose amounts may be of other rows. */
const DOUBTED = 0.79;

/** `signals.alone` keeps how sure a value was by itself, so that a correction of the total can lift the doubt again. */
export function weighLine(line: LineItem, { agrees, rowsMissing }: Proved): LineItem {
  const weighed: LineItem = {};
  for (const [name, value] of Object.entries(line)) {
    if (value.origin !== 'read' && value.origin !== 'computed') {
      weighed[name] = value;
      continue;
    }
    const alone = value.signals.alone ?? value.confidence;
    const confidence =
      agrees === true && !rowsMissing
        ? lifted(name, alone)
        : agrees === false
          ? lowered(name, value, alone)
          : rowsMissing
            ? Math.min(alone, DOUBTED)
            : alone;
    weighed[name] =
      confidence === value.confidence ? value : { ...value, confidence, signals: { ...value.signals, alone } };
  }
  return weighed;
}

const lifted = (name: string, alone: number): number => (AMOUNTS.has(name) ? Math.max(alone, PROVED) : alone);

function lowered(name: string, value: Value, alone: number): number {
  if (!NUMBERS.has(name)) return Math.min(alone, DOUBTED);
  return Math.min(alone, (value.signals.arithmetic ?? 0) > 0 ? ROW_ALONE : UNPROVED);
}
