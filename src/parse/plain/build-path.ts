// The path operators of a content stream: what they draw is kept until a painting operator takes it.

import { need, nothing } from './content-rules.ts';
import type { Operands } from './content-tokens.ts';
import type { Matrix } from './paint.ts';
import { undecided } from './pdf-value.ts';
import type { Subpath } from './subpath.ts';

const MAX_POINTS = 5000;

export interface Path {
  operators: Record<string, (operands: Operands) => void>;
  isOpen(): boolean;
  /** What was drawn since the last time, and whether it is to cut what follows. */
  take(): { subpaths: Subpath[]; clips: boolean };
}

export function createPath(matrixOf: () => Matrix): Path {
  let path: Subpath[] = [];
  let clips = false;
  const addPoint = (subpath: Subpath, px: number, py: number): void => {
    const m = matrixOf();
    subpath.xs.push(m[0] * px + m[2] * py + m[4]);
    subpath.ys.push(m[1] * px + m[3] * py + m[5]);
    if (subpath.xs.length > MAX_POINTS) undecided('crowded');
  };
  const startPath = (): Subpath => {
    if (path.push({ xs: [], ys: [], bent: false }) > MAX_POINTS) undecided('crowded');
    return path.at(-1)!;
  };
  const currentPath = (): Subpath => path.at(-1) ?? undecided('line from nowhere');
  function curve(points: number[]): void {
    const subpath = currentPath();
    subpath.bent = true;
    for (let i = 0; i + 1 < points.length; i += 2) addPoint(subpath, points[i]!, points[i + 1]!);
  }
  return {
    operators: {
      re: (operands) => {
        const [px, py, w, h] = need(operands, 4) as [number, number, number, number];
        const subpath = startPath();
        addPoint(subpath, px, py);
        addPoint(subpath, px + w, py);
        addPoint(subpath, px + w, py + h);
        addPoint(subpath, px, py + h);
      },
      m: (operands) => {
        const [px, py] = need(operands, 2) as [number, number];
        addPoint(startPath(), px, py);
      },
      l: (operands) => {
        const [px, py] = need(operands, 2) as [number, number];
        addPoint(currentPath(), px, py);
      },
      c: (operands) => curve(need(operands, 6)),
      v: (operands) => curve(need(operands, 4)),
      y: (operands) => curve(need(operands, 4)),
      h: nothing,
      W: (operands) => {
        need(operands, 0);
        clips = true;
      },
      'W*': (operands) => {
        need(operands, 0);
        clips = true;
      },
    },
    isOpen: () => path.length > 0,
    take() {
      const taken = { subpaths: path, clips };
      path = [];
      clips = false;
      return taken;
    },
  };
}
