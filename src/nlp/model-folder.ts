// A model on disk: where it lies, what it is called, and the SHA-256 of each file, which is checked before it is loaded.

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { SheafError } from '../errors.ts';

export interface ModelFolder {
  /** Absolute. */
  path: string;
  name: string;
  /** Name and content hash. */
  id: string;
  weights: string;
  /** SHA-256 in hexadecimal digits, by file name. */
  hashes: Readonly<Record<string, string>>;
}

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const WEIGHTS = [
  'model.int8.onnx',
  'model.onnx',
  'model_quantized.onnx',
  'onnx/model.onnx',
  'onnx/model_quantized.onnx',
];
const TOKENIZER = 'tokenizer.json';

let listed: Record<string, Record<string, string>> | undefined;

/** A model that comes with the package. Its hashes are listed beside it, so that nothing large is read here. */
export function bundledModel(name: 'sentence-encoder' | 'entities' | 'picture-encoder'): ModelFolder {
  listed ??= JSON.parse(readFileSync(join(modelsFolder, 'hashes.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const hashes = listed[name]!;
  return { path: join(modelsFolder, name), name, id: modelId(name, hashes), weights: weightsAmong(hashes), hashes };
}

const weightsAmong = (hashes: Readonly<Record<string, string>>): string => WEIGHTS.find((file) => file in hashes)!;

/** Of the card of the model; the test of the contract measures it. */
const BUNDLED_DIMENSION = 384;

export const bundledEmbedding = (): { folder: ModelFolder; dimension: number } => ({
  folder: bundledModel('sentence-encoder'),
  dimension: BUNDLED_DIMENSION,
});

/** A model that the operator brought. Throws SheafError `config.invalid`, naming what is missing. */
export async function openModelFolder(folder: string): Promise<ModelFolder> {
  const path = resolve(folder);
  const weights = await findFile(path, WEIGHTS);
  if (!weights) throw new SheafError('config.invalid', `The model folder holds none of: ${WEIGHTS.join(', ')}.`);
  if (!(await findFile(path, [TOKENIZER])))
    throw new SheafError('config.invalid', `The model folder holds no ${TOKENIZER}.`);
  const hashes: Record<string, string> = {};
  for (const file of [weights, TOKENIZER]) hashes[file] = await hashOf(join(path, file));
  const name = basename(path).replaceAll(/[^A-Za-z0-9._-]/g, '-');
  return { path, name, id: modelId(name, hashes), weights, hashes };
}

/** Throws SheafError `models.unavailable` when a file is not the one that was meant. */
export async function ensureUnchanged({ path, name, hashes }: ModelFolder): Promise<void> {
  for (const [file, expected] of Object.entries(hashes)) {
    const found = await hashOf(join(path, file)).catch((cause: unknown) => {
      throw new SheafError('models.unavailable', `The file ${file} of the model ${name} cannot be read.`, { cause });
    });
    if (found !== expected) {
      throw new SheafError('models.unavailable', `The file ${file} of the model ${name} is damaged or was changed.`);
    }
  }
}

function modelId(name: string, hashes: Readonly<Record<string, string>>): string {
  const all = createHash('sha256');
  for (const file of Object.keys(hashes).sort()) all.update(`${file} ${hashes[file]}\n`);
  return `${name}@${all.digest('hex').slice(0, 16)}`;
}

async function findFile(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const there = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (there) return name;
  }
  return undefined;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
