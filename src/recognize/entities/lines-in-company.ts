// A text as lines with the lines around them. The heads for skills and knowledge were taught on single lines of postings; a line
// that is judged alone and among its neighbours, and by both together, is judged better than by either.

export interface LineInCompany {
  /** The line itself, without white space at its ends. */
  start: number;
  end: number;
  /** The line with its neighbours, as many as are needed for so many characters on each side. */
  from: number;
  to: number;
}

const COMPANY_CHARS = 250;
/** A neighbour that is longer is cut. */
const LONGEST_COMPANY_CHARS = 600;

/** In the order of the text; empty lines are left out. */
export function linesInCompany(text: string): LineInCompany[] {
  const lines: { start: number; end: number }[] = [];
  for (const { index, 0: raw } of text.matchAll(/[^\n\r]+/g)) {
    const start = index + raw.length - raw.trimStart().length;
    if (start < index + raw.length) lines.push({ start, end: index + raw.trimEnd().length });
  }
  return lines.map(({ start, end }, place) => {
    let first = place;
    while (first > 0 && start - lines[first]!.start < COMPANY_CHARS) first--;
    let last = place;
    while (last + 1 < lines.length && lines[last]!.end - end < COMPANY_CHARS) last++;
    return {
      start,
      end,
      from: Math.max(lines[first]!.start, start - LONGEST_COMPANY_CHARS),
      to: Math.min(lines[last]!.end, end + LONGEST_COMPANY_CHARS),
    };
  });
}
