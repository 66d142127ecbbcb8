// Printed headings that say whose name stands under, beside or behind them: "Bill to", "Verkäufer:", "Destinataire".

import { type Box, boxHeight, overlapX } from '../../../../document/box.ts';
import { boxOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { createLabelIndex, type LabelHit, type LabelTerm } from '../../../../recognize/labels/label-index.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { partyLabels } from '../../locales/party-labels.ts';

export type Role = keyof typeof partyLabels;

export interface RoleHit {
  role: Role;
  line: Line;
  start: number;
  end: number;
  box: Box;
  /** The heading is all that its line (or its column of the line) says. */
  alone: boolean;
  /** A colon follows. */
  colon: boolean;
}

const roleTerms: LabelTerm[] = (Object.keys(partyLabels) as Role[]).flatMap((role) =>
  partyLabels[role].map((phrase) => ({ key: role, phrase, weight: 0 })),
);
const roleIndex = createLabelIndex(roleTerms);

/** "Customer no", "Vendor VAT", "client id": the label of something else of the party. */
const OTHER_LABEL =
  /^[\s:/-]*(?:#|no\b|nr\b|n[°º]|num\b|number|nummer|num[eé]ro|n[uú]mero|numero|numer|id\b|code|c[oó]dig|codice|kod\b|ref|reference|vat|tva|iva|btw|nip\b|gst|tax|steuer|ust|date|datum|phone|tel|fax|e-?mail|po\b|order|signature|service|support|care|notes?\b|copy|account|konto|type|since|group|balance|portal|terms|gln|iln|eori|warehouse|stamp)/i;
const DATE_BEHIND = /^\s*[:：]?\s*\d{1,4}[./-]\d{1,2}/;
/** Headings of this length are also ordinary words; they need a colon or a line of their own. */
const SHORT_HEADING = 4;

/** Role headings by the index of their line. */
export function roleHitsOf(reading: Reading, page: Page): ReadonlyMap<number, RoleHit> {
  return reading.derive(`procurement/role-hits:${page.number}`, () => {
    const hits = new Map<number, RoleHit>();
    const slip = page.lines.find(({ text }) => text.length < MOST_SLIP && SLIP.test(text))?.row;
    for (const line of page.lines) {
      if (line.text.length > 160) continue;
      const found = firstHeading(line, page);
      // "To: Acme Ltd" on the slip that comes back with the money: whoever is paid.
      const paid = found?.role === 'recipient' && slip !== undefined && line.row >= slip;
      if (found) hits.set(line.index, paid ? { ...found, role: 'payee' } : found);
    }
    return hits;
  });
}

function firstHeading(line: Line, page: Page): RoleHit | undefined {
  const all = roleIndex.find(line, page.source === 'ocr');
  const hit = all[0];
  if (!hit || /[\p{L}\d]/u.test(line.text.slice(0, hit.start))) return undefined;
  const end = endOfHeading(line.text, hit, all);
  const rest = line.text.slice(end);
  const alone = !/[\p{L}\d]/u.test(rest);
  const colon = /^[.)\]\s]{0,2}\s*(?:\([^)]{0,30}\)\s*)?[:：]/.test(rest);
  if (!alone && (OTHER_LABEL.test(rest) || DATE_BEHIND.test(rest))) return undefined;
  if (!alone && !colon && !namesBehind(hit, rest)) return undefined;
  // "von" ends a sentence, "cliente" a column title over two lines; headings begin with a capital or have two words.
  if (alone && !colon && /^\p{Ll}/u.test(line.text.trim()) && !/\p{L} \p{L}/u.test(line.text)) return undefined;
  if (alone && !colon && isTableTitle(line, page)) return undefined;
  return {
    role: roleOf(hit),
    line,
    start: hit.start,
    end,
    box: boxOfSpan(line, hit.start, end),
    alone,
    colon,
  };
}

/** The label itself and what belongs to it: "Bill to / Invoice to", "Buyer (Bill to)", "Customer Name & Address". */
function endOfHeading(text: string, hit: LabelHit, all: readonly LabelHit[]): number {
  let end = hit.end;
  for (const next of all.slice(1)) {
    if (!/^\s*[/|,&(]\s*$|^\s+(?:and|und|et|y|e|en|or)\s+$/.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  const tail =
    /^\s*(?:[&/-]|and|und|et)?\s*(?:\(?(?:name|address|adresse|anschrift|details|information|info|party|data|daten|angaben|firma|company)(?:\s*(?:&|and|und|\/)\s*(?:address|adresse|anschrift))?\)?)(?=\s*[:：]|\s*$)/iu.exec(
      text.slice(end),
    );
  return end + (tail?.[0].length ?? 0);
}

/** Without a colon, a name must follow: capitals, and a label too long to be an ordinary word. */
function namesBehind(hit: LabelHit, rest: string): boolean {
  if (hit.end - hit.start < SHORT_HEADING || hit.length === 1) return false;
  return /^\s+["“„]?\p{Lu}/u.test(rest) && labelLikeness(rest) < 0.7;
}

/** A longer line speaks of a slip and is none. */
const MOST_SLIP = 60;
const SLIP =
  /^[\W_]*(?:payment advice|remittance(?: advice| slip)?|payment (?:slip|coupon|stub)|detach and return|please (?:detach|return this))/iu;

function roleOf(hit: LabelHit): Role {
  return hit.terms[0]!.key as Role;
}

/** "Customer | Order | Due date" in one row over values: a table's titles, unless an address stands below. */
function isTableTitle(line: Line, page: Page): boolean {
  let titles = 0;
  for (let i = line.index - 1; i >= 0 && page.lines[i]!.row === line.row; i--) titles += titleLike(page.lines[i]!);
  for (let i = line.index + 1; i < page.lines.length && page.lines[i]!.row === line.row; i++)
    titles += titleLike(page.lines[i]!);
  if (titles < 2) return false;
  const em = Math.max(6, boxHeight(line.box));
  const below = page.lines.filter(
    (other) =>
      other.index > line.index &&
      other.row > line.row &&
      other.box[1] - line.box[3] < 3.2 * em &&
      overlapX(other.box, line.box) > 0,
  );
  return below.length < 2;
}

function titleLike(line: Line): number {
  if (roleIndex.find(line, false).some((hit) => hit.start === 0 && hit.end >= line.text.length - 1)) return 0;
  return labelLikeness(line.text) >= 0.6 ? 1 : 0;
}
