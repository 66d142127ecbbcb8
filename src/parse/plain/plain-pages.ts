// The pages of a plain file in order, with what they inherit.

import type { Box } from '../../document/box.ts';
import { type Dict, isName, isRef, type PdfValue, undecided } from './pdf-value.ts';
import type { PlainFile } from './plain-file.ts';

export interface PlainPage {
  /** The part that is shown, in points as stored. */
  view: Box;
  resources: PdfValue;
  contents: PdfValue;
}

const MAX_DEPTH = 20;
const MAX_PAGES = 2000;
const INHERITED = ['Resources', 'MediaBox', 'CropBox'] as const;

export function listPlainPages(file: PlainFile): PlainPage[] {
  const pages: PlainPage[] = [];
  const visit = (value: PdfValue, inherited: Dict, depth: number): void => {
    if (depth > MAX_DEPTH || pages.length >= MAX_PAGES || !isRef(value)) undecided('page tree');
    const node = file.dict(value);
    const type = file.resolve(node.get('Type'));
    const own: Dict = new Map(inherited);
    for (const key of INHERITED) if (node.has(key)) own.set(key, node.get(key));
    if (!isName(type)) undecided('type of a page');
    if (type.name === 'Page') {
      if (node.has('Kids') || (node.get('UserUnit') ?? 1) !== 1) undecided('page');
      pages.push({ view: viewOf(file, own), resources: own.get('Resources'), contents: node.get('Contents') });
      return;
    }
    const kids = file.resolve(node.get('Kids'));
    if (type.name !== 'Pages' || !Array.isArray(kids)) undecided('pages');
    const before = pages.length;
    for (const kid of kids) visit(kid, own, depth + 1);
    // Readers find a page by these counts.
    if (file.resolve(node.get('Count')) !== pages.length - before) undecided('count of pages');
  };
  visit(file.root.get('Pages'), new Map(), 0);
  return pages;
}

function viewOf(file: PlainFile, page: Dict): Box {
  const media = boxOf(file, page.get('MediaBox'));
  if (!page.has('CropBox')) return media;
  const crop = boxOf(file, page.get('CropBox'));
  const view: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  return view[2] > view[0] && view[3] > view[1] ? view : undecided('crop box');
}

/** Four numbers in any order of corners. */
export function boxOf(file: PlainFile, value: PdfValue): Box {
  const numbers = numbersOf(file, value, 4);
  const [a, b, c, d] = numbers as [number, number, number, number];
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : undecided('box');
}

export function numbersOf(file: PlainFile, value: PdfValue, count: number): number[] {
  const list = file.resolve(value);
  if (!Array.isArray(list) || list.length !== count) return undecided('numbers');
  return list.map((each) => {
    const number = file.resolve(each);
    return typeof number === 'number' ? number : undecided('number');
  });
}
