// A second chance for PDFs cut short or without a trailer: what objects there are, under a new table and root.

import { latin1, type PdfObject, scanObjects } from './pdf-objects.ts';

const LETTER = '[0 0 612 792]';

/** A new file made of the objects of a damaged one, or undefined when it holds no page. Never throws. */
export function repairPdf(bytes: Uint8Array): Uint8Array | undefined {
  const objects = new Map<number, PdfObject>();
  for (const object of scanObjects(bytes)) objects.set(object.number, object);
  const pages = [...objects.values()].filter((object) => isType(object, 'Page'));
  if (pages.length === 0) return undefined;
  const root = findRoot(objects) ?? addRoot(objects, pages);
  return writeFile([...objects.values()].filter(isWorthKeeping), root, encryption(bytes));
}

function isType(object: PdfObject, type: string): boolean {
  return new RegExp(`/Type\\s*/${type}(?![A-Za-z])`).test(dictionary(object.body));
}

/** The body without stream data, whose bytes may spell anything. */
function dictionary(body: string): string {
  const stream = body.search(/\bstream\r?\n/);
  return stream < 0 ? body : body.slice(0, stream);
}

/** The last catalog whose page tree is there. */
function findRoot(objects: ReadonlyMap<number, PdfObject>): PdfObject | undefined {
  return [...objects.values()].findLast((object) => {
    if (!isType(object, 'Catalog')) return false;
    const tree = objects.get(Number(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(object.body)?.[1]));
    return tree !== undefined && /\/Kids\b/.test(tree.body);
  });
}

function addRoot(objects: Map<number, PdfObject>, pages: readonly PdfObject[]): PdfObject {
  const next = Math.max(...objects.keys()) + 1;
  const top = [...objects.values()].findLast((each) => isType(each, 'Pages') && !/\/Parent\b/.test(each.body));
  const tree = top?.number ?? next + 1;
  if (!top) {
    // Pages keep pointing to a parent that was cut off; a reader takes size and fonts from it.
    const box = pages.map((page) => /\/MediaBox\s*(\[[^\]]*\])/.exec(page.body)?.[1]).find(Boolean) ?? LETTER;
    const kids = pages.map((page) => `${page.number} ${page.generation} R`).join(' ');
    add(objects, tree, `<</Type/Pages/Count ${pages.length}/MediaBox ${box}/Kids[${kids}]>>`);
    for (const page of pages) page.body = page.body.replace(/\/Parent\s+\d+\s+\d+\s+R/, `/Parent ${tree} 0 R`);
  }
  return add(objects, next, `<</Type/Catalog/Pages ${tree} 0 R>>`);
}

function add(objects: Map<number, PdfObject>, number: number, body: string): PdfObject {
  const object = { number, generation: 0, offset: 0, body, packed: false };
  objects.set(number, object);
  return object;
}

function isWorthKeeping(object: PdfObject): boolean {
  return !isType(object, 'ObjStm') && !isType(object, 'XRef');
}

/** Key and ids that an encrypted file needs to be opened at all. */
function encryption(bytes: Uint8Array): string {
  const text = latin1(bytes);
  const key = /\/Encrypt\s+\d+\s+\d+\s+R/.exec(text)?.[0];
  const ids = /\/ID\s*\[\s*(<[^>]*>|\([^)]*\))\s*(<[^>]*>|\([^)]*\))\s*\]/.exec(text)?.[0];
  return key ? `${key}${ids ?? ''}` : '';
}

function writeFile(objects: readonly PdfObject[], root: PdfObject, extra: string): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  let length = parts[0]!.length;
  const offsets = new Map<number, PdfObject & { at: number }>();
  for (const object of objects) {
    const closed = /\bstream\r?\n/.test(object.body) && !object.body.includes('endstream') ? '\nendstream' : '';
    const text = `${object.number} ${object.generation} obj${object.body}${closed}\nendobj\n`;
    offsets.set(object.number, { ...object, at: length });
    parts.push(text);
    length += text.length;
  }
  parts.push('xref\n0 1\n0000000000 65535 f \n');
  for (const [number, { at, generation }] of offsets) {
    parts.push(`${number} 1\n${String(at).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`);
  }
  const size = Math.max(...offsets.keys()) + 1;
  parts.push(
    `trailer<</Size ${size}/Root ${root.number} ${root.generation} R${extra}>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
