// Documents and records as items of the index: what they are found by, and what they can be filtered by.

import type { Passage as KeptPassage, PassagePlace } from '../document/passage.ts';
import type { Json, Value } from '../document/value.ts';
import type { DocumentType, FieldKind } from '../pipeline/pack.ts';
import { passagesOfRecord } from '../search/passages/passages-of-record.ts';
import type { Facets, Passage, SearchItem } from '../search/search-types.ts';
import type { RecordRow } from '../store/records.ts';

export interface DocumentToIndex {
  id: string;
  name: string;
  language: string | null;
  mediaType: string;
  uploadedAt: Date;
  /** Types of its records. */
  types: readonly string[];
  passages: readonly KeptPassage[];
}

export type RecordToIndex = Pick<RecordRow, 'id' | 'type' | 'fields' | 'lines' | 'assessment' | 'document_id'>;

const MOST_FACETS = 60;
const LONGEST_FACET = 200;

export function itemOfDocument(document: DocumentToIndex): SearchItem {
  const { id, name, language, mediaType, uploadedAt, types, passages } = document;
  return {
    id,
    source: { type: 'document', id },
    title: name,
    language,
    facets: {
      ...(types.length > 0 ? { type: [...new Set(types)] } : {}),
      mediaType,
      uploadedAt: uploadedAt.toISOString().slice(0, 10),
      ...(language ? { language } : {}),
    },
    passages: passages.map(toItemPassage),
  };
}

export function itemOfRecord(
  record: RecordToIndex,
  { document, type }: { document: Pick<DocumentToIndex, 'name' | 'language'>; type: DocumentType | undefined },
): SearchItem {
  const titles = {
    field: (path: string) => type?.fields.find((field) => field.path === path)?.title,
    lineField: (name: string) => type?.lineFields.find((field) => field.path === name)?.title,
  };
  const { passages } = passagesOfRecord(record, titles);
  return {
    id: record.id,
    source: { type: 'record', id: record.id },
    title: titleOf(record, { document, type }),
    language: document.language,
    facets: {
      ...fieldFacets(record.fields, type),
      type: record.type,
      document: record.document_id,
      ...(record.assessment ? { verdict: record.assessment.verdict } : {}),
      ...(document.language ? { language: document.language } : {}),
    },
    passages: passages.map(toItemPassage),
  };
}

/** “Invoice A-17”: the type and the first identifier that it has, or the name of the document. */
function titleOf(
  { type: id, fields }: RecordToIndex,
  { document, type }: { document: Pick<DocumentToIndex, 'name'>; type: DocumentType | undefined },
): string {
  const number = type?.fields
    .filter((field) => field.kind === 'identifier')
    .map((field) => fields[field.path]?.value)
    .find((value) => typeof value === 'string' && value.trim() !== '');
  return `${type?.title ?? id} ${typeof number === 'string' ? number.slice(0, LONGEST_FACET) : document.name}`;
}

/** Kinds whose values people filter by; running text is searched instead. */
const facetKinds: ReadonlySet<FieldKind> = new Set([
  'identifier',
  'money',
  'number',
  'percent',
  'date',
  'party',
  'person',
  'vatId',
  'country',
  'currency',
  'enum',
  'boolean',
]);

function fieldFacets(fields: Readonly<Record<string, Value>>, type: DocumentType | undefined): Facets {
  const facets: Facets = {};
  for (const { path, kind } of type?.fields ?? []) {
    if (Object.keys(facets).length >= MOST_FACETS || !facetKinds.has(kind)) continue;
    const facet = facetValue(fields[path]?.value);
    if (facet !== undefined) facets[path] = facet;
  }
  return facets;
}

function facetValue(value: Json | undefined): string | number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_FACET) return value;
  return undefined;
}

function toItemPassage({ text, start, end, page, places }: KeptPassage): Passage {
  const boxes = places.map(({ edges, ...place }) => (edges ? { ...place, edges } : place));
  return { text, start, end, ...(page === null ? {} : { page }), ...(boxes.length > 0 ? { boxes } : {}) };
}

/** The way back: the places of a passage as it lies in the index. */
export function placesOf({ text, boxes = [] }: Pick<Passage, 'text' | 'boxes'>): PassagePlace[] {
  return boxes.map(({ page, box, start = 0, end = text.length, edges }) => ({
    page,
    box,
    start,
    end,
    ...(edges ? { edges } : {}),
  }));
}
