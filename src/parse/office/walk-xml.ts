// An XML part of an Office file as a stream of events. No DTD is read and no entity of one resolved; nothing is fetched.

import { Parser } from 'htmlparser2';
import { SheafError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** Names come without prefix; so do attributes, except those of relationships, which keep `r:`. */
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(text: string): void;
  /** Asked now and then; true ends the reading there. */
  isDone?(): boolean;
}

/** Parts larger than this are no document's. */
const MAX_PART_BYTES = 80 * 1024 * 1024;
/** Elements within elements; Word nests some thirty. */
const MAX_DEPTH = 500;
const CHUNK = 256 * 1024;

/** Throws `file.too-large` for a part of absurd size or depth. A part that is cut off ends where it ends. */
export function walkXml(bytes: Uint8Array, events: XmlEvents): void {
  if (bytes.length > MAX_PART_BYTES) throw new SheafError('file.too-large', 'A part of the document is too large.');
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MAX_DEPTH) throw new SheafError('file.too-large', 'The document is nested too deeply.');
        events.open(localName(name), localAttributes(attributes));
      },
      onclosetag: (name) => {
        depth--;
        events.close(localName(name));
      },
      ontext: (text) => events.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const { text } = decodeText(bytes);
  for (let at = 0; at < text.length && !events.isDone?.(); at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): XmlAttributes {
  const local: Record<string, string> = {};
  for (const name of Object.keys(attributes)) local[name.startsWith('r:') ? name : localName(name)] = attributes[name]!;
  return local;
}

/** Switches of Office XML are on by being there, unless they say otherwise. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/i.test(value);
