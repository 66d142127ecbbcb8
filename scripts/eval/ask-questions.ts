// Questions as people ask them, with what a right answer must hold.

import type { SynthType, Truth } from '../../synth/truth.ts';

/** Path of the field that answers, and the question; fields in braces say which document is meant. */
const templates: Partial<Record<SynthType, readonly (readonly [path: string, question: string])[]>> = {
  invoice: [
    ['dueDate', 'When is invoice {number} due?'],
    ['dueDate', 'By when must invoice {number} be paid?'],
    ['grossTotal', 'What is the total of invoice {number}?'],
    ['grossTotal', 'How much does {seller.name} charge with invoice {number}?'],
    ['issueDate', 'When was invoice {number} issued?'],
    ['seller.iban', 'To which IBAN is invoice {number} paid?'],
    ['buyer.name', 'Who is the customer of invoice {number}?'],
    ['seller.vatId', 'What is the VAT id of {seller.name}?'],
    ['purchaseOrderNumber', 'Which purchase order does invoice {number} refer to?'],
    ['taxTotal', 'How much VAT is on invoice {number}?'],
    ['seller.email', 'What is the e-mail address of {seller.name}?'],
  ],
  purchase_order: [
    ['deliveryDate', 'When must order {number} be delivered?'],
    ['grossTotal', 'What does purchase order {number} come to?'],
    ['incoterms', 'Which incoterms apply to purchase order {number}?'],
    ['seller.name', 'Who is the supplier of purchase order {number}?'],
    ['paymentTerms', 'What are the payment terms of purchase order {number}?'],
  ],
  quotation: [
    ['validUntil', 'Until when is quotation {number} valid?'],
    ['grossTotal', 'How much is offered in quotation {number}?'],
    ['leadTime', 'What is the lead time of quotation {number}?'],
    ['warranty', 'What warranty does {seller.name} offer?'],
  ],
  contract: [
    ['effectiveDate', 'When does the agreement between {parties[0].name} and {parties[1].name} take effect?'],
    ['governingLaw', 'Which law governs the agreement of {parties[0].name}?'],
    ['noticePeriod', 'What is the notice period of the agreement with {parties[1].name}?'],
    ['liabilityCap', 'What is the liability cap in the contract with {parties[1].name}?'],
    ['expirationDate', 'When does the contract with {parties[0].name} expire?'],
  ],
};

export function plantedQuestions(type: SynthType, { fields, printed }: Truth): { question: string; holds: string[] }[] {
  return (templates[type] ?? []).flatMap(([path, template]) => {
    const value = fields[path];
    const places = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
    if (value === undefined || places.some((place) => fields[place] === undefined)) return [];
    const question = template.replace(/\{([^}]+)\}/g, (_, place: string) => String(fields[place]));
    const shown = printed.filter((one) => one.path === path).map(({ text }) => text);
    return [{ question, holds: [String(value).replace('State of ', ''), ...shown] }];
  });
}

/** Of papers and firms that are not there, and of quite other things. */
export const questionsOnNothing: readonly string[] = [
  'When is invoice 99412 due?',
  'What is the total of invoice ZZ-204?',
  'Who is the customer of invoice QX-77-4?',
  'When is purchase order 00000001 delivered?',
  'What is the VAT id of Phantom Foods Ltd?',
  'Which law governs the agreement of Imaginary Holdings Inc?',
  'What is the notice period of the agreement with Nonesuch Trading LLC?',
  'Who is the landlord of Baker Street 221?',
  'What does the warranty of the coffee machine cover?',
  'How many calories does a banana have?',
  'When was the moon landing?',
  'Which hotel is booked for the conference?',
  'What is the salary of the nurse?',
  'How much is the fish?',
  'Who wrote Hamlet?',
  'Which colour has the stolen bicycle?',
  'What is the wifi password?',
  'When does the train to Leeds leave?',
  'How long must the vaccine be kept cold?',
  'What is the diagnosis of the patient?',
];

/** Kind of clause in the gold set, and a question that it answers. */
export const questionsOnClauses: readonly (readonly [clause: string, question: string])[] = [
  ['Non-Compete', 'Is a party restricted from competing with the other?'],
  ['Exclusivity', 'Is the arrangement exclusive?'],
  ['No-Solicit Of Employees', 'May a party solicit or hire the other party’s employees?'],
  ['Anti-Assignment', 'Can the agreement be assigned without consent?'],
  ['Audit Rights', 'May the books and records be audited or inspected?'],
  ['Insurance', 'What insurance must be maintained?'],
  ['Source Code Escrow', 'Is source code deposited in escrow?'],
  ['Liquidated Damages', 'Are liquidated damages payable?'],
  ['Cap On Liability', 'Is liability limited to an amount?'],
  ['Termination For Convenience', 'Can the agreement be terminated without cause?'],
];

export const foreignQuestions: readonly string[] = [
  'What is the boiling point of ethanol?',
  'Who won the world cup in 1998?',
  'How many calories does a banana have?',
  'Which bus goes to the airport?',
  'How long does it take to bake bread?',
  'What vaccination do puppies need?',
  'Where can I find my lost umbrella?',
  'How much did invoice INV-99812 come to?',
];
