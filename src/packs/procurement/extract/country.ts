// Where a document comes from, as far as its own text tells: country names, VAT ids, IBANs, postal forms.

import type { Reading } from '../../../pipeline/reading.ts';
import { findCountries } from '../../../recognize/countries.ts';
import { findIbans } from '../../../recognize/iban.ts';
import { findVatIds } from '../../../recognize/vat-ids.ts';

const US_PLACE =
  /\p{L}{3,},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?\b/u;
const POSTAL_HINTS: readonly (readonly [RegExp, string])[] = [
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/, 'GB'],
  [/\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/, 'CA'],
  [/\bGSTIN\b|\b\d{2}[A-Z]{5}\d{4}[A-Z]\d?[A-Z]\w\b/, 'IN'],
  [/\bSDN\.? ?BHD\b|\bJALAN\b|\bSELANGOR\b|\bJOHOR\b/i, 'MY'],
  [/\bABN\b/, 'AU'],
];
/** Scripts and names of national registers and tax numbers. */
const NATIONAL_HINTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3041-\u30fa]{2}/, 'JP'],
  [/[\uac00-\ud7a3]{2}/, 'KR'],
  [/发票|纳税人|订单号|金额/, 'CN'],
  [/統一編號|統一發票|新臺幣|新台幣/, 'TW'],
  [/\bCNPJ\b|\bNF-?e\b|\bDANFE\b/, 'BR'],
  [/\bRFC\b.{0,3}[A-ZÑ&]{3,4}\d{6}|\bCFDI\b/, 'MX'],
  [/\bNIT\b.{0,4}\d{3}\.?\d{3}\.?\d{3}-\d|\bDIAN\b/, 'CO'],
  [/\bR\.?U\.?T\b.{0,4}\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]/, 'CL'],
  [/\bCUIT\b/, 'AR'],
  [/\bTRN\b.{0,4}\d{15}|\bU\.?A\.?E\b/, 'AE'],
  [/\bVKN\b|Vergi (?:Dairesi|No)/i, 'TR'],
  [/ИНН|руб/, 'RU'],
  [/ЄДРПОУ|ІПН|грн/, 'UA'],
  [/ΑΦΜ|Δ\.?Ο\.?Υ/, 'GR'],
  [/[\u0600-\u06ff].*مصر/, 'EG'],
];
/** Spares most lines the list above. */
const MAY_HINT = /[\u0370-\uffff]|\b(?:CNPJ|NF|DANFE|RFC|CFDI|NIT|DIAN|R\.?U\.?T|CUIT|TRN|U\.?A\.?E|VKN)|vergi/i;

/** ISO 3166-1 alpha-2 with the most support, or undefined. */
export function countryOfDocument(reading: Reading): string | undefined {
  return reading.derive('procurement/country', () => {
    const votes = new Map<string, number>();
    const vote = (code: string, weight: number): void => void votes.set(code, (votes.get(code) ?? 0) + weight);
    for (const line of reading.lines.slice(0, 400)) {
      for (const iban of reading.mentions('ibans', line, findIbans)) vote(iban.value.slice(0, 2), 2);
      for (const vat of reading.mentions('vat-ids', line, findVatIds)) vote(vat.value.slice(0, 2), 2);
      for (const country of reading.mentions('countries', line, findCountries)) vote(country.value, 1);
      if (/[A-Z]{2},? \d{5}/.test(line.text) && US_PLACE.test(line.text)) vote('US', 1);
      for (const [pattern, code] of POSTAL_HINTS) if (pattern.test(line.text)) vote(code, 1);
      if (!MAY_HINT.test(line.text)) continue;
      for (const [pattern, code] of NATIONAL_HINTS) if (pattern.test(line.text)) vote(code, 1);
    }
    let best: string | undefined;
    for (const [code, weight] of votes) if (best === undefined || weight > votes.get(best)!) best = code;
    return best;
  });
}
