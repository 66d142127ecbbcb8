// The day to pay that a sentence names: "zahlbar bis zum 5. Juni", "please settle by 12 May", "merci de régler avant le 3 mars".

import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import { readKind } from '../../../../pipeline/kinds.ts';
import type { Extractor, FieldSpec } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';

const PAY =
  /(?<!\p{L})(?:zahl(?:bar|en|ung|ungseingang)|bezahlen|überweis\p{L}*|begleichen|ausgleichen|f[äa]llig\p{L}*|einzahlen|pay(?:able|ment)?|paid|remit|settle\p{L}*|transfer|pay[eé](?:r|able)|r[èé]gl(?:er|ement|ez)|virement|acquitter|pag(?:o|ar|are|amento|abile|adero)|abonar|transferencia|versare|bonifico|saldare|betal(?:en|ing|as|a|es|e)|voldoen|over te maken|overmaken|maksettava|uhradit|zaplatit|zapłac\p{L}*|płatn\p{L}*)(?!\p{L})/iu;
/** Stands right before the date. */
const UNTIL =
  /(?<!\p{L})(?:bis(?: zum| spätestens| spätestens zum| einschließlich)?|spätestens (?:am|bis|zum|bis zum)|by|before|no later than|not later than|on or before|until|avant le|au plus tard le|jusqu['’]au|d['’]ici le|antes del?|hasta el|a más tardar el|entro(?: e non oltre)?(?: il)?|até(?: ao)?(?: dia)?|v[oó]{2}r|uiterlijk(?: op)?|senast(?: den)?|senest(?: den)?|innen|viimeistään|do(?: dnia)?|nejpozději do)\s*[:：]?\s*$/iu;
/** "Bis 14.06.2024 ohne Abzug": whole in itself, whatever the line above grants. */
const IN_FULL =
  /(?<!\p{L})(?:ohne (?:jeden )?abzug|rein netto|netto kasse|strictly net|without deduction|sans escompte|sin descuento|zonder korting)(?!\p{L})/iu;
/** What else is done by a day. */
const OTHER =
  /(?<!\p{L})(?:valid|gültig|valable|válid|valid[oa]|geldig|deliver\p{L}*|liefer\p{L}*|livr\p{L}*|entreg\p{L}*|consegn\p{L}*|skonto|discount|escompte)(?!\p{L})/iu;
const DATE: FieldSpec = { path: 'dueDate', kind: 'date', title: '', labels: [] };
/** A clause rather than a notice. */
const MOST_CHARACTERS = 220;

export const spokenDueDate: Extractor = {
  id: 'procurement/spoken-due-date',
  writes: ['dueDate'],
  extract: (reading) => {
    const pages = new Set(reading.doc.pages.slice(0, 3).map(({ number }) => number));
    return reading.lines.flatMap((line) => (pages.has(line.page) ? dueDateIn(reading, line) : []));
  },
};

function dueDateIn(reading: Reading, line: Line): Candidate[] {
  if (line.text.length > MOST_CHARACTERS || reading.dates(line).length === 0) return [];
  const inFull = IN_FULL.test(line.text);
  const above = inFull ? '' : wrappedFrom(reading, line);
  return readKind(reading, line, 0, line.text.length, DATE).flatMap((date) => {
    const before = line.text.slice(0, date.start);
    const sentence = `${above} ${line.text}`;
    if (!UNTIL.test(before.trim() === '' ? above : before) || !(inFull || PAY.test(sentence)) || OTHER.test(sentence))
      return [];
    const signals = { said: 1.2, form: 2 * (date.certainty - 0.6), wrapped: PAY.test(line.text) ? 0 : -0.3 };
    const parts = { path: 'dueDate', value: date.value, source: 'spoken-due-date', signals };
    return [candidateAt(parts, line, date.start, date.end)];
  });
}

/** The line above, when its sentence runs on into this one. */
function wrappedFrom(reading: Reading, line: Line): string {
  const above = reading.pageOf(line).lines[line.index - 1];
  if (!above || above.row === line.row || above.text.length > MOST_CHARACTERS) return '';
  const height = line.box[3] - line.box[1];
  const joined = Math.abs(above.box[0] - line.box[0]) < height && line.box[1] - above.box[3] < height;
  return joined && !/[.!?:]\s*$/.test(above.text) ? above.text : '';
}
