// The head of a receipt: which of its rows name the shop, say where it is, how it is reached and registered.

import type { Reading } from '../../../../pipeline/reading.ts';
import { addressLineScore } from '../../../../recognize/addresses.ts';
import { companyNameScore } from '../../../../recognize/company-names.ts';
import { isContactLine } from '../../../../recognize/contact.ts';
import { findPostalCity } from '../../../../recognize/postal-codes.ts';
import { findTimes } from '../../../../recognize/times.ts';
import { readAmountLabel } from './labels.ts';
import { withinOneEdit } from './ocr-words.ts';
import { type ReceiptRow, receiptRows } from './rows.ts';
import { COLUMN_TITLES, CUSTOMER, GREETING, STAMP, TILL, TITLE } from './words.ts';

export type HeadKind =
  | 'name'
  | 'address'
  | 'contact'
  | 'registration'
  | 'tax'
  | 'title'
  | 'greeting'
  | 'customer'
  | 'till'
  | 'amount'
  | 'noise';

export interface HeadRow {
  row: ReceiptRow;
  kind: HeadKind;
  /** 0–1: how much the row looks like a part of an address. */
  address: number;
  /** 0–1: how much it looks like the name of a firm. */
  name: number;
}

/** A company's number at the end of its name or alone: `(123456-U)`, `001234567-X`, `Co. Reg: 860671-D`. */
export const REGISTRATION =
  /[\s([{]*(?:(?:co(?:mpany)?\.?|business|biz)[\s.-]*reg(?:istration|n)?\b|co\.? ?(?:no|nr)\b|roc\b|r\.o\.c|ssm\b|uen\b|reg(?:istration|n)?\.? ?(?:no|nr|#)|company no|rcs\b|siren\b|siret\b|hrb\b|kvk\b|c\.?u\.?i\.?t\b)[\s.:#()noNO-]*[A-Z0-9][\w\s/.-]*[)\]}]*|[\s([{]+(?:[A-Z]{1,3})?\d{4,12}[\s-]{0,2}[A-Z0-9#$*?]?[)\]}]+|(?:^|\s)(?:[A-Z]{1,3})?\d{4,12}-[A-Z](?![\w-])/iu;
/** A legal form, or the trade that small firms end in, at the end of a name. */
export const FORM_END =
  /(?<!\p{L})(?:sdn\.? ?bhd|s\/b|berhad|bhd|gmbh|ltd|limited|inc|llc|plc|pte\.? ?ltd|s\.?r\.?l|s\.?p\.?a|s\.?a\.?s|e\.?k|kg|enterprise|enterprises|trading)\W*(?:\(\w+\))?\W*$/iu;
const REGISTRATION_ONLY = /^[\s\W]*(?:[A-Z]{1,3})?\d{4,12}[\s-]{0,3}[A-Z0-9]?[\s\W]*$/u;
export const TAX_ROW =
  /(?<!\p{L})(?:g\.?s\.?t|v\.?a\.?t|t\.?v\.?a|tax|ust|u\.?s\.?t|mwst|btw|p\.? ?iva|iva|nif|cif|nip|steuer|st|abn|a\.b\.n|tin|gstin|sst|siret|cvr|org|ein|fein|npwp|c\.?f)[\s.-]*(?:[i1l]d(?:ent)?|reg(?:istration|istered|d|n)?|no|nr|num(?:ber|mer)?|n[°ºo]|payer|#|:|=)[\s.:#=-]*|(?<!\p{L})(?:p\.? ?iva|partita iva|nif|cif|nip|abn|siret|gstin|steuernummer|ustid\w*|kvk)\b/iu;
/** Marks of addresses that a postal recognizer alone does not see in a lone line. */
const PLACE_SIGNS =
  /^\W{0,2}(?:no|lot|unit|level|lvl|shop|suite|ste|blk|block|floor|gf|g\/f|ground|hq|jalan|jln|lorong|lrg|taman|tmn|kg|kampung|kawasan|bandar|wisma|menara|plaza|bangunan|persiaran|lebuh|lebuhraya|batu|seksyen|off)[\s.:]*[,#]? ?[\p{L}\d]|(?<!\p{L})(?:jalan|jln|taman|persiaran|lebuh|lorong|kampung|bandar)(?!\p{L})|#[A-Z]?\d{1,3}-\d{1,3}|\b\d{1,3}(?:st|nd|rd|th) (?:floor|flr|flo0r)\b|\b[A-Z]{2} \d{5}\b/iu;

/** "Kwitantie nr. 8566": a number of a paper. */
const NUMBERED = /(?<!\p{L})(?:n[or]?[.°º]+|nr|no)\s*[:#]?\s*\d{3,}/iu;
const MOST_HEAD_ROWS = 22;

/** Rows from the top to where goods or till data begin. */
export function headRows(reading: Reading): readonly HeadRow[] {
  return reading.derive('receipt/head', () => {
    const head: HeadRow[] = [];
    for (const row of receiptRows(reading).slice(0, MOST_HEAD_ROWS)) {
      const one = nameAtTop(classifyHeadRow(reading, row), head);
      // Goods begin: the shop has spoken. A stray amount above any name is noise.
      if (COLUMN_TITLES.test(row.text) && head.length >= 2) break;
      if (one.kind === 'amount' && head.some((other) => other.kind === 'name') && head.length >= 3) break;
      head.push(one);
    }
    return head.map((one, i) => streetOverTown(one, head[i + 1], i));
  });
}

/** "Mühlgraben 101" over "26122 Oldenburg": a street that only its number and the row below tell. */
function streetOverTown(one: HeadRow, next: HeadRow | undefined, at: number): HeadRow {
  const numbered = /^\p{L}[\p{L} .'’-]+ \d{1,4} ?[a-z]?\W*$/u.test(textOf(one.row));
  if (at === 0 || one.kind !== 'name' || !numbered || next?.kind !== 'address') return one;
  return (findPostalCity(next.row.text)?.score ?? 0) >= 0.5 ? { ...one, kind: 'address', address: 0.6 } : one;
}

/** What stands on top without a number is a name, however much it sounds like a place: "SAINT-PAUL BAKERY". */
function nameAtTop(one: HeadRow, above: readonly HeadRow[]): HeadRow {
  const first = above.every((other) => other.kind === 'noise' || other.kind === 'title' || other.kind === 'greeting');
  return first && one.kind === 'address' && !/\d/.test(one.row.text) ? { ...one, kind: 'name' } : one;
}

export function classifyHeadRow(reading: Reading, row: ReceiptRow): HeadRow {
  const text = textOf(row);
  const address = addressScore(text);
  const name = companyNameScore(nameText(text));
  return { row, kind: kindOf(reading, row, text, address, name), address, name };
}

/** What OCR makes of a logo: no word that is long enough and sure enough to be one. */
function isGarble(row: ReceiptRow): boolean {
  const words = row.lines.flatMap((line) => line.words);
  if (row.confidence < 0.35) return true;
  return (
    words.every((word) => word.confidence !== undefined) &&
    !words.some((word) => /\p{L}{3}/u.test(word.text) && word.confidence! >= 0.5) &&
    row.confidence < 0.75
  );
}

/** A row's text without stamps beside it. */
export function textOf(row: ReceiptRow): string {
  const kept = row.lines.filter((line) => !STAMP.test(line.text));
  return (kept.length > 0 ? kept : row.lines)
    .map((line) => line.text)
    .join('  ')
    .trim();
}

function kindOf(reading: Reading, row: ReceiptRow, text: string, address: number, name: number): HeadKind {
  const bare = nameText(text);
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  if (TITLE.test(text) || STAMP.test(text) || TITLE.test(row.lines[0]!.text)) return 'title';
  if (CUSTOMER.test(text)) return 'customer';
  if (name >= 0.9 || (FORM_END.test(bare) && address < 0.8)) return 'name';
  if (REGISTRATION_ONLY.test(text) && /\d{5}/.test(text)) return 'registration';
  if (TAX_ROW.test(text) && /\d{4}/.test(text.replace(/\D+/g, ''))) return 'tax';
  if (address >= 0.8) return 'address';
  const registration = REGISTRATION.exec(text);
  if (registration && nameText(text).replace(/\P{L}/gu, '').length < 4) return 'registration';
  if (GREETING.test(text)) return 'greeting';
  if (isContactLine(text) || /^\W*(?:tel|phone|fax|h\/?p|hp|mobile|email|e-mail|web|www)\b/iu.test(text))
    return 'contact';
  const dated = row.lines.some((line) => reading.dates(line).length > 0 || findTimes(line.text).length > 0);
  if (dated) return 'till';
  if (row.amounts.some((amount) => amount.form === 'cents') && address < 0.4) return 'amount';
  if ((TILL.test(text) || NUMBERED.test(text)) && address < 0.5) return 'till';
  if (letters < 3 || letters < 0.45 * bare.replace(/\s/g, '').length || isGarble(row))
    return address >= 0.35 ? 'address' : 'noise';
  if (readAmountLabel(text)?.kind === 'cash' && text.split(/\s+/).length === 1) return 'title';
  if (address >= 0.35 && address > name) return 'address';
  return 'name';
}

function addressScore(text: string): number {
  const clean = text
    .replace(/^\W*(?:hq|address|addr|adresse|alamat)\s*[:.]\s*/iu, '')
    .replace(/(?<=\d)\.\s/g, ', ')
    // `$7500 Subang Jaya`: OCR took the first digit of the code for a sign.
    .replace(/^[^\p{L}\d\s](?=\d{4}\s+\p{Lu})/u, '4');
  const score = addressLineScore(clean);
  return PLACE_SIGNS.test(text) ? Math.min(1, Math.max(score, 0.45) + 0.1) : score;
}

/** A row without registration numbers, ornaments and what follows them; legal forms that OCR misread are mended. */
export function nameText(text: string): string {
  const cut = REGISTRATION.exec(text);
  const kept = cut && cut.index > 2 ? text.slice(0, cut.index) : text;
  const trimmed = kept
    .replace(/^[\s*=_~#.,:;'"“”‘’|<>{}\\/·•—–-]+|[\s*=_~#,:;'"“”‘’|<>{}\\/·•—–-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return mendLegalForm(trimmed);
}

/** "SON BHO" at the end of a name is "SDN BHD": legal forms are few, so a letter off is no other word. */
function mendLegalForm(name: string): string {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const [first, second] = words.slice(-2).map((word) => word.toLowerCase().replace(/[.,]/g, ''));
  const mended =
    first !== 'sdn' || second !== 'bhd' ? withinOneEdit(first!, 'sdn') && withinOneEdit(second!, 'bhd') : false;
  return mended && first!.length === 3 ? [...words.slice(0, -2), 'SDN', 'BHD'].join(' ') : name;
}
