// Where a firm says its own name without a block of its own: letterhead, footer, small print, bank details, signature.

import { boxHeight } from '../../../../document/box.ts';
import { usualHeight } from '../../../../document/layout/usual-height.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { addressLineScore } from '../../../../recognize/addresses.ts';
import { companyNameScore, findCompanyNames } from '../../../../recognize/company-names.ts';
import {
  companyMatchesDomain,
  normalizeCompanyName,
  sameCompany,
} from '../../../../recognize/company-names-compare.ts';
import { isContactLine } from '../../../../recognize/contact.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';
import { isHonoured } from './honoured-names.ts';
import { cutName, hasLegalForm, isCompany, isNameLabel, isSalutationOnly, isTitle, mayBeName } from './name-text.ts';
import { findPartyBlocks } from './party-blocks.ts';
import { partyCandidate, type Side } from './party-candidates.ts';
import { ownDomains, senderNames } from './party-signals.ts';
import { recipientLines } from './recipient-lines.ts';
import { roleHitsOf } from './role-headings.ts';
import { besideAmount, inTable } from './row-places.ts';

interface NamedCompany {
  name: string;
  line: Line;
  start: number;
  /** 0–1 from the form. */
  score: number;
  source: 'legal-form' | 'letterhead' | 'statement';
  /** How strongly the sentence around it says that it is the issuer. */
  said: number;
}

const MOST_NAMES = 60;
const BANK =
  /(?<!\p{L})(?:bank(?:haus)?|\p{L}*bank|sparkasse|\p{L}*sparkasse|volksbank|raiffeisen\p{L}*|banque|banca|banco|caixa|caja|cr[ée]dit|credito|postfinance|paypal)(?!\p{L})/iu;

/** Candidates for the issuer's name; the more often it stands and the nearer its domain, the surer. */
export function fromSelfNaming(reading: Reading, issuer: Side): Candidate[] {
  const named = collectNames(reading);
  const domains = ownDomains(reading);
  const senders = senderNames(reading);
  const recipients = recipientLines(reading);
  const repeatsOf = createRepeatCounter(reading);
  const brands = brandNames(reading);
  const full = [
    ...named.filter((one) => one.source === 'legal-form').map((one) => one.name),
    ...findPartyBlocks(reading).flatMap((block) => block.names.map(({ name }) => name).filter(hasLegalForm)),
  ];
  return named.map((one) => {
    const { name, line, start, score } = one;
    const page = reading.pageOf(line);
    const depth = line.box[1] / page.height;
    const same = named.filter((other) => other.line !== line && sameCompany(other.name, name) > 0.85).length;
    const longer = full.some((other) => extendsName(other, name));
    const repeats = longer ? same : Math.max(same, repeatsOf(name) - 1);
    const domain = Math.max(0, ...domains.map((d) => companyMatchesDomain(name, d)));
    const signals: Record<string, number> = {
      form: 1.6 * score - 0.9,
      place: page.number === 1 && depth < 0.14 ? 0.9 : depth > 0.85 ? 0.7 : 0,
      topmost: page.number === 1 && line.row === 0 ? 0.4 : 0,
      repeats: Math.min(1, 0.45 * repeats),
    };
    if (domain > 0.5) signals.domain = 1.3 * domain;
    const size = largeness(reading, page, line);
    if (size > 0) signals.size = size;
    if (one.said > 0) signals.said = one.said;
    if (longer && one.source !== 'legal-form') signals.brand = -0.8;
    if (one.source === 'legal-form' && brands.some((brand) => isEntityOf(name, brand))) signals.entity = 2.7;
    if (senders.some((sender) => sameCompany(sender, name) > 0.85)) signals.sender = 0.8;
    if (recipients.has(line)) signals.recipientBlock = -1.6;
    if (isHonoured(line, name)) signals.honoured = -2;
    if (BANK.test(name) && domain < 0.6) signals.bank = -1.6;
    if (inTable(page, line)) signals.table = -1.3;
    if (one.said === 0 && isValueOfLabel(page, line, start)) signals.labelled = -1;
    return partyCandidate(
      `${issuer}.name`,
      name,
      [evidenceOfSpan(line, start, start + name.length)],
      'self-naming',
      signals,
    );
  });
}

/** "Acme Foods Ltd" says in full what "Acme Foods" says in short. */
const extendsName = (full: string, short: string): boolean =>
  full.length > short.length && ` ${full.toLowerCase()} `.includes(` ${short.toLowerCase()} `);

/** How many lines print the name. */
function createRepeatCounter(reading: Reading): (name: string) => number {
  const text = reading.derive('procurement/lower-text', () =>
    reading.lines
      .slice(0, 400)
      .map((line) => line.text.toLowerCase())
      .join('\n'),
  );
  return (name) => {
    if (name.length < 5) return 0;
    const wanted = name.toLowerCase();
    let count = 0;
    for (let at = text.indexOf(wanted); at >= 0 && count < 6; at = text.indexOf(wanted, at + wanted.length)) count++;
    return count;
  };
}

/** Names without a legal form over addresses that no heading gives to the recipient. */
function brandNames(reading: Reading): string[] {
  return findPartyBlocks(reading).flatMap((block) => {
    const name = block.names[0]?.name;
    return name && !block.role && block.box[1] < 0.2 * block.page.height && !isCompany(name) ? [name] : [];
  });
}

/** "Acme SAS" in small print is the firm behind "Acme Customer Care" in the letterhead. */
function isEntityOf(entity: string, brand: string): boolean {
  const [first] = normalizeCompanyName(brand).split(' ');
  return first !== undefined && first.length >= 4 && normalizeCompanyName(entity).split(' ')[0] === first;
}

function collectNames(reading: Reading): NamedCompany[] {
  return reading.derive('procurement/named-companies', () => {
    const found: NamedCompany[] = [];
    const { pages } = reading.doc;
    const read = pages.length > 3 ? [pages[0]!, pages[1]!, pages.at(-1)!] : pages;
    for (const page of read) {
      for (const line of page.lines) {
        if (found.length >= MOST_NAMES) return found;
        if (line.text.length > 400) continue;
        found.push(...statedIn(page, line));
        for (const mention of reading.mentions('company-names', line, findCompanyNames)) {
          const name = cutName(mention.value);
          if (!mayBeName(name) || found.some((other) => other.line === line && other.name === name)) continue;
          const start = Math.max(0, line.text.indexOf(name));
          found.push({ name, line, start, score: mention.certainty, source: 'legal-form', said: 0 });
        }
      }
    }
    if (pages[0]) found.push(...letterheadNames(reading, pages[0], found));
    return found;
  });
}

const STATEMENT =
  /(?:(?<!\p{L})(?:payable to|in favou?r of|made out to|account (?:name|holder)|name of (?:the )?account|beneficiary(?: name)?|sold by|issued by|billed by|payment received by|shopping (?:with|at)|zugunsten(?: von)?|kontoinhaber(?:in)?|(?:à|a) l[’']ordre de|titulaire(?: du compte)?|(?:a|en) favor de|titular de la cuenta|intestat[oa] a|intestatario(?: del)? conto|a favore di|ten name van|t\.n\.v\.|op naam van|rekeninghouder|a favor de|titular da conta|na rzecz|vendu par|verkauf durch|authori[sz]ed signator?y for|signed for and on behalf of|for and on behalf of))\s*[:：]?\s*(.*)$/iu;
const FIRM_STATEMENT =
  /sold by|issued by|billed by|vendu par|on behalf of|signator|payable|favou?r|favore|ordre|zugunsten|shopping/i;

/** "Please make cheques payable to Acme": the sentence names who is paid. */
function statedIn(page: Page, line: Line): NamedCompany[] {
  const match = STATEMENT.exec(line.text);
  if (!match) return [];
  let holder = line;
  let rest = match[1]!;
  if (!/\p{L}{2}/u.test(rest)) {
    const next = page.lines.find(
      (other) =>
        other.index > line.index &&
        ((other.row === line.row && other.box[0] - line.box[2] < 120) ||
          (other.row > line.row &&
            other.box[1] - line.box[3] < boxHeight(line.box) &&
            Math.abs(other.box[0] - line.box[0]) < 40)),
    );
    if (!next) return [];
    holder = next;
    rest = next.text;
  }
  const exact = findCompanyNames(rest)[0];
  const name = cutName(
    exact && exact.start < 4
      ? exact.value
      : rest.split(/[.;!?](?:\s|$)|\s(?:and|und|et|within|by|bei|mit|iban|no\.)\s/iu)[0]!,
  );
  if (!mayBeName(name) || name.length > 70 || labelLikeness(name) > 0.6) return [];
  if (!/^["“„]?[\p{Lu}\d]/u.test(name)) return [];
  const start = Math.max(0, holder.text.indexOf(name));
  const said = FIRM_STATEMENT.test(match[0]) ? 1.5 : 0.9;
  const score = Math.max(0.45, companyNameScore(name));
  return [{ name, line: holder, start, score, source: 'statement', said }];
}

/** The first rows of the first page name the issuer even without a legal form. */
function letterheadNames(reading: Reading, page: Page, known: readonly NamedCompany[]): NamedCompany[] {
  const hits = roleHitsOf(reading, page);
  const found: NamedCompany[] = [];
  for (const line of page.lines) {
    if (line.row > 5 || line.box[1] > 0.22 * page.height || line.text.length > 60) continue;
    if (hits.has(line.index) || known.some((other) => other.line === line)) continue;
    if (besideAmount(page, line)) continue;
    if (/[:：]/.test(line.text) || isContactLine(line.text) || isSalutationOnly(line.text)) continue;
    const name = cutName(line.text);
    const score = companyNameScore(name);
    if (!mayBeName(name) || isTitle(name) || score < 0.25) continue;
    // "Grand Plaza Hotel" reads like a street; "Vega Mobile" ends like a label.
    if (score < 0.8 && (addressLineScore(name) >= 0.5 || labelLikeness(name) >= 0.5)) continue;
    const start = Math.max(0, line.text.indexOf(name));
    found.push({ name, line, start, score: score * 0.8, source: 'letterhead', said: 0 });
    const broken = nameOverTwoLines(page, line, name);
    if (broken) found.push({ name: broken, line, start, score: 0.9, source: 'letterhead', said: 0 });
  }
  return found;
}

/** "Musterhafter" / "Versicherungsverein a.G.": the second line ends the name that the first one begins. */
function nameOverTwoLines(page: Page, line: Line, name: string): string | undefined {
  const em = boxHeight(line.box);
  const next = page.lines.find(
    (other) => other.index > line.index && other.row > line.row && Math.abs(other.box[0] - line.box[0]) < em,
  );
  if (!next || next.box[1] - line.box[3] > 0.6 * em || boxHeight(next.box) < 0.75 * em || isCompany(name))
    return undefined;
  const rest = cutName(next.text);
  if (!hasLegalForm(rest) || isEntityOf(rest, name) || personNameScore(name) >= 0.5 || !name.includes(' '))
    return undefined;
  return `${name} ${rest}`;
}

/** "Advertiser: Acme Inc", "Carrier | Acme Freight": the label says what the firm is, and it is not the issuer. */
function isValueOfLabel(page: Page, line: Line, start: number): boolean {
  const label = start > 2 ? line.text.slice(0, start) : leftOf(page, line);
  if (label === undefined || isNameLabel(label)) return false;
  return /[:：]\s*$/.test(label) || (start <= 2 && labelLikeness(label) >= 0.6);
}

function leftOf(page: Page, line: Line): string | undefined {
  const left = page.lines[line.index - 1];
  return left && left.row === line.row && line.box[0] - left.box[2] < 120 ? left.text : undefined;
}

/** Large type near the top of a page is a logo or a letterhead. */
function largeness(reading: Reading, page: Page, line: Line): number {
  if (line.box[1] > 0.35 * page.height) return 0;
  const typical = reading.derive(`procurement/typical-height:${page.number}`, () =>
    Math.max(1, usualHeight(page.lines)),
  );
  const ratio = boxHeight(line.box) / typical;
  return ratio > 1.25 ? Math.min(0.9, 0.6 * (ratio - 1)) : 0;
}
