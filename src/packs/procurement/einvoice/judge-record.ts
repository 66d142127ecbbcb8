// EN 16931 on a record, wherever its values come from: the rules whose terms a record has, where they are stated.

import type { RecordView } from '../../../pipeline/pack.ts';
import type { FiredRule } from '../../../pipeline/structured-syntax.ts';
import { readUblInvoice } from './model/read-ubl-invoice.ts';
import { recordTree } from './record-tree.ts';
import { semanticRules } from './rules/en16931/semantic-rules.ts';
import { judgeRules } from './rules/judge-rules.ts';
import { indexTree } from './tree/indexed-tree.ts';

/** Rule → fields that must be stated before it can be judged. The rest needs terms that a record does not have. */
const judged: Readonly<Record<string, readonly string[]>> = {
  'BR-02': [],
  'BR-03': [],
  'BR-05': [],
  'BR-06': [],
  'BR-07': [],
  'BR-08': [],
  'BR-10': [],
  'BR-16': [],
  'BR-09': ['seller.address'],
  'BR-11': ['buyer.address'],
  'BR-13': [],
  'BR-14': [],
  'BR-24': [],
  'BR-25': [],
  'BR-27': ['lines[].unitPrice'],
  'BR-29': ['periodStart', 'periodEnd'],
  'BR-CO-09': ['seller.vatId'],
  'BR-CO-14': ['taxTotal', 'taxes[0].amount'],
  'BR-CO-15': ['currency', 'netTotal', 'taxTotal', 'grossTotal'],
  'BR-CO-16': ['grossTotal', 'amountDue'],
  'BR-CO-17': ['taxes[0].base', 'taxes[0].amount', 'taxes[0].rate'],
  'BR-CO-18': [],
  'BR-CO-25': ['amountDue'],
  'BR-CO-26': [],
  'BR-DEC-12': [],
  'BR-DEC-13': [],
  'BR-DEC-14': [],
  'BR-DEC-16': [],
  'BR-DEC-17': [],
  'BR-DEC-18': [],
  'BR-DEC-19': [],
  'BR-DEC-20': [],
  'BR-DEC-23': [],
  'BR-CL-04': [],
  'BR-CL-14': [],
  'BR-CL-17': [],
  'BR-S-02': ['lines[].taxRate'],
};

const recordRules = semanticRules.filter(({ id }) => judged[id] !== undefined);
const bills = new Set(['invoice', 'credit_note']);

/** Nothing for records of other types. */
export function judgeRecord(record: RecordView): FiredRule[] {
  if (!bills.has(record.type)) return [];
  const invoice = readUblInvoice(indexTree(recordTree(record)));
  const fired = judgeRules(
    invoice,
    recordRules.filter(({ id }) => judged[id]!.every((path) => isStated(record, path))),
  );
  return fired.filter(({ id, path }) => id !== 'BR-27' || isStated(record, `${path}.unitPrice`));
}

function isStated(record: RecordView, path: string): boolean {
  const [, column] = /^lines\[\]\.(.+)$/.exec(path) ?? [];
  if (column !== undefined) return record.lines.some((line) => line[column] !== undefined);
  const inLine = /^lines\[(\d+)\]\.(.+)$/.exec(path);
  if (inLine) return record.lines[Number(inLine[1])]?.[inLine[2]!] !== undefined;
  return record.get(path) !== undefined;
}
