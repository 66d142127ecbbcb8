// A known supplier asks to be paid to an account it never used: the commonest fraud with invoices, and sometimes only a new bank.

import { textOf } from '../../../match/features/values.ts';
import { defineWatch, type EarlierRecord } from '../../../match/watch-spec.ts';
import { billed, ibanOf, supplierName, suppliers, vatIdOf } from './supplier-keys.ts';

const MOST_REASONS = 3;
const dayOf = ({ readAt }: EarlierRecord): string => readAt.slice(0, 10);

export const changedBankAccount = defineWatch({
  id: 'procurement/changed-bank-account',
  title: 'A known supplier with another bank account',
  version: '1',
  severity: 'error',
  types: billed,
  reads: ['seller.vatId', 'seller.name', 'seller.iban', 'number'],
  keys: [suppliers],
  judge(record, earlier) {
    const iban = ibanOf(record);
    if (!iban) return undefined;
    const [vatId, name] = [vatIdOf(record), supplierName(record)];
    // Two VAT ids are two suppliers, whatever they are called.
    const same = earlier.filter((other) => {
      const otherVat = vatIdOf(other);
      return vatId && otherVat ? vatId === otherVat : name !== undefined && name === supplierName(other);
    });
    const trusted = same.filter(({ suspected }) => !suspected);
    const paid = trusted.filter((other) => ibanOf(other) !== undefined);
    if (paid.length === 0 || paid.some((other) => ibanOf(other) === iban)) return undefined;
    const accounts = new Set(paid.map(ibanOf));
    const who = textOf(record, ['seller.name']) ?? vatId ?? 'The supplier';
    return {
      path: 'seller.iban',
      message: `${who} asks for payment to ${iban}; ${countOf(paid.length)} named ${accounts.size === 1 ? [...accounts][0] : 'other accounts'}.`,
      reasons: paid.slice(0, MOST_REASONS).map((other) => ({
        text: `${textOf(other, ['number']) ?? 'A paper'} of ${dayOf(other)} named ${ibanOf(other)}.`,
        record: other.id,
      })),
      basis: `${vatId ?? name} ${iban}`,
    };
  },
});

const countOf = (papers: number): string => (papers === 1 ? 'an earlier paper' : `${papers} earlier papers`);
