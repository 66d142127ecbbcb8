// The wordings of payment terms, as data. Each pattern is tried once per line after a guard; groups are named.

export type PaymentDue = 'on-receipt' | 'in-advance' | 'cash' | 'on-delivery';

const DAYS =
  '(?:calendar |business |working )?(?:days?|tagen?|jours?|jrs?|d[ií]as?|giorni|gg|dagen|dgn|dni|dd|d|j)(?![\\p{L}])';
const NOT_INSIDE_WORD = '(?<![\\p{L}])';
const COUNT = '(?:[a-zß-ž-]{3,16} \\()?(?<days>\\d{1,3})\\)?';

/** A discount: `2 % Skonto innerhalb 10 Tagen`, `2% 10`, `2/10`, `10 Tage 2 % Skonto`. */
export const DISCOUNT_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<percent>\\d{1,2}(?:[.,]\\d{1,3})?) ?% ?(?:\\S{1,14} ){0,3}?(?:skonto|discount|escompte|descuento|sconto|desconto|korting|skonta|rabatu)[^\\d%]{0,40}?(?<days>\\d{1,3}) ?${DAYS}(?! ?,? ?(?:strictly |rein )?(?:net|ohne abzug))`,
    'iu',
  ),
  new RegExp(
    `(?:skonto|discount|escompte|descuento|sconto|desconto|korting)[^\\d%]{0,24}(?<percent>\\d{1,2}(?:[.,]\\d{1,3})?) ?%[^\\d%]{0,40}?(?<days>\\d{1,3}) ?${DAYS}`,
    'iu',
  ),
  new RegExp(
    `(?<days>\\d{1,3}) ?${DAYS}[^\\d%]{0,40}?(?<percent>\\d{1,2}(?:[.,]\\d{1,3})?) ?% ?(?:\\S{1,14} ){0,2}?(?:skonto|discount|escompte|descuento|sconto|desconto|korting)`,
    'iu',
  ),
  new RegExp(
    `(?<percent>\\d{1,2}(?:[.,]\\d{1,3})?) ?% ?(?:within|in|if paid (?:within|in)|bei zahlung (?:innerhalb|binnen)(?: von)?|binnen|sous|entro|a) (?<days>\\d{1,3}) ?${DAYS}`,
    'iu',
  ),
  /(?<![\d/.])(?<percent>\d(?:\.\d{1,2})?) ?(?:%|%? ?[/,-]) ?(?<days>\d{1,2})(?: days?)?[,;/ -]{1,3}(?=n(?:et)?\.? ?\/?\d{2})/iu,
];

/** The net days: `net 30`, `30 Tage netto`, `payable within 14 days`, `à 30 jours`, `60 gg d.f.`. */
export const NET_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])net(?:to)?(?: due)?(?: in| within|:)? ?(?:of )?${COUNT}(?![\\d.,%])(?: ?${DAYS})?(?! ?(?:kg|g|lbs?|€|\\$|eur))`,
    'iu',
  ),
  /(?:^|terms?:? ?|\d\d?[,;/ ]{1,2})n ?\/? ?(?<days>30|45|60|90|15|10|14|7)(?![\d.,])/iu,
  new RegExp(`${COUNT} ?${DAYS},? ?(?:strictly )?(?:rein )?(?:net(?:to)?|ohne abzug)(?![\\p{L}])`, 'iu'),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:payable|due|paid|pay|payment|terms?|settle\\w*|invoices?)[^\\d%]{0,48}?(?:within|in|of|:|is|not later than|no later than) ?(?:a period of )?${COUNT} ?${DAYS}`,
    'iu',
  ),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:zahlbar|zahlung|zahlungsziel|zahlungsfrist|fällig|faellig|überweisen|begleichen|zahlungsbedingung\\w*|zahlen)[^\\d%]{0,56}?${COUNT} ?(?:kalender|werk|bank)?${DAYS}`,
    'iu',
  ),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:paiement|règlement|reglement|payable|échéance|echeance|régler|délai)[^\\d%]{0,40}?${COUNT} ?${DAYS}`,
    'iu',
  ),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:pago|pagar|vencimiento|plazo|forma de pago|pagamento|prazo|vencimento|pagável|scadenza|termini)[^\\d%]{0,40}?${COUNT} ?${DAYS}`,
    'iu',
  ),
  new RegExp(
    `${COUNT} ?(?:gg|giorni|dd|d[ií]as|dias|jours|jrs?|j)\\.? ?(?:\\.?d\\.?f\\.?(?:\\.?f\\.?m\\.?)?|f\\.?f\\.?|f\\.?m\\.?|data (?:fattura|fatura)|da data|fecha (?:de )?factura|date (?:de )?facture|fin de mois|fin de mes|fine mese)(?![\\p{L}])`,
    'iu',
  ),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:betaling|betalen|betaaltermijn|betalingstermijn|voldoen|over te maken|binnen)[^\\d%]{0,40}?${COUNT} ?(?:dagen|dgn|dag)`,
    'iu',
  ),
  new RegExp(
    `${NOT_INSIDE_WORD}(?:płatno\\p{L}*|platno\\p{L}*|termin\\p{L}*|przelew\\p{L}*|zapłat\\p{L}*)[^\\d%]{0,30}?${COUNT} ?dni`,
    'iu',
  ),
];

/** Days without a word for paying: also said of returns and deliveries. */
export const WEAK_NET_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:within|in) ${COUNT} ?${DAYS} (?:of|from|after|following) (?:the )?(?:date of )?(?:the )?(?:invoice|receipt|issue|delivery|billing)`,
    'iu',
  ),
  new RegExp(
    `${COUNT} ?${DAYS} (?:from|after|of) (?:the )?(?:date of )?(?:the )?(?:invoice|receipt|delivery|issue)`,
    'iu',
  ),
  new RegExp(`(?:innerhalb|binnen)(?: von)? ${COUNT} ?(?:kalender|werk)?${DAYS}`, 'iu'),
  new RegExp(`(?<![\\p{L}])(?:à|sous|a) ${COUNT} ?(?:jours?|jrs?|j\\b)`, 'iu'),
];

/** Net days counted from the end of a month. */
export const END_OF_MONTH =
  /(?<![\p{L}])(?:fin de mois|fin de mes|fine mese|f\.?d\.?m\.?|(?:d\.? ?)?f\.? ?f\.? ?m\.?|fm|e\.?o\.?m\.?|end of (?:the )?month|monatsende|einde maand|fim do mês|koniec miesiąca|ff)(?![\p{L}])/iu;

/** Terms without a number of days. */
export const DUE_PATTERNS: readonly (readonly [PaymentDue, RegExp])[] = [
  [
    'on-receipt',
    /(?:due|payable|payment)? ?(?:up)?on receipt(?: of (?:the )?invoice)?|due immediately|immediate payment|payable immediately|(?:zahlbar )?sofort (?:rein netto|fällig|zahlbar|ohne abzug|netto|nach (?:erhalt|rechnungserhalt))|sofort ohne abzug|zahlbar sofort|(?:payable )?(?:à|dès) réception(?: de (?:la )?facture)?|rimessa diretta|vista fattura|ricevimento fattura|pago inmediato|a la vista|à vista|pronto pagamento|pagamento immediato|per omgaande|direct te voldoen|zofortig|natychmiast\p{L}*/iu,
  ],
  [
    'in-advance',
    /payment in advance|(?:cash|paid) in advance|pre-?payment|prepaid|pro ?forma payment|vorkasse|vorauskasse|vorauszahlung|paiement (?:d'avance|à la commande|anticipé)|pago (?:por )?anticipado|prepago|pagamento anticipato|pagamento antecipado|vooruitbetaling|przedpłata/iu,
  ],
  [
    'cash',
    /(?:paid )?(?:in |by )?cash (?:payment|sale)|terms?:? ?cash|barzahlung|bar bezahlt|(?:au )?comptant|(?:pago |al )?contado|contanti|dinheiro|contante betaling|gotówk\p{L}*/iu,
  ],
  [
    'on-delivery',
    /cash on delivery|(?<![\p{L}])c\.?o\.?d\.?(?![\p{L}])|payment on delivery|nachnahme|contre[- ]remboursement|contra ?rr?eembolso|contrassegno|rembours(?![\p{L}])|za pobraniem/iu,
  ],
];

/** A line without any of these words says nothing about terms. */
export const GUARD =
  /net|days|within|receipt|immediate|advance|pre-?pa|cash|n ?\/?\d|c\.?o\.?d|tage|skonto|zahl|sofort|vorkasse|vorausk|nachnahme|fällig|bar |jour|réception|comptant|paiement|d[ií]as|contado|vista|pago|anticip|antecip|giorni|gg|rimessa|contrass|contant|reembolso|rembours|dinheiro|dagen|omgaand|vooruit|voldoen|dni|gotów|natychm|przedpł|pobran|ff|pronto/i;
