import { describe, expect, it } from 'vitest';
import { partiesOf, readContract, valuesOf } from './read-contract.ts';

interface Case {
  language: string;
  text: string;
  parties: string[];
  roles: string[];
  fields: Record<string, unknown>;
}

const cases: Case[] = [
  {
    language: 'en',
    text: `SUPPLY AGREEMENT

Agreement No. SA-2021-044

This Supply Agreement (this "Agreement") is made and entered into as of the 3rd day of May, 2021
(the "Effective Date") by and between Northfield Pumps, Inc., a Delaware corporation with offices at
12 Mill Road, Dayton, Ohio 45402 ("Supplier"), and Harrow & Pike LLC, an Ohio limited liability
company ("Buyer").

WHEREAS, Supplier makes pumps and Buyer wishes to buy them.

1. Term. The initial term of this Agreement shall be three (3) years from the Effective Date. It shall
automatically renew for successive one (1) year terms unless either party gives ninety (90) days'
written notice of non-renewal.

2. Price. The total contract value of USD 1,250,000.00 is payable in four parts.

3. Liability. In no event shall the aggregate liability of either party exceed USD 500,000.00.

4. Governing Law. This Agreement shall be governed by the laws of the State of Ohio.`,
    parties: ['Northfield Pumps, Inc.', 'Harrow & Pike LLC'],
    roles: ['Supplier', 'Buyer'],
    fields: {
      title: 'SUPPLY AGREEMENT',
      number: 'SA-2021-044',
      effectiveDate: '2021-05-03',
      executionDate: '2021-05-03',
      expirationDate: '2024-05-03',
      term: 'P3Y',
      renewalTerm: 'P1Y',
      autoRenew: true,
      noticePeriod: 'P90D',
      value: 1250000,
      currency: 'USD',
      liabilityCap: 500000,
      governingLaw: 'Ohio',
      jurisdiction: 'Ohio',
    },
  },
  {
    language: 'de',
    text: `RAHMENVERTRAG

Vertragsnummer: RV-2022-17

zwischen der Talbach Maschinenbau GmbH, Industriestraße 4, 70565 Stuttgart,
vertreten durch den Geschäftsführer Karl Brandner
– nachfolgend „Auftraggeber“ genannt –
und
der Lindner Logistik AG, Hafenweg 9, 20457 Hamburg
– nachfolgend „Auftragnehmer“ genannt –

§ 1 Laufzeit
Dieser Vertrag tritt am 1. März 2022 in Kraft. Die Laufzeit des Vertrages beträgt zwei Jahre.
Er verlängert sich stillschweigend um jeweils ein weiteres Jahr, wenn er nicht mit einer
Kündigungsfrist von drei Monaten gekündigt wird.

§ 2 Recht
Dieser Vertrag unterliegt deutschem Recht. Es gilt deutsches Recht.`,
    parties: ['Talbach Maschinenbau GmbH', 'Lindner Logistik AG'],
    roles: ['Auftraggeber', 'Auftragnehmer'],
    fields: {
      title: 'RAHMENVERTRAG',
      number: 'RV-2022-17',
      effectiveDate: '2022-03-01',
      term: 'P2Y',
      autoRenew: true,
      noticePeriod: 'P3M',
      governingLaw: 'Germany',
    },
  },
  {
    language: 'fr',
    text: `CONTRAT DE PRESTATION DE SERVICES

Entre les soussignés :

La société Moulin Vert SARL, au capital de 10 000 euros, dont le siège social est situé 8 rue des
Lilas, 69003 Lyon, représentée par M. Paul Giraud, ci-après dénommée « le Client »,

et

La société Atelier Nord SAS, sise 14 quai du Port, 59000 Lille, ci-après dénommée « le Prestataire »,

Il a été convenu ce qui suit :

Article 1 - Durée
Le présent contrat est conclu pour une durée de deux ans à compter du 15 janvier 2023.

Article 2 - Droit applicable
Le présent contrat est soumis au droit français.`,
    parties: ['Moulin Vert SARL', 'Atelier Nord SAS'],
    roles: ['Client', 'Prestataire'],
    fields: {
      title: 'CONTRAT DE PRESTATION DE SERVICES',
      effectiveDate: '2023-01-15',
      term: 'P2Y',
      governingLaw: 'France',
    },
  },
  {
    language: 'es',
    text: `CONTRATO DE SUMINISTRO

En Sevilla, a 4 de abril de 2022

REUNIDOS

De una parte, Aceites del Campo, S.L., con domicilio en calle Olivo 3, 41001 Sevilla (en adelante, el
"Proveedor"), y de otra parte, Mesa Larga, S.A., con domicilio en calle Mayor 20, 28013 Madrid (en
adelante, el "Cliente").

EXPONEN

PRIMERA. El presente contrato tendrá una duración de tres años y entrará en vigor el 1 de mayo de 2022.

SEGUNDA. El presente contrato se rige por la legislación española.`,
    parties: ['Aceites del Campo, S.L.', 'Mesa Larga, S.A.'],
    roles: ['Proveedor', 'Cliente'],
    fields: { title: 'CONTRATO DE SUMINISTRO', effectiveDate: '2022-05-01', term: 'P3Y', governingLaw: 'Spain' },
  },
  {
    language: 'it',
    text: `CONTRATTO DI FORNITURA

tra
Officine Verdi S.r.l., con sede in via Dante 5, 20121 Milano (di seguito "Fornitore")
e
Casa Alta S.p.A., con sede in via Po 11, 10124 Torino (di seguito "Cliente")

si conviene quanto segue:

Art. 1 Durata. Il presente contratto ha durata di due anni con decorrenza dal 1 giugno 2023.

Art. 2 Il presente contratto è regolato dalla legge italiana.`,
    parties: ['Officine Verdi S.r.l.', 'Casa Alta S.p.A.'],
    roles: ['Fornitore', 'Cliente'],
    fields: { title: 'CONTRATTO DI FORNITURA', effectiveDate: '2023-06-01', term: 'P2Y', governingLaw: 'Italy' },
  },
  {
    language: 'pt',
    text: `CONTRATO DE PRESTAÇÃO DE SERVIÇOS

Entre:

Vinhos da Serra, Lda., com sede na Rua do Sol 2, 4000-001 Porto (doravante "Cliente"), e
Rota Azul, S.A., com sede na Avenida Central 7, 1000-001 Lisboa (doravante "Prestador")

acordam o seguinte:

Cláusula 1. O presente contrato tem a duração de um ano e entra em vigor em 2 de janeiro de 2024.

Cláusula 2. O presente contrato rege-se pela lei portuguesa.`,
    parties: ['Vinhos da Serra, Lda.', 'Rota Azul, S.A.'],
    roles: ['Cliente', 'Prestador'],
    fields: { effectiveDate: '2024-01-02', term: 'P1Y', governingLaw: 'Portugal' },
  },
  {
    language: 'nl',
    text: `RAAMOVEREENKOMST

De ondergetekenden:

1. De Molen Techniek B.V., gevestigd te Utrecht, hierna te noemen "Opdrachtgever", en
2. Havenzicht Transport B.V., gevestigd te Rotterdam, hierna te noemen "Opdrachtnemer",

komen overeen als volgt:

Artikel 1. Deze overeenkomst wordt aangegaan voor de duur van twee jaar en treedt in werking op 1 april 2023.

Artikel 2. Op deze overeenkomst is Nederlands recht van toepassing.`,
    parties: ['De Molen Techniek B.V.', 'Havenzicht Transport B.V.'],
    roles: ['Opdrachtgever', 'Opdrachtnemer'],
    fields: { effectiveDate: '2023-04-01', term: 'P2Y', governingLaw: 'Netherlands' },
  },
];

describe('contracts in seven languages', () => {
  it.each(cases)('reads the parties and their roles ($language)', ({ language, text, parties, roles }) => {
    const record = readContract(text, language);
    expect(partiesOf(record)).toEqual(parties);
    expect(roles.map((_, i) => record.fields[`parties[${i}].role`]?.value)).toEqual(roles);
  });

  it.each(cases)('reads dates, periods, law and amounts ($language)', ({ language, text, fields }) => {
    expect(valuesOf(readContract(text, language))).toMatchObject(fields);
  });
});
