// The frame for identifiers told by a label, by their form, or both: schemes are data, this runs them over a line.

import type { Mention } from './mention.ts';

export interface IdScheme {
  /** `us-ein`, `de-hrb` … */
  id: string;
  /** ISO alpha-2. */
  country: string;
  /** Printed labels as regular expression source; absent when the form is enough. */
  label?: string;
  /** The id as printed, separators included, as regular expression source. Quantifiers must be bounded. */
  form: string;
  /** Also believed without its label. */
  selfEvident?: boolean;
  /** How sure the form alone makes; default .9 with a passed check, .7 without one. */
  bareCertainty?: number;
  /** Printed → canonical value; default: upper case without separators. */
  canonical?: (raw: string) => string;
  /** Check digit over the canonical value; absent when the scheme has none. */
  check?: (value: string) => boolean;
  /** A failed check means it is something else. */
  mustPass?: boolean;
}

export interface IdMention<K extends string> extends Mention<K, string> {
  scheme: string;
  country: string;
  /** Check digits pass; undefined when the scheme has none. */
  checked?: boolean;
}

interface CompiledScheme {
  scheme: IdScheme;
  /** Without the look at the neighbours: cheap, and true wherever `pattern` is. */
  rough: RegExp;
  pattern: RegExp;
}

export interface CompiledSchemes {
  labels: RegExp;
  labelled: CompiledScheme[];
  forms: RegExp;
  bare: CompiledScheme[];
}

const BETWEEN = '[^\\p{L}\\p{N}]{0,6}';
/** Twice the length: outside Unicode mode a character may count as two. */
const ROUGHLY_BETWEEN = '[^A-Za-z0-9]{0,12}';

/**
 * Compiles a table of schemes. One rough pattern over all labels and one over all forms lets most lines pass at once:
 * the exact patterns, with their Unicode classes, cost a hundred times as much to compile and several times to run.
 */
export function compileSchemes(schemes: readonly IdScheme[]): CompiledSchemes {
  const withLabel = schemes.filter((scheme) => scheme.label);
  const bare = schemes.filter((scheme) => scheme.selfEvident);
  return {
    labels: new RegExp(withLabel.map((scheme) => rough(scheme.label!)).join('|'), 'i'),
    labelled: withLabel.map((scheme) => ({
      scheme,
      rough: new RegExp(`(?:${rough(scheme.label!)})${ROUGHLY_BETWEEN}(?:${rough(scheme.form)})`, 'i'),
      pattern: new RegExp(`(?<!\\p{L})(?:${scheme.label})${BETWEEN}(${scheme.form})(?![\\p{L}\\p{N}])`, 'giu'),
    })),
    forms: new RegExp(bare.map((scheme) => rough(scheme.form)).join('|')),
    bare: bare.map((scheme) => ({
      scheme,
      rough: new RegExp(rough(scheme.form)),
      pattern: new RegExp(`(?<![\\p{L}\\p{N}.\\-/])(?:${scheme.form})(?![\\p{L}\\p{N}]|[.\\-/]\\d)`, 'gu'),
    })),
  };
}

/** The source without what needs the Unicode flag: no look at the neighbours, any character for a letter in a class. */
function rough(source: string): string {
  return source.replaceAll('(?![\\p{L}])', '').replaceAll('[\\p{L}\\-]', '[^\\d ]').replaceAll('[\\p{L}]', '[^\\d ]');
}

/** Runs compiled schemes over one line. Overlapping readings are kept once: the surest, then the longest. */
export function findBySchemes<K extends string>(text: string, compiled: CompiledSchemes, kind: K): IdMention<K>[] {
  if (text.length < 5 || !/\d/.test(text)) return [];
  const found: IdMention<K>[] = [];
  if (compiled.labels.test(text)) {
    for (const { scheme, rough, pattern } of compiled.labelled) {
      if (!rough.test(text)) continue;
      for (const match of text.matchAll(pattern)) {
        const raw = match[1]!;
        const mention = toMention(kind, scheme, match.index + match[0].length - raw.length, raw, true);
        if (mention) found.push(mention);
      }
    }
  }
  if (compiled.forms.test(text)) {
    for (const { scheme, rough, pattern } of compiled.bare) {
      if (!rough.test(text)) continue;
      for (const match of text.matchAll(pattern)) {
        const mention = toMention(kind, scheme, match.index, match[0], false);
        if (mention) found.push(mention);
      }
    }
  }
  return found.length > 1 ? withoutOverlaps(found) : found;
}

function toMention<K extends string>(
  kind: K,
  scheme: IdScheme,
  start: number,
  raw: string,
  labelled: boolean,
): IdMention<K> | undefined {
  const value = scheme.canonical?.(raw) ?? raw.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const checked = scheme.check?.(value);
  if (checked === false && (scheme.mustPass || !labelled)) return undefined;
  const certainty = labelled ? (checked === false ? 0.6 : 0.95) : (scheme.bareCertainty ?? (checked ? 0.9 : 0.7));
  const mention: IdMention<K> = {
    kind,
    start,
    end: start + raw.length,
    raw,
    value,
    certainty,
    scheme: scheme.id,
    country: scheme.country,
  };
  if (checked !== undefined) mention.checked = checked;
  return mention;
}

/** Keeps, of mentions that share characters, the surest (then the longest), in order of place. */
export function withoutOverlaps<M extends Mention<string, unknown>>(mentions: readonly M[]): M[] {
  const ranked = [...mentions].sort(
    (a, b) => b.certainty - a.certainty || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const byStart: M[] = [];
  for (const mention of ranked) {
    const at = lowerBound(byStart, mention.start);
    const before = byStart[at - 1];
    const after = byStart[at];
    if ((before && before.end > mention.start) || (after && after.start < mention.end)) continue;
    byStart.splice(at, 0, mention);
  }
  return byStart;
}

function lowerBound(sorted: readonly Mention<string, unknown>[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A check function from a stdnum validator; what it throws counts as a failed check. */
export function checkedBy(
  validator: { validate(value: string): { isValid: boolean } } | undefined,
): (value: string) => boolean {
  return (value) => {
    try {
      return validator?.validate(value).isValid ?? false;
    } catch {
      return false;
    }
  };
}
