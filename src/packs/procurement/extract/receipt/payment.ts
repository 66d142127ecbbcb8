// How it was paid: a labelled method, or the row of the totals that says cash or names a card.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { labelledAmounts } from './labelled-amounts.ts';
import { readAmountLabel } from './labels.ts';
import { receiptRows } from './rows.ts';

const METHOD =
  /(?<!\p{L})(?:cash|visa(?: (?:debit|credit|electron|contactless))?|master ?card(?: (?:debit|credit))?|maestro|am(?:erican )?ex(?:press)?|discover|debit(?: card)?|credit(?: card)?|girocard|ec-?karte|ec-cash|kartenzahlung|karte|v ?pay|bar(?:geld|zahlung)?|esp[èe]ces|cb|carte(?: bancaire| bleue)?|efectivo|tarjeta(?: de (?:cr[ée]dito|d[ée]bito))?|contanti|contante|bancomat|carta(?: di (?:credito|debito))?|dinheiro|numer[áa]rio|multibanco|cart[ãa]o(?: de (?:cr[ée]dito|d[ée]bito))?|contant|pin|pinnen|got[óo]wka|tunai|nets|paypal|apple pay|google pay|touch ?n ?go|grabpay|ewallet|card|pos(?= *$)|check|cheque)(?!\p{L})/iu;
const LABELLED =
  /(?:^|\s)(?:(?:pay(?:ment|ed)?|paid|tender)\s*(?:type|mode|method|by|with)|payment(?= ?:)|zahl(?:ungs)?(?:art|weise|mittel)|zahlung(?= ?:)|bezahlt mit|(?:mode|moyen) de (?:paiement|r[èe]glement)|r[èe]glement|paiement|pay[ée] par|pag(?:o em|ado con|ato in|amento)|(?:forma|m[ée]todo|modo|medio) de pag(?:o|amento)|(?:metodo|modalit[àa]) di pagamento|pagamento|pagato con|pago(?= ?:)|betaal(?:wijze|methode|d met)|betaling)\s*[:.]?\s*(?<value>\p{L}[\p{L} .-]{1,24})?$/iu;

export const paymentMethod: Extractor = {
  id: 'receipt/payment-method',
  writes: ['paymentMethod'],
  extract: (reading) => {
    const rows = receiptRows(reading);
    const paid = new Map<number, number>();
    const amounts = labelledAmounts(reading);
    const totalled = amounts.find((one) => one.label?.kind === 'total' && one.amount.form === 'cents')?.row.index ?? 0;
    for (const one of amounts) {
      if (one.label?.kind === 'cash') paid.set(one.row.index, 1.3);
      else if (one.label?.kind === 'card') paid.set(one.row.index, 1.5);
    }
    return rows.flatMap((row) =>
      row.lines.flatMap((line): Candidate[] => {
        const label = LABELLED.exec(row.text.replace(/\s+/g, ' '));
        const value = label?.groups?.value?.trim();
        const method =
          METHOD.exec(line.text) ??
          (value && line.text.includes(value) && !readAmountLabel(value) ? wholeValue(line.text, value) : null);
        if (!method) return [];
        const signals = {
          base: -0.4,
          label: label ? 1.8 : 0,
          paid: paid.get(row.index) ?? 0,
          alone: row.text.trim().length === method[0].length ? 0.5 : 0,
          // "Karte 2,95" among the goods is a card to write on.
          goods: row.index < totalled && !label ? -1 : 0,
          depth: row.index > rows.length * 0.4 ? 0.4 : -0.6,
          // "Cash sale", "cash bill", "no cash refund", "cashier": words of the form, not of the payment.
          title:
            /cash (?:sale|bill|inv|memo)|no cash|refund|debit note|credit note|check(?:\s*(?:#|no|:))|change/iu.test(
              row.text,
            )
              ? -1.6
              : 0,
        };
        const evidence = evidenceOfSpan(line, method.index, method.index + method[0].length);
        return [
          candidateOf(
            {
              path: 'paymentMethod',
              value: method[0],
              raw: method[0],

              source: paymentMethod.id,
              signals,
            },
            [evidence],
          ),
        ];
      }),
    );
  },
};

/** What stands behind a label of the payment is the method, known or not. */
function wholeValue(text: string, value: string): { 0: string; index: number } {
  return { 0: value, index: text.indexOf(value) };
}
