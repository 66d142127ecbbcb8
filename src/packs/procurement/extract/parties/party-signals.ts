// Where on the page a block stands and what it holds, as evidence for the party that issued the document or the one it is addressed to.

import { boxHeight, overlapX } from '../../../../document/box.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findAddresses } from '../../../../recognize/addresses.ts';
import { findBics } from '../../../../recognize/bic.ts';
import { companyMatchesDomain, sameCompany } from '../../../../recognize/company-names-compare.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { findIbans } from '../../../../recognize/iban.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';
import { findUrls } from '../../../../recognize/urls.ts';
import { findVatIds } from '../../../../recognize/vat-ids.ts';
import { hasSalutation, isCompany } from './name-text.ts';
import type { PartyBlock } from './party-blocks.ts';
import { recipientLines } from './recipient-lines.ts';

const CONTACT = /(?<!\p{L})(?:tel|phone|fax|mobile?|fon|e-?mail|www\.|http)/iu;
const REGISTRY =
  /(?<!\p{L})(?:hrb|hra|rcs|siret|siren|kvk|amtsgericht|handelsregister|registered (?:office|in)|company (?:no|reg)|capital|gesch[äa]ftsf[üu]hrer|gstin|cin)(?!\p{L})/iu;

/** Positive = issuer of the document, negative = its recipient. Log-odds by named part. */
export function issuerSignals(reading: Reading, block: PartyBlock): Record<string, number> {
  const { page, box, texts } = block;
  const depth = box[1] / page.height;
  const left = box[0] / page.width;
  const name = block.names[0]?.name;
  const signals: Record<string, number> = {};
  const own = countOwnDetails(reading, block);
  if (own > 0) signals.ownDetails = Math.min(1.8, 0.9 * own);
  if (texts.some((text) => CONTACT.test(text))) signals.contact = 0.6;
  if (texts.some((text) => REGISTRY.test(text))) signals.registry = 1.2;
  if (texts.some(hasSalutation)) signals.salutation = -1.8;
  if (depth > 0.82) signals.footer = 1.2;
  else if (depth < 0.1 && page.number === 1) signals.letterhead = left < 0.5 ? 1.1 : 0.7;
  else if (depth > 0.12 && depth < 0.36 && page.number === 1) signals.window = left < 0.3 ? -0.7 : -0.2;
  // The issuer's own address comes with its phone, web or registry; a lone address in the upper half is the recipient's.
  const bare = own === 0 && !signals.contact && !signals.registry;
  if (bare && depth > 0.08 && depth < 0.45 && page.number === 1) signals.bare = -0.5;
  if (hasSenderLineAbove(reading, block)) signals.senderLine = -2.2;
  if (name) {
    if (personNameScore(name) >= 0.5 && !isCompany(name)) signals.person = -0.5;
    const domain = Math.max(0, ...ownDomains(reading).map((d) => companyMatchesDomain(name, d)));
    if (domain > 0.6) signals.domain = 1.1 * domain;
    if (senderNames(reading).some((sender) => sameCompany(sender, name) > 0.85)) signals.sender = 1.6;
    if (greetedNames(reading).some((greeted) => name.toLowerCase().includes(greeted))) signals.greeted = -1.4;
  }
  return signals;
}

function countOwnDetails(reading: Reading, block: PartyBlock): number {
  let count = 0;
  for (const line of block.lines) {
    if (reading.mentions('ibans', line, findIbans).length > 0) count++;
    if (reading.mentions('bics', line, findBics).length > 0) count++;
    if (reading.mentions('urls', line, findUrls).length > 0) count++;
    if (reading.mentions('emails', line, findEmails).length > 0) count += 0.4;
    if (reading.mentions('vat-ids', line, findVatIds).length > 0) count += 0.5;
  }
  return count;
}

/** The small one-line return address that stands above the recipient in a window envelope. */
function hasSenderLineAbove(reading: Reading, block: PartyBlock): boolean {
  return senderLines(reading).some((line) => {
    if (line.page !== block.page.number) return false;
    const gap = block.box[1] - line.box[3];
    return gap >= -3 && gap < 46 && overlapX(line.box, block.box) > 0 && Math.abs(line.box[0] - block.box[0]) < 60;
  });
}

/** One-line addresses with the name in front, in small type or parted by dots. */
function senderLines(reading: Reading): Line[] {
  return reading.derive('procurement/sender-lines', () => {
    const page = reading.doc.pages[0];
    if (!page) return [];
    return rowsJoined(page).flatMap(({ line, text }) => {
      if (line.box[1] > 0.4 * page.height || line.box[1] < 0.08 * page.height) return [];
      const named = findAddresses(text).some((mention) => mention.value.name !== undefined);
      const small = boxHeight(line.box) <= 9.5;
      return named && (small || /[·•|∙●▪■◆]|\s[–—-]\s/.test(text)) ? [line] : [];
    });
  });
}

/** Dots with wide gaps part a sender line into several lines of one row. */
function rowsJoined(page: Page): { line: Line; text: string }[] {
  return page.lines.flatMap((line, i) => {
    let text = line.text;
    let joined = false;
    let right = line.box[2];
    for (let next = i + 1; next < page.lines.length && next < i + 8; next++) {
      const other = page.lines[next]!;
      if (other.row !== line.row || other.box[0] - right > 16) break;
      text += ` ${other.text}`;
      right = other.box[2];
      joined = true;
    }
    return /\d{4}/.test(text) && text.length < 160 && (joined || /[·•|∙●▪■◆,]|\s[–—-]\s/.test(text))
      ? [{ line, text }]
      : [];
  });
}

/** Names in front of one-line addresses above a window. */
export function senderNames(reading: Reading): string[] {
  return reading.derive('procurement/sender-names', () => {
    const page = reading.doc.pages[0];
    if (!page) return [];
    const lines = new Set(senderLines(reading));
    return rowsJoined(page)
      .filter(({ line }) => lines.has(line))
      .flatMap(({ text }) => findAddresses(text).flatMap((mention) => mention.value.name ?? []));
  });
}

const GREETING =
  /^(?:sehr geehrte[rs]?|dear|hello|hi|guten tag|hallo|lieber?|bonjour|cher|ch[èe]re|estimad[oa]|gentile|egregio|geachte|beste|caro|car[ao]) (?:herr|frau|mr\.?|mrs\.?|ms\.?|monsieur|madame|sr\.?|sra\.?|sig\.?|signora?|heer|mevrouw)? ?(\p{Lu}[\p{L} .'-]{1,40}?)[,!:]?$/iu;

function greetedNames(reading: Reading): string[] {
  return reading.derive('procurement/greeted', () =>
    (reading.doc.pages[0]?.lines ?? []).flatMap((line) => {
      const name = line.text.length < 70 ? GREETING.exec(line.text)?.[1] : undefined;
      return name && name.length > 3 ? [name.toLowerCase()] : [];
    }),
  );
}

const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|gmx|web|t-online|aol|icloud|orange|free|wanadoo|libero|localhost|example)\./i;
/** Domains of mail and web addresses that stand in no block of the recipient. */
export function ownDomains(reading: Reading): string[] {
  return reading.derive('procurement/own-domains', () => {
    const foreign = recipientLines(reading);
    const domains = new Set<string>();
    for (const line of reading.lines.slice(0, 600)) {
      if (foreign.has(line)) continue;
      for (const mail of reading.mentions('emails', line, findEmails))
        domains.add(mail.value.split('@')[1]!.toLowerCase());
      for (const url of reading.mentions('urls', line, findUrls)) domains.add(hostOf(url.value));
    }
    return [...domains].filter((domain) => !FREE_MAIL.test(domain)).slice(0, 8);
  });
}

const hostOf = (url: string): string =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .split('/')[0]!
    .toLowerCase();
