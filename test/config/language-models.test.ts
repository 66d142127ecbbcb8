// Settings of the language model: what belongs together, and what earlier deployments called it.

import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';

const modelsOf = (env: Record<string, string>) => loadConfig(env).languageModel;

test('none is used unless one is named', () => {
  expect(modelsOf({})).toMatchObject({
    provider: undefined,
    redact: false,
    trace: 'metadata',
    premium: true,
    fallBack: true,
  });
});

test('a provider needs its name, key and address', () => {
  expect(() => modelsOf({ MODEL_PROVIDER: 'openai' })).toThrow(/MODEL_NAME: is needed[\s\S]*MODEL_API_KEY: is needed/);
  expect(() => modelsOf({ MODEL_PROVIDER: 'azure', MODEL_NAME: 'a', MODEL_API_KEY: 'b' })).toThrow(
    'MODEL_BASE_URL: is needed',
  );
  const compatible = {
    MODEL_PROVIDER: 'compatible',
    MODEL_NAME: 'llama3:8b',
    MODEL_BASE_URL: 'http://127.0.0.1:11434/v1/',
  };
  expect(modelsOf(compatible).provider).toMatchObject({ kind: 'compatible', baseUrl: 'http://127.0.0.1:11434/v1' });
});

test.each(['ftp://a', 'http://user:pw@a/v1', 'https://a/v1?x=1', 'a.example'])('%s is no base address', (url) => {
  const env = { MODEL_PROVIDER: 'compatible', MODEL_NAME: 'm', MODEL_BASE_URL: url };
  expect(() => modelsOf(env)).toThrow('MODEL_BASE_URL: must be an http(s) address');
});

test('money is counted in millionths, and needs prices', () => {
  const env = { MODEL_BUDGET_MONEY: '12.5', MODEL_INPUT_PRICE: '0.15', MODEL_OUTPUT_PRICE: '0.6' };
  expect(modelsOf(env)).toMatchObject({
    prices: { inputMicros: 150_000, outputMicros: 600_000 },
    budgets: { each: { tokens: undefined, costMicros: 12_500_000 } },
  });
  expect(() => modelsOf({ MODEL_BUDGET_MONEY: '12.5' })).toThrow('needs MODEL_INPUT_PRICE');
});

test('OPENAI_API_KEY with OPENAI_MODEL is a provider; alone, or beside another one, it is not used', () => {
  const older = { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'gpt-4o-mini', OPENAI_TEMPERATURE: '0.2' };
  expect(modelsOf(older)).toMatchObject({
    provider: { kind: 'openai', model: 'gpt-4o-mini', apiKey: 'k' },
    temperature: 0.2,
  });
  expect(modelsOf({ OPENAI_API_KEY: 'k' }).provider).toBeUndefined();
  const other = { MODEL_PROVIDER: 'mistral', MODEL_NAME: 'm', MODEL_API_KEY: 'n' };
  expect(modelsOf({ ...older, ...other }).provider).toMatchObject({ kind: 'mistral', model: 'm', apiKey: 'n' });
});
