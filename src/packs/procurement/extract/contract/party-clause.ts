// The parties of a preamble: "by and between Acme, Inc., a Delaware corporation ("Acme"), and Beta LLC …", in seven languages.

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
const TAIL = 1_100;
/** One company in a clause with a blank or a role behind it just passes. */
const MIN_SCORE = 0.7;

const OPENING =
  /(?:\b(?:by\s+and\s+)?(?:between|among(?:st)?)\b(?:\s+and\s+among\b)?|\bzwischen\b|\bentre(?:\s+les\s+soussignées?)?\b|\b(?:tra|fra)\b(?:\s+le\s+parti)?|\btussen\b|\bde\s+ondergetekenden\b|\breunidos\b|\bde\s+una\s+parte\b|\bpart(?:ies|eien|ijen)\s*:|\b(?:made|executed|given|entered\s+into|delivered)(?:\s+effective)?(?:\s+(?:as\s+of|on)\s+[^.]{4,40}?)?\s+by\b)/giu;
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
    const next = findNext(body, nameEnd, limit);
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
  /^(?:[\s:,;–—-]|\((?:1|i|a)\)|(?:1|i|a)[.)]|den\s+parteien|the\s+(?:following\s+)?(?:parties|undersigned\s+parties)\b[^:(]{0,60}:|les\s+soussignées?|los\s+abajo\s+firmantes|de\s+una\s+parte|d['’]une\s+part|le\s+parti|part(?:ies|eien|ijen)|einerseits|enerzijds|and\s+among|und|and)+/iu;

function skipLead(text: string, from: number): number {
  return from + (LEAD_WORDS.exec(text.slice(from, from + 160))?.[0].length ?? 0);
}

function findClosing(text: string, from: number): number {
  CLOSING.lastIndex = from;
  const match = CLOSING.exec(text);
  return match ? match.index : text.length;
}

const BLANK =
  /^[\s,;:()\d.]*(?:_{2,}[_\s]*|\[[^\]]{0,60}\]|\.{4,}|…+|(?:and\s+)?(?:the\s+(?:undersigned|person|individual|entity|employee|executive|director|recipient)|die\s+unterzeichnende|le\s+soussigné)\b|\(?["“„«])/iu;

/** Length of a blank, a bracket to be filled or "the undersigned" at `at`; 0 when it is none of these. */
function blankAt(text: string, at: number): number {
  return BLANK.exec(text.slice(at, at + 90))?.[0].length ?? 0;
}

interface NextParty {
  at: number;
  /** Where the tail of the party before ends. */
  separator: number;
}

const SEPARATOR =
  /[,;.]?\s+(?:and|und|et|y|e|en|as well as|sowie|ainsi que|&)\s+(?:(?:de\s+(?:la\s+)?otra(?:\s+parte)?|d['’]autre\s+part|dall['’]altra(?:\s+parte)?|de\s+outra?(?:\s+parte)?|andererseits|anderzijds)\s*,?\s*)?|;\s*|\n\s*(?:\(?(?:[1-9]|[ivx]{1,4}|[a-h])[.)]\)?\s+)?|\((?:[2-9]|ii|iii|iv|b|c|d)\)\s+|,\s+/giu;
const REPRESENTED =
  /vertreten|represented|représentée?|representad|rappresentat|vertegenwoordig|acting\s+(?:by|through)|por\s+medio|handelnd|director|attention|attn/i;

function findNext(text: string, from: number, limit: number): NextParty | undefined {
  const window = text.slice(from, Math.min(limit, from + TAIL));
  const end = tailEnd(text, from, limit) - from;
  const depths = bracketDepths(window);
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(window); match; match = SEPARATOR.exec(window)) {
    if (match.index >= end) return undefined;
    SEPARATOR.lastIndex = Math.max(match.index + 1, match.index + match[0].length - 1);
    if (depths[match.index]! > 0) continue;
    const word = /\p{L}/u.test(match[0].replace(/\([^)]*\)/g, ''));
    const at = from + match.index + match[0].length;
    const strong = word || /[;(\d]/.test(match[0]);
    const name = readNameAt(text, at);
    if (name && name.start - at < 40) {
      const after = text.slice(name.end, name.end + 60);
      const defined =
        /^["”]?[\s,]{0,3}\(\s*(?:the |an |herein[a-z]* |collectively |"|“|„|«|')/iu.test(after) ||
        /^\s*\(\s*\p{Lu}[\p{L} ]{2,30}\)/u.test(after);
      const described =
        /^,?\s+(?:an?\s+\p{L}|with\s|having\s|located\s|whose\s|organi[sz]ed|incorporated|mit\s+(?:dem\s+)?sitz|con\s+(?:sede|domicilio)|sise|dont\s|au\s+capital|gevestigd|com\s+sede|residing|on\s+the\s+other|jointly|together|as\s+\p{Lu}|hereinafter|f\/k\/a|d\/b\/a)/iu.test(
          after,
        );
      const closes = from + match.index + match[0].length < limit && name.end >= limit - 3;
      const afterRepresentative = REPRESENTED.test(window.slice(0, match.index)) && name.kind === 'person' && !defined;
      const company = name.kind === 'company' && name.certainty >= 0.75;
      const accepted =
        !afterRepresentative &&
        (defined ||
          (company && (strong || described || /^[.,;]?\s*\n/.test(after))) ||
          (name.kind === 'person' && name.certainty >= 0.6 && described) ||
          (name.kind === 'person' && strong && word) ||
          (word &&
            (described || closes || /^\s*(?:[,.;(]|$|are\b|as\b|agree|\n)/iu.test(after)) &&
            name.certainty >= 0.3));
      if (accepted) return { at, separator: from + match.index };
    } else if (word && blankAt(text, at) > 0 && !/^\s*(?:its|any|all)\b/i.test(text.slice(at, at + 8))) {
      return { at, separator: from + match.index };
    }
  }
  return undefined;
}

/** Bracket depth before each character; linear. */
function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length + 1);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === ')' && depth > 0) depth--;
    depths[i] = depth;
    if (c === '(' && depth < 3) depth++;
  }
  return depths;
}

const SENTENCE_END = /[.](?=\s+["“]?(?:\p{Lu}\p{Ll}*|\p{Lu}\.|\d+\.)\s)/gu;
const ABBREVIATED =
  /(?:^|[\s(.])(?:\p{L}|\p{Lu}\p{L}{0,3}|inc|corp|co|ltd|llc|no|nr|st|ste|ave|blvd|rd|str|jr|sr|mr|ms|mrs|dr|u\.s|n\.v|b\.v|s\.a|l\.p|bldg|fl|rm|tel|abs|art|ziff|bzw)$/iu;
const SENTENCE_START =
  /^\s+["“]?(?:The|This|These|Each|In|For|Collectively|As|It|Whereas|Both|If|When|Pursuant|Company|Capitalized|Under|Throughout|Die|Der|Das|Les|Le|La|Las|Los|Il|Het|De|\d+\.)\s/u;

/** End of the sentence that names the party, or the limit. */
function tailEnd(text: string, from: number, limit: number): number {
  const window = text.slice(from, Math.min(limit, from + TAIL));
  for (const match of window.matchAll(SENTENCE_END)) {
    const before = window.slice(Math.max(0, match.index - 12), match.index);
    const after = window.slice(match.index + 1, match.index + 24);
    if (!ABBREVIATED.test(before) || SENTENCE_START.test(after) || /^\s*\n\s*\p{Lu}\.\s/u.test(after))
      return from + match.index;
  }
  // A name that ends in "Inc." takes the full stop with it.
  if (text[from - 1] === '.' && SENTENCE_START.test(window.slice(0, 24))) return from;
  return from + window.length;
}
