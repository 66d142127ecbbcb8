// Where on the page a block stands and what it holds, as evidence for the party that issued the document or the one it is addressed to.

import type { Reading } from '../../../../pipeline/reading.ts';
import { findBics } from '../../../../recognize/bic.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { findIbans } from '../../../../recognize/iban.ts';
import { findUrls } from '../../../../recognize/urls.ts';
import { findVatIds } from '../../../../recognize/vat-ids.ts';
import type { PartyBlock } from './party-blocks.ts';

const SALUTATION =
  /^(?:herrn?|frau|mr\.?|mrs\.?|ms\.?|mme\.?|m\.|monsieur|madame|sig\.|spett|sr\.|sra\.|dhr\.|mevr\.|firma|to the|attn|att\.|z\.? ?hd|exmo)/i;
const CONTACT = /(?<!\p{L})(?:tel|phone|fax|mobile?|fon|e-?mail|www\.|http)/iu;
const REGISTRY =
  /(?<!\p{L})(?:hrb|hra|rcs|siret|siren|kvk|amtsgericht|handelsregister|registered (?:office|in)|company (?:no|reg)|capital|gesch[äa]ftsf[üu]hrer|gstin|cin)(?!\p{L})/iu;

/** Positive = issuer of the document, negative = its recipient. Log-odds by named part. */
export function issuerSignals(reading: Reading, block: PartyBlock): Record<string, number> {
  const { page, box, texts } = block;
  const depth = box[1] / page.height;
  const left = box[0] / page.width;
  const own = countOwnDetails(reading, block);
  const signals: Record<string, number> = {};
  if (own > 0) signals.ownDetails = Math.min(1.8, 0.9 * own);
  if (texts.some((text) => CONTACT.test(text))) signals.contact = 0.7;
  if (texts.some((text) => REGISTRY.test(text))) signals.registry = 1.4;
  if (texts.some((text) => SALUTATION.test(text))) signals.salutation = -1.6;
  if (depth > 0.82) signals.footer = 1.2;
  else if (depth < 0.1) signals.letterhead = 1.1;
  else if (depth < 0.36 && left < 0.3 && page.number === 1) signals.window = -0.6;
  else if (depth > 0.12 && depth < 0.36 && left > 0.45) signals.rightWindow = -0.1;
  if (hasSenderLineAbove(reading, block)) signals.senderLine = -2;
  return signals;
}

function countOwnDetails(reading: Reading, block: PartyBlock): number {
  let count = 0;
  for (const line of block.lines) {
    if (reading.mentions('ibans', line, findIbans).length > 0) count++;
    if (reading.mentions('bics', line, findBics).length > 0) count++;
    if (reading.mentions('urls', line, findUrls).length > 0) count++;
    if (reading.mentions('emails', line, findEmails).length > 0) count += 0.4;
    if (reading.mentions('vat-ids', line, findVatIds).length > 0) count += 0.8;
  }
  return count;
}

/** The small one-line return address that stands above the recipient in a window envelope. */
function hasSenderLineAbove(reading: Reading, block: PartyBlock): boolean {
  const [x0, y0] = block.box;
  return block.page.lines.some((line) => {
    const gap = y0 - line.box[3];
    return gap >= -2 && gap < 34 && Math.abs(line.box[0] - x0) < 50 && isSenderLine(reading, line.text);
  });
}

function isSenderLine(_reading: Reading, text: string): boolean {
  return (
    /\p{L}.*\s[·•|∙●▪■◆–-]\s.*\d.*\s?[·•|∙●▪■◆,–-]\s.*\d{4,5}/u.test(text) ||
    /\p{L}.*[·•|∙●▪■◆].*\d{4,5}\s\p{L}/u.test(text)
  );
}
