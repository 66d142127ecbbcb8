// What follows from printed terms: advance and stages from the payment terms, delivery from the lead time. Marked as inferred.

import type { Candidate } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Inference } from '../../../pipeline/pack.ts';
import { findDurations } from '../../../recognize/durations.ts';
import { addDuration } from './contract.ts';

const STAGE =
  /(?<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*(?<event>[^%\d;]*?)(?=\s*(?:[,;+/]|\bund\b|\band\b|\bet\b|\by\b|\be\b|\ben\b)?\s*\d{1,3}(?:[.,]\d{1,2})?\s?%|\s*;|$)/giu;
const ADVANCE =
  /(?<!\p{L})(?:advance|deposit|down ?payment|prepay\w*|upfront|with (?:the )?order|on (?:placing |receipt of )?(?:the )?order|upon order|anzahlung|vorauszahlung|vorkasse|vorab|bei (?:auftrags?\p{L}*|bestellung)|acompte|à la commande|avance|d'avance|arrhes|anticipo|a la firma|al pedido|con el pedido|acconto|all'ordine|anticipato|adiantamento|sinal|na encomenda|com a encomenda|no pedido|aanbetaling|vooruitbetaling|bij opdracht|bij bestelling|zaliczka|przedpłata)(?!\p{L})/iu;
/** A discount for early payment is written with the same sign but is no stage. */
const DISCOUNT =
  /skonto|discount|escompte|descuento|sconto|desconto|korting|rabat|interest|zins|intérêt|interés|interess|rente/iu;

interface Stage {
  percent: number;
  event: string;
}

/** "30 % à la commande, 60 % à la livraison, 10 % à la réception" → its stages; none for discounts and single rates of interest. */
export function readStages(terms: string): Stage[] {
  if (DISCOUNT.test(terms)) return [];
  const stages = [...terms.matchAll(STAGE)].map((match) => ({
    percent: Number(match.groups!.percent!.replace(',', '.')),
    event: match.groups!.event!.replace(/^[\s:,–-]+|[\s,.;:–-]+$/gu, ''),
  }));
  const sensible = stages.every((stage) => stage.percent > 0 && stage.percent <= 100 && stage.event.length > 1);
  return sensible && stages.reduce((sum, stage) => sum + stage.percent, 0) <= 100.5 ? stages : [];
}

const SURE = 1;

export const paymentStages: Inference = {
  id: 'infer/payment-stages',
  reads: ['paymentTerms'],
  writes: ['advancePercent', 'milestones[].percent', 'milestones[].event'],
  infer: (a): Candidate[] => {
    const terms = a.paymentTerms;
    if (typeof terms?.value !== 'string' || terms.score < SURE) return [];
    const stages = readStages(terms.value);
    const inferred = (path: string, value: string | number): Candidate =>
      candidateOf(
        {
          path,
          value,
          raw: String(terms.value),
          origin: 'inferred',
          source: 'infer/payment-stages',
          signals: { inferred: 1 },
        },
        terms.evidence,
      );
    const advance = stages.find((stage) => ADVANCE.test(stage.event));
    return [
      ...(advance ? [inferred('advancePercent', advance.percent)] : []),
      ...(stages.length > 1 ? stages : []).flatMap((stage, i) => [
        inferred(`milestones[${i}].percent`, stage.percent),
        inferred(`milestones[${i}].event`, stage.event),
      ]),
    ];
  },
};

export const deliveryFromLeadTime: Inference = {
  id: 'infer/delivery-from-lead-time',
  reads: ['issueDate', 'leadTime'],
  writes: ['deliveryDate'],
  infer: (a): Candidate[] => {
    const { issueDate, leadTime } = a;
    if (!issueDate || typeof leadTime?.value !== 'string' || a.deliveryDate || leadTime.score < SURE) return [];
    // "4–6 weeks": the later end is what can be relied on.
    const lasting = findDurations(leadTime.value).at(-1)?.value.iso;
    const date = lasting && addDuration(String(issueDate.value), lasting);
    if (!date) return [];
    const evidence = [...issueDate.evidence.slice(0, 1), ...leadTime.evidence.slice(0, 1)];
    const parts = { path: 'deliveryDate', value: date, raw: '', origin: 'inferred' as const };
    return [candidateOf({ ...parts, source: 'infer/delivery-from-lead-time', signals: { inferred: 0.4 } }, evidence)];
  },
};
