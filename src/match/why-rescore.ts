// When matches are to be scored again without anybody asking: the declaration is newer, or people have decided much since.

/** Fewer teach nothing that would be noticed. */
const FEWEST_DECISIONS = 20;
/** Of those that the last scoring learnt from. */
const SHARE = 0.25;

const byNumber = new Intl.Collator('en', { numeric: true });

export const rescoreReasons = ['version', 'decisions'] as const;
export type RescoreReason = (typeof rescoreReasons)[number];

export interface Scored {
  version: string;
  /** That were learnt from. */
  decisions: number;
}

/** `scored`: what the matches of the declaration were scored with; undefined: never as a whole. */
export function whyRescore(
  { version }: { version: string },
  scored: Scored | undefined,
  newDecisions: number,
): RescoreReason | undefined {
  // Not with an older one: while an upgrade is under way, both run.
  if (!scored || byNumber.compare(version, scored.version) > 0) return 'version';
  return newDecisions >= Math.max(FEWEST_DECISIONS, SHARE * scored.decisions) ? 'decisions' : undefined;
}
