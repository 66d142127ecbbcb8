// Addresses on one line: return addresses above windows, letterheads, footers.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findAddresses } from '../../../../recognize/addresses.ts';
import { companyNameScore } from '../../../../recognize/company-names.ts';
import { countryByName } from '../../../../recognize/countries.ts';
import { cutName, mayBeName } from './name-text.ts';
import { findPartyBlocks } from './party-blocks.ts';
import { partyCandidate, type Side } from './party-candidates.ts';
import { recipientLines } from './recipient-lines.ts';
import { inTable } from './row-places.ts';

/** The country has a field of its own. */
function withoutCountry(address: string): string {
  const at = address.lastIndexOf(', ');
  return at > 8 && countryByName(address.slice(at + 2).trim()) ? address.slice(0, at) : address;
}

/** "Acme GmbH · Musterstr. 1 · 12345 Berlin": return addresses and footers name the issuer with its address. */
export function fromOneLineAddresses(reading: Reading, issuer: Side): Candidate[] {
  const recipients = recipientLines(reading);
  const inBlocks = new Set(findPartyBlocks(reading).flatMap((block) => block.lines));
  const found: Candidate[] = [];
  for (const line of reading.lines) {
    if (line.text.length > 240 || recipients.has(line)) continue;
    for (const mention of reading.mentions('addresses', line, (text) => findAddresses(text))) {
      const page = reading.pageOf(line);
      const depth = line.box[1] / page.height;
      const name = mention.value.name ? cutName(mention.value.name) : '';
      const signals: Record<string, number> = {
        oneLine: name ? 1.2 : inBlocks.has(line) ? -0.3 : 0.5,
        place: depth > 0.85 || depth < 0.28 ? 0.6 : -0.4,
      };
      if (inTable(page, line)) signals.table = -1.3;
      const evidence = evidenceOfSpan(line, mention.start, mention.end);
      found.push(
        partyCandidate(
          `${issuer}.address`,
          withoutCountry(mention.value.text),
          [evidence],
          'one-line-address',
          signals,
        ),
      );
      if (mention.value.country)
        found.push(partyCandidate(`${issuer}.country`, mention.value.country, [evidence], 'one-line-address', signals));
      if (!mayBeName(name) || name.length > 80) continue;
      const at = Math.max(0, line.text.indexOf(name));
      const place = evidenceOfSpan(line, at, at + name.length);
      found.push(
        partyCandidate(`${issuer}.name`, name, [place], 'one-line-address', {
          ...signals,
          name: 0.8 * companyNameScore(name) - 0.2,
        }),
      );
    }
  }
  return found;
}
