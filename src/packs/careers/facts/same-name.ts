// Whether two texts name the same employer, school or title: without legal forms, punctuation, case and accents.

const LEGAL =
  /(?<!\p{L})(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|ug|e\.? ?v\.?|mbh|se|inc|llc|llp|ltd|limited|plc|corp|corporation|company|co|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|pty|the|der|die|das)(?!\p{L})\.?/giu;

export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const without = plain.replace(LEGAL, ' ');
  return (/\p{L}/u.test(without) ? without : plain).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** One may be longer: "Acme" and "Acme Logistics". */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [foldName(a), foldName(b)];
  if (left === '' || right === '') return false;
  return left === right || ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `);
}
