// Follows a page's content far enough to know where its text lies, in which colour, and what else fills areas. Refuses every
// operator that could make text unseen in another way: render modes, opacity, layers, patterns, inline pictures.

import { type Box, unionBox } from '../../document/box.ts';
import { createPath } from './build-path.ts';
import {
  BLACK,
  colourOf,
  ensureMark,
  ensurePlainState,
  need,
  nothing,
  nothingOf,
  overlap,
  SPACES,
} from './content-rules.ts';
import { type Operands, readCodes, readOperators } from './content-tokens.ts';
import { type Colour, IDENTITY, isShown, type Matrix, multiply, type Painted, reach } from './paint.ts';
import { type Dict, isDict, isName, type PdfValue, undecided } from './pdf-value.ts';
import type { PlainFile } from './plain-file.ts';
import type { PlainFont } from './plain-font.ts';
import { boxOf, numbersOf, type PlainPage } from './plain-pages.ts';
import { extentOf, isRectangle } from './subpath.ts';

interface State {
  matrix: Matrix;
  colour: Colour | undefined;
  /** Numbers a colour has; 0 = of a space that is not followed. */
  parts: number;
  clip: Box;
  /** Parts of it that may be cut out again. */
  holes: readonly Box[];
  font: PlainFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
}

export interface ContentContext {
  file: PlainFile;
  fontOf(value: PdfValue): PlainFont;
  /** Bytes of content that may still be followed; shared by the pages of a document. */
  budget: { bytes: number };
}

const MAX_PAINTED = 20_000;
const MAX_HOLES = 40;
const NOWHERE: Box = [0, 0, 0, 0];
const MAX_DEPTH = 8;
/** Letters lower than this, in points, are looked at in full; what counts as hidden is lower. */
const LEAST_SIZE = 1.6;
const ASCENT = 0.72;
const DESCENT = 0.05;

export function paintPage(page: PlainPage, context: ContentContext): Painted {
  const { file } = context;
  const contents = file.resolve(page.contents);
  const streams = Array.isArray(contents) ? contents : page.contents == null ? [] : [page.contents];
  const parts = streams.flatMap((each) => [file.stream(each).data, Buffer.from(' ')]);
  const painted: Painted = { texts: [], areas: [] };
  const state: State = {
    matrix: IDENTITY,
    colour: BLACK,
    parts: 1,
    clip: page.view,
    holes: [],
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  const content = parts.length === 2 ? parts[0]! : Buffer.concat(parts);
  paintContent(content, { context, painted, view: page.view, state, resources: file.dict(page.resources), depth: 0 });
  return painted;
}

interface Place {
  context: ContentContext;
  painted: Painted;
  view: Box;
  state: State;
  resources: Dict;
  depth: number;
}

function paintContent(content: Buffer, place: Place): void {
  place.context.budget.bytes -= content.length;
  if (place.context.budget.bytes < 0 || place.depth > MAX_DEPTH) undecided('size');
  const painter = createPainter(place);
  readOperators(content, (operator, operands) => {
    const paint = painter[operator];
    if (paint === undefined) undecided(`operator ${operator}`);
    else paint(operands);
  });
}

type Painter = Record<string, ((operands: Operands) => void) | undefined>;

function createPainter({ context, painted, view, state: start, resources, depth }: Place): Painter {
  const { file } = context;
  let state = start;
  const saved: State[] = [];
  let inText = false;
  let line: Matrix = IDENTITY;
  let place: Matrix = IDENTITY;
  const codes: number[] = [];
  const path = createPath(() => state.matrix);

  const outsideText = (): void => {
    if (inText) undecided('graphics inside text');
  };
  const resource = (kind: string, name: string | undefined): PdfValue => {
    const group = file.resolve(resources.get(kind));
    return isDict(group) && name !== undefined ? group.get(name) : undefined;
  };
  const nextOrder = (): number => {
    const order = painted.texts.length + painted.areas.length;
    return order < MAX_PAINTED ? order : undecided('crowded');
  };

  const endPath = (fills: boolean): void => {
    outsideText();
    const { subpaths, clips } = path.take();
    if (subpaths.length > 0 && fills) {
      const box = overlap(subpaths.map(extentOf).reduce(unionBox), state.clip);
      const whole = subpaths.length === 1 && isRectangle(subpaths[0]!) && state.holes.length === 0;
      if (box)
        painted.areas.push({ box, ...(state.colour ? { colour: state.colour } : {}), whole, order: nextOrder() });
    }
    if (clips) {
      const [outer, ...inner] = subpaths;
      if (!outer || !isRectangle(outer)) undecided('clip');
      const clip = overlap(extentOf(outer), state.clip) ?? NOWHERE;
      // Whatever the rule of filling, what lies in the first rectangle and in none of the others is kept.
      state.clip = clip;
      if (inner.length > 0) state.holes = [...state.holes, ...inner.map(extentOf)];
      if (state.holes.length > MAX_HOLES) undecided('clip');
    }
  };
  const ending =
    (fills: boolean) =>
    (operands: Operands): void => {
      need(operands, 0);
      endPath(fills);
    };

  const setColour = (colour: Colour | undefined, parts: number): void => {
    state.colour = colour;
    state.parts = parts;
  };
  const setSpace = ({ numbers, names }: Operands): void => {
    if (numbers.length !== 0 || names.length !== 1) undecided('operands');
    // A file may say what the plain spaces mean.
    const redefined = resource('ColorSpace', names[0]!.replace('Device', 'Default')) !== undefined;
    const parts = redefined ? 0 : (SPACES[names[0]!] ?? 0);
    setColour(parts === 0 ? undefined : BLACK, parts);
  };
  const setParts = ({ numbers, names, strings, arrays, dicts }: Operands): void => {
    if (strings.length + arrays + dicts > 0) undecided('operands');
    if (state.parts === 0) setColour(undefined, 0);
    else if (names.length > 0 || numbers.length !== state.parts) undecided('colour');
    else setColour(colourOf(numbers), state.parts);
  };

  const moveLine = (dx: number, dy: number): void => {
    line = [
      line[0],
      line[1],
      line[2],
      line[3],
      line[0] * dx + line[2] * dy + line[4],
      line[1] * dx + line[3] * dy + line[5],
    ];
    place = line;
  };
  const addText = (box: Box, colour: Colour): void => {
    if (!isShown(box, state.clip) || !isShown(box, view)) undecided('cut off');
    for (const hole of state.holes) if (overlap(hole, box)) undecided('cut out');
    painted.texts.push({ box, colour, order: nextOrder() });
  };
  const show = ({ data, numbers, strings }: Operands): void => {
    const { font, size, charSpace, wordSpace, scale, rise, colour } = state;
    if (!inText || !font) undecided('text outside of a text');
    let width = 0;
    let count = 0;
    let spread = 0;
    // As far as its last letter: blanks at the end may be cut off.
    let solid = 0;
    let seen = 0;
    const perEm = 1000 / size;
    for (let i = 0; i < strings.length; i += 2) {
      readCodes(data, [strings[i]!, strings[i + 1]!], codes, font.wide);
      count += codes.length;
      for (const code of codes) {
        width += font.widthOf(code);
        if (font.used[code] === 0) {
          font.used[code] = 1;
          font.fresh.push(code);
        }
        if (code === 32 && !font.wide) spread += wordSpace;
        seen++;
        if (code !== font.space) solid = width + (Math.max(0, charSpace) * seen + spread) * perEm;
      }
    }
    if (count === 0) return;
    if (!(width > 0)) undecided('letters on each other');
    let back = 0;
    let forth = 0;
    for (const number of numbers) {
      if (number > 0) back += number;
      else forth -= number;
    }
    const em = size / 1000;
    const advance = (width * em + count * charSpace + spread + (forth - back) * em) * scale;
    const furthest = (solid + forth) * em * scale;
    const whole = multiply(place, state.matrix);
    const height = size * Math.sqrt(whole[2] * whole[2] + whole[3] * whole[3]);
    if (
      size <= 0 ||
      scale <= 0 ||
      spread < 0 ||
      height < LEAST_SIZE ||
      Math.sqrt(whole[0] * whole[0] + whole[1] * whole[1]) * size * scale < LEAST_SIZE
    ) {
      undecided('size of text');
    }
    if (-charSpace > 0.3 * size) undecided('letters on each other');
    if (!colour) undecided('colour of text');
    const box =
      solid === 0 ? undefined : reach(-back * em * scale, rise - DESCENT * size, furthest, rise + ASCENT * size, whole);
    if (box) addText(box, colour);
    place = [place[0], place[1], place[2], place[3], place[0] * advance + place[4], place[1] * advance + place[5]];
  };
  const setText =
    (set: (n: number) => void) =>
    (operands: Operands): void =>
      set(need(operands, 1)[0]!);

  return {
    q: (operands) => {
      need(operands, 0);
      outsideText();
      if (saved.push({ ...state }) > 60) undecided('depth');
    },
    Q: (operands) => {
      need(operands, 0);
      outsideText();
      state = saved.pop() ?? undecided('Q');
    },
    cm: (operands) => {
      outsideText();
      const [a, b, c, d, e, f] = need(operands, 6) as [number, number, number, number, number, number];
      if (path.isOpen()) undecided('matrix inside a path');
      state.matrix = multiply([a, b, c, d, e, f], state.matrix);
    },
    gs: ({ numbers, names }) => {
      if (numbers.length !== 0 || names.length !== 1) undecided('operands');
      ensurePlainState(file, file.dict(resource('ExtGState', names[0])));
    },
    Do: ({ numbers, names }) => {
      outsideText();
      if (numbers.length !== 0 || names.length !== 1) undecided('operands');
      const value = resource('XObject', names[0]);
      const dict = file.streamDict(value);
      const kind = file.resolve(dict.get('Subtype'));
      if (!isName(kind) || dict.has('OC')) return undecided('object');
      if (kind.name === 'Image') {
        const box = overlap(reach(0, 0, 1, 1, state.matrix), state.clip);
        if (box) painted.areas.push({ box, whole: false, order: nextOrder() });
      } else if (kind.name === 'Form') {
        const own = dict.has('Matrix') ? (numbersOf(file, dict.get('Matrix'), 6) as unknown as Matrix) : IDENTITY;
        const matrix = multiply(own, state.matrix);
        const clip = overlap(reach(...boxOf(file, dict.get('BBox')), matrix), state.clip);
        if (!clip) return;
        const inside = { ...state, matrix, clip };
        const inner = dict.has('Resources') ? file.dict(dict.get('Resources')) : resources;
        paintContent(file.stream(value).data, {
          context,
          painted,
          view,
          state: inside,
          resources: inner,
          depth: depth + 1,
        });
      } else undecided('object');
    },
    ...path.operators,
    n: ending(false),
    S: ending(false),
    s: ending(false),
    f: ending(true),
    F: ending(true),
    'f*': ending(true),
    B: ending(true),
    'B*': ending(true),
    b: ending(true),
    'b*': ending(true),
    g: (operands) => setColour(colourOf(need(operands, 1)), 1),
    rg: (operands) => setColour(colourOf(need(operands, 3)), 3),
    k: (operands) => setColour(colourOf(need(operands, 4)), 4),
    cs: setSpace,
    sc: setParts,
    scn: setParts,
    BT: (operands) => {
      need(operands, 0);
      outsideText();
      if (path.isOpen()) undecided('path inside a text');
      inText = true;
      line = IDENTITY;
      place = IDENTITY;
    },
    ET: (operands) => {
      need(operands, 0);
      if (!inText) undecided('ET');
      inText = false;
    },
    Tf: ({ numbers, names }) => {
      if (numbers.length !== 1 || names.length !== 1) undecided('operands');
      state.font = context.fontOf(resource('Font', names[0]));
      state.size = numbers[0]!;
    },
    Tm: (operands) => {
      const [a, b, c, d, e, f] = need(operands, 6) as [number, number, number, number, number, number];
      line = [a, b, c, d, e, f];
      place = line;
    },
    Td: (operands) => {
      const [dx, dy] = need(operands, 2) as [number, number];
      moveLine(dx, dy);
    },
    TD: (operands) => {
      const [dx, dy] = need(operands, 2) as [number, number];
      state.leading = -dy;
      moveLine(dx, dy);
    },
    'T*': (operands) => {
      need(operands, 0);
      moveLine(0, -state.leading);
    },
    Tc: setText((n) => {
      state.charSpace = n;
    }),
    Tw: setText((n) => {
      state.wordSpace = n;
    }),
    TL: setText((n) => {
      state.leading = n;
    }),
    Ts: setText((n) => {
      state.rise = n;
    }),
    Tz: setText((n) => {
      state.scale = n / 100;
    }),
    Tr: (operands) => {
      if (need(operands, 1)[0] !== 0) undecided('render mode');
    },
    Tj: (operands) => {
      if (operands.strings.length !== 2 || operands.numbers.length + operands.names.length + operands.arrays > 0)
        undecided('operands');
      show(operands);
    },
    TJ: (operands) => {
      if (operands.arrays !== 1 || operands.names.length + operands.dicts > 0) undecided('operands');
      show(operands);
    },
    "'": (operands) => {
      if (operands.strings.length !== 2 || operands.numbers.length + operands.names.length + operands.arrays > 0)
        undecided('operands');
      moveLine(0, -state.leading);
      show(operands);
    },
    G: nothingOf,
    RG: nothingOf,
    K: nothingOf,
    CS: nothingOf,
    SC: nothingOf,
    SCN: nothingOf,
    w: nothingOf,
    J: nothingOf,
    j: nothingOf,
    M: nothingOf,
    d: nothingOf,
    i: nothingOf,
    ri: nothingOf,
    MP: nothingOf,
    DP: nothingOf,
    EMC: nothing,
    BMC: ensureMark,
    BDC: ensureMark,
  };
}
