// The document types of a workspace: those of the packs, and those it declared itself.

import type { DocumentType } from '../pipeline/pack.ts';
import { toDocumentType } from '../pipeline/user-types.ts';
import type { Trx } from '../store/database.ts';
import { type DocumentTypeRow, findTypeVersion, listPublishedTypes } from '../store/document-types.ts';
import type { Services } from './services.ts';

type BuiltIn = Services['types'];

/** A declaration costs a millisecond to compile, and a version never changes once it is published. */
const compiled = new Map<string, DocumentType>();
const MOST_COMPILED = 500;

/** A row as a type to read by. */
export function typeOfRow(row: DocumentTypeRow): DocumentType {
  const key = JSON.stringify([row.type_id, row.version, row.definition]);
  let type = compiled.get(key);
  if (!type) {
    type = toDocumentType(declarationOf(row));
    if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value!);
    compiled.set(key, type);
  }
  return type;
}

type Declaration = Parameters<typeof toDocumentType>[0];

/** As `userTypes` of the reader has it. The row was checked when it was stored. */
export function declarationOf({ type_id, version, definition }: DocumentTypeRow): Declaration {
  return { ...definition, id: type_id, version } as Declaration;
}

/**
 * What its documents are read by besides the packs' types: `userTypes` of the reader, nothing when there are none. One whose
 * id a pack took later, with an upgrade, gives way.
 */
export async function userTypesOf(trx: Trx, builtIn: BuiltIn): Promise<{ userTypes?: { types: Declaration[] } }> {
  const types = (await ownTypes(trx, builtIn)).map(declarationOf);
  return types.length > 0 ? { userTypes: { types } } : {};
}

/** All types that documents of the workspace are read by. */
export async function knownTypes(trx: Trx, builtIn: BuiltIn): Promise<readonly DocumentType[]> {
  const own = await ownTypes(trx, builtIn);
  return own.length === 0 ? builtIn : [...builtIn, ...own.map(typeOfRow)];
}

/** The type that a record was read by; undefined when it is not known here any more. */
export async function typeOfRecord(
  trx: Trx,
  builtIn: BuiltIn,
  record: { type: string; type_version: number | null },
): Promise<DocumentType | undefined> {
  if (record.type_version === null) return builtIn.find(({ id }) => id === record.type);
  const row = await findTypeVersion(trx, record.type, record.type_version);
  return row && typeOfRow(row);
}

async function ownTypes(trx: Trx, builtIn: BuiltIn): Promise<DocumentTypeRow[]> {
  return (await listPublishedTypes(trx)).filter((row) => !builtIn.some(({ id }) => id === row.type_id));
}
