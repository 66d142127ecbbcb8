// Which telling names stand in a PDF's clear text, found in one pass: a search for each would cost as much as parsing it.

/** Names that decide what else is worth asking; each matches as a prefix (`/EmbeddedFiles`, `/ImageB`). */
const NAMES = [
  'AcroForm',
  'Differences',
  'EF',
  'EmbeddedFile',
  'Encrypt',
  'Filespec',
  'FreeText',
  'Image',
  'OCG',
  'OCProperties',
  'ObjStm',
  'ToUnicode',
  'Type3',
  'XML',
] as const;

export type PdfName = (typeof NAMES)[number];

/** Byte offsets of each name's slash, ascending. Names inside compressed object streams are not among them. */
export type PdfNames = Readonly<Record<PdfName, readonly number[]>>;

const SLASH = 0x2f;
const MOST_PLACES = 10_000;
const byFirstByte = new Map<number, { name: PdfName; rest: Buffer }[]>();
for (const name of NAMES) {
  const rest = Buffer.from(name.slice(1), 'latin1');
  const first = name.charCodeAt(0);
  byFirstByte.set(first, [...(byFirstByte.get(first) ?? []), { name, rest }]);
}

const seen = new WeakMap<Uint8Array, PdfNames>();

/** Looks through the bytes once; asked again about the same array it remembers. */
export function findNames(bytes: Uint8Array): PdfNames {
  const known = seen.get(bytes);
  if (known) return known;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = Object.fromEntries(NAMES.map((name) => [name, [] as number[]])) as Record<PdfName, number[]>;
  for (let at = buffer.indexOf(SLASH); at >= 0; at = buffer.indexOf(SLASH, at + 1)) {
    for (const { name, rest } of byFirstByte.get(buffer[at + 1] ?? 0) ?? []) {
      if (places[name].length < MOST_PLACES && startsWith(buffer, at + 2, rest)) places[name].push(at);
    }
  }
  seen.set(bytes, places);
  return places;
}

function startsWith(buffer: Buffer, at: number, text: Buffer): boolean {
  for (let i = 0; i < text.length; i++) if (buffer[at + i] !== text[i]) return false;
  return true;
}
