// Stacks of lines that hold a party: an address block, with the role that a heading above, before or beside it gives.

import { type Box, boxHeight, overlapX, unionBox } from '../../../../document/box.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { type AddressBlock, addressLineScore, readAddressBlock } from '../../../../recognize/addresses.ts';
import { createLabelIndex, type LabelHit, type LabelTerm } from '../../../../recognize/labels/label-index.ts';
import { partyLabels } from '../../locales/party-labels.ts';

export type Role = 'seller' | 'buyer' | 'other';

export interface PartyBlock {
  lines: Line[];
  /** Texts of the lines with role headings and "Name:" labels cut off. */
  texts: string[];
  page: Page;
  box: Box;
  address?: AddressBlock;
  /** From a printed heading; undefined when none claims the block. */
  role?: Role;
  /** 0–1: how directly the heading claims it. */
  roleStrength: number;
}

export interface RoleHit {
  role: Role;
  line: Line;
  start: number;
  end: number;
  /** The heading is all the line says. */
  alone: boolean;
  closed: boolean;
}

const roleTerms: LabelTerm[] = (Object.keys(partyLabels) as Role[]).flatMap((role) =>
  partyLabels[role].map((phrase) => ({ key: role, phrase, weight: 0 })),
);
const roleIndex = createLabelIndex(roleTerms);
/** Headings this short are also ordinary words; they need a colon or a line of their own. */
const SHORT_HEADING = 4;

/** Role headings of a page: at the start of a line, and either alone there or followed by a colon or a name. */
export function roleHitsOf(reading: Reading, page: Page): RoleHit[] {
  return reading.derive(`procurement/role-hits:${page.number}`, () =>
    page.lines.flatMap((line) => {
      const hit = roleIndex.find(line, page.source === 'ocr')[0];
      const found = hit && toRoleHit(hit);
      return found ? [found] : [];
    }),
  );
}

function toRoleHit(hit: LabelHit): RoleHit | undefined {
  if (/[\p{L}\d]/u.test(hit.line.text.slice(0, hit.start))) return undefined;
  const rest = hit.line.text.slice(hit.end);
  const alone = !/[\p{L}\d]/u.test(rest);
  const closed = /^[.)\]]?\s*(?:\([^)]{0,24}\)\s*)?(?:[:：]|$)/.test(rest);
  const short = hit.end - hit.start < SHORT_HEADING;
  if (!closed && !alone && (short || hit.length === 1)) return undefined;
  if (!alone && /^\s*(?:#|no\b|nr\b|n[°º]|number|nummer|id\b|code|ref|vat|date|datum)/i.test(rest)) return undefined;
  return { role: hit.terms[0]!.key as Role, line: hit.line, start: hit.start, end: hit.end, alone, closed };
}

/** All party blocks of the document, headings resolved. Footers and one-line letterheads are read elsewhere. */
export function findPartyBlocks(reading: Reading): PartyBlock[] {
  return reading.derive('procurement/party-blocks', () =>
    reading.doc.pages.slice(0, 3).flatMap((page) => blocksOfPage(reading, page)),
  );
}

function blocksOfPage(reading: Reading, page: Page): PartyBlock[] {
  const hits = new Map(roleHitsOf(reading, page).map((hit) => [hit.line.index, hit]));
  const found: PartyBlock[] = [];
  for (const block of page.blocks) {
    for (const segment of splitAtHeadings(
      block.lines.map((i) => page.lines[i]!),
      hits,
    )) {
      const made = makeBlock(page, segment.lines, segment.hit);
      if (!made) continue;
      if (!made.role) claimByNeighbour(made, hits);
      if (made.role || made.address) found.push(made);
    }
  }
  return found;
}

interface Segment {
  lines: Line[];
  hit?: RoleHit;
}

function splitAtHeadings(lines: readonly Line[], hits: ReadonlyMap<number, RoleHit>): Segment[] {
  const segments: Segment[] = [{ lines: [] }];
  for (const line of lines) {
    const hit = hits.get(line.index);
    if (hit) segments.push({ lines: hit.alone ? [] : [line], hit });
    else segments.at(-1)!.lines.push(line);
  }
  return segments.filter((segment) => segment.lines.length > 0);
}

const MOST_LINES = 12;

function makeBlock(page: Page, all: Line[], hit?: RoleHit): PartyBlock | undefined {
  const lines = all.slice(0, MOST_LINES);
  const texts = lines.map((line) =>
    (hit && line === hit.line ? line.text.slice(hit.end) : line.text).replace(/^[\s:：.)\]-]+/u, ''),
  );
  const scored = texts.some((text) => addressLineScore(text) >= 0.5);
  const address = scored ? readAddressBlock(texts) : undefined;
  if (!hit && !address) return undefined;
  const box = lines.map((line) => line.box).reduce(unionBox);
  return { lines, texts, page, box, address, role: hit?.role, roleStrength: hit ? 1 : 0 };
}

/** A heading right above the block, in the row to its left, or on top of the section it stands in. */
function claimByNeighbour(block: PartyBlock, hits: ReadonlyMap<number, RoleHit>): void {
  const first = block.lines[0]!;
  const em = Math.max(6, boxHeight(first.box));
  let best: { hit: RoleHit; strength: number } | undefined;
  for (const hit of hits.values()) {
    if (!hit.alone) continue;
    const strength = claimStrength(hit, block, em);
    if (strength > (best?.strength ?? 0)) best = { hit, strength };
  }
  if (best) {
    block.role = best.hit.role;
    block.roleStrength = best.strength;
  }
}

function claimStrength(hit: RoleHit, block: PartyBlock, em: number): number {
  const heading = hit.line.box;
  const gap = (block.box[1] - heading[3]) / em;
  const over = overlapX(heading, block.box);
  if (gap >= -0.5 && gap <= 2.5 && over > 0) return 0.95 - 0.12 * Math.max(0, gap);
  const sameRow = hit.line.row === block.lines[0]!.row;
  if (sameRow && heading[2] <= block.box[0] + 2) return 0.9;
  // A section heading at the left margin over a column of labels and a column of values.
  if (gap > 0 && gap <= 6 && heading[0] <= block.box[0] + 2 && heading[2] < block.box[2] + 60) return 0.6 - 0.08 * gap;
  return 0;
}
