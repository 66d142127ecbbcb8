// Finding elements by steps, a small part of XPath written without prefixes: what differs between versions of a syntax is a
// name among several, not a second table.

import type { XmlElement } from '../../../../document/xml-element.ts';

/**
 * Steps by local name, separated by `/`. A step may name alternatives (`ID|IssuerAssignedID`) and carry conditions:
 * `[TaxScheme/ID=VAT]`, `[@schemeID=0160|GTIN]` (one of), `[ChargeIndicator!=true]` (and absent counts), `[!@schemeID]` (is
 * absent). A last step `@currencyID` is an attribute. Written in declared tables only, never taken from a file.
 */
export type Steps = string;

/** A text of the file and where it stands. */
export interface Place {
  text: string;
  /** XPath. */
  path: string;
}

interface Condition {
  steps: Steps;
  test: 'equal' | 'unequal' | 'absent';
  values: readonly string[];
}

interface Step {
  names: ReadonlySet<string>;
  conditions: readonly Condition[];
}

const parsed = new Map<Steps, Step[]>();

/** All elements that the steps lead to, in the order of the file. */
export function elementsAt(from: XmlElement, steps: Steps): XmlElement[] {
  let found: XmlElement[] = [from];
  for (const { names, conditions } of parseSteps(steps)) {
    const next: XmlElement[] = [];
    for (const element of found) {
      for (const child of element.children) {
        if (names.has(child.name) && conditions.every((condition) => holds(child, condition))) next.push(child);
      }
    }
    if (next.length === 0) return next;
    found = next;
  }
  return found;
}

export function elementAt(from: XmlElement, steps: Steps): XmlElement | undefined {
  return elementsAt(from, steps)[0];
}

/** Texts that are not empty; the last step may be an attribute. */
export function placesAt(from: XmlElement, steps: Steps): Place[] {
  const at = steps.lastIndexOf('/@');
  if (at < 0 && !steps.startsWith('@')) return elementsAt(from, steps).filter(hasText).map(placeOf);
  const attribute = steps.slice(at < 0 ? 1 : at + 2);
  const holders = at < 0 ? [from] : elementsAt(from, steps.slice(0, at));
  return holders.flatMap((element) => {
    const text = element.attributes[attribute]?.trim();
    return text ? [{ text, path: `${element.path}/@${attribute}` }] : [];
  });
}

/** The first text that one of the alternatives leads to; earlier alternatives win. */
export function firstPlace(from: XmlElement, alternatives: readonly Steps[]): Place | undefined {
  for (const steps of alternatives) {
    const found = placesAt(from, steps)[0];
    if (found) return found;
  }
  return undefined;
}

export function textAt(from: XmlElement, ...alternatives: Steps[]): string | undefined {
  return firstPlace(from, alternatives)?.text;
}

export function placeOf({ text, path }: XmlElement): Place {
  return { text, path };
}

const hasText = ({ text }: XmlElement): boolean => text !== '';

function holds(element: XmlElement, { steps, test, values }: Condition): boolean {
  const texts = placesAt(element, steps).map((place) => place.text);
  if (test === 'absent') return texts.length === 0;
  const one = texts.some((text) => values.includes(text));
  return test === 'equal' ? one : !one;
}

function parseSteps(steps: Steps): Step[] {
  let found = parsed.get(steps);
  if (!found) {
    found = splitSteps(steps).map(parseStep);
    parsed.set(steps, found);
  }
  return found;
}

/** A slash inside a condition parts no steps. */
function splitSteps(steps: Steps): string[] {
  return steps.match(/(?:[^/[]|\[[^\]]*\])+/g) ?? [];
}

function parseStep(step: string): Step {
  const conditions = [...step.matchAll(/\[([^\]]*)\]/g)].map((match) => parseCondition(match[1]!));
  return { names: new Set(step.replace(/\[[^\]]*\]/g, '').split('|')), conditions };
}

function parseCondition(text: string): Condition {
  if (text.startsWith('!')) return { steps: text.slice(1), test: 'absent', values: [] };
  const [, steps = text, unequal, values = ''] = /^(.*?)(!?)=(.*)$/.exec(text) ?? [];
  return { steps, test: unequal ? 'unequal' : 'equal', values: values.split('|') };
}
