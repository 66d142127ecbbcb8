// The title of a list or specification: what it calls itself and, in the same type, what it is about.

import { boxHeight } from '../../../document/box.ts';
import type { Line } from '../../../document/parsed-document.ts';
import { candidateAt } from '../../../pipeline/candidate.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import { createLabelIndex } from '../../../recognize/labels/label-index.ts';

/** Share of the first page in which titles stand. */
const UPPER = 0.45;
const MOST_WORDS = 14;

export function titleTextReader(titlePhrases: readonly string[]): Extractor {
  const index = createLabelIndex(titlePhrases.map((phrase) => ({ key: 'title', phrase, weight: 0 })));
  return {
    id: 'procurement/title-text',
    writes: ['title'],
    extract: (reading) => {
      const page = reading.doc.pages[0];
      if (!page) return [];
      const fits = (line: Line): boolean =>
        line.box[1] < UPPER * page.height && line.words.length <= MOST_WORDS && /\p{L}{3}/u.test(line.text);
      const lines = page.lines.filter(fits);
      const largest = Math.max(0, ...lines.map((line) => boxHeight(line.box)));
      return lines.flatMap((line) => {
        const named = index.find(line, page.source === 'ocr').some((hit) => hit.wordsBefore < 3);
        const size = boxHeight(line.box) / Math.max(1, largest);
        if ((!named && size < 0.95) || /[:：]\s*\S/.test(line.text)) return [];
        const signals = {
          named: named ? 1.2 : 0,
          size: 2 * (size - 0.7),
          place: 0.4 * (1 - line.box[1] / page.height),
        };
        return [candidateAt({ path: 'title', value: line.text, source: 'title-text', signals }, line)];
      });
    },
  };
}
