// What a contract is worth and how far its parties are liable, from the words around the amounts.

import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findMoney } from '../../../../recognize/money.ts';
import { applyNumberStyle } from '../../../../recognize/number-style.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { makeCandidate, sentenceAround } from './make-candidate.ts';

export const contractAmounts: Extractor = {
  id: 'contract/amounts',
  writes: ['value', 'currency', 'liabilityCap'],
  extract: (reading) => amountCandidates(reading, contractText(reading)),
};

const VALUE =
  /(?:(?:total|aggregate|maximum|overall)\s+)?(?:contract\s+(?:value|price|sum|amount)|purchase\s+price|(?:total|aggregate)\s+(?:fees?|price|consideration|compensation|amount|value|cost)|fixed\s+(?:fee|price)|not[\s-]to[\s-]exceed|consideration\s+(?:of|shall\s+be)|auftragswert|vertragswert|auftragssumme|gesamtpreis|gesamtvergütung|festpreis|kaufpreis|pauschal\w*|(?:montant|prix)\s+(?:total|global|forfaitaire|du\s+contrat)|(?:importe|precio|valor)\s+(?:total|del\s+contrato)|corrispettivo(?:\s+(?:totale|complessivo))?|prezzo\s+(?:totale|complessivo)|(?:valor|preço)\s+(?:total|global|do\s+contrato)|contractwaarde|totaalprijs|koopprijs|aanneemsom|vaste\s+prijs)[^.;]{0,90}$/iu;
const CAP =
  /(?:liab\w+|haft\w+|responsabilité|responsabilidad|responsabilità|responsabilidade|aansprakelijk\w*)[^.;]{0,220}(?:exceed|limited\s+to|capped|maximum|more\s+than|begrenzt|beschränkt|höchst|übersteig|excéder|dépasser|limitée?|limitad[oa]|exceder|superar|limitata|eccedere|beperkt|bedraagt)[^.;]{0,110}$/iu;
const CAP_HEADING =
  /limitation\s+of\s+liability|haftungs(?:beschränkung|begrenzung)|limitation\s+de\s+responsabilité|limitación\s+de\s+responsabilidad|limitazione\s+(?:di|della)\s+responsabilità|beperking\s+van\s+(?:de\s+)?aansprakelijkheid/i;
const NOT_VALUE =
  /insur|versicher|assurance|seguro|assicura|penalt|vertragsstrafe|salary|bonus|par\s+value|per\s+(?:hour|day|unit|share)|coverage|damages|late\s+fee/i;
const MOST = 300;

function amountCandidates(reading: Reading, view: ContractText): Candidate[] {
  if (!/[€$£¥₹]|\b[A-Z]{3}\b|euro|dollar/i.test(view.text)) return [];
  const text = view.text.replace(/\n/g, ' ');
  const style = reading.numberStyle();
  const candidates: Candidate[] = [];
  let seen = 0;
  for (const mention of findMoney(text)) {
    if (++seen > MOST) break;
    const amount = applyNumberStyle(mention, style);
    if (amount <= 0) continue;
    const { start, end } = mention;
    const { before, after } = sentenceAround(text, start, end, 300);
    const named = { value: amount, start, end };
    const excluded =
      NOT_VALUE.test(before.slice(-130)) ||
      /^\s*(?:per|pro|par|por|al|a)\s+(?:hour|day|month|unit|stunde|tag|heure|jour|hora|ora|uur)/i.test(after);
    if (CAP.test(before)) {
      const signals = { cap: 1.6, insurance: /insur|versicher|assurance|coverage/i.test(before) ? -2 : 0 };
      candidates.push(
        makeCandidate(view, { ...named, path: 'liabilityCap', source: 'contract/liability-cap', signals }),
      );
    } else if (CAP_HEADING.test(text.slice(Math.max(0, start - 500), start)) && /exceed|limit|max/i.test(before)) {
      candidates.push(
        makeCandidate(view, {
          ...named,
          path: 'liabilityCap',
          source: 'contract/liability-cap',
          signals: { heading: 0.8 },
        }),
      );
    } else if (VALUE.test(before)) {
      const total = /total|aggregate|gesamt|global|complessiv|totaal/i.test(before.slice(-120)) ? 0.5 : 0;
      const signals = { words: 0.9, total, excluded: excluded ? -2 : 0 };
      candidates.push(makeCandidate(view, { ...named, path: 'value', source: 'contract/value', signals }));
    } else continue;
    const currency = mention.value.currency;
    if (currency && !excluded)
      candidates.push(
        makeCandidate(view, {
          path: 'currency',
          value: currency,
          start,
          end,
          source: 'contract/currency',
          signals: { beside: 0.9 },
        }),
      );
  }
  return candidates;
}
