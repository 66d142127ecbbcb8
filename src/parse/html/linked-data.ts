// JSON-LD of a web page (schema.org), as trees: what the page says of itself to machines, beside what it shows to people.

import type { StructuredFile } from '../../document/parsed-document.ts';
import { SheafError } from '../../errors.ts';
import { parseJson } from '../json.ts';
import type { ParseContext } from '../parse-context.ts';

const MAX_SCRIPTS = 20;

/** What is no JSON is a warning: the page is still a document. */
export function readLinkedData(
  scripts: readonly string[],
  context: Pick<ParseContext, 'warn' | 'limits'>,
): StructuredFile[] {
  return scripts.slice(0, MAX_SCRIPTS).flatMap((script, i) => {
    const name = `JSON-LD ${i + 1}`;
    try {
      // Some templates wrap it as if it were a program.
      const text = script.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/g, '');
      return [{ name, root: parseJson(Buffer.from(text), context.limits.maxTextBytes) }];
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
      const message = `The ${name} of the page is not well-formed and was not read.`;
      context.warn({ code: 'markup.linked-data', message });
      return [];
    }
  });
}
