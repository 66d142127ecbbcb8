// Stacks of lines that hold a party: under a heading that gives its role, or around an address that none claims.

import { type Box, unionBox } from '../../../../document/box.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { type AddressBlock, addressLineScore, readAddressBlock } from '../../../../recognize/addresses.ts';
import { countryByName } from '../../../../recognize/countries.ts';
import { addressStacks } from './address-stacks.ts';
import { cutName, isAttentionLabel, mayBeName } from './name-text.ts';
import { type NameReading, type Piece, pickNames } from './pick-name.ts';
import { piecesBehind, piecesBelow, piecesRight, type RegionPiece } from './region-pieces.ts';
import { type Role, type RoleHit, roleHitsOf } from './role-headings.ts';

export interface PartyAddress extends AddressBlock {
  pieces: Piece[];
}

export interface PartyBlock {
  page: Page;
  box: Box;
  lines: Line[];
  texts: string[];
  /** Best first. */
  names: NameReading[];
  address?: PartyAddress;
  /** From a printed heading; undefined when none claims the block. */
  role?: Role;
  /** 0–1: how directly the heading claims it. */
  roleStrength: number;
}

/** Pages beyond these repeat what the first ones say. */
const MOST_PAGES = 3;

/** All party blocks of the document, headings resolved. Footers and one-line letterheads are read elsewhere. */
export function findPartyBlocks(reading: Reading): PartyBlock[] {
  return reading.derive('procurement/party-blocks', () => {
    const { pages } = reading.doc;
    const read = pages.length > MOST_PAGES ? [...pages.slice(0, MOST_PAGES - 1), pages.at(-1)!] : pages;
    return read.flatMap((page) => blocksOfPage(reading, page));
  });
}

function blocksOfPage(reading: Reading, page: Page): PartyBlock[] {
  const hits = roleHitsOf(reading, page);
  const blocks: PartyBlock[] = [];
  const taken = new Set<Line>();
  for (const hit of hits.values()) {
    const block = blockOfHeading(page, hit, hits);
    if (!block) continue;
    blocks.push(block);
    for (const line of block.lines) taken.add(line);
  }
  for (const stack of addressStacks(page, taken, hits)) {
    const block = makeBlock(
      page,
      stack.map((line) => ({ text: line.text, line, start: 0, kind: 'plain' })),
    );
    if (block?.address) blocks.push(block);
  }
  return blocks;
}

function blockOfHeading(page: Page, hit: RoleHit, hits: ReadonlyMap<number, RoleHit>): PartyBlock | undefined {
  if (hit.role === 'contact') return undefined;
  if (!hit.alone) return claimed(page, hit, piecesBehind(page, hit, hits), hit.colon ? 1 : 0.8);
  const below = claimed(page, hit, piecesBelow(page, hit, hits), hit.colon ? 0.95 : 0.9);
  const right = claimed(page, hit, piecesRight(page, hit, hits), hit.colon ? 0.9 : 0.7);
  if (!below || !right) return below ?? right;
  return worth(right) > worth(below) + 0.3 ? right : below;
}

/** How much a block looks like a party: a name, an address, both. */
const worth = (block: PartyBlock): number =>
  (block.names[0] ? 0.8 + block.names[0].score : 0) + (block.address ? 0.9 : 0) + 0.2 * block.roleStrength;

function claimed(page: Page, hit: RoleHit, pieces: RegionPiece[], strength: number): PartyBlock | undefined {
  const block = makeBlock(page, pieces);
  if (!block || (block.names.length === 0 && !block.address)) return undefined;
  block.role = hit.role;
  block.roleStrength = strength;
  return block;
}

/** Name and address out of the pieces of one party. */
function makeBlock(page: Page, all: readonly RegionPiece[]): PartyBlock | undefined {
  const pieces = all.filter((piece) => piece.text !== '');
  const first = pieces[0];
  if (!first) return undefined;
  const told = pieces.filter((piece) => piece.kind === 'name');
  const open = pieces.filter((piece) => piece.kind === 'plain' || piece.kind === 'address');
  const address = addressOf(open);
  const top = address?.pieces[0];
  const until = top ? open.indexOf(top as RegionPiece) : Math.min(open.length, 3);
  const above = open.slice(0, until).filter((piece) => piece.kind === 'plain');
  const names = told.length > 0 ? pickNames(told) : pickNames(above);
  if (told.length > 0 && names[0]) names[0].score += 0.4;
  if (names.length === 0 && top) names.push(...nameBeforeAddress(top, address));
  if (names.length === 0 && address) names.push(...nameLikeStreet(address));
  const attention = pieces.filter((piece) => isAttentionLabel(piece.text));
  if (names.length === 0) names.push(...pickNames(attention));
  const lines = [...new Set(pieces.map((piece) => piece.line))];
  const box = lines.map((line) => line.box).reduce(unionBox, lines[0]!.box);
  const block: PartyBlock = { page, box, lines, texts: pieces.map((p) => p.text), names, roleStrength: 0 };
  if (address) block.address = address;
  return block;
}

function addressOf(pieces: readonly RegionPiece[]): PartyAddress | undefined {
  const labelled = pieces.filter((piece) => piece.kind === 'address');
  const from = labelled.length > 0 ? labelled : pieces;
  if (labelled.length === 0 && !from.some((piece) => addressLineScore(piece.text) >= 0.4)) return undefined;
  const read = readAddressBlock(from.map((piece) => piece.text));
  if (read) return withoutCountry({ ...read, pieces: read.addressLines.map((i) => from[i]!) });
  if (labelled.length === 0) return undefined;
  const text = labelled.map((piece) => piece.text.replace(/[\s,]+$/, '')).join(', ');
  return { text, nameLines: [], addressLines: labelled.map((_, i) => i), pieces: labelled };
}

/** The country has a field of its own; printed on a line of its own it is no part of the address. */
function withoutCountry(address: PartyAddress): PartyAddress {
  const last = address.pieces.at(-1);
  if (!last || address.pieces.length < 2 || !countryByName(last.text.trim())) return address;
  const text = address.text.slice(0, address.text.lastIndexOf(','));
  return text.length > 4 ? { ...address, text } : address;
}

/** "Harrow Street Café" over "61 Harrow Street": of two streets the one without a number is the name. */
function nameLikeStreet(address: PartyAddress): NameReading[] {
  const [first, second, third] = address.pieces;
  if (!first || !second || !third || /\d/.test(first.text) || !/\d/.test(second.text)) return [];
  const name = cutName(first.text);
  if (!mayBeName(name) || !address.text.startsWith(`${first.text}, `)) return [];
  address.text = address.text.slice(first.text.length + 2);
  address.pieces = address.pieces.slice(1);
  return [{ name, pieces: [first], score: 0.2 }];
}

/** "Acme Ltd, 12 High Street, London": name and address on one line. */
function nameBeforeAddress(piece: Piece, address: PartyAddress | undefined): NameReading[] {
  if (!address?.name) return [];
  return pickNames([{ ...piece, text: address.name }]).map((reading) => ({ ...reading, score: reading.score - 0.2 }));
}
