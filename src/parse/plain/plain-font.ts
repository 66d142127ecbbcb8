// A font as far as a page needs to be proved plain: how wide its codes are, which were used, and whether it draws what it says.

import { NEAR_DIGIT, OWN_DIGIT } from '../hidden/font-shapes.ts';
import { type Shape, shapeDistance } from '../hidden/glyph-outline.ts';
import { type Dict, isDict, isName, isRef, type PdfValue, undecided } from './pdf-value.ts';
import type { PlainFile } from './plain-file.ts';
import { numbersOf } from './plain-pages.ts';
import { standardWidth } from './standard-widths.ts';
import { readToUnicode } from './to-unicode.ts';
import { readTrueType, type TrueType } from './true-type.ts';

export interface PlainFont {
  /** Two bytes a code. */
  wide: boolean;
  /** In thousandths of the size; at least what it is. */
  widthOf(code: number): number;
  /** The code of a blank whose text is a blank; -1 when that is not sure. */
  space: number;
  /** By code: 1 when it was shown. */
  used: Uint8Array;
  /** Codes shown that `ensureHonest` has not looked at. */
  fresh: number[];
  /** Refuses the font when some letter or digit it was used for has no shape, or a digit the shape of another. */
  ensureHonest(models: readonly (readonly Shape[])[]): void;
}

const SIMPLE = ['Type1', 'TrueType', 'MMType1'];
const ENCODINGS = ['WinAnsiEncoding', 'MacRomanEncoding', 'StandardEncoding'];

export function readPlainFont(file: PlainFile, value: PdfValue): PlainFont {
  const dict = file.dict(value);
  const kind = file.resolve(dict.get('Subtype'));
  if (!isName(kind)) return undecided('kind of font');
  if (kind.name === 'Type0') return readWideFont(file, dict);
  return SIMPLE.includes(kind.name) ? readSimpleFont(file, dict) : undecided('kind of font');
}

function readSimpleFont(file: PlainFile, dict: Dict): PlainFont {
  const base = nameOf(file, dict.get('BaseFont'));
  const widths = file.resolve(dict.get('Widths'));
  const own = Array.isArray(widths) ? numbersOf(file, widths, widths.length) : undefined;
  const first = own ? file.resolve(dict.get('FirstChar')) : 0;
  if (typeof first !== 'number') return undecided('first code');
  const descriptor = file.resolve(dict.get('FontDescriptor'));
  const missing = isDict(descriptor) ? file.resolve(descriptor.get('MissingWidth')) : undefined;
  const spare = typeof missing === 'number' ? missing : 0;
  const widthOf = own
    ? (code: number): number => own[code - first] ?? spare
    : (code: number): number => standardWidth(base, code);
  const encoding = file.resolve(dict.get('Encoding'));
  const named = isEncoding(isDict(encoding) ? file.resolve(encoding.get('BaseEncoding')) : encoding);
  const differs = isDict(encoding) && encoding.has('Differences');
  const space = named && !differs && !dict.has('ToUnicode') ? 32 : -1;
  return withHonesty({ wide: false, widthOf, space, used: new Uint8Array(256) }, () => {
    if (isDict(encoding) ? encoding.has('Differences') : encoding != null && !named) undecided('encoding');
    const program = programOf(file, descriptor);
    if (!program) {
      // Drawn by the viewer as its encoding says; only a map to Unicode could say otherwise.
      if (dict.has('ToUnicode')) undecided('map of a font that is not embedded');
      return undefined;
    }
    const unicodes = dict.has('ToUnicode') ? readToUnicode(file.stream(dict.get('ToUnicode')).data) : undefined;
    return {
      program,
      unicodeOf: (code) =>
        unicodes?.get(code) ?? (named ? String.fromCharCode(code) : undecided('code without a text')),
      glyphsOf: (code) => program.glyphsOf(code, code),
    };
  });
}

const isEncoding = (value: PdfValue): boolean => isName(value) && ENCODINGS.includes(value.name);

/** Looks at each code once; a font that was refused stays refused. */
function withHonesty(
  font: Pick<PlainFont, 'wide' | 'widthOf' | 'space' | 'used'>,
  look: () => Glyphs | undefined,
): PlainFont {
  const fresh: number[] = [];
  let refused = false;
  let glyphs: Glyphs | undefined | null = null;
  return {
    ...font,
    fresh,
    ensureHonest(models) {
      if (refused) undecided('font');
      refused = true;
      if (glyphs === null) glyphs = look();
      if (glyphs) for (const code of fresh) ensureDrawn(code, glyphs, models);
      fresh.length = 0;
      refused = false;
    },
  };
}

function readWideFont(file: PlainFile, dict: Dict): PlainFont {
  const descendants = file.resolve(dict.get('DescendantFonts'));
  if (!Array.isArray(descendants) || descendants.length !== 1) return undecided('descendants');
  const inner = file.dict(descendants[0]);
  if (nameOf(file, dict.get('Encoding')) !== 'Identity-H' || nameOf(file, inner.get('Subtype')) !== 'CIDFontType2') {
    undecided('encoding');
  }
  const usual = inner.has('DW') ? file.resolve(inner.get('DW')) : 1000;
  if (typeof usual !== 'number') return undecided('width');
  const stated: number[] = [];
  if (inner.has('W')) readWideWidths(file, inner.get('W'), stated);
  const widths = Float32Array.from({ length: stated.length }, (_, code) => stated[code] ?? usual);
  const widthOf = (code: number): number => widths[code] ?? usual;
  return withHonesty({ wide: true, widthOf, space: -1, used: new Uint8Array(65_536) }, () => {
    const program = programOf(file, file.resolve(inner.get('FontDescriptor'))) ?? undecided('not embedded');
    const unicodes = readToUnicode(file.stream(dict.get('ToUnicode')).data);
    const map = file.resolve(inner.get('CIDToGIDMap'));
    if (map != null && !(isName(map) && map.name === 'Identity')) undecided('map of glyphs');
    return {
      program,
      unicodeOf: (code) => unicodes.get(code) ?? undecided('code without a text'),
      glyphsOf: (code) => [code],
    };
  });
}

function readWideWidths(file: PlainFile, value: PdfValue, widths: number[]): void {
  const list = file.resolve(value);
  if (!Array.isArray(list)) undecided('widths');
  let ranges = 0;
  for (let i = 0; i < list.length; ) {
    const [first, next] = [file.resolve(list[i]), file.resolve(list[i + 1])];
    if (typeof first !== 'number') undecided('widths');
    if (Array.isArray(next)) {
      for (const [n, width] of numbersOf(file, next, next.length).entries()) widths[first + n] = width;
      i += 2;
      continue;
    }
    const width = file.resolve(list[i + 2]);
    if (typeof next !== 'number' || typeof width !== 'number' || next > 65_535 || ++ranges > 500) undecided('widths');
    for (let code = first; code <= next; code++) widths[code] = width;
    i += 3;
  }
}

function nameOf(file: PlainFile, value: PdfValue): string {
  const found = file.resolve(value);
  return isName(found) ? found.name : undecided('name');
}

const programs = new WeakMap<PlainFile, Map<number, TrueType>>();

function programOf(file: PlainFile, descriptor: PdfValue): TrueType | undefined {
  if (!isDict(descriptor)) return undefined;
  if (descriptor.has('FontFile') || descriptor.has('FontFile3')) undecided('font program');
  const value = descriptor.get('FontFile2');
  if (value === undefined) return undefined;
  if (!isRef(value)) return undecided('font program');
  const known = programs.get(file) ?? new Map<number, TrueType>();
  programs.set(file, known);
  const program = known.get(value.ref) ?? readTrueType(file.stream(value).data);
  known.set(value.ref, program);
  return program;
}

interface Glyphs {
  program: TrueType;
  unicodeOf(code: number): string;
  /** All that a viewer may draw for the code. */
  glyphsOf(code: number): number[];
}

const SAYS_DIGIT = /\p{Nd}/u;
const LETTER_OR_DIGIT = /^[A-Za-z0-9]/;
/** A letter is at least so high and lies no farther from its line, in ems. */
const LEAST_HEIGHT = 0.2;
const FARTHEST = 1.6;

function ensureDrawn(
  code: number,
  { program, unicodeOf, glyphsOf }: Glyphs,
  models: readonly (readonly Shape[])[],
): void {
  const text = unicodeOf(code);
  const digit = /^[0-9]$/.test(text);
  if (!digit && SAYS_DIGIT.test(text.normalize('NFKC'))) undecided('digits');
  if (!LETTER_OR_DIGIT.test(text)) return;
  for (const glyph of glyphsOf(code)) {
    const extent = program.extentOf(glyph);
    if (!extent) undecided('glyph without a shape');
    const em = program.unitsPerEm;
    const [low, high, left, right] = extent;
    if (high - low < LEAST_HEIGHT * em || low < -FARTHEST * em || high > FARTHEST * em) undecided('glyph');
    if (right <= left || left < -FARTHEST * em || right > 2 * FARTHEST * em) undecided('glyph');
    if (digit) ensureDigit(program.shapeOf(glyph), Number(text), models);
  }
}

function ensureDigit(shape: Shape | undefined, digit: number, models: readonly (readonly Shape[])[]): void {
  if (!shape) undecided('digit without a shape');
  const own = Math.min(...models[digit]!.map((face) => shapeDistance(shape, face)));
  for (const [other, faces] of models.entries()) {
    if (other === digit) continue;
    for (const face of faces) {
      const distance = shapeDistance(shape, face);
      if (distance < NEAR_DIGIT && distance < OWN_DIGIT * own) undecided('digit that looks like another');
    }
  }
}
