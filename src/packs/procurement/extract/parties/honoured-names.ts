// Whoever a paper speaks to with respect: Japanese and Korean papers print no heading over the buyer, but a form of address behind its name.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { cutName, mayBeName } from './name-text.ts';
import { partyCandidate, type Side } from './party-candidates.ts';

const HONOURED = /^(?<name>[^:：]{2,60}?)[ \u3000]*(?:御中|様|殿|귀하|귀중)$/u;
/** Below stand names of people that goods or money go to. */
const UPPER = 0.5;

/** The form of address stands behind the name, in the same line. */
export const isHonoured = (line: Line, name: string): boolean =>
  line.text.includes(name) && HONOURED.exec(line.text)?.groups?.name !== undefined;

export function fromHonouredNames(reading: Reading, recipient: Side): Candidate[] {
  const page = reading.doc.pages[0];
  if (!page) return [];
  return page.lines.flatMap((line) => {
    const printed = line.box[1] < UPPER * page.height ? HONOURED.exec(line.text)?.groups?.name : undefined;
    const name = printed === undefined ? '' : cutName(printed);
    if (!mayBeName(name)) return [];
    const start = Math.max(0, line.text.indexOf(name));
    const place = evidenceOfSpan(line, start, start + name.length);
    return [partyCandidate(`${recipient}.name`, name, [place], 'honoured-name', { honoured: 2.4 })];
  });
}
