// Who signs: company lines above "By: Name: Title:", and individuals who sign for themselves.

import { personNameScore } from '../../../../recognize/person-names.ts';
import type { ContractText } from './contract-text.ts';
import type { NamedParty } from './party-clause.ts';
import { readNameAt } from './party-name.ts';

/** Phrases with which signatures begin, in the languages we read. */
const START =
  /in\s+witness\s+w|very\s+truly\s+yours|yours\s+(?:faithfully|sincerely|truly)|^sincerely|accepted\s+(?:and|&)\s+agreed|agreed\s+(?:and|&|to\s+and)\s+accepted|confirmed\s+and\s+agreed|agreed\s+to\s+and|acknowledged\s+and\s+agreed|have\s+(?:duly\s+)?(?:executed|signed)|parties\s+have\s+caused|undersigned\s+(?:hereby\s+)?execute|signature\s+page|^signatures?\s*:?$|^signed\s+by|accepted:|agreed:|unterschrift|^ort,\s+datum|fait\s+(?:à|en)|lu\s+et\s+approuvé|signé\s+(?:à|le|par)|firmado|en\s+prueba\s+de\s+conformidad|letto,?\s+confermato|assinad[oa]s?\s|aldus\s+(?:overeengekomen|opgemaakt)|ondertekend|voor\s+akkoord|execute\s+this\b|sign\s+(?:and\s+return\s+)?(?:this|below)/i;
const REGION = 70;
/** Narrowest page in points that has two columns of signatures. */
const LETTER_WIDTH = 595;
const ANCHOR =
  /^(?:by|per|name|its|title|signature|signed|print(?:ed)?\s+name|date|von|par|por|per|nom|nombre|nome|naam|titel|position|funktion)\s*[:_]|^\/s\/|_{6,}|^by$/i;
const ROLE_LABEL =
  /^["“]?(employee|associate|executive|second\s+party|first\s+party|director|consultant|contractor|officer|recipient|participant|counterparty|company|employer|licensor|licensee|supplier|customer|client|buyer|seller|purchaser|lender|borrower|agent|landlord|tenant|provider|disclosing party|receiving party|mitarbeiter|arbeitnehmer|auftraggeber|auftragnehmer|salarié|employeur|trabajador|lavoratore|werknemer)["”]?\s*(?::|$)\s*/i;
const PERSON_LABEL =
  /^(?:employee\s+)?(?:by|name|print(?:ed)?(?:\s+name)?|signature|signed(?:\s+by)?|nom|nombre|nome|naam|\/s\/)\s*[:.]?\s*(?:\/s\/\s*)?/i;
/** Words of offices, places and papers that look like names in capitals. */
const NOT_A_PERSON =
  /\b(?:president|director|chief|officer|manager|counsel|secretary|treasurer|partner|representative|member|chairman|associate|assignment|agreement|invention|exhibit|schedule|floor|suite|street|road|avenue|park|hill|building|tower|company|board|committee|legal|vice|senior|human|resources|corporate|date|seal|witness|notary|attest)\b/i;
const NOT_A_NAME =
  /^(?:attention|attn|copy|with a copy|c\/o|re:|title|date|address|phone|fax|e-?mail|signature\s+page)/i;

export interface SignatureParty extends NamedParty {
  /** Index into the text's lines. */
  line: number;
}

interface Block {
  company?: boolean;
  role?: string;
  signed?: { name: string; line: number };
}

/** Parties named in signature blocks, in order. */
export function findSignatureParties(view: ContractText): SignatureParty[] {
  const found: SignatureParty[] = [];
  let until = -1;
  const blocks: Block[] = [{}, {}];
  for (let i = 0; i < view.lines.length; i++) {
    const line = view.lines[i]!;
    if (line.text.length < 900 && START.test(line.text)) {
      if (i > until) blocks.splice(0, 2, {}, {});
      until = i + REGION;
      continue;
    }
    if (i > until) continue;
    const column = line.box[0] > 0.42 * Math.max(LETTER_WIDTH, line.box[2]) ? 1 : 0;
    readLine(view, i, blocks, column, found);
  }
  return found;
}

function readLine(view: ContractText, i: number, blocks: Block[], column: number, found: SignatureParty[]): void {
  const line = view.lines[i]!;
  const text = line.text.trim();
  if (text === '' || text.length > 140 || NOT_A_NAME.test(text)) return;
  const block = blocks[column]!;
  const label = ROLE_LABEL.exec(text);
  const rest = label ? text.slice(label[0].length) : text;
  if (label) blocks[column] = { role: label[1]! };
  const company = rest === '' ? undefined : wholeCompany(rest);
  if (company && anchored(view, i)) {
    blocks[column] = { ...(label ? { role: label[1]! } : {}), company: true };
    const start = view.offsets[i]! + line.text.indexOf(company.name.slice(0, 4));
    found.push({ ...company, start, end: start + company.name.length, line: i });
    return;
  }
  if (company || block.company) return;
  readPerson(view, i, rest, blocks, column, found);
}

/** The line as the name of a firm, with nothing beside it but a defined term. */
function wholeCompany(text: string): NamedParty | undefined {
  const bare = text.replace(/^(?:by|per|for|für|pour|por|per)\s*:?\s+(?=\p{Lu})/iu, '');
  const name = readNameAt(bare, 0);
  if (name?.kind !== 'company' || name.certainty < 0.75) return undefined;
  if (/^(?:representative|president|director|general counsel|board)\b|assignment|agreement$/i.test(name.name))
    return undefined;
  const rest = bare.slice(name.end).trim();
  const role = /^[,.]?\s*\(\s*(?:the\s+)?["“„]([^"”“]{2,40})["”]\s*\)/i.exec(rest)?.[1];
  if (rest.length > 2 && role === undefined && !/^[,.]?\s*(?:as\s|an?\s|its\s|\()/i.test(rest)) return undefined;
  if (name.certainty < 0.9 && bare !== bare.toUpperCase()) return undefined;
  return role ? { ...name, role } : name;
}

/** Something to sign on within the next lines. */
function anchored(view: ContractText, i: number): boolean {
  const page = view.lines[i]!.page;
  for (let next = i + 1; next <= i + 7 && next < view.lines.length; next++) {
    if (view.lines[next]!.page > page + 1) return false;
    if (ANCHOR.test(view.lines[next]!.text.trim())) return true;
  }
  return false;
}

function readPerson(
  view: ContractText,
  i: number,
  rest: string,
  blocks: Block[],
  column: number,
  found: SignatureParty[],
): void {
  const block = blocks[column]!;
  const label = PERSON_LABEL.exec(rest)?.[0] ?? '';
  const bare = rest
    .slice(label.length)
    .replace(/^\/s\/\s*/i, '')
    .replace(/\s*\(.*$/, '')
    .replace(/[,;_\s]+$/, '');
  if (bare.length < 4 || bare.length > 50 || NOT_A_PERSON.test(bare) || personNameScore(bare) < 0.4) return;
  const signedFor = block.role !== undefined && !/^(?:company|employer|arbeitgeber)$/i.test(block.role);
  const repeats = block.signed && sharesSurname(block.signed.name, bare) && i - block.signed.line <= 5;
  if (/\/s\//i.test(rest) && !signedFor) {
    blocks[column] = { ...block, signed: { name: bare, line: i } };
    return;
  }
  if (!(signedFor || repeats) || titled(view, i)) return;
  const line = view.lines[i]!;
  const start = view.offsets[i]! + Math.max(0, line.text.indexOf(bare));
  const party = { name: bare, start, end: start + bare.length, kind: 'person' as const, certainty: 0.7, line: i };
  if (!found.some((other) => other.kind === 'person' && sharesSurname(other.name, bare)))
    found.push(signedFor ? { ...party, role: block.role! } : party);
}

function sharesSurname(a: string, b: string): boolean {
  const last = (name: string) =>
    name
      .replace(/,?\s+(?:jr|sr|ii|iii|iv)\.?$/i, '')
      .split(/\s+/)
      .at(-1)!
      .toLowerCase();
  return last(a) === last(b);
}

/** An officer signs with a title; a party that is a person has none. */
function titled(view: ContractText, i: number): boolean {
  for (let next = i + 1; next <= i + 2 && next < view.lines.length; next++) {
    const text = view.lines[next]!.text.trim();
    if (
      /^(?:title|its|position)\s*:?\s*\S|president|chief|secretary|manager|counsel|geschäftsführer|gérant/i.test(text)
    )
      return true;
  }
  return false;
}
