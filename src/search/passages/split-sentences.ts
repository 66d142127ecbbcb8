// Sentences of a text, by the rules of Unicode (UAX 29) as the runtime has them.

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (!known) {
    known = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, known);
  }
  return known;
}

/** Ranges of the sentences within [start, end) of `text`, without the space around them. */
export function splitSentences(
  text: string,
  { start = 0, end = text.length, language }: { start?: number; end?: number; language?: string | null } = {},
): { start: number; end: number }[] {
  const known = language && /^[a-z]{2}$/.test(language) ? language : 'en';
  const sentences: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenterOf(known).segment(text.slice(start, end))) {
    const kept = segment.trim();
    if (kept === '') continue;
    const from = start + index + segment.indexOf(kept);
    sentences.push({ start: from, end: from + kept.length });
  }
  return sentences;
}
