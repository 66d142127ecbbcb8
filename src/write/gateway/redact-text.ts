// Keeps what identifies people in the house: e-mail addresses, phone numbers, IBANs and given names are replaced by placeholders,
// the same for the same value, and put back into what the model answers.

import { findEmails } from '../../recognize/emails.ts';
import { findIbans } from '../../recognize/iban.ts';
import { findPhones } from '../../recognize/phones.ts';

export interface Redaction {
  hide(text: string): string;
  /** In a text as it stands. */
  restore(text: string): string;
  /** In every string of a value. */
  restoreIn(value: unknown): unknown;
  /** In pieces of JSON as they come: a placeholder that is cut in two is held back until its other half is there. */
  restoreStream(tell: (text: string) => void): { push(piece: string): void; end(): void };
}

interface Hidden {
  start: number;
  end: number;
  kind: 'EMAIL' | 'PHONE' | 'IBAN' | 'NAME';
}

/** Recognizers read lines. */
const LINE = /[^\n]+/g;
const SHORTEST_NAME = 3;

/** `texts`: all that will be hidden, so that no placeholder is taken for one that already stood there. */
export function createRedaction(texts: readonly string[], names: readonly string[] = []): Redaction {
  const tag = freeTag(texts);
  const open = `⟦${tag}`;
  const placeholderOf = new Map<string, string>();
  const hiddenBehind = new Map<string, string>();
  const counts = { EMAIL: 0, PHONE: 0, IBAN: 0, NAME: 0 };
  const sorted = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length);

  function placeholder(kind: Hidden['kind'], raw: string): string {
    const known = placeholderOf.get(raw);
    if (known !== undefined) return known;
    const made = `${open}${kind}_${++counts[kind]}⟧`;
    placeholderOf.set(raw, made);
    hiddenBehind.set(made, raw);
    return made;
  }

  const pattern = new RegExp(`${open}(?:EMAIL|PHONE|IBAN|NAME)_\\d{1,9}⟧`, 'g');
  const restoreWith = (text: string, write: (value: string) => string): string =>
    text.replace(pattern, (found) => {
      const value = hiddenBehind.get(found);
      return value === undefined ? found : write(value);
    });
  const restore = (text: string): string => restoreWith(text, (value) => value);

  function restoreIn(value: unknown): unknown {
    if (typeof value === 'string') return restore(value);
    if (Array.isArray(value)) return value.map(restoreIn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [restore(name), restoreIn(item)]));
  }

  return {
    hide(text) {
      let hidden = '';
      let from = 0;
      for (const { start, end, kind } of findPersonal(text, sorted)) {
        hidden += text.slice(from, start) + placeholder(kind, text.slice(start, end));
        from = end;
      }
      return hidden + text.slice(from);
    },
    restore,
    restoreIn,
    restoreStream(tell) {
      let kept = '';
      const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);
      const give = (text: string): void => {
        if (text !== '') tell(restoreWith(text, asJson));
      };
      return {
        push(piece) {
          kept += piece;
          const opened = kept.lastIndexOf('⟦');
          const isOpen = opened !== -1 && !kept.includes('⟧', opened) && kept.length - opened < 40;
          const until = isOpen ? opened : kept.length;
          give(kept.slice(0, until));
          kept = kept.slice(until);
        },
        end() {
          give(kept);
          kept = '';
        },
      };
    },
  };
}

/** Empty where no text has such brackets; else letters that follow them nowhere. */
function freeTag(texts: readonly string[]): string {
  for (let n = 0; ; n++) {
    const tag = n === 0 ? '' : `X${n}:`;
    const open = `⟦${tag}`;
    if (!texts.some((text) => ['EMAIL', 'PHONE', 'IBAN', 'NAME'].some((kind) => text.includes(open + kind))))
      return tag;
  }
}

/** In their order, none over another. */
function findPersonal(text: string, names: readonly string[]): Hidden[] {
  const found: Hidden[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const add = (kind: Hidden['kind'], mentions: readonly { start: number; end: number }[]): void => {
      for (const { start, end } of mentions) found.push({ kind, start: index + start, end: index + end });
    };
    add('EMAIL', findEmails(line));
    add('IBAN', findIbans(line));
    add('PHONE', findPhones(line));
  }
  for (const name of names) found.push(...findName(text, name));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return found.filter(({ start, end }) => {
    if (start < until) return false;
    until = end;
    return true;
  });
}

/** As a whole word, in any case. */
function findName(text: string, name: string): Hidden[] {
  const found: Hidden[] = [];
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
  for (const { 0: raw, index } of text.matchAll(pattern)) {
    found.push({ kind: 'NAME', start: index, end: index + raw.length });
  }
  return found;
}
