// Declared tables: field ← where it stands and what it is. What one row cannot say (an address of many parts, a sum) is a
// small function beside the table.

import type { Candidate, Evidence, Json, LineItem, Value } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';
import type { Convert } from './convert.ts';
import { type Place, placesAt, type Steps } from './select.ts';

/** Field, where it stands (earlier places win), how its text is read. */
export type FieldRow = readonly [path: string, from: readonly Steps[], convert: Convert];

/** A value with the places that state it. */
export interface Found {
  path: string;
  value: Json;
  places: readonly Place[];
  /** It follows from several stated values (a sum). */
  computed?: boolean;
}

/** Log-odds of what a structured file states: beyond anything that reading a page or a broken constraint can weigh. */
const STATED = 14;
/** A sum of stated values gives way to the same value stated outright. */
const SUMMED = 9;
const STATED_CONFIDENCE = 0.99;
const MAX_PLACES = 8;

export function readRows(root: XmlElement, rows: readonly FieldRow[]): Found[] {
  return rows.flatMap(([path, from, convert]) => found(path, readFirst(root, from, convert)));
}

/** The first place whose text has the form that is asked for. */
export function readFirst(
  root: XmlElement,
  from: readonly Steps[],
  convert: Convert,
): { value: Json; place: Place } | undefined {
  for (const steps of from) {
    for (const place of placesAt(root, steps)) {
      const value = convert(place.text);
      if (value !== undefined) return { value, place };
    }
  }
  return undefined;
}

export function found(path: string, read: { value: Json; place: Place } | undefined): Found[] {
  return read ? [{ path, value: read.value, places: [read.place] }] : [];
}

/** All texts of the first alternative that has any, as one. */
export function joinTexts(root: XmlElement, path: string, from: readonly Steps[], convert: Convert): Found[] {
  for (const steps of from) {
    const places = placesAt(root, steps);
    const value = places.length > 0 ? convert(places.map((place) => place.text).join(' ')) : undefined;
    if (value !== undefined) return [{ path, value, places }];
  }
  return [];
}

/** Rows of a repeated group: `taxes[0].rate`, `taxes[1].rate` … */
export function readGroup(elements: readonly XmlElement[], name: string, rows: readonly FieldRow[]): Found[] {
  return elements
    .map((element) => readRows(element, rows))
    .filter((group) => group.length > 0)
    .flatMap((group, i) => group.map((one) => ({ ...one, path: `${name}[${i}].${one.path}` })));
}

const nowhere = [0, 0, 0, 0] as const;

export function evidenceAt({ text, path }: Place): Evidence {
  return { page: 0, box: nowhere, text: text.slice(0, 500), locator: path };
}

export function toCandidate({ path, value, places, computed }: Found): Candidate {
  const signals: Record<string, number> = computed ? { summed: SUMMED } : { stated: STATED };
  return {
    path,
    value,
    raw: rawOf(places),
    origin: computed ? 'computed' : 'xml',
    evidence: places.slice(0, MAX_PLACES).map(evidenceAt),
    score: computed ? SUMMED : STATED,
    source: computed ? 'xml/sum' : 'xml',
    signals,
  };
}

/** The values of one element as a line item; none when it has none. */
export function toLineItems(values: readonly Found[]): LineItem[] {
  if (values.length === 0) return [];
  const line: LineItem = {};
  for (const { path, value, places, computed } of values) {
    line[path] ??= {
      value,
      raw: rawOf(places),
      origin: computed ? 'computed' : 'xml',
      confidence: STATED_CONFIDENCE,
      evidence: places.slice(0, MAX_PLACES).map(evidenceAt),
      source: computed ? 'xml/sum' : 'xml',
      signals: { stated: STATED },
    } satisfies Value;
  }
  return [line];
}

function rawOf(places: readonly Place[]): string {
  return places
    .map((place) => place.text)
    .join('\n')
    .slice(0, 4000);
}
