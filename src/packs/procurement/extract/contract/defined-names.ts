// Companies and persons that the opening words define: `your employment with Acme, Inc. and its affiliates (the "Company")`.

import { findCompanyNames } from '../../../../recognize/company-names.ts';
import type { NamedParty } from './party-clause.ts';
import { judgeName, type PartyName, readNameAt } from './party-name.ts';
import { readRole } from './party-role.ts';

const OPENING = 3_600;
const REACH = 300;

/** Defined terms that parties get, in the languages we read. */
const PARTY_ROLE =
  /^(?:company|companies|corporation|employers?|employees?|executive|director|consultant|contractor|recipient|provider|discloser|disclosing party|receiving party|counterparty|customer|client|supplier|vendor|distributor|reseller|agent|licensor|licensee|buyer|seller|purchaser|lender|borrower|landlord|tenant|lessor|lessee|owner|servicer|investor|shareholder|stockholder|bank|sponsor|participant|transporter|shipper|auftraggeber|auftragnehmer|lieferant|kunde|verkäufer|käufer|prestataire|client|fournisseur|cliente|proveedor|prestador|fornitore|committente|fornecedor|contratante|contratada|opdrachtgever|opdrachtnemer|leverancier|klant|we|you|athlete)$/i;

/** Parties found by the bracket that defines their role, in the first paragraphs. */
export function findDefinedNames(text: string): NamedParty[] {
  const opening = text.slice(0, OPENING);
  const companies = findCompanyNames(opening);
  const found: NamedParty[] = [];
  let previous = 0;
  for (const match of opening.matchAll(/\((?=[^()"“„«]{0,170}["“„«'‘])/gu)) {
    const open = match.index;
    const close = opening.indexOf(')', open);
    if (close < 0 || close - open > 300) continue;
    const role = readRole(opening.slice(open, close + 1));
    if (!role) continue;
    const from = Math.max(previous, open - REACH);
    previous = close;
    const generic = PARTY_ROLE.test(role);
    const name = nameBefore(opening, open) ?? (generic ? lastCompany(companies, opening, from, open) : undefined);
    if (name && (generic || echoes(role, name.name))) found.push({ ...name, role });
  }
  return found;
}

/** The last company of the same sentence before the bracket. */
function lastCompany(
  companies: ReturnType<typeof findCompanyNames>,
  text: string,
  from: number,
  open: number,
): PartyName | undefined {
  const company = companies.findLast((mention) => mention.start >= from && mention.end <= open);
  if (!company || /[.;]\s+\p{Lu}/u.test(text.slice(company.end + 1, open))) return undefined;
  return readNameAt(text, company.start) ?? judgeName(company.raw, company.start);
}

/** "Mutual Insurance Corporation (MICOA)", "AB Wately, Inc. ("Wately")": the term is made from the name. */
function echoes(role: string, name: string): boolean {
  const words: string[] = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const term = role.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
  const initials = words.map((word) => word[0]).join('');
  const first = term.split(' ')[0]!;
  return (
    words.includes(first) ||
    words.includes(term) ||
    (term.length >= 2 && (initials.startsWith(term) || initials.includes(term)))
  );
}

const DESCRIPTION =
  /,?\s+(?:an?\s+(?:\p{L}+\s+){0,4}(?:corporation|company|partnership|trust|individual|bank|entity|association)|and\s+its\s+\p{Ll}+(?:\s+and\s+\p{Ll}+)?)\s*,?\s*$/iu;

/** The name that ends right before `open`, over "a Delaware corporation". */
function nameBefore(text: string, open: number): PartyName | undefined {
  const before = text.slice(Math.max(0, open - 260), open);
  const described = DESCRIPTION.exec(before.slice(-120));
  const end = open - (described?.[0].length ?? 0);
  const goal = text.slice(0, end).trimEnd().replace(/[,;]$/, '').length;
  const words = [...text.slice(Math.max(0, end - 140), end).matchAll(/\S+/g)];
  for (let i = Math.max(0, words.length - 9); i < words.length; i++) {
    if (!/^\p{Lu}|^\p{Ll}{1,4}\p{Lu}/u.test(words[i]![0])) continue;
    const name = readNameAt(text, Math.max(0, end - 140) + words[i]!.index);
    if (name && name.kind !== 'other' && Math.abs(name.end - goal) <= 1) return name;
  }
  return undefined;
}
