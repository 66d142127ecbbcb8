// Sentences of a text, by the rules of Unicode (UAX 29) as the runtime has them, without the breaks that those make after
// abbreviations, initials and the numbers of a list.

export interface Span {
  start: number;
  end: number;
}

/** Words that end with a full stop inside a sentence, in the languages that are read; lower case, without the stop. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st sr jr inc ltd co corp llc plc dept univ approx est fig no nos art arts sec sect para vol pp p ed eds vs etc e.g i.e ' +
    'cf viz al jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'nr str bzw ca z.b d.h u.a usw abs ziff vgl inkl exkl zzgl tel art gem lfd hrsg dipl ing ' +
    'm mm mme mlle n° env av bd ' +
    'sra d dña núm pág avda ud uds ' +
    'sig sig.ra dott ing pag tel ' +
    'dhr mevr blz bijv o.a t.a.v ' +
    'ul nr tel godz np tzn'
  ).split(' '),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (!known) {
    known = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, known);
  }
  return known;
}

/** Spans of the sentences within [start, end) of `text`, without the space around them. */
export function splitSentences(
  text: string,
  { start = 0, end = text.length, language }: { start?: number; end?: number; language?: string | null } = {},
): Span[] {
  const known = language && /^[a-z]{2}$/.test(language) ? language : 'en';
  const sentences: Span[] = [];
  let open: Span | undefined;
  for (const { segment, index } of segmenterOf(known).segment(joinBrokenLines(text.slice(start, end)))) {
    const kept = segment.trim();
    if (kept === '') continue;
    const from = start + index + segment.indexOf(kept);
    const to = from + kept.length;
    if (open) open.end = to;
    else open = { start: from, end: to };
    if (goesOn(text.slice(open.start, to), /[\n\r]/.test(segment.slice(segment.indexOf(kept) + kept.length)))) continue;
    sentences.push(open);
    open = undefined;
  }
  if (open) sentences.push(open);
  return sentences;
}

const WHOLE_LINE = 40;

/** A line break within a sentence becomes a space, so that offsets stay: the line was full, or the next goes on in lower case. */
function joinBrokenLines(text: string): string {
  return text.replace(/([^\n]*)\n(?=[^\n]*)/g, (whole, line: string, at: number) => {
    const next = text.slice(at + whole.length, at + whole.length + 2);
    if (next.trim() === '' || /[.!?:;\d]\s*$/.test(line) || line.trim() === '') return whole;
    // Cells of a row, and a label with its value, end where their line ends.
    if (
      line.includes('\t') ||
      /^[^\n:]{1,40}:\s/.test(line) ||
      /^[^\n:]{1,40}:\s/.test(text.slice(at + whole.length, at + whole.length + 45))
    )
      return whole;
    const goesOn = /^\p{Ll}/u.test(next) || (line.length >= WHOLE_LINE && /^[\p{L}(“"]/u.test(next));
    return goesOn ? `${line} ` : whole;
  });
}

/** Whether the full stop at the end of `text` belongs to its last word. A line break after it ends what is no number of a list. */
function goesOn(text: string, breaks: boolean): boolean {
  if (!text.endsWith('.')) return false;
  const word = text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'), text.lastIndexOf('(')) + 1, -1);
  // "1." or "3.2." alone at the beginning is the number of what follows.
  if (word.length === text.length - 1 && /^(\d{1,3}(\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})$/i.test(word)) return true;
  if (breaks) return false;
  return /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}
