// The receipt's own number where its label is the word for the paper itself: "Bon 985609", "Ticket: 5/5699", "CHK 104482".

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { receiptRows } from './rows.ts';

const LABEL =
  /(?:^|\s)(?:receipt|rcpt|slip|bill|chk|check|ticket|invoice|inv|doc(?:ument)?|trans(?:action)?|beleg|bon|kassenbon|quittung|rechnung|re[çc]u|facture|recibo|fra\.? simplificada|factura(?: simplificada)?|scontrino|ricevuta|documento|tal[ãa]o|fatura(?:-recibo| simplificada)?|kassabon|kwitantie|paragon|resit|struk)\s{0,2}[-.]?\s?(?:no|nr|num(?:ber|mer|ero)?|n[°º.]+|id)?\.?[\s:#.=]{0,6}(?<number>(?:[A-Z]{1,6}[-/]?)?\d[\dA-Z/-]{2,24})(?![\dA-Z.,:]*[.,:]\d)/iu;
const MOST_LETTERS = 0.6;

export const receiptNumber: Extractor = {
  id: 'receipt/number',
  writes: ['number'],
  extract: (reading) =>
    receiptRows(reading).flatMap((row): Candidate[] => {
      const text = row.text;
      const match = LABEL.exec(text);
      const number = match?.groups?.number;
      if (!match || !number || row.amounts.some((amount) => amount.form === 'cents' && amount.raw.includes(number)))
        return [];
      if (row.lines.some((line) => reading.dates(line).some((date) => date.raw.includes(number)))) return [];
      const line = row.lines.find((one) => one.text.includes(number));
      if (!line) return [];
      const start = line.text.indexOf(number);
      const letters = number.replace(/\d/g, '').length / number.length;
      const signals = {
        base: 0.5,
        label: /n[or]?[.°º#]|nr|number|nummer|#|:/iu.test(match[0].slice(0, -number.length)) ? 0.5 : 0,
        form: letters > MOST_LETTERS ? -0.8 : 0,
        order: -0.02 * Math.min(20, row.index),
      };
      const evidence = evidenceOfSpan(line, start, start + number.length);
      return [
        {
          path: 'number',
          value: number,
          raw: evidence.text,
          origin: 'read',
          evidence: [evidence],
          score: Object.values(signals).reduce((sum, part) => sum + part, 0),
          source: receiptNumber.id,
          signals,
        },
      ];
    }),
};
