// Amounts from which two people approve, as people write them: one a line, `10000 EUR`.

export const writeLimits = (limits) =>
  limits.map(({ above, currency }) => [String(above), currency].filter(Boolean).join(' ')).join('\n');

/** {limits}, or {wrong}: the first line that is none. Grouping is left out; decimals stand after a point or a comma. */
export function readLimits(text) {
  const limits = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, amount, currency] = /^(\d+(?:[.,]\d{1,2})?)\s*([A-Za-z]{3})?$/.exec(line) ?? [];
    const above = Number(amount?.replace(',', '.'));
    if (!(above > 0)) return { wrong: line };
    limits.push({ above, currency: currency?.toUpperCase() ?? null });
  }
  return { limits };
}
