// Names and addresses of the two parties: from labelled blocks, from stacks without a label, from every place a firm names itself.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate, Evidence } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { sameCompany } from '../../../../recognize/company-names-compare.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';
import { leansOf, type Signals, total } from './block-leans.ts';
import { fromHonouredNames } from './honoured-names.ts';
import { isCompany } from './name-text.ts';
import { fromOneLineAddresses } from './one-line-addresses.ts';
import { findPartyBlocks, type PartyAddress, type PartyBlock } from './party-blocks.ts';
import { otherSide, partyCandidate, type Side } from './party-candidates.ts';
import type { NameReading, Piece } from './pick-name.ts';
import { fromSelfNaming } from './self-naming.ts';

/** `issuer` is the side that writes this type of document. */
export function partyNames(issuer: Side): Extractor {
  return {
    id: `procurement/party-names-${issuer}-issues`,
    writes: [`${issuer}.*`],
    extract: (reading, type) => {
      const allowed = new Set(type.fields.map((field) => field.path));
      const found = [
        ...fromBlocks(reading, issuer),
        ...fromSelfNaming(reading, issuer),
        ...fromOneLineAddresses(reading, issuer),
        ...fromHonouredNames(reading, otherSide(issuer)),
      ];
      return found.filter((one) => allowed.has(one.path));
    },
  };
}

/** The side that a heading's role means in a document that `issuer` writes. */
export function sideOfRole(role: PartyBlock['role'], issuer: Side): Side | undefined {
  switch (role) {
    case 'seller':
    case 'buyer':
      return role;
    case 'issuer':
      return issuer;
    case 'recipient':
      return otherSide(issuer);
    default:
      return undefined;
  }
}

function fromBlocks(reading: Reading, issuer: Side): Candidate[] {
  const blocks = findPartyBlocks(reading);
  const labelled = labelledNames(blocks, issuer);
  const leans = leansOf(reading);
  const found: Candidate[] = [];
  for (const block of blocks) {
    for (const [side, signals] of sidesOf(block, issuer, labelled, leans)) {
      for (const name of block.names) found.push(fromName(side, name, signals));
      if (block.address)
        found.push(...fromAddress(side, block.address, { ...signals, ...formOf(block, block.address) }));
    }
  }
  return found;
}

/** A street without a town, or an address without a name, is often a project, a depot or no address at all. */
function formOf(block: PartyBlock, address: PartyAddress): Signals {
  const form: Signals = {};
  if (!address.postalCode) form.noPostalCode = -0.7;
  if (block.names.length === 0) form.nameless = -0.9;
  return form;
}

/** Names that headings give to the sides; an empty list still says that the side has its own block. */
function labelledNames(blocks: readonly PartyBlock[], issuer: Side): ReadonlyMap<Side, string[]> {
  const names = new Map<Side, string[]>();
  for (const block of blocks) {
    const side = sideOfRole(block.role, issuer);
    if (!side) continue;
    const name = block.names[0]?.name;
    names.set(side, [...(names.get(side) ?? []), ...(name ? [name] : [])]);
  }
  return names;
}

function sidesOf(
  block: PartyBlock,
  issuer: Side,
  labelled: ReadonlyMap<Side, string[]>,
  leans: ReadonlyMap<PartyBlock, Signals>,
): [Side, Signals][] {
  const side = sideOfRole(block.role, issuer);
  if (side) {
    const signals: Signals = { heading: 1.4 + 1.2 * block.roleStrength };
    // "Customer: CPE" is rather a code than a name.
    if (!block.address && /^\p{Lu}{1,3}$/u.test(block.names[0]?.name ?? '')) signals.code = -1.2;
    return [[side, signals]];
  }
  if (block.role === 'shipTo') return [['buyer', { shipTo: labelled.has('buyer') ? -0.8 : 0.5 }]];
  if (block.role === 'payee') return [['seller', { payee: payeeWeight(block) }]];
  // The seat of the firm in small print: its address, seldom the one the letter is from.
  if (block.role === 'office') return [[issuer, { office: labelled.has(issuer) ? -0.6 : 0.6 }]];
  const signals = leans.get(block);
  return signals ? unlabelledSides(block, signals, issuer, labelled) : [];
}

/** Accounts are held by persons too; a firm that is paid is mostly the one that bills. */
function payeeWeight(block: PartyBlock): number {
  const name = block.names[0]?.name;
  if (name === undefined || isCompany(name)) return 0.8;
  return personNameScore(name) >= 0.5 ? -0.2 : 0.5;
}

function unlabelledSides(
  block: PartyBlock,
  signals: Signals,
  issuer: Side,
  labelled: ReadonlyMap<Side, string[]>,
): [Side, Signals][] {
  const recipient = otherSide(issuer);
  const lean = total(signals);
  const away = Object.fromEntries(Object.entries(signals).map(([key, part]) => [key, -part]));
  const name = block.names[0]?.name;
  const known = (side: Side): number => {
    const names = labelled.get(side);
    if (!names) return labelled.size > 0 ? 0.5 : 0;
    // The side has its own heading: what is left is the other one's, unless it is the same name again.
    return name && names.some((other) => sameCompany(other, name) > 0.85) ? 1.2 : -1.2;
  };
  const sides: [Side, Signals][] = [];
  if (lean > -1.4) sides.push([issuer, { block: 0.9, ...signals, exclusion: known(issuer) }]);
  if (lean < 1.4) sides.push([recipient, { block: 0.7, ...away, exclusion: known(recipient) }]);
  return sides;
}

function fromName(side: Side, name: NameReading, signals: Signals): Candidate {
  const evidence = name.pieces.map((piece) => placeOf(piece, name.pieces.length === 1 ? name.name : piece.text));
  return partyCandidate(`${side}.name`, name.name, evidence, 'party-block', { ...signals, name: name.score });
}

function placeOf(piece: Piece, text: string): Evidence {
  const at = piece.line.text.indexOf(text, Math.max(0, piece.start - 1));
  const start = at >= 0 ? at : piece.start;
  return evidenceOfSpan(piece.line, start, Math.min(piece.line.text.length, start + text.length));
}

function fromAddress(side: Side, address: PartyAddress, signals: Signals): Candidate[] {
  if (!address.text) return [];
  const evidence = address.pieces.map((piece) => placeOf(piece, piece.text));
  if (evidence.length === 0) return [];
  const found = [partyCandidate(`${side}.address`, address.text, evidence, 'party-block', signals)];
  const last = evidence.slice(-1);
  if (address.country) found.push(partyCandidate(`${side}.country`, address.country, last, 'party-block', signals));
  else if (address.impliedCountry) {
    const implied = { ...signals, implied: -0.6 };
    found.push({
      ...partyCandidate(`${side}.country`, address.impliedCountry, last, 'party-block-postal-form', implied),
      origin: 'inferred',
    });
  }
  return found;
}
