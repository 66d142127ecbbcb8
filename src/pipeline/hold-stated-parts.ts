// A file that states several documents (a feed of postings) holds them like a mail its attachments: each is read by itself.

import type { HeldFile, ParsedDocument } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { heldName } from '../parse/held-name.ts';
import { withLimits } from '../parse/limits.ts';
import type { ParseOptions } from '../parse/parse-document.ts';
import type { StatedPart } from './structured-syntax.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

/** Whether the document was taken apart; where nobody takes what it holds, its first one is read. Throws `archive.too-large`. */
export async function holdStatedParts(
  doc: ParsedDocument,
  catalogue: TypeCatalogue,
  { hold, limits }: Pick<ParseOptions, 'hold' | 'limits'>,
): Promise<boolean> {
  if (!hold || !doc.structured) return false;
  const parts = partsOf(doc, catalogue);
  if (parts.length < 2) return false;
  const { maxHeldFiles } = withLimits(limits);
  if (parts.length > maxHeldFiles) {
    throw new SheafError('archive.too-large', `It states ${parts.length} documents; the limit is ${maxHeldFiles}.`);
  }
  const held: HeldFile[] = [];
  for (const [index, { name, content }] of parts.entries()) {
    const position = index + 1;
    const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
    const shown = heldName(`${name.replace(/[\\/]+/g, ' ')}.json`, `document-${position}.json`);
    held.push({ position, name: shown, size: bytes.length });
    await hold({ position, name: shown, bytes });
  }
  doc.held = held;
  return true;
}

function partsOf(doc: ParsedDocument, { syntaxes }: TypeCatalogue): StatedPart[] {
  return (doc.structured ?? []).flatMap(({ root }) => {
    const known = syntaxes.find(({ syntax }) => syntax.split && syntax.recognises(root));
    return known ? [...(known.syntax.split?.(root) ?? [])] : [];
  });
}
