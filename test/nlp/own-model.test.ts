// A model that the operator brought (EMBEDDING_MODEL_DIR).

import { readFileSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { afterAll, describe, expect, it } from 'vitest';
import { describeEmbeddingModel } from '../../src/nlp/describe-model.ts';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import { bundledEmbedding, bundledModel } from '../../src/nlp/model-folder.ts';
import { TINY_DIMENSION, tinyRow, writeTinyModel } from './support/tiny-model.ts';

const root = join(tmpdir(), `sheaf-own-model-${process.pid}`);
afterAll(() => rm(root, { recursive: true, force: true }));

const encoder = bundledModel('sentence-encoder').path;
const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(encoder, 'tokenizer.json'), 'utf8')), {});

/** The mean of the rows of the tokens, both marks included, of unit length. */
function expectedVector(text: string, mostTokens = 256): number[] {
  let { ids } = tokenizer.encode(text);
  if (ids.length > mostTokens) ids = [...ids.slice(0, mostTokens - 1), ids.at(-1)!];
  const sum = new Array<number>(TINY_DIMENSION).fill(0);
  for (const id of ids) for (const [i, value] of tinyRow(id).entries()) sum[i]! += value;
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

describe('another embedding model', () => {
  it.each([
    ['with token types', ['input_ids', 'attention_mask', 'token_type_ids'], 'last_hidden_state'],
    ['without token types', ['input_ids', 'attention_mask'], 'token_embeddings'],
  ])('%s gives the mean over its tokens, and an id of its own', async (name, inputs, output) => {
    const folder = await writeTinyModel(join(root, name), { inputs, output });
    const embedding = await describeEmbeddingModel(folder);
    expect(embedding.dimension).toBe(TINY_DIMENSION);
    expect(embedding.folder.id).not.toBe(bundledEmbedding().folder.id);
    const nlp = createLocalNlp({ embedding });
    try {
      const texts = ['The lease ends in May.', '', 'word '.repeat(400)];
      const { status, model, vectors } = await nlp.embed(texts);
      expect([status, model]).toEqual(['model', { id: embedding.folder.id, dimension: TINY_DIMENSION }]);
      for (const [place, text] of texts.entries()) {
        for (const [i, value] of expectedVector(text).entries()) expect(vectors[place]![i]).toBeCloseTo(value, 4);
      }
    } finally {
      await nlp.close();
    }
  });

  it('has another id when a file of it is another', async () => {
    const folder = await writeTinyModel(join(root, 'same'), { inputs: ['input_ids'], output: 'last_hidden_state' });
    const first = (await describeEmbeddingModel(folder)).folder.id;
    expect((await describeEmbeddingModel(folder)).folder.id).toBe(first);
    await writeTinyModel(folder, { inputs: ['input_ids', 'attention_mask'], output: 'last_hidden_state' });
    expect((await describeEmbeddingModel(folder)).folder.id).not.toBe(first);
  });

  it.each([
    ['is not there', async () => undefined, /holds none of: model\.int8\.onnx/],
    [
      'holds no tokenizer',
      async (folder: string) => writeFile(join(folder, 'model.onnx'), 'x'),
      /holds no tokenizer\.json/,
    ],
    [
      'holds no model',
      async (folder: string) => {
        await copyFile(join(encoder, 'tokenizer.json'), join(folder, 'tokenizer.json'));
        await writeFile(join(folder, 'model.onnx'), 'x');
      },
      /could not be loaded on this machine/,
    ],
    [
      'holds a tokenizer that is none',
      async (folder: string) => {
        await writeTinyModel(folder, { inputs: ['input_ids'], output: 'last_hidden_state' });
        await writeFile(join(folder, 'tokenizer.json'), '{}');
      },
      /tokenizer of the model .* could not be read/,
    ],
    [
      'wants what is not known here',
      (folder: string) => writeTinyModel(folder, { inputs: ['input_ids', 'pixels'], output: 'last_hidden_state' }),
      /wants the inputs input_ids, pixels/,
    ],
    [
      'gives what is no embedding',
      (folder: string) => writeTinyModel(folder, { inputs: ['input_ids'], output: 'logits' }),
      /it gives logits/,
    ],
  ] as const)('that %s is refused at start, with the reason', async (name, make, reason) => {
    const folder = join(root, name);
    await mkdir(folder, { recursive: true });
    await make(folder);
    await expect(describeEmbeddingModel(folder)).rejects.toMatchObject({
      code: 'config.invalid',
      message: expect.stringMatching(reason),
    });
  });
});
