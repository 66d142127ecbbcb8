// Values to JSON text that PostgreSQL's jsonb takes, whatever a document contained.

/**
 * jsonb refuses U+0000 and unpaired surrogates, both of which hostile or broken files yield:
 * they become U+FFFD, in keys too.
 */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return cleanText(item);
    if (
      item &&
      typeof item === 'object' &&
      !Array.isArray(item) &&
      Object.keys(item).some((key) => cleanText(key) !== key)
    ) {
      return Object.fromEntries(Object.entries(item).map(([key, inner]) => [cleanText(key), inner]));
    }
    return item;
  });
}

/** Text that a PostgreSQL `text` column takes. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}
