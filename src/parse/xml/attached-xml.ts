// XML among the files that a PDF carries, as trees. What cannot be read is a warning: the page is still a document.

import type { Attachment, StructuredFile } from '../../document/parsed-document.ts';
import { SheafError } from '../../errors.ts';
import type { ParseContext } from '../parse-context.ts';
import { parseXml } from './parse-xml.ts';

/** The names that the hybrid formats prescribe; a file under one of them is the invoice, whatever else lies beside it. */
const PRESCRIBED = /^(?:factur-x|zugferd-invoice|xrechnung|order-x)\.xml$/i;
const MAX_FILES = 5;

/** The prescribed names first. */
export function readAttachedXml(
  attachments: readonly Attachment[],
  context: Pick<ParseContext, 'warn'>,
): StructuredFile[] {
  const candidates = attachments.filter(isXml).sort((a, b) => rank(a) - rank(b));
  return candidates.slice(0, MAX_FILES).flatMap(({ name, base64 }) => {
    if (base64 === undefined) return [];
    try {
      return [{ name, root: parseXml(Buffer.from(base64, 'base64')) }];
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
      const message = `The embedded file ${name.slice(0, 100)} was not read: ${error.message}`;
      context.warn({ code: `attachment.${error.code.replace(/^file\./, '')}`, message });
      return [];
    }
  });
}

const rank = ({ name }: Attachment): number => (PRESCRIBED.test(name) ? 0 : 1);

function isXml({ name, mediaType }: Attachment): boolean {
  return /\.xml$/i.test(name) || /^(?:text|application)\/(?:[\w.-]+\+)?xml$/i.test(mediaType);
}
