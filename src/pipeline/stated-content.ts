// What a structured file states, found and put in place: the first syntax of a pack that knows a tree of the document reads it.

import type { Box } from '../document/box.ts';
import { unionBox } from '../document/box.ts';
import type { ParsedDocument, StructuredFile } from '../document/parsed-document.ts';
import type { Candidate, Evidence, LineItem, StructuredSource } from '../document/value.ts';
import type { DocumentType } from './pack.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

export interface StatedContent {
  type: DocumentType;
  candidates: Candidate[];
  lines: LineItem[];
  /** Id of the pack whose syntax it is. */
  pack: string;
  source: Omit<StructuredSource, 'verdict'>;
}

/** undefined when no file of the document is of a syntax that somebody reads, or none is of the type that is asked for. */
export function findStated(doc: ParsedDocument, catalogue: TypeCatalogue, asType?: string): StatedContent | undefined {
  for (const file of doc.structured ?? []) {
    const stated = readStated(file, doc, catalogue);
    if (stated && (asType === undefined || asType === stated.type.id)) return stated;
  }
  return undefined;
}

function readStated(file: StructuredFile, doc: ParsedDocument, catalogue: TypeCatalogue): StatedContent | undefined {
  const known = catalogue.syntaxes.find(({ syntax }) => syntax.read && syntax.recognises(file.root));
  const content = known?.syntax.read?.(file.root);
  if (!known || !content) return undefined;
  const type = catalogue.get(content.type);
  const paths = new Set(type.fields.map((field) => field.path));
  const columns = new Set(type.lineFields.map((field) => field.path));
  const place = file.name === null ? placesOnPages(doc) : undefined;
  return {
    type,
    candidates: content.candidates
      .filter(({ path }) => paths.has(path.replace(/\[\d+\]/g, '[]')))
      .map((candidate) => placed(candidate, place)),
    lines: content.lines.map((line) =>
      Object.fromEntries(
        Object.entries(line).flatMap(([column, value]) =>
          columns.has(column) ? [[column, placed(value, place)]] : [],
        ),
      ),
    ),
    pack: known.pack,
    source: { syntax: known.syntax.id, profile: content.profile, file: file.name },
  };
}

type Places = ReadonlyMap<string, { page: number; box: Box }>;

/** Where the words of each place of the file stand on the pages that were laid out from it. */
function placesOnPages(doc: ParsedDocument): Places {
  const places = new Map<string, { page: number; box: Box }>();
  for (const page of doc.pages) {
    for (const { words } of page.lines) {
      for (const { locator, box } of words) {
        if (locator === undefined) continue;
        const known = places.get(locator);
        if (!known) places.set(locator, { page: page.number, box });
        else if (known.page === page.number) known.box = unionBox(known.box, box);
      }
    }
  }
  return places;
}

function placed<T extends { evidence: Evidence[] }>(value: T, places: Places | undefined): T {
  if (!places) return value;
  const evidence = value.evidence.map((one) => {
    const place = one.locator === undefined ? undefined : places.get(one.locator);
    return place ? { ...one, ...place } : one;
  });
  return { ...value, evidence };
}

/** Candidates of a page beside those of a file. A group that the file states is stated whole. */
export function withoutStatedGroups(read: readonly Candidate[], stated: readonly Candidate[]): Candidate[] {
  const groups = new Set(stated.flatMap(({ path }) => groupOf(path) ?? []));
  return read.filter(({ path }) => !groups.has(groupOf(path) ?? ''));
}

/** `taxes` of `taxes[0].rate`. */
export function groupOf(path: string): string | undefined {
  return /^([^[]+)\[\d+\]/.exec(path)?.[1];
}
