// Names and addresses of the two parties: from labelled blocks, from the letterhead, from the footer, from every place a company names itself.

import { boxHeight } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Candidate, Evidence } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { addressLineScore, findAddresses } from '../../../../recognize/addresses.ts';
import { companyNameScore, findCompanyNames } from '../../../../recognize/company-names.ts';
import { companyMatchesDomain, sameCompany } from '../../../../recognize/company-names-compare.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { findUrls } from '../../../../recognize/urls.ts';
import { findPartyBlocks, type PartyBlock } from './party-blocks.ts';
import { issuerSignals } from './party-signals.ts';

type Side = 'seller' | 'buyer';

const NAME_LABEL =
  /^(?:name|firma|company(?: name)?|nom|raison sociale|nombre|raz[óo]n social|nome|ragione sociale|denominazione|denomina[çc][ãa]o|naam|bedrijf|bedrijfsnaam|nazwa|vendor name|customer name|kunde)\s*[:：]?\s*/iu;
const NOT_A_NAME =
  /^(?:page|seite|date|datum|nummer|number|tel|fax|phone|e-?mail|www|http|iban|bic|vat|ust|gln|globale|global|attn|attention|z\.? ?hd|contact|kontakt|account|kunden|customer (?:no|id)|siret|rcs|nip|po box)/iu;
/** Business words that stand large on a page without naming anyone. */
const TITLE_WORDS =
  /^(?:tax |sales |commercial |proforma |pro forma )?(?:invoice|rechnung|facture|factura|fattura|fatura|factuur|faktura|receipt|quotation|quote|offer|angebot|devis|presupuesto|preventivo|or[çc]amento|offerte|purchase order|bestellung|bon de commande|pedido|ordine|encomenda|inkooporder|delivery note|lieferschein|bon de livraison|albar[áa]n|pakbon|credit note|gutschrift|avoir|statement|estimate|order|original|copy|duplicate|kopie|copie|draft)\b/iu;

/** `issuer` is the side that writes this type of document. */
export function partyNames(issuer: Side): Extractor {
  const recipient: Side = issuer === 'seller' ? 'buyer' : 'seller';
  return {
    id: `procurement/party-names-${issuer}-issues`,
    writes: [`${issuer}.*`],
    extract: (reading, type) => {
      const allowed = new Set(type.fields.map((field) => field.path));
      const found = [
        ...fromBlocks(reading, issuer, recipient),
        ...fromSelfNaming(reading, issuer),
        ...fromOneLineAddresses(reading, issuer),
      ];
      return found.filter((one) => allowed.has(one.path));
    },
  };
}

function fromBlocks(reading: Reading, issuer: Side, recipient: Side): Candidate[] {
  const blocks = findPartyBlocks(reading);
  const labelled = new Set(blocks.map((block) => block.role));
  const found: Candidate[] = [];
  for (const block of blocks) {
    if (block.role === 'other') continue;
    const name = nameOf(block);
    const sides: [Side, Record<string, number>][] = block.role
      ? [[block.role, { heading: 1.4 + 1.2 * block.roleStrength }]]
      : unlabelledSides(reading, block, issuer, recipient, labelled);
    for (const [side, signals] of sides) {
      if (name) found.push(...nameCandidates(side, name, signals));
      if (block.address) found.push(...addressCandidates(side, block, signals));
    }
  }
  return found;
}

function unlabelledSides(
  reading: Reading,
  block: PartyBlock,
  issuer: Side,
  recipient: Side,
  labelled: ReadonlySet<string | undefined>,
): [Side, Record<string, number>][] {
  const signals = issuerSignals(reading, block);
  const lean = Object.values(signals).reduce((sum, part) => sum + part, 0);
  const away = Object.fromEntries(Object.entries(signals).map(([key, part]) => [key, -part]));
  // The other side has its own heading: what is left is more likely this one.
  const exclusion = (side: Side): number => (labelled.has(side) ? -1 : labelled.size > 1 ? 0.5 : 0);
  const sides: [Side, Record<string, number>][] = [];
  if (lean > -1.2) sides.push([issuer, { block: 0.9, ...signals, exclusion: exclusion(issuer) }]);
  if (lean < 1.2) sides.push([recipient, { block: 0.7, ...away, exclusion: exclusion(recipient) }]);
  return sides;
}

interface PlacedName {
  text: string;
  line: Line;
  start: number;
  score: number;
}

function nameOf(block: PartyBlock): PlacedName | undefined {
  const labelled = block.lines.findIndex(
    (line, i) =>
      NAME_LABEL.test(block.texts[i]!) && block.texts[i]!.replace(NAME_LABEL, '').length > 2 && line.text.includes(':'),
  );
  if (labelled >= 0) return place(block.lines[labelled]!, block.texts[labelled]!.replace(NAME_LABEL, ''), 0.9);
  const beside = block.lines.findIndex((line) => leftLabel(block.page, line, NAME_LABEL));
  if (beside >= 0) return place(block.lines[beside]!, block.texts[beside]!, 0.9);
  const until =
    block.address && block.address.addressLines.length > 0
      ? block.address.addressLines[0]!
      : Math.min(block.texts.length, 3);
  if (block.address?.name && until === 0) return place(block.lines[0]!, block.address.name, 0.3);
  const options = block.texts.slice(0, Math.max(1, until)).flatMap((text, i) => {
    if (text.length < 2 || NOT_A_NAME.test(text) || TITLE_WORDS.test(text) || !/\p{L}{2}/u.test(text)) return [];
    if (addressLineScore(text) > 0.6 && companyNameScore(text) < 0.6) return [];
    return [{ i, text, score: companyNameScore(text) + 0.45 - 0.12 * i }];
  });
  options.sort((a, b) => b.score - a.score);
  const best = options[0];
  return best ? place(block.lines[best.i]!, best.text, best.score - 0.5) : undefined;
}

function leftLabel(page: Page, line: Line, pattern: RegExp): boolean {
  const left = page.lines[line.index - 1];
  if (!left || left.row !== line.row) return false;
  const match = pattern.exec(left.text);
  return match !== null && match[0].length >= left.text.trim().length;
}

function place(line: Line, text: string, score: number): PlacedName {
  const clean = text.replace(/[\s,;|·•]+$/u, '').trim();
  const start = Math.max(0, line.text.indexOf(clean));
  return { text: clean, line, start, score };
}

function nameCandidates(side: Side, name: PlacedName, signals: Record<string, number>): Candidate[] {
  if (name.text.length < 2 || name.text.length > 110) return [];
  const evidence = evidenceOfSpan(name.line, name.start, name.start + name.text.length);
  return [candidate(`${side}.name`, name.text, evidence, 'party-block', { ...signals, name: name.score })];
}

function addressCandidates(side: Side, block: PartyBlock, signals: Record<string, number>): Candidate[] {
  const { address } = block;
  if (!address?.text) return [];
  const lines = address.addressLines.map((i) => block.lines[i]!).filter(Boolean);
  const evidence = lines.map((line) => evidenceOfSpan(line));
  const found = [{ ...candidate(`${side}.address`, address.text, evidence[0]!, 'party-block', signals), evidence }];
  if (address.country)
    found.push({
      ...candidate(`${side}.country`, address.country, evidence.at(-1)!, 'party-block', signals),
      evidence: evidence.slice(-1),
    });
  else if (address.impliedCountry) {
    const implied = candidate(`${side}.country`, address.impliedCountry, evidence.at(-1)!, 'party-block-postal-form', {
      ...signals,
      implied: -0.6,
    });
    found.push({ ...implied, origin: 'inferred', evidence: evidence.slice(-1) });
  }
  return found;
}

/** A company says its own name in the letterhead, the footer, the bank details; the more often and the nearer its domain, the surer. */
function fromSelfNaming(reading: Reading, issuer: Side): Candidate[] {
  const domains = domainsOf(reading);
  const named = collectNames(reading);
  return named.flatMap(({ name, line, start, score }) => {
    const page = reading.pageOf(line);
    const depth = line.box[1] / page.height;
    const repeats = named.filter((other) => other.line !== line && sameCompany(other.name, name) > 0.85).length;
    const domain = Math.max(0, ...domains.map((d) => companyMatchesDomain(name, d)));
    const signals = {
      form: 1.6 * score - 0.9,
      place: page.number === 1 && depth < 0.14 ? 0.9 : depth > 0.85 ? 0.7 : 0,
      repeats: Math.min(1, 0.45 * repeats),
      domain: domain > 0.5 ? 1.3 * domain : 0,
      size: largeness(page, line),
    };
    if (TITLE_WORDS.test(name) || NOT_A_NAME.test(name)) return [];
    return [
      candidate(`${issuer}.name`, name, evidenceOfSpan(line, start, start + name.length), 'self-naming', signals),
    ];
  });
}

interface NamedCompany {
  name: string;
  line: Line;
  start: number;
  score: number;
}

function collectNames(reading: Reading): NamedCompany[] {
  const found: NamedCompany[] = [];
  const first = reading.doc.pages[0];
  for (const line of reading.lines) {
    if (line.text.length > 400) continue;
    for (const mention of reading.mentions('company-names', line, findCompanyNames)) {
      if (found.length < 60) found.push({ name: mention.value, line, start: mention.start, score: mention.certainty });
    }
    // The letterhead: the first lines of the first page name the issuer even without a legal form.
    if (line.page === first?.number && line.row < 4 && line.text.length < 60) {
      const score = companyNameScore(line.text);
      if (score >= 0.3 && !found.some((other) => other.line === line))
        found.push({ name: line.text.replace(/[\s,;|·•]+$/u, ''), line, start: 0, score: score * 0.8 });
    }
  }
  return found;
}

const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|gmx|web|t-online|aol|icloud|orange|free|wanadoo|libero|localhost|example)\./i;

function domainsOf(reading: Reading): string[] {
  const domains = new Set<string>();
  for (const line of reading.lines.slice(0, 600)) {
    for (const mail of reading.mentions('emails', line, findEmails))
      domains.add(mail.value.split('@')[1]!.toLowerCase());
    for (const url of reading.mentions('urls', line, findUrls))
      domains.add(
        url.value
          .replace(/^https?:\/\//, '')
          .replace(/^www\./, '')
          .split('/')[0]!
          .toLowerCase(),
      );
  }
  return [...domains].filter((domain) => !FREE_MAIL.test(domain)).slice(0, 8);
}

function largeness(page: Page, line: Line): number {
  const heights = page.lines.map((other) => boxHeight(other.box)).sort((a, b) => a - b);
  const typical = heights[heights.length >> 1] ?? 10;
  const ratio = boxHeight(line.box) / Math.max(1, typical);
  return ratio > 1.4 && line.box[1] < 0.35 * page.height ? Math.min(0.8, 0.5 * (ratio - 1)) : 0;
}

/** "Acme GmbH · Musterstr. 1 · 12345 Berlin": return addresses and footers name the issuer with its address. */
function fromOneLineAddresses(reading: Reading, issuer: Side): Candidate[] {
  const found: Candidate[] = [];
  for (const line of reading.lines) {
    for (const mention of reading.mentions('addresses', line, (text) => findAddresses(text))) {
      const page = reading.pageOf(line);
      const depth = line.box[1] / page.height;
      const signals = { oneLine: mention.value.name ? 1.2 : 0.5, place: depth > 0.85 || depth < 0.28 ? 0.6 : -0.4 };
      const evidence = evidenceOfSpan(line, mention.start, mention.end);
      found.push(candidate(`${issuer}.address`, mention.value.text, evidence, 'one-line-address', signals));
      if (mention.value.country)
        found.push(candidate(`${issuer}.country`, mention.value.country, evidence, 'one-line-address', signals));
      const name = mention.value.name;
      if (name && name.length <= 80 && !TITLE_WORDS.test(name)) {
        const at = Math.max(0, line.text.indexOf(name));
        found.push(
          candidate(`${issuer}.name`, name, evidenceOfSpan(line, at, at + name.length), 'one-line-address', {
            ...signals,
            name: 0.8 * companyNameScore(name) - 0.2,
          }),
        );
      }
    }
  }
  return found;
}

function candidate(
  path: string,
  value: string,
  evidence: Evidence,
  source: string,
  signals: Record<string, number>,
): Candidate {
  return {
    path,
    value,
    raw: evidence.text,
    origin: 'read',
    evidence: [evidence],
    score: Object.values(signals).reduce((sum, part) => sum + part, 0),
    source,
    signals,
  };
}
