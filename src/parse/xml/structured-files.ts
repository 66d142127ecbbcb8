// The XML trees of a file without its pages: the file itself, or what a PDF carries. For whoever needs no words and boxes.

import type { XmlElement } from '../../document/xml-element.ts';
import { readAttachments } from '../attachments.ts';
import { withLimits } from '../limits.ts';
import type { ParseOptions } from '../parse-document.ts';
import { withoutJunk } from '../pdf.ts';
import { sniff } from '../sniff.ts';
import { readAttachedXml } from './attached-xml.ts';
import { parseXml } from './parse-xml.ts';

export interface StructuredRoots {
  roots: XmlElement[];
  /** The file itself is XML: there are no pages beside it. */
  isXml: boolean;
}

/** Throws SheafError for XML that cannot be read; of a PDF whose attachments cannot be read there are none. */
export async function readStructuredFiles(bytes: Uint8Array, options: ParseOptions): Promise<StructuredRoots> {
  const { format } = sniff(bytes);
  if (format === 'xml') return { roots: [parseXml(bytes)], isXml: true };
  if (format !== 'pdf') return { roots: [], isXml: false };
  const warn = () => undefined;
  const source = {
    bytes: withoutJunk(bytes),
    ...(options.password === undefined ? {} : { password: options.password }),
  };
  const attachments = await readAttachments(source, {
    limits: withLimits(options.limits),
    name: options.name,
    warn,
    addOcrMs: warn,
  });
  return { roots: readAttachedXml(attachments, { warn }).map(({ root }) => root), isXml: false };
}
