// Texts to unit vectors. Each text is run alone: activations are quantized over a whole batch, so that in company a text would get
// another vector each time (cosine .993), for a gain of at most a sixth.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { Tensor } from 'onnxruntime-node';
import { SheafError } from '../../errors.ts';
import type { ModelFolder } from '../model-folder.ts';
import { createTensors, loadSession } from './load-session.ts';

export interface Embedder {
  inputs: readonly string[];
  dimension: number;
  embed(text: string): Promise<Float32Array>;
}

const MOST_TOKENS = 256;
const INPUTS: ReadonlySet<string> = new Set(['input_ids', 'attention_mask', 'token_type_ids']);
/** Outputs that are one vector a text; otherwise the mean over the tokens is taken. */
const POOLED = ['embedding', 'sentence_embedding'];
const PER_TOKEN = ['last_hidden_state', 'token_embeddings'];

/** Throws SheafError `models.unavailable`. */
export async function loadEmbedder(folder: ModelFolder): Promise<Embedder> {
  const session = await loadSession(folder);
  const { inputNames: inputs } = session;
  const unknown = inputs.filter((name) => !INPUTS.has(name));
  if (!inputs.includes('input_ids') || unknown.length > 0) {
    throw notUsable(folder, `it wants the inputs ${inputs.join(', ')}; known are ${[...INPUTS].join(', ')}`);
  }
  const output = [...POOLED, ...PER_TOKEN].find((name) => session.outputNames.includes(name));
  if (!output) {
    throw notUsable(
      folder,
      `it gives ${session.outputNames.join(', ')}; known are ${[...POOLED, ...PER_TOKEN].join(', ')}`,
    );
  }
  const encode = await loadEncode(folder);
  const tensor = await createTensors();

  async function embed(text: string): Promise<Float32Array> {
    const ids = encode(text);
    const mask = ids.map(() => 1);
    const feeds: Record<string, Tensor> = {};
    for (const name of inputs) {
      feeds[name] = tensor(name === 'input_ids' ? ids : name === 'attention_mask' ? mask : ids.map(() => 0));
    }
    const { data, dims } = (await session.run(feeds))[output!]!;
    if (!(data instanceof Float32Array)) throw notUsable(folder, 'it does not give 32-bit numbers');
    const vector = dims.length === 3 ? meanOverTokens(data, dims[1]!, dims[2]!) : data.slice();
    return toUnitLength(vector);
  }

  // Whether it works at all is asked once, so that an index is never begun with a model that does not.
  const { length: dimension } = await embed('What does it say?');
  return { inputs, dimension, embed };
}

async function loadEncode(folder: ModelFolder): Promise<(text: string) => number[]> {
  const read = async (name: string): Promise<object> =>
    JSON.parse(await readFile(join(folder.path, name), 'utf8')) as object;
  let tokenizer: Tokenizer;
  try {
    tokenizer = new Tokenizer(await read('tokenizer.json'), await read('tokenizer_config.json').catch(() => ({})));
  } catch (cause) {
    throw new SheafError('models.unavailable', `The tokenizer of the model ${folder.name} could not be read.`, {
      cause,
    });
  }
  const endsWithOwn = tokenizer.encode('').ids.length >= 2;
  return (text) => {
    const { ids } = tokenizer.encode(text);
    if (ids.length <= MOST_TOKENS) return ids;
    return endsWithOwn ? [...ids.slice(0, MOST_TOKENS - 1), ids.at(-1)!] : ids.slice(0, MOST_TOKENS);
  };
}

function meanOverTokens(data: Float32Array, tokens: number, dimension: number): Float32Array {
  const mean = new Float32Array(dimension);
  for (let token = 0; token < tokens; token++) {
    for (let i = 0; i < dimension; i++) mean[i]! += data[token * dimension + i]! / tokens;
  }
  return mean;
}

function toUnitLength(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (length === 0 || !Number.isFinite(length)) return vector.fill(0).fill(1, 0, 1);
  return vector.map((value) => value / length);
}

const notUsable = ({ name }: ModelFolder, why: string): SheafError =>
  new SheafError('models.unavailable', `The model ${name} cannot be used: ${why}.`);
