// Which of the lines above an address is the name: one line, two lines that belong together, the firm above its person.

import type { Line } from '../../../../document/parsed-document.ts';
import { addressLineScore } from '../../../../recognize/addresses.ts';
import { companyNameScore } from '../../../../recognize/company-names.ts';
import { sameCompany } from '../../../../recognize/company-names-compare.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';
import { cutName, hasLegalForm, isAttentionLabel, isCompany, isSalutationOnly, mayBeName } from './name-text.ts';

/** A line, or the part of one, that stands in a party's block. */
export interface Piece {
  text: string;
  line: Line;
  /** Offset of `text` in the line. */
  start: number;
}

export interface NameReading {
  name: string;
  pieces: Piece[];
  /** Log-odds from the form and place of the name inside its block. */
  score: number;
}

const GOES_ON =
  /(?:&|\+|-|–|,|(?<!\p{L})(?:und|and|et|y|e|en|of|de|du|des|der|für|für die|zur?|für den|della?|do|da|van|voor|the))$/iu;
const CONTINUES =
  /^(?:&|\+|und |and |et |GmbH|mbH|gGmbH|AG\b|KG\b|SE\b|UG\b|e\.? ?V\b|e\.? ?K\b|e\.? ?G\b|Ltd|Limited|Inc|LLC|L\.L\.C|LLP|plc|PLC|Corp|S\.?A\.?S?\b|S\.?L\.?U?\b|Sdn|Pvt|Private|B\.?V|N\.?V|S\.?r\.?l|S\.?p\.?A|Lda|C\.V|Co\b|Company\b|Gesellschaft mit|Aktiengesellschaft|of |für |des |\()/u;

/** Names that the lines offer, best first. `pieces` stand above the address, top to bottom. */
export function pickNames(pieces: readonly Piece[]): NameReading[] {
  const cuts = joinBroken(pieces.filter((piece) => !isSalutationOnly(piece.text) && !isAttentionLabel(piece.text)));
  const usable = cuts.filter(({ name }) => mayBeName(name) && (isCompany(name) || addressLineScore(name) < 0.4));
  const found: NameReading[] = usable
    .slice(0, 4)
    .map((cut, i) => ({ ...cut, score: formOf(cut.name) + (cut.pieces.length > 1 ? 0.4 : 0) - 0.55 * i }));
  const [first, second] = usable;
  if (first && second) preferFirm(found, first, second);
  if (found.length === 0) found.push(...fromAttention(pieces));
  return found.sort((a, b) => b.score - a.score).slice(0, 3);
}

interface Cut {
  name: string;
  pieces: Piece[];
}

/** Names broken over two lines become one: "Muster Handels-" / "gesellschaft mbH", "Acme S.A. de" / "C.V.". */
function joinBroken(pieces: readonly Piece[]): Cut[] {
  const cuts: Cut[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const next = pieces[i + 1];
    const name = cutName(piece.text);
    const joined = next && name !== '' ? joinedName(piece.text.trim(), next.text) : undefined;
    if (next && joined && joined.length > name.length) {
      cuts.push({ name: joined, pieces: [piece, next] });
      i++;
    } else cuts.push({ name, pieces: [piece] });
  }
  return cuts;
}

function joinedName(above: string, below: string): string | undefined {
  const hyphenated = /\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(below);
  if (!hyphenated && !GOES_ON.test(above) && !goesOn(below)) return undefined;
  const name = cutName(hyphenated ? above.replace(/-$/, '') + below : `${above} ${below}`);
  return mayBeName(name) ? name : undefined;
}

/** 0 for a plain text up to .8 for a firm with its legal form. */
function formOf(name: string): number {
  const company = companyNameScore(name);
  return company >= 0.8 ? 0.8 : Math.max(company, 0.6 * personNameScore(name)) - 0.15;
}

/** "Acme / Acme Holdings Ltd", "Jane Doe / Acme Ltd": the legal entity is the party. */
function preferFirm(found: NameReading[], first: Cut, second: Cut): void {
  if (!isCompany(second.name) || isCompany(first.name)) return;
  const under = found.find((reading) => reading.name === second.name);
  if (!under) return;
  const person = personNameScore(first.name) >= 0.5;
  if (person || sameCompany(first.name, second.name) > 0.45) under.score += 1.1;
  else if (hasLegalForm(second.name)) {
    under.score += 0.35;
    const joined = `${first.name} ${second.name}`;
    if (joined.length <= 90 && first.name.split(' ').length > 1)
      found.push({ name: joined, pieces: [...first.pieces, ...second.pieces], score: 0.55 });
  }
}

/** A legal form or a particle begins the line; but "van Dijk, Jan" is a person's line of its own. */
const goesOn = (text: string): boolean => CONTINUES.test(text) && personNameScore(text) < 0.5;

/** "Attn: Acme Ltd" names the party when nothing else does. */
function fromAttention(pieces: readonly Piece[]): NameReading[] {
  return pieces.flatMap((piece) => {
    if (!isAttentionLabel(piece.text)) return [];
    const name = cutName(piece.text.replace(/^[^:.]{1,14}[:.]\s*/u, ''));
    return mayBeName(name) ? [{ name, pieces: [piece], score: formOf(name) - 0.5 }] : [];
  });
}
