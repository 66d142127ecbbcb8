// Who wrote a document, and by what their next one will be recognized. Where a type says which fields describe its sender, those
// tell; otherwise the first block of the page that looks like a letterhead does.

import { overlapX } from '../../document/box.ts';
import type { Line, Page } from '../../document/parsed-document.ts';
import type { Json } from '../../document/value.ts';
import { companyMatchesDomain } from '../../recognize/company-names-compare.ts';
import { isContactLine } from '../../recognize/contact.ts';
import { labelLikeness } from '../../recognize/labels/label-words.ts';
import { findPostalCity } from '../../recognize/postal-codes.ts';
import type { DocumentType } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { layoutSketch } from './layout-sketch.ts';
import { keyOfValue, keysOfLines, kindOfKey, marksOf, nameKey } from './sender-keys.ts';
import type { SenderMarks } from './sender-lesson.ts';

const MOST_KEYS = 16;
/** A name and its web address that are as alike as this are one company's. */
const SAME_NAME = 0.75;

/** Flat path → value, as a person left the record. */
export type KnownValues = Readonly<Record<string, Json>>;

/** undefined: nothing says who it is from. */
export function senderMarksOf(reading: Reading, type: DocumentType, known: KnownValues): SenderMarks | undefined {
  const marks = type.sender ? marksOfGroup(reading, type, known) : marksOfHead(reading);
  return marks && marks.keys.length > 0 ? { ...marks, layout: layoutSketch(reading) } : undefined;
}

type Marks = Omit<SenderMarks, 'layout'>;

/** Whether a field describes whoever wrote the document. */
export const isOfSender = ({ sender }: DocumentType, path: string): boolean =>
  sender !== undefined && (path === sender || path.startsWith(`${sender}.`));

/** A single field that names the sender may be a call sign or a customer's own word for them. */
const NAMES: ReadonlySet<string> = new Set(['party', 'person', 'text', 'identifier']);

function marksOfGroup(reading: Reading, type: DocumentType, known: KnownValues): Marks | undefined {
  const own = new Set<string>();
  const others = new Set<string>();
  let name: string | null = null;
  for (const { path, kind } of type.fields) {
    const value = known[path];
    const isOwn = isOfSender(type, path);
    const key = keyOfValue(kind, value);
    if (key) (isOwn ? own : others).add(key);
    const names = kind === 'party' || (path === type.sender && NAMES.has(kind));
    if (isOwn && names && typeof value === 'string') name = value.slice(0, 200);
  }
  const printed = marksOf(reading);
  if (name !== null) {
    const key = nameKey(name);
    if (key && printed.shows(key.slice(5))) own.add(key);
    for (const key of printed.keys)
      if (kindOfKey(key) === 'domain' && companyMatchesDomain(name, key.slice(7)) >= SAME_NAME) own.add(key);
  }
  for (const key of own) others.delete(key);
  return { name, keys: [...own].slice(0, MOST_KEYS), others: [...others].slice(0, MOST_KEYS) };
}

/** How far down a first page a letterhead reaches. */
const HEAD_SHARE = 0.4;
const MOST_HEAD_LINES = 8;

/** The first block that holds an address or a way to reach somebody; its first line is the name. */
function marksOfHead(reading: Reading): Marks | undefined {
  const page = reading.doc.pages[0];
  if (!page) return undefined;
  const head = page.lines.filter((line) => line.box[1] < HEAD_SHARE * page.height);
  for (const line of head) {
    if (!findPostalCity(line.text) && !isContactLine(line.text)) continue;
    const block = stackAround(line, page);
    const first = block.find((each) => isName(each.text));
    if (!first || first.index > line.index || isAddressed(first, page)) continue;
    const key = nameKey(first.text);
    const keys = [...(key ? [key] : []), ...keysOfLines(reading, block)];
    if (keys.length > 0) return { name: first.text.slice(0, 200), keys: keys.slice(0, MOST_KEYS), others: [] };
  }
  return undefined;
}

/** Streets and boxes, a legal form alone, what is said to whoever pays. */
const NO_NAME =
  /^\W*\d|^\W*p\.? ?o\.? ?box|^\W*postfach|^\W*(?:inc|llc|ltd|gmbh|corp|co|ag|sa|srl|bv)\.?\W*$|(?<!\p{L})remit/iu;

const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !NO_NAME.test(text) &&
  text.length <= 80 &&
  !/[:：]\s*$/u.test(text) &&
  labelLikeness(text) < 0.75 &&
  !findPostalCity(text) &&
  !isContactLine(text);

/** Lines above and below that begin or are centred where the line is, set as closely as an address. */
function stackAround(line: Line, page: Page): Line[] {
  const stack = [line];
  const em = Math.max(5, line.box[3] - line.box[1]);
  const aligned = (other: Line): boolean =>
    Math.abs(other.box[0] - line.box[0]) < 1.5 * em && overlapX(other.box, line.box) > 0;
  for (const step of [-1, 1]) {
    let edge = line;
    for (let i = line.index + step; i >= 0 && i < page.lines.length && stack.length < MOST_HEAD_LINES; i += step) {
      const other = page.lines[i]!;
      if (Math.abs(other.box[1] - edge.box[1]) > 2.2 * em) break;
      if (other.row === edge.row || !aligned(other)) continue;
      stack.push(other);
      edge = other;
    }
  }
  return stack.sort((a, b) => a.index - b.index);
}

/** What stands under or after such a word is whom the document goes to. */
const RECIPIENT =
  /^\W*(?:bill(?:ed|ing)?(?: address| to)?|invoice to|sold to|ship(?:ped|ping)?(?: address| to)?|deliver(?:y address| to)|customer|client|attention|attn|to|and|an|kunde|rechnung an|rechnungsadresse|lieferadresse|empfänger|facturé à|adresse de facturation|destinataire|cliente|facturar a|destinatario|fatturare a|spett\.?le|factuuradres|klant|aan|fatura para|odbiorca|nabywca)\b\W*$/iu;

function isAddressed(first: Line, page: Page): boolean {
  return page.lines.some(
    (line) =>
      RECIPIENT.test(line.text) &&
      line !== first &&
      line.box[1] <= first.box[1] + 2 &&
      first.box[1] - line.box[3] < 30 &&
      line.box[0] < first.box[2] &&
      first.box[0] - line.box[0] < 0.3 * page.width,
  );
}
