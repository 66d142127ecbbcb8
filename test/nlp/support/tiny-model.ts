// An embedding model as small as one can be, written byte by byte as ONNX: it looks each token up in a table. What comes out can be
// worked out by hand.

import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledModel } from '../../../src/nlp/model-folder.ts';

const VOCABULARY = 30_522;
export const TINY_DIMENSION = 4;

/** Of one token. */
export const tinyRow = (token: number): number[] =>
  Array.from({ length: TINY_DIMENSION }, (_, i) => Math.fround(Math.sin(token * (i + 1))));

export interface TinyModel {
  inputs: readonly string[];
  output: string;
}

/** A folder as an operator would bring it. */
export async function writeTinyModel(folder: string, model: TinyModel): Promise<string> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(bundledModel('sentence-encoder').path, 'tokenizer.json'), join(folder, 'tokenizer.json'));
  await writeFile(join(folder, 'model.onnx'), onnxOf(model));
  return folder;
}

const FLOAT = 1;
const INT64 = 7;

function onnxOf({ inputs, output }: TinyModel): Buffer {
  const table = Float32Array.from({ length: VOCABULARY * TINY_DIMENSION }, (_, i) => {
    return tinyRow(Math.floor(i / TINY_DIMENSION))[i % TINY_DIMENSION]!;
  });
  const initializer = Buffer.concat([
    number(1, VOCABULARY),
    number(1, TINY_DIMENSION),
    number(2, FLOAT),
    bytes(8, 'table'),
    bytes(9, Buffer.from(table.buffer)),
  ]);
  const node = Buffer.concat([bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, output), bytes(4, 'Gather')]);
  const graph = Buffer.concat([
    bytes(1, node),
    bytes(2, 'tiny'),
    bytes(5, initializer),
    ...inputs.map((name) => bytes(11, valueInfo(name, { type: INT64, shape: ['batch', 'tokens'] }))),
    bytes(12, valueInfo(output, { type: FLOAT, shape: ['batch', 'tokens', TINY_DIMENSION] })),
  ]);
  const opset = number(2, 17);
  return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, opset)]);
}

function valueInfo(name: string, { type, shape }: { type: number; shape: readonly (string | number)[] }): Buffer {
  const dimensions = shape.map((size) => bytes(1, typeof size === 'number' ? number(1, size) : bytes(2, size)));
  const tensor = Buffer.concat([number(1, type), bytes(2, Buffer.concat(dimensions))]);
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensor))]);
}

/** Protocol buffers: a field that holds a number. */
function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

/** A field that holds bytes, a text or another message. */
function bytes(field: number, value: string | Buffer): Buffer {
  const content = Buffer.from(value as string);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  while (rest > 127) {
    out.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...out, rest]);
}
