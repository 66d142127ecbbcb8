// Remembers what a pure function said of a text: the stages ask the same of each printed line several times over.

/** Texts beyond this length are prose, asked about once. */
const LONGEST = 240;
const MOST = 500;

/**
 * The same function with a memory of at most 500 short texts, forgotten all at once when full.
 * Callers share results and must not change them.
 */
export function remember<R>(find: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    if (text.length > LONGEST) return find(text);
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as R;
    if (known.size >= MOST) known.clear();
    const result = find(text);
    known.set(text, result);
    return result;
  };
}

/** As `remember`, for a function that also depends on a hint. */
export function rememberWithHint<R>(find: (text: string, hint?: string) => R): (text: string, hint?: string) => R {
  const byHint = new Map<string | undefined, (text: string) => R>();
  return (text, hint) => {
    let known = byHint.get(hint);
    if (!known) {
      known = remember((one) => find(one, hint));
      byHint.set(hint, known);
    }
    return known(text);
  };
}
