// Identifiers and contact details, given to the party in whose block, section or footer they stand.

import { overlapX } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findBics } from '../../../../recognize/bic.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { findIbans } from '../../../../recognize/iban.ts';
import { findRegistrationIds } from '../../../../recognize/identifiers-registration.ts';
import type { Mention } from '../../../../recognize/mention.ts';
import { findPhones } from '../../../../recognize/phones.ts';
import { findTaxIds } from '../../../../recognize/tax-ids.ts';
import { findUrls } from '../../../../recognize/urls.ts';
import { findVatIds } from '../../../../recognize/vat-ids.ts';
import { countryOfDocument } from '../country.ts';
import { findPartyBlocks, type PartyBlock } from './party-blocks.ts';
import { otherSide, type Side } from './party-candidates.ts';
import { sideOfRole } from './party-names.ts';
import { roleHitsOf } from './role-headings.ts';

const RECIPIENT_WORDS =
  /(?<!\p{L})(?:your|ihre|customer|client|kunden?|votre|vos|su|cliente|buyer|bill.to|acheteur|k[äa]ufer|uw|klant|vs\.?|vostr[oa]|nabywc|vossa?|recipient|empf[äa]nger)(?!\p{L})/iu;

interface Detail {
  name: string;
  find(reading: Reading, line: Line): readonly Mention<string, string>[];
}

const details: Detail[] = [
  { name: 'vatId', find: (r, line) => r.mentions('vat-ids', line, findVatIds) },
  { name: 'taxId', find: (r, line) => r.mentions('tax-ids', line, findTaxIds) },
  { name: 'registrationId', find: (r, line) => r.mentions('registration-ids', line, findRegistrationIds) },
  { name: 'iban', find: (r, line) => r.mentions('ibans', line, findIbans) },
  { name: 'bic', find: (r, line) => r.mentions('bics', line, findBics) },
  { name: 'email', find: (r, line) => r.mentions('emails', line, findEmails) },
  { name: 'website', find: (r, line) => r.mentions('urls', line, findUrls) },
  {
    name: 'phone',
    find: (r, line) =>
      r.mentions('phones', line, (text) => findPhones(text, { country: countryOfDocument(r) })).filter((m) => !m.fax),
  },
];

/** `issuer` is the side that writes this type of document; `paths` are the fields its type has. */
export function partyDetails(issuer: Side): Extractor {
  const recipient = otherSide(issuer);
  return {
    id: `procurement/party-details-${issuer}-issues`,
    writes: [`${issuer}.*`],
    extract: (reading, type) => {
      const allowed = new Set(type.fields.map((field) => field.path));
      const ownerOf = createOwnerFinder(reading, issuer);
      const found: Candidate[] = [];
      for (const line of reading.lines) {
        for (const detail of details) {
          for (const mention of detail.find(reading, line)) {
            const owner = ownerOf(line);
            const forRecipient = RECIPIENT_WORDS.test(line.text.slice(0, mention.start));
            const sides = sidesOf(detail.name, owner, forRecipient, issuer, recipient);
            for (const [side, score] of sides) {
              const path = `${side}.${detail.name}`;
              if (!allowed.has(path)) continue;
              const signals = { owner: score, form: 2 * (mention.certainty - 0.5) };
              found.push({
                path,
                value: mention.value,
                raw: mention.raw,
                origin: 'read',
                evidence: [evidenceOfSpan(line, mention.start, mention.end)],
                score: signals.owner + signals.form,
                source: 'party-details',
                signals,
              });
            }
          }
        }
      }
      return found;
    },
  };
}

function sidesOf(
  detail: string,
  owner: Owner | undefined,
  forRecipient: boolean,
  issuer: Side,
  recipient: Side,
): [Side, number][] {
  // Whoever issues an invoice or an offer is paid; the bank account is the seller's on either page.
  if (detail === 'iban' || detail === 'bic') return [['seller', owner?.role === 'buyer' ? 0.2 : 1.4]];
  if (forRecipient) return [[recipient, 1.8]];
  if (owner?.role === 'other') return [[issuer, -1.2]];
  if (owner?.role)
    return [
      [owner.role, 0.6 + 1.6 * owner.strength],
      [owner.role === issuer ? recipient : issuer, -1.6],
    ];
  return [
    [issuer, 0.9],
    [recipient, -1.2],
  ];
}

interface Owner {
  role: 'seller' | 'buyer' | 'other';
  strength: number;
}

/** The labelled block that holds a line, or the section heading it stands under. */
function createOwnerFinder(reading: Reading, issuer: Side): (line: Line) => Owner | undefined {
  const byLine = new Map<Line, PartyBlock>();
  for (const block of findPartyBlocks(reading)) if (block.role) for (const line of block.lines) byLine.set(line, block);
  return (line) => {
    const block = byLine.get(line);
    if (block?.role) return { role: sideOfRole(block.role, issuer) ?? 'other', strength: block.roleStrength };
    return sectionOf(reading, line, issuer);
  };
}

/** Lines of label and value under "Seller", "Customer" …, down to the next heading. */
function sectionOf(reading: Reading, line: Line, issuer: Side): Owner | undefined {
  const page = reading.pageOf(line);
  let best: Owner | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const hit of roleHitsOf(reading, page).values()) {
    const gap = line.box[1] - hit.line.box[1];
    if (gap < -2 || gap > 130 || gap >= nearest) continue;
    const sharesColumn =
      overlapX(hit.line.box, line.box) > 0 ||
      (hit.line.box[0] <= line.box[0] + 2 && line.box[0] - hit.line.box[2] < 180);
    if (!sharesColumn || (hit.line.row === line.row && hit.line !== line && line.box[0] - hit.line.box[2] > 200))
      continue;
    nearest = gap;
    best = { role: sideOfRole(hit.role, issuer) ?? 'other', strength: Math.max(0.2, 0.75 - gap / 260) };
  }
  return best;
}
