// How far a lesson has proved itself: computed from what was observed, never given.

/** One-sided: nine times in ten the true share is above the lower bound. */
const Z = 1.2816;

export interface Observed {
  helpful: number;
  harmful: number;
}

/**
 * Wilson's lower bound of the share in which the lesson helps, with one observation of each kind added: 0.16 before
 * anything was observed, 0.51 after three that helped, 0.86 after twenty.
 */
export function lessonConfidence(counts: Observed): number {
  return bound(counts, -1);
}

/** Harm is evident when even the upper bound says that it helps in fewer than half, after three that harmed. */
export function isHarmful(counts: Observed): boolean {
  return counts.harmful >= 3 && bound(counts, 1) < 0.5;
}

function bound({ helpful, harmful }: Observed, side: 1 | -1): number {
  const n = helpful + harmful + 2;
  const share = (helpful + 1) / n;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return (middle + side * spread) / (1 + z2 / n);
}
