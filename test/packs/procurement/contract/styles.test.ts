import { describe, expect, it } from 'vitest';
import { partiesOf, readContract, valuesOf } from './read-contract.ts';

describe('parties of contracts in different styles', () => {
  it('takes individuals and companies from the preamble, in order', () => {
    const record = readContract(`EMPLOYMENT AGREEMENT

THIS EMPLOYMENT AGREEMENT is made as of January 5, 2020, by and among Pinecrest Holdings plc, a public
limited company (the "Company"), BLUE HERON BANK, N.A. (the "Bank") and Margaret T. Oakley, an
individual residing in the State of Maine ("Executive").

WHEREAS, the Company wishes to employ the Executive.`);
    expect(partiesOf(record)).toEqual(['Pinecrest Holdings plc', 'BLUE HERON BANK, N.A.', 'Margaret T. Oakley']);
    expect(record.fields['parties[2].role']?.value).toBe('Executive');
  });

  it.each([
    [
      'Walter and Stone, Inc.',
      'Walter and Stone, Inc., a Utah corporation ("W&S"), and Quill LLC ("Quill")',
      'Quill LLC',
    ],
    [
      'Foster Yard & Sons Ltd',
      'Foster Yard & Sons Ltd (the "Seller") and Mill Lane GmbH & Co. KG (the "Buyer")',
      'Mill Lane GmbH & Co. KG',
    ],
    ['Rue Labs (UK) Limited', 'Rue Labs (UK) Limited, and eTangle, Inc., each a "Party"', 'eTangle, Inc.'],
  ])('keeps %s whole', (first, clause, second) => {
    const record = readContract(`SERVICES AGREEMENT

This Services Agreement is entered into as of June 1, 2019 between ${clause}.

1. Services. The services are described in Exhibit A.`);
    expect(partiesOf(record)).toEqual([first, second]);
  });

  it('leaves blanks, role words and firms of recitals out', () => {
    const record = readContract(`NON-DISCLOSURE AGREEMENT

This Agreement is made as of [_______], 2019 by and between Cobalt Ferry Corporation (the "Company") and
[____________] (the "Recipient").

WHEREAS, the Company and Umber Steel Inc. are parties to a Merger Agreement dated as of March 2, 2018,
between the Company and Umber Steel Inc.;`);
    expect(partiesOf(record)).toEqual(['Cobalt Ferry Corporation']);
    expect(record.fields.effectiveDate).toBeUndefined();
  });

  it('reads numbered parties under "BETWEEN:"', () => {
    const record = readContract(`THIS AGREEMENT is made on 26 September 2019

BETWEEN:

(1) LARKSPUR FOODS LIMITED a company incorporated under the laws of England and Wales whose registered
office is at 4 Dock Street, Leeds LS1 2AB (the "Company"); and

(2) OWEN HARDWICK of 9 Elm Row, York (the "Employee").

IT IS AGREED as follows:`);
    expect(partiesOf(record)).toEqual(['LARKSPUR FOODS LIMITED', 'OWEN HARDWICK']);
    expect(valuesOf(record)).toMatchObject({ effectiveDate: '2019-09-26' });
  });

  it('joins letterhead, addressee and signatures of a letter agreement', () => {
    const record = readContract(`March 4, 2016

Tidewater Capital LLC
88 Harbor Road
Portland, ME 04101

Ladies and Gentlemen:

In connection with your consideration of a possible transaction with Granite Loom, Inc. (together with its
subsidiaries, the "Company"), the Company is prepared to make certain information available to you.

This letter agreement shall be governed by the laws of the State of Maine.

Very truly yours,

GRANITE LOOM, INC.
By: /s/ Ann Weller
Name: Ann Weller
Title: Chief Executive Officer

Accepted and agreed as of the date first written above:

TIDEWATER CAPITAL LLC
By: /s/ Ruben Salt
Name: Ruben Salt
Title: Partner`);
    expect(partiesOf(record).sort()).toEqual(['Granite Loom, Inc.', 'Tidewater Capital LLC']);
    expect(valuesOf(record)).toMatchObject({ effectiveDate: '2016-03-04', governingLaw: 'Maine' });
  });

  it('finds the employee who signs where the text only says "you"', () => {
    const record = readContract(`CONFIDENTIALITY AGREEMENT

As an associate of Sable Outfitters, Inc. (the "Company"), you agree as follows:

1. Protection of Confidential Information. You will keep it secret.

AGREED AND ACCEPTED:

SABLE OUTFITTERS, INC.
By: /s/ Dora Finch
Title: President

EMPLOYEE:
/s/ Peter Lowell
Peter Lowell`);
    expect(partiesOf(record)).toEqual(['Sable Outfitters, Inc.', 'Peter Lowell']);
  });

  it('warns when only one party is found', () => {
    const record = readContract(
      'AGREEMENT\n\nThis Agreement is made by and between Cobalt Ferry Corporation (the "Company") and the undersigned.',
    );
    expect(record.issues.map((issue) => issue.rule)).toContain('procurement/contract-two-parties');
  });
});

const preamble = `MASTER AGREEMENT

This Master Agreement is dated as of May 1, 2018 between Oriel Tools, Inc. ("Oriel") and Fenn Works LLC ("Fenn").

`;

describe('periods and dates of a contract', () => {
  it.each([
    ['This Agreement shall expire two (2) years from the date hereof.', 'P2Y'],
    ['This Agreement will terminate on the second (2nd) anniversary of the Effective Date.', 'P2Y'],
    ['The term of this Agreement shall be eighteen months, unless terminated earlier.', 'P18M'],
    [
      'Term. This Agreement shall continue in full force and effect for a period of five (5) years from the date hereof.',
      'P5Y',
    ],
  ])('reads the term: %s', (sentence, term) => {
    expect(valuesOf(readContract(`${preamble}7. ${sentence}`)).term).toBe(term);
  });

  it.each([
    'For a period of one (1) year from the date hereof (the "Standstill Period") neither party shall buy shares.',
    'During employment with the Company and for two (2) years thereafter, Employee shall not solicit customers.',
    'Each party shall keep records for three years after the end of the project.',
    'Invoices are payable within thirty (30) days.',
  ])('takes no term from: %s', (sentence) => {
    expect(valuesOf(readContract(`${preamble}7. ${sentence}`)).term).toBeUndefined();
  });

  it('prefers the defined effective date to the day of signing', () => {
    const values = valuesOf(
      readContract(`LEASE AGREEMENT

This Lease Agreement is executed on May 9, 2012 and made effective as of December 3, 2011 (the "Effective Date"),
between Oriel Tools, Inc. ("Oriel") and Fenn Works LLC ("Fenn").

The lease shall continue until December 31, 2015.`),
    );
    expect(values).toMatchObject({
      effectiveDate: '2011-12-03',
      executionDate: '2012-05-09',
      expirationDate: '2015-12-31',
    });
  });

  it('marks an end date that follows from start and term as inferred', () => {
    const { expirationDate } = readContract(
      `${preamble}7. Term. The term of this Agreement shall be three years from the Effective Date.`,
    ).fields;
    expect(expirationDate).toMatchObject({ value: '2021-05-01', origin: 'inferred' });
    expect(expirationDate?.evidence).toHaveLength(2);
  });

  it('states that a contract does not renew by itself', () => {
    expect(
      valuesOf(readContract(`${preamble}This Agreement shall not automatically renew at the end of its term.`))
        .autoRenew,
    ).toBe(false);
  });
});

describe('law and courts', () => {
  it.each([
    ['This Agreement shall be construed under the laws of the Commonwealth of Massachusetts.', 'Massachusetts'],
    ['Internal law of the State of Texas applies to this Agreement.', 'Texas'],
    ['This Agreement is governed by the laws of England and Wales.', 'England and Wales'],
    [
      'GOVERNING LAW. This Agreement shall be governed by the laws of the State of California, without regard to the conflict of laws of any other state.',
      'California',
    ],
  ])('%s', (sentence, law) => {
    expect(valuesOf(readContract(`${preamble}9. ${sentence}`))).toMatchObject({ governingLaw: law, jurisdiction: law });
  });

  it('falls back to the courts when no law is chosen', () => {
    const values = valuesOf(
      readContract(
        `${preamble}9. Each party submits to the exclusive jurisdiction of the courts of the State of Nevada.`,
      ),
    );
    expect(values.jurisdiction).toBe('Nevada');
    expect(values.governingLaw).toBeUndefined();
  });

  it('never takes the state of incorporation', () => {
    const values = valuesOf(
      readContract(
        `${preamble}9. Oriel is a corporation duly organized and existing under the laws of the State of Delaware.`,
      ),
    );
    expect(values.jurisdiction).toBeUndefined();
  });
});
