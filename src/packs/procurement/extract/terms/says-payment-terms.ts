// Is a text a term of payment? By what the recognizer of terms finds, and by words for ways and stages of paying.

import { findPaymentTerms } from '../../../../recognize/payment-terms.ts';

const DAYS =
  /\d{1,3}\s*(?:\p{L}+\s)?(?:days?|tagen?|jours?|jrs?|j|d[ií]as?|giorni|gg|dias?|dagen|dgn|dni|weeks?|wochen|semaines|semanas|settimane|weken|months?|monate?n?|mois|meses|mesi|maanden)(?!\p{L})/iu;
const WAYS =
  /(?<!\p{L})(?:bank transfer|wire transfer|transfer|credit card|card|cheques?|checks?|direct debit|sepa|letter of credit|l\/?c|open account|bacs|ach|paypal|instal?lments?|deposit|down ?payment|advance|balance|milestones?|retention|upon (?:delivery|completion|acceptance|receipt)|on (?:delivery|completion|acceptance|receipt)|after (?:delivery|acceptance|completion)|überweisung|lastschrift|bankeinzug|kreditkarte|scheck|anzahlung|abschlag|teilzahlung|rate|schlussrechnung|nach (?:lieferung|abnahme|erhalt|rechnungserhalt|rechnungsstellung)|vorkasse|virement|prélèvement|carte bancaire|chèque|acompte|solde|comptant|à la (?:commande|livraison|réception)|échéance|traite|lcr|transferencia|domiciliaci[oó]n|giro|recibo|tarjeta|cheque|anticipo|contado|a la entrega|pagar[eé]|confirming|bonifico|ri\.?ba\.?|rid|sdd|assegno|acconto|saldo|contanti|alla consegna|all'ordine|contrassegno|transfer[êe]ncia|d[ée]bito direto|boleto|cart[ãa]o|adiantamento|sinal|na entrega|pronto pagamento|numer[áa]rio|overschrijving|overboeking|incasso|automatische incasso|aanbetaling|bij levering|na levering|contant|pin|przelew|gotówka|przedpłata|net(?:to)? \d|n\/\d|eom|cod|cia|vooruitbetaling)(?!\p{L})/iu;
/** Sentences about other things that stand near the label. */
const TOO_LONG = 260;

/** True for "30 days net", "Vorkasse", "50 % acompte à la commande, solde à la livraison"; false for names, banks, fragments. */
export function saysPaymentTerms(text: string): boolean {
  if (text.length > TOO_LONG || text.length < 3) return false;
  if (findPaymentTerms(text).length > 0 || DAYS.test(text)) return true;
  const words = text.split(/\s+/).length;
  return words <= 24 && WAYS.test(text.normalize('NFC'));
}
