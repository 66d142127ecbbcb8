// Text layer against pixels: the values that matter are read once more, off the picture of their page, where the text is in
// doubt. A difference is an issue of the field; which of the two is right, a person says.

import type { PageGeometry, ParsedDocument } from '../document/parsed-document.ts';
import type { DocumentRecord, Evidence, Issue } from '../document/value.ts';
import { type CheckOptions, readSpots, readsPicturesFast, type SpotReading } from '../parse/picture-check.ts';
import type { HiddenTextPolicy } from './stages/inspect.ts';

const RULE = 'document/text-differs';
/** What money goes by: read off the picture on every document where the policy is strict. */
const VITAL = /(?:^|\.)(?:iban|grossTotal|payableAmount|dueTotal)$/i;
const MATTERS = /(?:iban|bic|total|amount|number|date|vatId|taxId|net|tax)/i;
const MAX_VALUES = 10;
/** Below this the reading of the picture proves nothing. */
const SURE = 0.75;

interface Question {
  path: string;
  page: PageGeometry;
  evidence: Evidence;
  /** How many characters may differ: text layers made by OCR misread one now and then. */
  slack: number;
}

export interface CompareOptions extends CheckOptions {
  policy: HiddenTextPolicy;
}

/** Issues for the records, one list a record. Never throws: what cannot be compared is left. */
export async function compareWithPicture(
  bytes: Uint8Array,
  doc: ParsedDocument,
  records: readonly DocumentRecord[],
  options: CompareOptions,
): Promise<Issue[][]> {
  const none = records.map(() => []);
  if (doc.format !== 'pdf') return none;
  const doubtful = doc.pages.some((page) => page.doubt !== undefined);
  const strict = options.policy === 'quarantine';
  if (!doubtful && !(strict && (await readsPicturesFast()))) return none;
  const severity = options.policy === 'note' ? ('info' as const) : ('error' as const);
  const found: Issue[][] = [];
  for (const record of records) {
    const questions = questionsOf(doc, record, strict).slice(0, MAX_VALUES);
    const readings =
      questions.length === 0 ? [] : await readSpots(bytes, questions.map(toSpot), options).catch(() => []);
    found.push(
      questions.flatMap((question, i) => {
        const seen = readings[i];
        if (!seen || agree(question, seen)) return [];
        const message = `The text says “${question.evidence.text}”, the picture of the page shows “${seen.text}”.`;
        return [{ rule: RULE, severity, path: question.path, message, evidence: [question.evidence] }];
      }),
    );
  }
  return found;
}

function questionsOf(doc: ParsedDocument, record: DocumentRecord, strict: boolean): Question[] {
  const questions = Object.entries(record.fields).flatMap(([path, value]): Question[] => {
    const evidence = value.evidence[0];
    const page = doc.pages.find((candidate) => candidate.number === evidence?.page);
    if (!evidence || !page || value.origin !== 'read' || !/\d\D*\d/.test(evidence.text)) return [];
    if (!(page.doubt !== undefined && MATTERS.test(path)) && !(strict && VITAL.test(path))) return [];
    return [{ path, page, evidence, slack: page.doubt === 'layer' ? 1 : 0 }];
  });
  return questions.sort((a, b) => Number(VITAL.test(b.path)) - Number(VITAL.test(a.path)));
}

const toSpot = ({ page, evidence }: Question) => ({ page, box: evidence.box });

/** Digits are compared: letters are where OCR and typesetting differ for a hundred innocent reasons. */
function agree({ evidence, slack }: Question, seen: SpotReading): boolean {
  const said = digitsOf(evidence.text);
  const shown = digitsOf(seen.text);
  if (seen.confidence < SURE || shown.length === 0 || said.length < 2) return true;
  // A crop may hold a piece of its neighbour.
  if (shown.includes(said)) return true;
  return distance(said, shown) <= slack;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Edits that turn one into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
