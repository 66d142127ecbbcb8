// Numbers of company registers: Handelsregister, RCS, KvK, Companies House, Registro Mercantil, SSM …

import { stdnum } from 'stdnum';
import { checkedBy, compileSchemes, findBySchemes, type IdMention, type IdScheme } from './identifiers.ts';

export type RegistrationIdMention = IdMention<'registrationId'>;

const NUMBER = '(?:[ .\\-]{0,2}(?:id|nr|no|num(?:ber|mer|éro|ero)|n[°º.]|#))*\\.?';
const squeeze = (raw: string): string => raw.replace(/\s+/g, ' ').trim();

const schemes: readonly IdScheme[] = [
  {
    id: 'de-hr',
    bareCertainty: 0.95,
    country: 'DE',
    form: 'HR ?[AB][ :.\\-]{0,3}(?:Nr\\.? ?)?\\d{1,6}(?: ?[A-Z]{1,2}(?![\\p{L}]))?',
    selfEvident: true,
    canonical: (raw) => raw.replace(/^HR ?([AB])[ :.-]{0,3}(?:Nr\.? ?)?/i, 'HR$1 ').toUpperCase(),
  },
  {
    id: 'at-fn',
    country: 'AT',
    label: '(?:FN|Firmenbuch(?:nummer|[ -]?nr\\.?)?)',
    form: '\\d{1,6} ?[a-z](?![\\p{L}])',
    canonical: (raw) => `FN ${raw.replace(' ', '').toLowerCase()}`,
  },
  {
    id: 'fr-rcs',
    country: 'FR',
    label: '(?:R\\.?C\\.?S\\.?) ?:?(?: ?[\\p{L}\\-]{2,24}){0,3}?(?: ?[AB](?= ))?',
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
    check: checkedBy(stdnum.FR?.siren),
  },
  {
    id: 'fr-siret',
    country: 'FR',
    label: `SIRET${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{5}',
    check: checkedBy(stdnum.FR?.siret),
  },
  {
    id: 'fr-siren',
    country: 'FR',
    label: `SIREN${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
    check: checkedBy(stdnum.FR?.siren),
  },
  {
    id: 'lu-rcs',
    country: 'LU',
    label: '(?:R\\.?C\\.?S\\.?(?: ?L(?:uxembourg|\\.)?)?)',
    form: 'B ?\\d{2,3}[ .]?\\d{3}(?!\\d)',
  },
  {
    id: 'nl-kvk',
    country: 'NL',
    label: `(?:KvK|K\\.v\\.K\\.?|Kamer van Koophandel|Handelsregister|CoC|Chamber of Commerce)(?:[ -]?(?:nummer|number))?${NUMBER}`,
    form: '\\d{2}[ .]?\\d{3}[ .]?\\d{3}',
  },
  {
    id: 'be-rpr',
    country: 'BE',
    label: "(?:RPR|RPM|KBO|BCE|Ondernemingsnummer|Num[ée]ro d[’']entreprise)(?: ?[\\p{L}]{2,20})?",
    form: '[01]?\\d{3}\\.?\\d{3}\\.?\\d{3}',
  },
  {
    id: 'gb-company',
    country: 'GB',
    label:
      '(?:(?:Company|Co\\.?)(?: Reg(?:istration|istered|\\.)?)?|Registered(?: in (?:England(?: (?:and|&) Wales)?|Scotland|Wales))?|Reg(?:istered|\\.)? in (?:England(?: (?:and|&) Wales)?|Scotland|Wales))[ ,:.]{0,3}(?:with )?(?:(?:company )?(?:no|nr|number|#)(?![\\p{L}])\\.?)',
    form: '(?:\\d{7,8}|(?:SC|NI|OC|SO|NC)\\d{6})',
  },
  {
    id: 'my-ssm',
    country: 'MY',
    form: '\\(?(?:\\d{4,7}|\\d{12}) ?-? ?[A-HJ-NP-X](?![\\p{L}])\\)|(?:\\d{12} ?\\(\\d{4,7}-[A-Z]\\))',
    selfEvident: true,
    canonical: (raw) => raw.replace(/^\(|\)$/g, '').replace(/ ?- ?/, '-'),
  },
  {
    id: 'my-ssm',
    country: 'MY',
    label: `(?:Co(?:mpany|\\.)? ?(?:Reg(?:istration|\\.)?)?|ROC|Business Reg(?:istration|\\.)?|Reg(?:istration|\\.)?)${NUMBER}`,
    form: '(?:\\d{5,7} ?- ?[A-Z]|\\d{12}(?: ?\\(\\d{5,7}-[A-Z]\\))?)',
    canonical: (raw) => raw.replace(/ ?- ?/, '-'),
  },
  {
    id: 'sg-uen',
    country: 'SG',
    label: `(?:UEN|ROC|Co(?:mpany|\\.)? ?Reg(?:istration|\\.)?)${NUMBER}`,
    form: '(?:\\d{9}[A-Z]|\\d{8}[A-Z]|[TSR]\\d{2}[A-Z]{2}\\d{4}[A-Z])',
  },
  {
    id: 'in-cin',
    country: 'IN',
    label: `CIN${NUMBER}`,
    form: '[LU]\\d{5}[A-Z]{2}\\d{4}[A-Z]{3}\\d{6}',
    selfEvident: true,
  },
  { id: 'pl-krs', country: 'PL', label: `KRS${NUMBER}`, form: '\\d{10}' },
  {
    id: 'pl-regon',
    country: 'PL',
    label: `REGON${NUMBER}`,
    form: '(?:\\d{14}|\\d{9})',
    check: checkedBy(stdnum.PL?.regon),
  },
  {
    id: 'it-rea',
    country: 'IT',
    label: `(?:R\\.?E\\.?A\\.?)${NUMBER}(?:[ :]{0,2}(?:di )?[\\p{L}]{2,20})??`,
    form: '(?:[A-Z]{2}[ \\-]{1,3})?\\d{5,7}',
    canonical: squeeze,
  },
  {
    id: 'es-rm',
    country: 'ES',
    label: 'Hoja(?: n[°º.]| núm\\.?)?',
    form: '[A-Z]{1,2}[ \\-]?\\d{2,3}\\.?\\d{3}',
  },
  {
    id: 'ch-uid',
    country: 'CH',
    form: 'CHE[ \\-]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
    check: checkedBy(stdnum.CH?.uid),
    selfEvident: true,
  },
  { id: 'cz-ico', country: 'CZ', label: 'I[ČC]O?', form: '\\d{3} ?\\d{2} ?\\d{3}', check: checkedBy(stdnum.CZ?.ico) },
  {
    id: 'au-acn',
    country: 'AU',
    label: `A\\.?C\\.?N\\.?${NUMBER}`,
    form: '\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.AU?.acn),
  },
  {
    id: 'au-abn',
    country: 'AU',
    label: `A\\.?B\\.?N\\.?${NUMBER}`,
    form: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.AU?.abn),
  },
  {
    id: 'no-orgnr',
    country: 'NO',
    label: '(?:Foretaksregisteret|Org(?:anisasjons)?[ .\\-]{0,2}(?:nr|nummer))\\.?(?: NO)?',
    form: '\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.NO?.orgnr),
  },
  {
    id: 'se-orgnr',
    country: 'SE',
    label: '(?:Org(?:anisations)?[ .\\-]{0,2}(?:nr|nummer))',
    form: '\\d{6}-\\d{4}',
    check: checkedBy(stdnum.SE?.orgnr),
    canonical: (raw) => raw,
  },
  {
    id: 'dk-cvr',
    country: 'DK',
    label: `CVR${NUMBER}`,
    form: '\\d{2} ?\\d{2} ?\\d{2} ?\\d{2}',
    check: checkedBy(stdnum.DK?.cvr),
  },
];

const compiled = compileSchemes(schemes);

/** Company register numbers in one line. `HRB 1234` keeps its section letters, the rest is compact. */
export function findRegistrationIds(text: string): RegistrationIdMention[] {
  return findBySchemes(text, compiled, 'registrationId');
}
