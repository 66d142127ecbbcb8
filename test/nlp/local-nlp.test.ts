import { afterAll, describe, expect, it } from 'vitest';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import type { ModelTrouble } from '../../src/nlp/pool/model-pool.ts';
import { testNlpContract } from './nlp-contract.ts';

describe('models on this machine', () => {
  const troubles: ModelTrouble[] = [];
  const nlp = createLocalNlp({ onTrouble: (trouble) => troubles.push(trouble) });
  afterAll(() => nlp.close());

  testNlpContract({ nlp: () => nlp, status: 'model' });

  it('ran without trouble', () => {
    expect(troubles).toEqual([]);
  });
});
