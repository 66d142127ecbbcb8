// VAT id formats by country. Forms: EU VIES FAQ question 11, HMRC, Swiss UID register, Brønnøysund. Check digits: stdnum.

import { stdnum } from 'stdnum';

export interface VatCountry {
  /** The id without its prefix and without separators. */
  form: RegExp;
  check(body: string): boolean;
}

type Validator = { validate(value: string): { isValid: boolean } };

function country(form: RegExp, validator: Validator | undefined, complete = (body: string) => body): VatCountry {
  return {
    form,
    check(body) {
      try {
        return validator?.validate(complete(body)).isValid ?? false;
      } catch {
        return false;
      }
    },
  };
}

/** VAT prefix → format. Greece is `EL`, Northern Ireland `XI`, Switzerland's prefix prints as `CHE`. */
export const vatCountries: ReadonlyMap<string, VatCountry> = new Map([
  ['AT', country(/^U\d{8}$/, stdnum.AT?.uid)],
  ['BE', country(/^[01]?\d{9}$/, stdnum.BE?.vat, (body) => body.padStart(10, '0'))],
  ['BG', country(/^\d{9,10}$/, stdnum.BG?.vat)],
  ['CY', country(/^\d{8}[A-Z]$/, stdnum.CY?.vat)],
  ['CZ', country(/^\d{8,10}$/, stdnum.CZ?.dic)],
  ['DE', country(/^\d{9}$/, stdnum.DE?.vat)],
  ['DK', country(/^\d{8}$/, stdnum.DK?.cvr)],
  ['EE', country(/^\d{9}$/, stdnum.EE?.kmkr)],
  ['EL', country(/^\d{9}$/, stdnum.GR?.vat)],
  ['ES', country(/^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, spanishId())],
  ['FI', country(/^\d{8}$/, stdnum.FI?.alv)],
  ['FR', country(/^[A-HJ-NP-Z0-9]{2}\d{9}$/, stdnum.FR?.tva)],
  ['GB', country(/^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, stdnum.GB?.vat)],
  ['HR', country(/^\d{11}$/, stdnum.HR?.oib)],
  ['HU', country(/^\d{8}$/, stdnum.HU?.anum)],
  ['IE', country(/^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, stdnum.IE?.vat)],
  ['IT', country(/^\d{11}$/, stdnum.IT?.iva)],
  ['LT', country(/^(?:\d{9}|\d{12})$/, stdnum.LT?.pvm)],
  ['LU', country(/^\d{8}$/, stdnum.LU?.tva)],
  ['LV', country(/^\d{11}$/, stdnum.LV?.pvn)],
  ['MT', country(/^\d{8}$/, stdnum.MT?.vat)],
  ['NL', country(/^\d{9}B\d{2}$/, stdnum.NL?.btw)],
  ['PL', country(/^\d{10}$/, stdnum.PL?.nip)],
  ['PT', country(/^\d{9}$/, stdnum.PT?.nif)],
  ['RO', country(/^\d{5,10}$/, stdnum.RO?.cui)],
  ['SE', country(/^\d{10}01$/, stdnum.SE?.vat)],
  ['SI', country(/^\d{8}$/, stdnum.SI?.ddv)],
  ['SK', country(/^\d{10}$/, stdnum.SK?.dph)],
  ['XI', country(/^(?:\d{9}|\d{12})$/, stdnum.GB?.vat)],
  ['CH', country(/^\d{9}(?:MWST|TVA|IVA)?$/, stdnum.CH?.uid, (body) => `CHE${body}`)],
  ['NO', country(/^\d{9}(?:MVA)?$/, stdnum.NO?.orgnr)],
]);

/** Companies (CIF), residents (DNI) and foreigners (NIE) share the VAT form. */
function spanishId(): Validator {
  return {
    validate: (value) => ({
      isValid: [stdnum.ES?.cif, stdnum.ES?.dni, stdnum.ES?.nie].some((scheme) => scheme?.validate(value).isValid),
    }),
  };
}

const NUMBER_WORD =
  '(?:[ .\\-]{0,3}(?:id|ident(?:ifica\\w{0,12})?|reg(?:istration|istratie)?|nr|no|num(?:ber|mer|éro|ero)|n\\.?[°º]|intra(?:com\\w{0,12})?|code|comunitari\\w)){0,3}';
const END = '[^\\p{L}\\p{N}]{1,6}';

/** Labels in front of ids printed without their prefix, and whose ids they can be. */
export const vatLabels: readonly { pattern: string; countries: readonly string[] }[] = [
  {
    pattern: `\\b(?:P(?:art)?\\.? ?IVA|P\\. ?I\\.|Partita ?IVA|C\\.? ?F\\.?(?: ?e ?| ?/ ?)P\\.? ?IVA|P\\.? ?IVA(?: ?e ?| ?/ ?)C\\.? ?F\\.?)${NUMBER_WORD}${END}`,
    countries: ['IT'],
  },
  {
    pattern: `\\b(?:C\\.?I\\.?F|N\\.?I\\.?F|NIPC|N\\.? ?Contribuinte|Contribuinte|N\\.?I\\.?F\\.? ?/ ?C\\.?I\\.?F)\\.?${NUMBER_WORD}${END}`,
    countries: ['ES', 'PT', 'RO'],
  },
  { pattern: `\\bNIP${NUMBER_WORD}${END}`, countries: ['PL'] },
  { pattern: `\\b(?:BTW|TVA|T\\.V\\.A\\.)${NUMBER_WORD}${END}`, countries: ['NL', 'BE', 'FR', 'LU'] },
  {
    pattern: `\\b(?:USt|Umsatzsteuer|UID)[ .\\-]{0,2}(?:id(?:ent(?:ifikations)?)?)?[ .\\-]{0,3}(?:nr|nummer|no)?${END}`,
    countries: ['DE', 'AT'],
  },
  {
    pattern: `\\b(?:VAT|V\\.A\\.T\\.)${NUMBER_WORD}${END}`,
    countries: ['GB', 'IE', 'NL', 'AT', 'BE', 'DE', 'IT', 'ES', 'PL', 'PT'],
  },
  { pattern: `\\bIVA${NUMBER_WORD}${END}`, countries: ['IT', 'ES', 'PT'] },
  { pattern: `\\b(?:CVR|SE)(?:[ .\\-]{0,2}(?:nr|nummer|no))?${END}`, countries: ['DK'] },
  { pattern: `\\b(?:Y[ -]?tunnus|ALV(?:[ .\\-]{0,2}(?:nro|numero))?)${END}`, countries: ['FI'] },
  { pattern: `\\b(?:Org(?:anisasjons)?[ .\\-]{0,2}(?:nr|nummer))${END}`, countries: ['NO'] },
  { pattern: `(?:Α\\.?Φ\\.?Μ|AFM)\\.?${END}`, countries: ['EL'] },
  { pattern: `\\bOIB${END}`, countries: ['HR'] },
  { pattern: `\\b(?:C\\.?U\\.?I|Cod fiscal)\\.?${END}`, countries: ['RO'] },
];
