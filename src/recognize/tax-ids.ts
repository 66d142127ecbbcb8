// Tax numbers other than VAT ids: EIN, GSTIN, PAN, ABN, Steuernummer, SIRET, NIF, codice fiscale, CNPJ, Malaysian GST and SST …

import { stdnum } from 'stdnum';
import { checkedBy, compileSchemes, findBySchemes, type IdMention, type IdScheme } from './identifiers.ts';

export type TaxIdMention = IdMention<'taxId'>;

const NUMBER =
  '(?:[ .\\-]{0,2}(?:id(?:entification)?|reg(?:istration|\\.)?|nr|no|num(?:ber|mer|éro|ero)|n[°º.]|#|code))*\\.?';

const schemes: readonly IdScheme[] = [
  {
    id: 'us-ein',
    country: 'US',
    label: `(?:F?EIN|Federal (?:Tax )?ID|Employer ID(?:entification)?|Fed\\.? ?Tax ID|Tax ID|IRS No|Taxpayer ID|TIN)${NUMBER}`,
    form: '\\d{2}-\\d{7}',
    check: checkedBy(stdnum.US?.ein),
    selfEvident: true,
    canonical: (raw) => raw,
  },
  {
    id: 'in-gstin',
    country: 'IN',
    label: `(?:GSTIN(?: ?/ ?UIN)?|GST(?: ?IN)?)${NUMBER}`,
    form: '[0-3]\\d[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]',
    check: checkedBy(stdnum.IN?.gstin),
    selfEvident: true,
  },
  {
    id: 'in-pan',
    country: 'IN',
    label: `(?:PAN|Permanent Account)${NUMBER}`,
    form: '[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]',
    selfEvident: true,
  },
  {
    id: 'au-abn',
    country: 'AU',
    label: `(?:A\\.?B\\.?N\\.?|Australian Business)${NUMBER}`,
    form: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.AU?.abn),
  },
  {
    id: 'de-steuernummer',
    country: 'DE',
    label: '(?:St(?:euer)?\\.?[ -]?(?:nr|nummer|no)\\b\\.?|Steuer-?Nr\\.?|Tax (?:No|number|ID)\\.?)',
    form: '\\d{2,3} ?/ ?\\d{3,4} ?/ ?\\d{4,5}',
    canonical: (raw) => raw.replaceAll(' ', ''),
  },
  {
    id: 'fr-siret',
    country: 'FR',
    label: `(?:SIRET)${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{5}',
    check: checkedBy(stdnum.FR?.siret),
  },
  {
    id: 'fr-siren',
    country: 'FR',
    label: `(?:SIREN)${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
    check: checkedBy(stdnum.FR?.siren),
  },
  {
    id: 'es-nif',
    country: 'ES',
    label: `(?:N\\.?I\\.?F\\.?|C\\.?I\\.?F\\.?|N\\.?I\\.?E\\.?|D\\.?N\\.?I\\.?)(?: ?/ ?(?:N\\.?I\\.?F\\.?|C\\.?I\\.?F\\.?))?${NUMBER}`,
    form: '(?:[A-HJ-NP-SUVW][ \\-]?\\d{7}[ \\-]?[0-9A-J]|[XYZ][ \\-]?\\d{7}[ \\-]?[A-Z]|\\d{8}[ \\-]?[A-Z])',
    check: (value) => [stdnum.ES?.cif, stdnum.ES?.dni, stdnum.ES?.nie].some((scheme) => checkedBy(scheme)(value)),
  },
  {
    id: 'it-codice-fiscale',
    country: 'IT',
    label: `(?:C(?:od(?:ice|\\.)?)?\\.? ?F(?:isc(?:ale|\\.)?)?\\.?)(?: ?(?:e|/) ?P(?:art(?:ita|\\.)?)?\\.? ?IVA)?${NUMBER}`,
    form: '(?:[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]|\\d{11})',
    check: (value) => checkedBy(value.length === 11 ? stdnum.IT?.iva : stdnum.IT?.codicefiscale)(value),
  },
  {
    id: 'pl-nip',
    country: 'PL',
    label: `NIP${NUMBER}`,
    form: '\\d{3}[ \\-]?(?:\\d{3}[ \\-]?\\d{2}|\\d{2}[ \\-]?\\d{2,3})[ \\-]?\\d{2,3}',
    check: checkedBy(stdnum.PL?.nip),
    mustPass: true,
  },
  {
    id: 'pt-nif',
    country: 'PT',
    label: `(?:NIF|NIPC|Contribuinte)${NUMBER}`,
    form: '[12356789]\\d{2}[ .]?\\d{3}[ .]?\\d{3}',
    check: checkedBy(stdnum.PT?.nif),
  },
  {
    id: 'ch-uid',
    country: 'CH',
    form: 'CHE[ \\-]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
    check: checkedBy(stdnum.CH?.uid),
    selfEvident: true,
  },
  {
    id: 'br-cnpj',
    country: 'BR',
    label: `C\\.?N\\.?P\\.?J\\.?(?:/MF)?${NUMBER}`,
    form: '\\d{2}\\.?\\d{3}\\.?\\d{3}/?\\d{4}-?\\d{2}',
    check: checkedBy(stdnum.BR?.cnpj),
    selfEvident: true,
  },
  {
    id: 'br-cpf',
    country: 'BR',
    label: `C\\.?P\\.?F\\.?${NUMBER}`,
    form: '\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}',
    check: checkedBy(stdnum.BR?.cpf),
  },
  {
    id: 'my-gst',
    country: 'MY',
    label: `(?:GST|GST ?(?:ID|Reg(?:istration|\\.)?))${NUMBER}`,
    form: '00\\d{4} ?\\d{6}',
  },
  {
    id: 'my-sst',
    country: 'MY',
    label: `(?:SST|SST ?(?:ID|Reg(?:istration|\\.)?))${NUMBER}`,
    form: '[A-Z]\\d{2}-\\d{4}-\\d{8}',
    selfEvident: true,
    canonical: (raw) => raw.toUpperCase(),
  },
  {
    id: 'sg-gst',
    country: 'SG',
    label: `(?:GST|UEN)${NUMBER}`,
    form: '(?:M[2R89]-?\\d{7}-?[A-Z0-9]|\\d{8,9}[A-Z]|T\\d{2}[A-Z]{2}\\d{4}[A-Z])',
  },
  { id: 'nz-gst', country: 'NZ', label: `GST${NUMBER}`, form: '\\d{2,3}-\\d{3}-\\d{3}' },
  {
    id: 'ca-bn',
    country: 'CA',
    label: `(?:GST/HST|HST|GST|Business Number|BN|TPS)${NUMBER}`,
    form: '\\d{5} ?\\d{4} ?RT ?\\d{4}',
    selfEvident: true,
  },
  { id: 'nl-rsin', country: 'NL', label: `RSIN${NUMBER}`, form: '\\d{9}' },
  { id: 'mx-rfc', country: 'MX', label: `R\\.?F\\.?C\\.?${NUMBER}`, form: '[A-ZÑ&]{3,4} ?-?\\d{6} ?-?[A-Z0-9]{3}' },
];

const compiled = compileSchemes(schemes);

/** Tax numbers in one line. `scheme` tells which; `value` is compact unless its separators are part of it (EIN, Steuernummer). */
export function findTaxIds(text: string): TaxIdMention[] {
  return findBySchemes(text, compiled, 'taxId');
}
