// How it was paid: a labelled method, or the row of the totals that says cash or names a card.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { labelledAmounts } from './labelled-amounts.ts';
import { receiptRows } from './rows.ts';

const METHOD =
  /(?<!\p{L})(?:cash|visa(?: (?:debit|credit|electron|contactless))?|master ?card(?: (?:debit|credit))?|maestro|am(?:erican )?ex(?:press)?|discover|debit(?: card)?|credit(?: card)?|girocard|ec-?karte|ec-cash|kartenzahlung|karte|v ?pay|bar(?:geld|zahlung)?|esp[èe]ces|cb|carte(?: bancaire| bleue)?|efectivo|tarjeta(?: de (?:cr[ée]dito|d[ée]bito))?|contanti|contante|bancomat|carta(?: di (?:credito|debito))?|dinheiro|numer[áa]rio|multibanco|cart[ãa]o(?: de (?:cr[ée]dito|d[ée]bito))?|contant|pin|pinnen|got[óo]wka|tunai|nets|paypal|apple pay|google pay|touch ?n ?go|grabpay|ewallet|card|check|cheque)(?!\p{L})/iu;
const LABELLED =
  /(?:pay(?:ment|ed)?|paid|tender)\s*(?:type|mode|method|by|with)\s*[:.]?\s*|zahl(?:ungs)?(?:art|weise|mittel)\s*[:.]?\s*|bezahlt mit\s*[:.]?\s*|(?:mode|moyen) de (?:paiement|r[èe]glement)\s*[:.]?\s*|(?:forma|m[ée]todo|modo) de pag(?:o|amento)\s*[:.]?\s*|(?:metodo|modalit[àa]) di pagamento\s*[:.]?\s*|pagato con\s*[:.]?\s*|betaal(?:wijze|methode|d met)\s*[:.]?\s*/iu;

export const paymentMethod: Extractor = {
  id: 'receipt/payment-method',
  writes: ['paymentMethod'],
  extract: (reading) => {
    const rows = receiptRows(reading);
    const paid = new Map<number, number>();
    for (const one of labelledAmounts(reading)) {
      if (one.label?.kind === 'cash') paid.set(one.row.index, 1.3);
      else if (one.label?.kind === 'card') paid.set(one.row.index, 1.5);
    }
    return rows.flatMap((row) =>
      row.lines.flatMap((line): Candidate[] => {
        const label = LABELLED.exec(row.text);
        const method = METHOD.exec(line.text);
        if (!method) return [];
        const signals = {
          base: -0.4,
          label: label ? 1.8 : 0,
          paid: paid.get(row.index) ?? 0,
          alone: row.text.trim().length === method[0].length ? 0.5 : 0,
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
