// A required identifier of a user-defined type is the number of the document itself, whatever the page calls itself:
// "INVOICE" at the top makes "Invoice # 17" a candidate beside the labels that were declared.

import { boxHeight } from '../document/box.ts';
import { usualHeight } from '../document/layout/usual-height.ts';
import { evidenceOfSpan } from '../document/line-span.ts';
import type { Line } from '../document/parsed-document.ts';
import { createLabelIndex } from '../recognize/labels/label-index.ts';
import { tokenize } from '../recognize/labels/tokens.ts';
import { findValueSpots } from '../recognize/labels/value-spots.ts';
import { candidateOf } from './candidate.ts';
import { readKind } from './kinds.ts';
import type { Extractor, FieldSpec } from './pack.ts';
import type { Reading } from './reading.ts';

/** The first required identifier names the document; others name things in it. */
export function ownNumberReaders(fields: readonly FieldSpec[]): Extractor[] {
  const field = fields.find((one) => one.kind === 'identifier' && one.required);
  return field ? [ownNumberReader(field)] : [];
}

function ownNumberReader(field: FieldSpec): Extractor {
  return {
    id: 'user-type/own-number',
    writes: [field.path],
    extract: (reading) => {
      const nouns = titleNouns(reading);
      if (nouns.length === 0) return [];
      const index = createLabelIndex(
        nouns.flatMap((noun) => [
          { key: noun, phrase: `${noun} no`, weight: 0.4 },
          { key: noun, phrase: noun, weight: -0.4 },
        ]),
      );
      const page = reading.doc.pages[0]!;
      const hitsOf = (line: Line) => index.find(line, page.source === 'ocr');
      return page.lines.flatMap((line) =>
        hitsOf(line).flatMap((hit) =>
          findValueSpots(hit, page, hitsOf).flatMap((spot) => {
            const found = readKind(reading, spot.line, spot.start, spot.end, field)[0];
            // The bare noun ("Invoice 17") is a label only for what follows it in its row.
            const bare = hit.length === 1 && (spot.relation === 'below' || spot.relation === 'column');
            // "Assembly (16037)": a code in brackets is that of the name before it.
            const code = found && spot.line.text[found.start - 1] === '(';
            if (!found || bare || code || found.start - spot.start > 2) return [];
            const signals = {
              geometry: spot.score,
              label: hit.terms[0]!.weight + 0.25 * (hit.length - 1),
              context: -0.75 * hit.wordsBefore,
              form: 3 * (found.certainty - 0.6),
              ownNumber: 0.7,
            };
            return [
              candidateOf(
                {
                  path: field.path,
                  value: found.value,
                  raw: found.raw,

                  source: 'own-number',
                  signals,
                },
                [evidenceOfSpan(spot.line, found.start, found.end)],
              ),
            ];
          }),
        ),
      );
    },
  };
}

/** Words the document calls itself by: a short line near the top, in capitals or larger than the rest. */
function titleNouns(reading: Reading): string[] {
  const page = reading.doc.pages[0];
  if (!page) return [];
  const typical = usualHeight(page.lines);
  const nouns = new Set<string>();
  const head = page.lines.filter((line) => line.box[1] <= 0.45 * page.height);
  // The largest first: what a paper is stands larger than whom it is for.
  for (const line of head.toSorted((a, b) => boxHeight(b.box) - boxHeight(a.box))) {
    const words = tokenize(line.text)
      .map((token) => token.text)
      .filter((word) => /^\p{L}{4,}$/u.test(word));
    const stands = /^[^\p{Ll}\d]+$/u.test(line.text) || boxHeight(line.box) > 1.3 * typical;
    if (!stands || words.length === 0 || words.length > 3) continue;
    // The noun stands last: "DUPLICATE INVOICE", "TAX INVOICE".
    nouns.add(words.at(-1)!);
  }
  return [...nouns].slice(0, 6);
}
