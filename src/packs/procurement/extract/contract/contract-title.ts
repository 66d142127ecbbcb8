// The title of a contract and its number, from the head of the first pages.

import { boxHeight, centerX } from '../../../../document/box.ts';
import { usualHeight } from '../../../../document/layout/usual-height.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { makeCandidate } from './make-candidate.ts';

export const contractTitle: Extractor = {
  id: 'contract/title',
  writes: ['title', 'number'],
  extract: (reading) => {
    const view = contractText(reading);
    return [...titleCandidates(reading, view), ...selfNames(view), ...numbers(view)];
  },
};

const TITLE_WORD =
  /(?:agreement|contract|addendum|amendment|statement\s+of\s+work|work\s+order|letter\s+of\s+intent|memorandum|undertaking|lease|deed|terms\s+and\s+conditions|schedule\s+to|covenant|release|joinder|licen[cs]e|vertrag|vereinbarung|nachtrag|zusatz|leistungsbeschreibung|abkommen|contrat|convention|accord|avenant|contrato|acuerdo|convenio|adenda|contratto|accordo|scrittura\s+privata|appendice|acordo|aditamento|aditivo|overeenkomst|bijlage|addenda)/i;
const RUNNING = /[.;]$|\b(?:this|is\s+made|by\s+and\s+between|pursuant|hereby|shall|dated|between)\b/i;
const FILE_NAME = /\.(?:html?|txt|pdf|docx?)\b|quicklinks|table\s+of\s+contents/i;
const LOOKED_AT = 60;
const JOINED = /^(?:and|for|of|to|und|et|y|e|en|-|–|\p{Lu})/u;

function titleCandidates(reading: Reading, view: ContractText): Candidate[] {
  const heads = view.lines.slice(0, LOOKED_AT).filter((line) => line.page <= 3);
  const typical = usualHeight(heads);
  const found: Candidate[] = [];
  for (let i = 0; i < heads.length && found.length < 6; i++) {
    const line = heads[i]!;
    if (!isTitleLine(line) || !TITLE_WORD.test(line.text)) continue;
    const [first, last] = spread(heads, i);
    const start = view.offsets[first]!;
    const end = view.offsets[last]! + heads[last]!.text.length;
    const value = view.text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/^[-–\s]+|[-–\s]+$/g, '');
    if (value.length > 200) continue;
    const page = reading.pageOf(line);
    const signals = {
      word: 1.2,
      capitals: value === value.toUpperCase() ? 0.5 : 0,
      large: boxHeight(line.box) > 1.2 * typical ? 0.7 : 0,
      centred: Math.abs(centerX(line.box) - page.width / 2) < 0.06 * page.width ? 0.4 : 0,
      late: -0.09 * i,
      exhibit: /^(?:exhibit|anlage|annexe|anexo|allegato|bijlage)\b/i.test(value) ? -1.2 : 0,
    };
    found.push(makeCandidate(view, { path: 'title', value, start, end, source: 'contract/title-line', signals }));
    i = last;
  }
  return found;
}

function isTitleLine(line: Line): boolean {
  const { text } = line;
  return (
    text.length >= 5 && text.length <= 110 && !RUNNING.test(text) && !FILE_NAME.test(text) && /^["“(\p{Lu}]/u.test(text)
  );
}

/** A title over several lines: neighbours of the same look. */
function spread(lines: readonly Line[], at: number): [number, number] {
  let first = at;
  let last = at;
  while (
    first > 0 &&
    at - first < 2 &&
    goesOn(lines[first - 1]!, lines[first]!) &&
    leadsIn(lines[first - 1]!, lines[first]!)
  )
    first--;
  while (
    last + 1 < lines.length &&
    last - at < 2 &&
    goesOn(lines[last]!, lines[last + 1]!) &&
    leadsOn(lines[last]!, lines[last + 1]!)
  )
    last++;
  return [first, last];
}

const OPEN_END = /(?:\b(?:and|of|for|to|the|und|et|de|y|e|en|zur?|über)|[,&–-])$/i;
const CONNECTS = /^(?:and|of|for|to|und|et|de|y|e|en|zur?|über|&)\b/i;

/** The line above is the beginning of the title: "AMENDED AND RESTATED" / "MASTER SERVICES" over "AGREEMENT". */
function leadsIn(above: Line, line: Line): boolean {
  return (
    OPEN_END.test(above.text) ||
    CONNECTS.test(line.text) ||
    line.words.length === 1 ||
    /\b(?:amended|restated|mutual|non-?\s?disclosure|non-?\s?competition|confidentiality|form\s+of|master|allgemeine|contrat|contrato|contratto)\b/i.test(
      above.text,
    )
  );
}

/** The title runs on below: it ends in a joining word, or the next line begins with one or names the paper again. */
function leadsOn(line: Line, below: Line): boolean {
  return (
    OPEN_END.test(line.text) || CONNECTS.test(below.text) || (TITLE_WORD.test(below.text) && below.text.length < 60)
  );
}

function goesOn(above: Line, line: Line): boolean {
  if (above.page !== line.page || !isTitleLine(above) || !(isTitleLine(line) || JOINED.test(line.text))) return false;
  const gap = line.box[1] - above.box[3];
  const height = boxHeight(line.box);
  const capitals = (text: string) => text === text.toUpperCase();
  const ratio = boxHeight(above.box) / Math.max(1, height);
  if (gap > 0.9 * height || ratio > 1.2 || ratio < 0.8 || capitals(above.text) !== capitals(line.text)) return false;
  // A letterhead or an exhibit number above is not part of the title.
  return (
    !/^(?:exhibit|schedule\s+[a-z\d]$|annex|anlage|ex-)|(?:inc|llc|ltd|corp|gmbh|plc)\.?,?$/i.test(above.text) &&
    Math.abs(centerX(above.box) - centerX(line.box)) < 40
  );
}

const SELF =
  /\b(?:this|dieser|diese[rs]?|le\s+présent|la\s+présente|el\s+presente|il\s+presente|o\s+presente|deze)\s+((?:\p{Lu}[\p{L}/&-]*\s+|(?:and|of|for|de|und|et|di|do)\s+){0,9}(?:Agreement|AGREEMENT|Contract|CONTRACT|Addendum|ADDENDUM|Amendment|AMENDMENT|Statement of Work|Vertrag|Vereinbarung|Contrat|Convention|Avenant|Contrato|Acuerdo|Contratto|Accordo|Acordo|Overeenkomst))(?!\p{L})/gu;

/** "This Mutual Non-Disclosure Agreement (the "Agreement") …". */
function selfNames(view: ContractText): Candidate[] {
  const opening = view.text.slice(0, 5_000);
  for (const match of opening.matchAll(SELF)) {
    const name = match[1]!;
    if (!/\s/.test(name.trim())) continue;
    const start = match.index + match[0].length - name.length;
    const value = name.replace(/\s+/g, ' ');
    return [
      makeCandidate(view, {
        path: 'title',
        value,
        start,
        end: start + name.length,
        source: 'contract/self-name',
        signals: { named: 0.9 },
      }),
    ];
  }
  return [];
}

const NUMBER =
  /\b(?:agreement|contract|amendment\s+to\s+contract|vertrags?|contrat|contrato|contratto|acordo|overeenkomst|contract(?:\s+identification)?)\s*(?:-?\s*(?:no|nr|number|nummer|num|n)\s*[.°ºo]?|identification|#|:)\s*[:#.]?\s*([A-Z0-9][A-Z0-9./-]{2,24})(?![\p{L}\p{N}])/giu;

function numbers(view: ContractText): Candidate[] {
  const found: Candidate[] = [];
  for (const match of view.text.slice(0, 4_000).matchAll(NUMBER)) {
    const value = match[1]!.replace(/[./-]+$/, '');
    if (!/\d/.test(value) || found.length >= 4) continue;
    const start = match.index + match[0].length - match[1]!.length;
    found.push(
      makeCandidate(view, {
        path: 'number',
        value,
        start,
        end: start + value.length,
        source: 'contract/number',
        signals: { label: 1.4, late: -match.index / 4_000 },
      }),
    );
  }
  return found;
}
