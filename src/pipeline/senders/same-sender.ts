// Whose document is this? What a lesson knows of its sender against what stands on a page, as a probability.

import { layoutLikeness } from './layout-sketch.ts';
import { kindOfKey, type PageMarks } from './sender-keys.ts';
import type { SenderMarks } from './sender-lesson.ts';

/** Log-odds that any two documents of a workspace are one sender's. */
const PRIOR = -4;
/** Nobody else has these; the same software, a group's web site or a shared building do not make two senders one. */
const SHARED: Readonly<Record<string, number>> = { vat: 9, iban: 9, domain: 4, phone: 4, name: 4 };
/** The page prints others of the kind, but none of the sender's. */
const CONTRADICTED: Readonly<Record<string, number>> = { vat: -9, iban: -5, domain: -3, phone: -5, name: -4 };

/** From here on a lesson of the sender is used. */
export const SURE_ENOUGH = 0.88;

/** 0–1. Without a key in common it is never the same sender, however alike the pages look. */
export function sameSender(
  sender: SenderMarks,
  marks: Pick<PageMarks, 'keys' | 'shows'>,
  layout: readonly number[],
): number {
  let odds = PRIOR;
  let shared = 0;
  for (const kind of Object.keys(SHARED)) {
    const own = sender.keys.filter((key) => kindOfKey(key) === kind);
    if (own.length === 0) continue;
    const found =
      kind === 'name' ? own.some((key) => marks.shows(key.slice(5))) : own.some((key) => marks.keys.has(key));
    if (found) {
      odds += SHARED[kind]!;
      shared++;
      continue;
    }
    const rivals = [...marks.keys].some((key) => kindOfKey(key) === kind && !sender.others.includes(key));
    if (kind === 'name' || rivals) odds += CONTRADICTED[kind]!;
  }
  if (shared === 0) return 0;
  odds += Math.min(4, Math.max(-3, 10 * (layoutLikeness(sender.layout, layout) - 0.2)));
  return 1 / (1 + Math.exp(-odds));
}
