// ALTO (Library of Congress), versions 2 to 4: XML with a String element per word, any namespace prefix.
// The reader knows no DTD and expands no entities but the five of XML.

import { Parser } from 'htmlparser2';
import { SheafError } from '../errors.ts';
import { decodeMarkup } from './decode-markup.ts';
import { type MarkedPage, toMarkedPage } from './markup-page.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

/** Units per inch by MeasurementUnit; pixels have none. */
const UNITS_PER_INCH: Readonly<Record<string, number>> = { mm10: 254, inch1200: 1200 };

/** Throws `file.corrupt` when it holds no page or ends inside its first one. */
export async function parseAlto(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxTextBytes, maxPages } = context.limits;
  if (bytes.length > maxTextBytes) throw new SheafError('file.too-large', 'The ALTO file is larger than the limit');
  const reader = new AltoReader();
  reader.read(decodeMarkup(bytes));
  if (reader.pages.length === 0) throw new SheafError('file.corrupt', 'The ALTO file holds no page');
  if (!reader.complete) {
    if (reader.pages.every((page) => page.words.length === 0))
      throw new SheafError('file.corrupt', 'The ALTO file is cut off');
    context.warn({ code: 'markup.cut', message: 'The ALTO file ends before its last element does.' });
  }
  if (reader.pages.length > maxPages) {
    context.warn({
      code: 'pages.cut',
      message: `Only the first ${maxPages} of ${reader.pages.length} pages were read.`,
    });
  }
  const pages = reader.pages.slice(0, maxPages).map((page, i) => toMarkedPage(page, i + 1, context));
  const { title, producer } = reader;
  const metadata = { ...(title ? { title } : {}), ...(producer ? { producer } : {}) };
  return { format: 'alto', pageCount: reader.pages.length, pages, metadata, attachments: [] };
}

class AltoReader {
  readonly pages: MarkedPage[] = [];
  title = '';
  producer = '';
  complete = true;
  private unit = '';
  /** Local name of the element whose text is wanted. */
  private collecting: string | undefined;

  read(text: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.enter(localName(name), attributes),
        ontext: (chunk) => this.text(chunk),
        onclosetag: (_, implied) => {
          if (implied) this.complete = false;
          this.collecting = undefined;
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(text);
  }

  private enter(name: string, attributes: Record<string, string>): void {
    this.collecting = undefined;
    if (name === 'MeasurementUnit' || name === 'fileName' || name === 'softwareName') this.collecting = name;
    else if (name === 'Page') this.pages.push(this.openPage(attributes));
    else if (name === 'String') this.addWord(attributes);
  }

  private text(chunk: string): void {
    if (this.collecting === 'MeasurementUnit') this.unit += chunk.trim();
    else if (this.collecting === 'fileName') this.title = (this.title + chunk.trim()).slice(0, 300);
    else if (this.collecting === 'softwareName' && this.producer === '') this.producer = chunk.trim().slice(0, 300);
  }

  private openPage(attributes: Record<string, string>): MarkedPage {
    return {
      words: [],
      width: toNumber(attributes.WIDTH),
      height: toNumber(attributes.HEIGHT),
      unitsPerInch: UNITS_PER_INCH[this.unit.toLowerCase()],
    };
  }

  private addWord(attributes: Record<string, string>): void {
    const page = this.pages.at(-1);
    const [x, y] = [toNumber(attributes.HPOS), toNumber(attributes.VPOS)];
    const [width, height] = [toNumber(attributes.WIDTH), toNumber(attributes.HEIGHT)];
    const text = attributes.CONTENT?.trim();
    if (!page || !text || x === undefined || y === undefined || width === undefined || height === undefined) return;
    const confidence = toNumber(attributes.WC);
    page.words.push({
      text,
      box: [x, y, x + width, y + height],
      ...(confidence === undefined ? {} : { confidence: Math.min(1, Math.max(0, confidence)) }),
    });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function toNumber(value: string | undefined): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
