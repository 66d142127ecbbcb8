// Fixed rules in the place of the models: what answers when no model can be asked.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedByHashing, hashedModel } from '../../src/nlp/hashed-embedding.ts';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import { bundledModel, openModelFolder } from '../../src/nlp/model-folder.ts';
import type { Nlp } from '../../src/nlp/nlp.ts';

describe('a damaged model', () => {
  let folder: string;
  let nlp: Nlp;
  const reports: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheaf-model-'));
    await cp(join(bundledModel('sentence-encoder').path, 'tokenizer.json'), join(folder, 'tokenizer.json'));
    await writeFile(join(folder, 'model.onnx'), 'this is no model');
    const embedding = { folder: await openModelFolder(folder), dimension: 384 };
    nlp = createLocalNlp({
      embedding,
      onCall: ({ task, outcome, texts }) => reports.push(`${task} ${outcome} ${texts}`),
    });
  });
  afterAll(async () => {
    await nlp.close();
    await rm(folder, { recursive: true });
  });

  it('makes embeddings fall back, said so in the answer and told for metrics, while entities still have their model', async () => {
    const { status, model, vectors } = await nlp.embed(['one', 'two']);
    expect(status).toBe('fallback');
    expect(model).toEqual(hashedModel);
    expect(vectors).toEqual([embedByHashing('one'), embedByHashing('two')]);
    expect((await nlp.findEntities(['Marie Curie'])).status).toBe('model');
    expect(reports).toEqual(['embed fallback 2', 'entities model 1']);
  });
});

describe('vectors by hashing', () => {
  const cosine = (a: string, b: string): number => {
    const other = embedByHashing(b);
    return embedByHashing(a).reduce((sum, value, i) => sum + value * other[i]!, 0);
  };

  it('are alike on every machine', () => {
    const rounded = [...embedByHashing('Invoice 4711')].map((value, place) => [place, Math.round(value * 1e4)]);
    expect(rounded.filter(([, value]) => value !== 0).slice(0, 6)).toMatchInlineSnapshot(`
      [
        [
          3,
          1414,
        ],
        [
          4,
          -1927,
        ],
        [
          12,
          5099,
        ],
        [
          42,
          -1414,
        ],
        [
          56,
          -5099,
        ],
        [
          67,
          -1414,
        ],
      ]
    `);
  });

  it('do not depend on case, accents or the order of words', () => {
    expect(cosine('Überweisung der Rechnung', 'der rechnung uberweisung')).toBeCloseTo(1, 5);
  });

  it('are nearer for forms of the same word than for others', () => {
    expect(cosine('cancellation of leases', 'cancelled a lease')).toBeGreaterThan(
      cosine('cancellation of leases', 'grilled fish') + 0.1,
    );
  });
});
