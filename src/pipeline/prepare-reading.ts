// What a model adds to a document before its run: the run itself is pure and waits for nobody.

import type { ParsedDocument } from '../document/parsed-document.ts';
import type { EntitySpan } from '../recognize/entities/entity-span.ts';
import { createReading, type Reading } from './reading.ts';
import { classifyOnce } from './run.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

/** Spans of a text; none where no model can be asked. Never throws. */
export type FindEntities = (text: string) => Promise<readonly EntitySpan[]>;

export interface PrepareOptions {
  typeHint?: string;
  asType?: string;
  asOf?: string;
  findEntities: FindEntities;
}

/** Longer texts are books. */
const MOST_CHARACTERS = 60_000;

/** undefined when the type of the document asks no model. */
export async function prepareReading(
  doc: ParsedDocument,
  catalogue: TypeCatalogue,
  { typeHint, asType, asOf, findEntities }: PrepareOptions,
): Promise<Reading | undefined> {
  if (doc.structured || !catalogue.types.some((type) => type.entityText)) return undefined;
  const entities: EntitySpan[] = [];
  const reading = createReading(doc, { entities, ...(asOf === undefined ? {} : { asOf }) });
  const type = catalogue.get(asType ?? classifyOnce(reading, catalogue, typeHint)[0]!.type);
  if (!type.entityText) return undefined;
  const text = type.entityText(reading).slice(0, MOST_CHARACTERS);
  if (text.trim() !== '') for (const span of await findEntities(text)) entities.push(span);
  return reading;
}
