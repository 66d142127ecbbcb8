// What a declaration says when people are told of its matches once a day, together, instead of one by one as they are found.

import type { Subject } from './match-spec.ts';

/** What a score said, in words. */
export interface SaidMatch {
  /** 0–1, calibrated. */
  probability: number;
  /** Strongest first. */
  for: readonly string[];
  against: readonly string[];
}

export interface DailyCheck {
  /** Paths of each side that it looks at. */
  reads: { left: readonly string[]; right: readonly string[] };
  /** Why nobody is told of such a pair today: what is on the right is closed, poor … undefined = they are told. Pure. */
  leaveOut?(left: Subject, right: Subject, context: { today: string }): string | undefined;
  /** What is on the right, and why it is told, in a line each. Pure. */
  say(left: Subject, right: Subject, match: SaidMatch): { name: string; reason: string };
  /** A declaration of two right ones: from this probability they are the same thing, of which people are told once. */
  sameBy?: { spec: string; from: number };
}
