// Identifiers and contact details, given to the party in whose block, section or footer they stand.

import { boxHeight, overlapX } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Candidate, Evidence } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findBics } from '../../../../recognize/bic.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { findIbans } from '../../../../recognize/iban.ts';
import { findRegistrationIds } from '../../../../recognize/identifiers-registration.ts';
import type { Mention } from '../../../../recognize/mention.ts';
import { countDigits } from '../../../../recognize/numbers-chars.ts';
import { findPhones } from '../../../../recognize/phones.ts';
import { findTaxIds } from '../../../../recognize/tax-ids.ts';
import { findUrls } from '../../../../recognize/urls.ts';
import { findVatIds } from '../../../../recognize/vat-ids.ts';
import { countryOfDocument } from '../country.ts';
import { leansOf, total } from './block-leans.ts';
import { findPartyBlocks, type PartyBlock } from './party-blocks.ts';
import { otherSide, partyCandidate, type Side } from './party-candidates.ts';
import { sideOfRole } from './party-names.ts';
import { type RoleHit, roleHitsOf } from './role-headings.ts';
import { wrappedMention } from './wrapped-details.ts';

const RECIPIENT_WORDS =
  /(?<!\p{L})(?:your|ihre|customer|client|kunden?|votre|vos|su|cliente|buyer|bill.to|acheteur|k[äa]ufer|uw|klant|vs\.?|vostr[oa]|nabywc|vossa?|recipient|empf[äa]nger)(?!\p{L})/iu;

interface Detail {
  name: string;
  /** Without this a line holds none, whatever its label; spares most lines the search. */
  needs: RegExp;
  /** Digits of the shortest one. */
  fewestDigits: number;
  /** What its label says when it stands in another line; absent when the form speaks for itself. */
  label?: RegExp;
  /** Long enough to be broken at the end of a line. */
  wraps?: boolean;
  find(reading: Reading, line: Line): readonly Mention<string, string>[];
}

const details: Detail[] = [
  {
    name: 'vatId',
    needs: /\d{2}/,
    fewestDigits: 3,
    label: /\bpi\b|vat|ust|mwst|umsatz|tva|iva|btw|uid|nip|moms|gst|tax|nif|cif/i,
    wraps: true,
    find: (r, line) => r.mentions('vat-ids', line, findVatIds),
  },
  {
    name: 'taxId',
    needs: /\d{2}/,
    fewestDigits: 4,
    label: /tax|steuer|st\.? ?-?nr|fisc|nif|cif|rfc|cnpj|cpf|contribuinte|tin\b|ein\b|gst|pan\b|siret|id\b/i,
    wraps: true,
    find: (r, line) => r.mentions('tax-ids', line, findTaxIds),
  },
  {
    name: 'registrationId',
    needs: /\d{3}/,
    fewestDigits: 3,
    label:
      /reg|hr|fn\b|firmenbuch|rcs|r\.c\.s|sire[nt]|kvk|coc|company|rpr|rpm|bce|kbo|onderneming|rea|hoja|uid|krs|cin\b|ico|i[čc]o|abn|acn|org|cvr|uen|roc|cro|matr|licen|patronal|inscri|mercantil|siège|sitz/i,
    wraps: true,
    find: (r, line) => r.mentions('registration-ids', line, findRegistrationIds),
  },
  { name: 'iban', needs: /[A-Z]{2} ?\d{2}/i, fewestDigits: 2, find: (r, line) => r.mentions('ibans', line, findIbans) },
  {
    name: 'bic',
    needs: /[A-Z]{4} ?[A-Z]{2}/,
    fewestDigits: 0,
    label: /bic|swift/i,
    find: (r, line) => r.mentions('bics', line, findBics),
  },
  { name: 'email', needs: /@/, fewestDigits: 0, find: (r, line) => r.mentions('emails', line, findEmails) },
  { name: 'website', needs: /\.\p{L}{2}/u, fewestDigits: 0, find: (r, line) => r.mentions('urls', line, findUrls) },
  {
    name: 'phone',
    needs: /\d.{0,3}\d.{0,3}\d.{0,3}\d/,
    fewestDigits: 6,
    label: /t[eé]l|phone|fon|mob|handy|call|m[óo]vil|cel|tlf|tfn|contact/i,
    find: (r, line) =>
      r.mentions('phones', line, (text) => findPhones(text, { country: countryOfDocument(r) })).filter((m) => !m.fax),
  },
];

/** `issuer` is the side that writes this type of document; `paths` are the fields its type has. */
export function partyDetails(issuer: Side): Extractor {
  return {
    id: `procurement/party-details-${issuer}-issues`,
    writes: [`${issuer}.*`],
    extract: (reading, type) => {
      const allowed = new Set(type.fields.map((field) => field.path));
      const ownerOf = createOwnerFinder(reading, issuer);
      const found: Candidate[] = [];
      /** Detail and line → where what began in the line above ends. */
      const tails = new Map<string, number>();
      for (const line of reading.lines) {
        if (!MAY_TELL.test(line.text)) continue;
        for (const { name, mention, label, evidence } of detailsOf(reading, line, tails)) {
          const before = `${label} ${line.text.slice(0, mention.start)}`;
          for (const [side, owner] of sidesOf(name, ownerOf(line), RECIPIENT_WORDS.test(before), issuer)) {
            const path = `${side}.${name}`;
            if (!allowed.has(path)) continue;
            const signals = { owner, form: 2 * (mention.certainty - 0.5) };
            found.push(partyCandidate(path, mention.value, evidence, 'party-details', signals));
          }
        }
      }
      return found;
    },
  };
}

interface FoundDetail {
  name: string;
  mention: Mention<string, string>;
  /** The label that stands in another line, left of it or above. */
  label: string;
  evidence: Evidence[];
}

/** What a line says of a party, alone or with the label that stands beside or above it. */
function detailsOf(reading: Reading, line: Line, tails: Map<string, number>): FoundDetail[] {
  const found: FoundDetail[] = [];
  const digits = countDigits(line.text);
  const labels = line.text.length <= 60 ? labelsAround(reading.pageOf(line), line) : [];
  for (const detail of details) {
    if (digits < detail.fewestDigits || !detail.needs.test(line.text)) continue;
    const alone = detail.find(reading, line);
    const wrapped = detail.wraps ? wrappedMention(reading, line, alone, detail) : undefined;
    const from = tails.get(`${detail.name} ${line.page} ${line.index}`) ?? 0;
    if (wrapped) tails.set(`${detail.name} ${line.page} ${wrapped.tail.line.index}`, wrapped.tail.end);
    for (const mention of alone) {
      if (mention.start < from || (wrapped && mention.end > wrapped.mention.start)) continue;
      found.push({
        name: detail.name,
        mention,
        label: labels[0] ?? '',
        evidence: [evidenceOfSpan(line, mention.start, mention.end)],
      });
    }
    if (wrapped) found.push({ name: detail.name, label: labels[0] ?? '', ...wrapped });
    if (detail.name === 'phone' && alone.length === 0 && BARE_PHONE.test(line.text) && inBlock(reading, line))
      labels.push('Tel.');
    if (alone.length > 0 || !detail.label) continue;
    for (const label of labels) {
      if (!detail.label.test(label.replaceAll('.', ''))) continue;
      const shift = label.length + 1;
      const joined = { ...line, text: `${label} ${line.text}` };
      const mention = detail.find(reading, joined).find((one) => one.start >= shift);
      if (!mention) continue;
      const moved = { ...mention, start: mention.start - shift, end: mention.end - shift };
      found.push({
        name: detail.name,
        mention: moved,
        label,
        evidence: [evidenceOfSpan(line, moved.start, moved.end)],
      });
      break;
    }
  }
  return found;
}

/** A number without a label among the lines of an address: a phone, by its place. */
const BARE_PHONE = /^[+(]?\d[\d\s()./-]{7,20}\d$/;

function inBlock(reading: Reading, line: Line): boolean {
  return findPartyBlocks(reading).some(
    (block) => block.address && block.role !== 'other' && block.lines.includes(line),
  );
}

/** Digits, an address of mail or web, a bank's code: without any of these a line tells no detail. */
const MAY_TELL = /\d|@|www\.|https?:|\p{L}\.\p{Ll}{2,}|\p{Lu}{6}|\p{Lu}{4} ?\p{Lu}{2}/u;

/** Labels without a value of their own: the line to the left in the row, the line right above in the column. */
function labelsAround(page: Page, line: Line): string[] {
  const labels: string[] = [];
  const left = page.lines[line.index - 1];
  if (left && left.row === line.row && line.box[0] - left.box[2] < 200 && isLabel(left.text)) labels.push(left.text);
  const height = boxHeight(line.box);
  for (let i = line.index - 1; i >= 0 && i >= line.index - 8; i--) {
    const above = page.lines[i]!;
    if (above.row === line.row) continue;
    if (line.box[1] - above.box[3] > 0.9 * height) break;
    if (Math.abs(above.box[0] - line.box[0]) > height) continue;
    if (isLabel(above.text)) labels.push(above.text);
    break;
  }
  return labels;
}

const isLabel = (text: string): boolean => text.length <= 36 && /\p{L}/u.test(text) && !/\d{2}/.test(text);

function sidesOf(detail: string, owner: Owner | undefined, forRecipient: boolean, issuer: Side): [Side, number][] {
  const recipient = otherSide(issuer);
  // Whoever bills or offers is paid; an order shows at most the account of the one who writes it.
  if (detail === 'iban' || detail === 'bic')
    return [[issuer, owner?.role === recipient ? (issuer === 'seller' ? 0.2 : -0.5) : 1.4]];
  if (forRecipient) return [[recipient, 1.8]];
  if (owner?.role === 'other') return [[issuer, -1.2]];
  if (owner?.role)
    return [
      [owner.role, 0.6 + 1.6 * owner.strength],
      [otherSide(owner.role), -1.6],
    ];
  return [
    [issuer, 0.9],
    [recipient, -1.2],
  ];
}

interface Owner {
  role: Side | 'other';
  strength: number;
}

/** The block that holds a line, or the section heading it stands under. */
function createOwnerFinder(reading: Reading, issuer: Side): (line: Line) => Owner | undefined {
  const leans = leansOf(reading);
  const byLine = new Map<Line, Owner>();
  for (const block of findPartyBlocks(reading)) {
    const lean = leans.get(block);
    // "REA MI-123456" alone looks like a town with its code, and is nobody's block.
    if (lean && block.lines.length === 1 && block.lines[0]!.text.length < 40) continue;
    const owner = lean ? leaningOwner(total(lean), issuer) : ownerByHeading(block, issuer);
    for (const line of block.lines) byLine.set(line, owner);
  }
  return (line) => byLine.get(line) ?? sectionOf(reading, line, issuer);
}

const ownerByHeading = (block: PartyBlock, issuer: Side): Owner => ({
  role: sideOfRole(block.role, issuer) ?? 'other',
  strength: block.roleStrength,
});

/** A block without a heading belongs to whom its place and its details speak for. */
const leaningOwner = (lean: number, issuer: Side): Owner => ({
  role: lean >= -0.4 ? issuer : otherSide(issuer),
  strength: Math.min(0.7, 0.2 * Math.abs(lean)),
});

/** In the heading's column, or the value of a label that is. */
function standsUnder(page: Page, line: Line, hit: RoleHit): boolean {
  if (overlapX(hit.line.box, line.box) > 0) return true;
  const left = page.lines[line.index - 1];
  return (
    left !== undefined && left.row === line.row && Math.abs(left.box[0] - hit.line.box[0]) < 14 && isLabel(left.text)
  );
}

/** In line heights: a gap this wide ends a section. */
const SECTION_GAP = 1.35;

/** No gap in the column between the heading and the line. */
function isUnbroken(page: Page, hit: RoleHit, line: Line): boolean {
  let bottom = hit.box[3];
  for (let i = hit.line.index + 1; i <= line.index; i++) {
    const other = page.lines[i]!;
    if (other.box[0] > line.box[2] || other.box[2] < hit.box[0]) continue;
    if (other.box[1] - bottom > SECTION_GAP * Math.max(6, boxHeight(other.box))) return false;
    bottom = Math.max(bottom, other.box[3]);
  }
  return true;
}

/** Lines of label and value under "Seller", "Customer" …, down to the next heading. */
function sectionOf(reading: Reading, line: Line, issuer: Side): Owner | undefined {
  const page = reading.pageOf(line);
  let best: Owner | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const hit of roleHitsOf(reading, page).values()) {
    const gap = line.box[1] - hit.line.box[1];
    // The person to talk to stands inside a party's section; a payee is the seller.
    if (gap < -2 || gap > 130 || gap >= nearest || hit.role === 'contact' || hit.role === 'payee') continue;
    const beside = hit.line.row === line.row && line.box[0] >= hit.box[2] && line.box[0] - hit.box[2] < 200;
    if (!beside && !(standsUnder(page, line, hit) && isUnbroken(page, hit, line))) continue;
    nearest = gap;
    best = { role: sideOfRole(hit.role, issuer) ?? 'other', strength: Math.max(0.2, 0.75 - gap / 260) };
  }
  return best;
}
