// Of one record many pairs are compared: what is made of its texts is made once.

const MOST = 20_000;

/** The last few thousand answers of a pure function of one text. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
