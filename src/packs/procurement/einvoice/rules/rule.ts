// What a rule is: data with a small function that names the places where it is broken.

import type { Severity } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';

export interface Rule<Document> {
  /** Permanent id of its standard. */
  id: string;
  severity: Severity;
  /** Standard and clause. */
  source: string;
  message: string;
  /** Elements it is broken at; empty = it holds, or has nothing to say. */
  brokenAt(document: Document): readonly XmlElement[];
}

/** A test of one place of a document: a group of business terms, or an element. */
export interface Test<Place, Document> {
  id: string;
  severity: Severity;
  message: string;
  holds(place: Place, document: Document): boolean;
}

/** The element a place is shown at. */
type Placed = XmlElement | { at: XmlElement };

export function test<Place, Document>(
  id: string,
  message: string,
  holds: (place: Place, document: Document) => boolean,
  severity: Severity = 'error',
): Test<Place, Document> {
  return { id, severity, message, holds };
}

/** Tests that look at the same places. Each speaks for itself: one element is enough to be judged. */
export function rulesFor<Place extends Placed, Document>(
  places: (document: Document) => readonly Place[],
  source: string,
  tests: readonly Test<Place, Document>[],
): Rule<Document>[] {
  return tests.map(({ id, severity, message, holds }) => ({
    id,
    severity,
    source,
    message,
    brokenAt: (document) => {
      let broken: XmlElement[] | undefined;
      for (const place of places(document)) {
        if (holds(place, document)) continue;
        broken ??= [];
        broken.push('at' in place ? place.at : place);
      }
      return broken ?? nowhere;
    },
  }));
}

const nowhere: readonly XmlElement[] = [];
