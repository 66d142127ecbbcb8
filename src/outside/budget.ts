// So many tries within a time, so that a fault of ours cannot flood another server or run up its bill.

export interface Budget {
  /** False when nothing is left. */
  spend(): boolean;
}

export interface BudgetOptions {
  tries: number;
  withinMs: number;
  now?: () => number;
}

/** A bucket: full at first, refilled evenly. */
export function createBudget({ tries, withinMs, now = () => performance.now() }: BudgetOptions): Budget {
  let left = tries;
  let at = now();
  return {
    spend() {
      const time = now();
      left = Math.min(tries, left + ((time - at) / withinMs) * tries);
      at = time;
      if (left < 1) return false;
      left--;
      return true;
    },
  };
}
