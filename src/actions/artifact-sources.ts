// What an artifact may lean on when it is made from a document or record: the passages and the values, each with the subject that
// it tells of. Two records of one document are two subjects, so that nothing of one is told of the other.

import type { Passage } from '../document/passage.ts';
import type { Value } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import type { DocumentType, FieldSpec } from '../pipeline/pack.ts';
import type { Trx } from '../store/database.ts';
import { findDocumentPassages } from '../store/document-passages.ts';
import { findDocument } from '../store/documents.ts';
import { findRecord, listRecords, type RecordRow } from '../store/records.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import { VALUE } from '../write/write-passage.ts';
import { typeOfRecord } from './known-types.ts';

export type SourceThing = { record: string } | { document: string };

export interface GatheredSources {
  sources: GateSource[];
  /** The same in words, in the order of the document, for a body to begin with. */
  texts: string[];
}

/** Records of one document that are looked at; more are no longer one matter. */
const MOST_RECORDS = 50;

/** Throws `record.not-found`, `document.not-found`. */
export async function gatherSources(
  trx: Trx,
  types: readonly DocumentType[],
  thing: SourceThing,
): Promise<GatheredSources> {
  const wanted = 'record' in thing ? await findRecord(trx, thing.record) : undefined;
  if ('record' in thing && !wanted) throw new SheafError('record.not-found');
  const documentId = wanted ? wanted.document_id : (thing as { document: string }).document;
  if (!wanted && !(await findDocument(trx, documentId))) throw new SheafError('document.not-found');
  const records = (await listRecords(trx, { documentId, limit: MOST_RECORDS })).toReversed();
  const passages = ((await findDocumentPassages(trx, documentId)) ?? [])
    .map((passage, i) => ({ passage, i, subject: subjectOf(passage, records, documentId) }))
    .filter(({ subject }) => !wanted || subject === wanted.id || subject === documentId)
    .map(({ passage, i, subject }): GateSource => {
      const id = `passage:${String(i + 1).padStart(4, '0')}`;
      return { id, kind: 'passage', text: passage.text, subject: wanted ? wanted.id : subject };
    });
  const own = wanted ? [wanted] : records;
  const typed = await Promise.all(own.map(async (record) => [record, await typeOfRecord(trx, types, record)] as const));
  const values = typed.flatMap(([record, type], i) => valuesOf(record, type, own.length > 1 ? `${i + 1}.` : ''));
  const told = passages.length > 0 ? passages : values;
  return {
    sources: [...passages, ...values],
    texts: told.map(({ label, text }) => (label ? `${label}: ${text}` : text)),
  };
}

/** The one record on whose pages it stands; the document where that is none or several. */
function subjectOf({ page }: Passage, records: readonly RecordRow[], documentId: string): string {
  if (records.length === 1) return records[0]!.id;
  const there = records.filter(({ pages }) => page !== null && pages.includes(page));
  return there.length === 1 ? there[0]!.id : documentId;
}

/** `value:grossTotal`; of several records `value:2.grossTotal`; of lines `value:lines[0].quantity`. */
function valuesOf({ id: subject, fields, lines }: RecordRow, declared: DocumentType | undefined, prefix: string) {
  const currency = typeof fields.currency?.value === 'string' ? fields.currency.value : undefined;
  const source = (path: string, value: Value, spec: FieldSpec | undefined, label: string): GateSource[] => {
    const text = textOf(value, spec?.kind === 'money' ? currency : undefined);
    return text === '' ? [] : [{ id: `${VALUE}${prefix}${path}`, kind: 'value', text, label, subject }];
  };
  const ofFields = Object.entries(fields).flatMap(([path, value]) => {
    const spec = declared?.fields.find((one) => one.path === path.replace(/\[\d+\]/g, '[]'));
    return source(path, value, spec, spec?.title ?? path);
  });
  const ofLines = lines.flatMap((line, i) =>
    Object.entries(line).flatMap(([name, value]) => {
      const spec = declared?.lineFields.find((one) => one.path === name);
      return source(`lines[${i}].${name}`, value, spec, `${i + 1}. ${spec?.title ?? name}`);
    }),
  );
  return [...ofFields, ...ofLines];
}

function textOf({ value }: Value, currency: string | undefined): string {
  if (value === null || typeof value === 'object') return '';
  return currency && typeof value === 'number' ? `${value} ${currency}` : String(value);
}
