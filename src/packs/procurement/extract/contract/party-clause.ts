// The parties of a preamble: "by and between Acme, Inc., a Delaware corporation ("Acme"), and Beta LLC …", in seven languages.

import { blankAt, findNextParty, tailEnd } from './next-party.ts';
import { judgeName, type PartyName, readNameAt } from './party-name.ts';
import { readRole } from './party-role.ts';

export interface NamedParty extends PartyName {
  role?: string;
}

export interface PartyClause {
  parties: NamedParty[];
  /** Parties the clause leaves blank or calls "the undersigned". */
  blanks: number;
  start: number;
  end: number;
}

/** Parties stand in the first pages; a cover and a table of contents may come before them. */
const SEARCHED = 16_000;
const CLAUSE = 5_000;
/** One company in a clause with a blank or a role behind it just passes. */
const MIN_SCORE = 0.7;

const OPENING =
  /(?:\b(?:by\s+and\s+)?(?:between|among(?:st)?)\b(?:\s+and\s+among\b)?|\bzwischen\b|\bentre\b(?:\s+les\s+soussignée?s?(?!\p{L}))?|\b(?:tra|fra)\b(?:\s+le\s+parti)?|\btussen\b|\bde\s+ondergetekenden\b|\breunidos\b|\bde\s+una\s+parte\b|\bpart(?:ies|eien|ijen)\s*:|\b(?:made|executed|given|entered\s+into|delivered)(?:\s+effective)?(?:\s+(?:as\s+of|on)\s+[^.]{4,40}?)?\s+by\b)/giu;
const CONTEXT =
  /agreement|contract|made|entered|dated|effective|addendum|amendment|lease|deed|letter|memorandum|order|statement of work|vertrag|vereinbarung|nachtrag|abgeschlossen|geschlossen|contrat|convention|accord|avenant|conclu|contrato|acuerdo|convenio|celebra|contratto|accordo|stipula|acordo|overeenkomst|contract|gesloten/i;
/** Where the clause ends at the latest: recitals, the first section, the body. */
const CLOSING =
  /\b(?:whereas|w\s?i\s?t\s?n\s?e\s?s\s?s\s?e\s?t\s?h|recitals?|backgrounds?|now,?\s+therefore|(?:hereby\s+)?(?:mutually\s+)?agrees?\s+(?:as\s+follows|to\s+the)|the\s+parties\s+(?:hereby\s+)?agree|in\s+consideration\s+of|pr[äa]ambel|vorbemerkung|wird\s+folgende[rs]?|il\s+(?:est|a\s+été)\s+(?:convenu|préalablement|exposé)|pr[ée]ambule|considérant|exponen|manifiestan|cl[áa]usulas|acuerdan|premess[eo]|si\s+conviene|convengono|considerandos?|acordam|resolvem|overwegende|komen\s+overeen|in\s+aanmerking\s+nemende|table\s+of\s+contents|inhaltsverzeichnis|sommaire|[íi]ndice)\b|§\s*1\b|\n\s*(?:this|exhibit|execution\s+version)\s/giu;

/** The best-read parties clause near the start of a contract; undefined when none names anybody. */
export function findPartyClause(text: string): PartyClause | undefined {
  let best: PartyClause | undefined;
  let bestScore = 0;
  let tries = 0;
  for (const match of text.slice(0, SEARCHED).matchAll(OPENING)) {
    const lead = text.slice(Math.max(0, match.index - 320), match.index);
    const heading = /:$/.test(match[0]) || match.index < 400 || /^\p{Lu}{5,}/u.test(match[0]);
    if (!heading && !CONTEXT.test(lead)) continue;
    if (++tries > 24) break;
    const clause = readClause(text, match.index + match[0].length);
    if (!clause) continue;
    const score = scoreClause(clause, match[0], match.index, lead);
    if (score > Math.max(bestScore, MIN_SCORE)) [best, bestScore] = [clause, score];
  }
  return best ?? findBareClause(text);
}

const AGREEING =
  /\b(?:agree\s+as\s+follows|(?:hereby|mutually|have|has)\s+agreed?|agrees?\s+(?:to|that|as)|desire\s+to\s+enter|enter\s+into\s+this|vereinbaren|schließen|conviennent|acuerdan|convengono|acordam|komen\s+overeen)\b/i;
const BARE_STARTS = 30;

/** A contract that opens with its parties: "Acme, Inc., a Delaware corporation ("Acme"), and Jane Doe ("Doe") agree as follows". */
function findBareClause(text: string): PartyClause | undefined {
  let tries = 0;
  for (const match of text.slice(0, 3_000).matchAll(/(?:^|\n)(?=\p{Lu})/gu)) {
    if (++tries > BARE_STARTS) break;
    const clause = readClause(text, match.index + match[0].length);
    if (!clause || clause.parties.length < 2) continue;
    const certain = clause.parties.every(
      (party) => party.certainty >= 0.45 && (party.role !== undefined || party.kind === 'company'),
    );
    if (
      certain &&
      clause.parties.some((party) => party.role) &&
      AGREEING.test(text.slice(clause.start, clause.end + 500))
    )
      return clause;
  }
  return undefined;
}

function scoreClause(clause: PartyClause, opening: string, at: number, lead: string): number {
  let score = 0;
  for (const party of clause.parties) score += party.certainty + (party.role ? 0.6 : 0);
  score += Math.min(1, clause.blanks) * 0.5;
  if (clause.parties.length + clause.blanks < 2) score -= 0.8;
  if (/by$/i.test(opening)) score -= 0.7;
  if (
    /(?:this|the|das|dieser?|le présent|el presente|il presente|o presente|deze)\s[^.]{0,200}$|^\s*(?:agreement|contract)/i.test(
      lead,
    )
  )
    score += 0.3;
  // Recitals name other agreements between other parties.
  if (
    /\b(?:that certain|pursuant to|defined in|under the|relationship|transaction|dispute|difference|recitals|whereas)\b[^.]{0,160}$/i.test(
      lead,
    )
  )
    score -= 1.5;
  if (
    at > 1_500 &&
    !/(?:this|the|dieser?|le présent|el presente|il presente|o presente|deze)\s[^.]{0,300}$/i.test(lead) &&
    !/^\p{Lu}{3,}/u.test(opening)
  )
    score -= 0.8;
  return score - at / 9_000;
}

function readClause(text: string, from: number): PartyClause | undefined {
  const body = text.slice(0, Math.min(text.length, from + CLAUSE));
  let limit = body.length;
  const parties: NamedParty[] = [];
  let blanks = 0;
  const known = new Set<string>();
  let at = skipLead(body, from);
  const start = at;
  for (let turn = 0; turn < 40 && at < limit; turn++) {
    const name = readNameAt(body, at);
    const blank = name ? 0 : blankAt(body, at);
    if (!name && blank === 0) break;
    if (turn === 0) limit = Math.min(limit, findClosing(body, name?.end ?? at + blank));
    if (name && name.end > limit) break;
    const nameEnd = name?.end ?? at + blank;
    const next = findNextParty(body, nameEnd, limit);
    const tail = body.slice(nameEnd, next?.separator ?? next?.at ?? tailEnd(body, nameEnd, limit));
    const party = name ? (insteadOf(tail, nameEnd) ?? name) : undefined;
    if (party && party.certainty >= 0.3) {
      const key = party.name.toLowerCase();
      const role = readRole(tail);
      const repeated =
        (party.kind !== 'company' && [...known].some((other) => other.startsWith(key))) ||
        parties.some((other) => other.role?.toLowerCase() === key);
      if (!known.has(key) && !repeated) parties.push(role === undefined ? party : { ...party, role });
      known.add(key);
    } else if (!party) blanks++;
    if (!next) {
      at = nameEnd + tail.length;
      break;
    }
    at = next.at;
  }
  if (parties.length === 0) return undefined;
  if (parties.length === 1 && blanks === 0) parties.splice(0, 1, ...splitJoined(parties[0]!));
  return { parties, blanks, start, end: at };
}

/** A clause names two parties: "Apple and Google Inc." alone in it is not one firm. */
function splitJoined(party: NamedParty): NamedParty[] {
  const joint = /\s(?:and|und|et|y|e|en)\s(?=\p{Lu})/u.exec(party.name);
  const raw = joint ? party.name.slice(0, joint.index) : '';
  const left = joint ? judgeName(raw, party.start) : undefined;
  const right = joint
    ? judgeName(party.name.slice(joint.index + joint[0].length), party.start + joint.index + joint[0].length)
    : undefined;
  if (!left || !right || party.end - party.start !== party.name.length) return [party];
  return [left, party.role === undefined ? right : { ...right, role: party.role }];
}

/** "D. Juan Pérez, … en representación de la mercantil ACME, S.L.": the represented firm is the party. */
function insteadOf(tail: string, at: number): NamedParty | undefined {
  const match =
    /(?:en\s+nombre\s+y\s+representaci[óo]n\s+de|en\s+representaci[óo]n\s+de|agissant\s+au\s+nom\s+(?:et\s+pour\s+le\s+compte\s+)?de|in\s+rappresentanza\s+di|em\s+representaç[ãa]o\s+d[ae])\s+/iu.exec(
      tail,
    );
  if (!match) return undefined;
  const firm = readNameAt(tail, match.index + match[0].length);
  return firm?.kind === 'company' ? { ...firm, start: at + firm.start, end: at + firm.end } : undefined;
}

const LEAD_WORDS =
  /^(?:[\s:,;–—-]|\((?:1|i|a)\)|(?:1|i|a)[.)]|den\s+parteien|the\s+(?:following\s+)?(?:parties|undersigned\s+parties)\b[^:(]{0,60}:|les\s+soussignée?s?(?!\p{L})|los\s+abajo\s+firmantes|de\s+una\s+parte|d['’]une\s+part|le\s+parti|part(?:ies|eien|ijen)|einerseits|enerzijds|and\s+among|und|and)+/iu;

function skipLead(text: string, from: number): number {
  return from + (LEAD_WORDS.exec(text.slice(from, from + 160))?.[0].length ?? 0);
}

function findClosing(text: string, from: number): number {
  CLOSING.lastIndex = from;
  const match = CLOSING.exec(text);
  return match ? match.index : text.length;
}
