// Contracts: non-disclosure agreements with four fields, commercial ones with clause answers.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../../src/document/value.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { readDates } from '../../src/eval/read-date.ts';
import { type EvalSet, evalSet } from './eval-set.ts';
import { present } from './load-invoices.ts';

export async function loadContractsNda(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'contracts-nda');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'contracts-nda',
    dir,
    documents: documents.map((document) => ({
      ...document,
      // The set lists everything that a document states: what is absent must not be answered.
      fields: {
        effectiveDate: document.fields.effective_date ?? [],
        jurisdiction: document.fields.jurisdiction ?? [],
        'parties[].name': document.fields.party ?? [],
        term: document.fields.term ?? [],
      },
    })),
    targets: [{ name: 'micro F1', limit: 0.72, measure: (report) => report.micro.f1 }],
  });
}

export async function loadContractsCommercial(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'contracts-commercial');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'contracts-commercial',
    dir,
    documents: documents.map((document) => {
      const answer = (key: string) =>
        document.fields[key]?.[0] === undefined ? undefined : String(document.fields[key][0]);
      const day = (key: string) => (readDates(answer(key) ?? '').size > 0 ? answer(key) : undefined);
      return {
        ...document,
        fields: {
          ...present({
            title: answer('Document Name'),
            effectiveDate: day('Effective Date'),
            expirationDate: day('Expiration Date'),
            governingLaw: answer('Governing Law'),
          }),
          'parties[].name': partiesOf(answer('Parties') ?? ''),
        },
      };
    }),
    notes: ['of the clause answers only those that are values are compared; party names are taken out of running text'],
  });
}

function partiesOf(text: string): Json[] {
  return text
    .split(';')
    .map((part) => part.replace(/\([^)]*\)?/g, '').trim())
    .filter((part) => part !== '');
}
