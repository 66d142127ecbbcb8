import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';

const token = 'K7dkRw0pVn3sXq9tYb2mLc5hJf8gZa1e';
const other = 'Qm4vTz8rBn1cHk6wPs3yDx0gLe7jUf2a';

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('settings of models', () => {
  it('are our own child processes when nothing is set', () => {
    expect(loadConfig({}).models).toEqual({
      nlpUrl: undefined,
      visionUrl: undefined,
      tokens: [],
      embeddingFolder: undefined,
      processes: 1,
      idleMs: 300_000,
    });
  });

  it('take several tokens, so that one can be changed', () => {
    expect(loadConfig({ MODEL_SERVICE_TOKENS: `${token}, ${other}` }).models.tokens).toEqual([token, other]);
    expect(problemsOf({ MODEL_SERVICE_TOKENS: `${token},short` })).toContain('MODEL_SERVICE_TOKENS');
    expect(problemsOf({ MODEL_SERVICE_TOKENS: `${token},short` })).not.toContain('short,');
  });

  it.each(['nlp', 'vision'])(
    'let a process of mode %s start without a database, accounts and a public address',
    (mode) => {
      const env = { MODE: mode, NODE_ENV: 'production', HOST: '0.0.0.0', MODEL_SERVICE_TOKENS: token };
      expect(problemsOf(env)).toBe('');
    },
  );

  it.each(['nlp', 'vision'])('refuse a process of mode %s without a token that others can reach', (mode) => {
    expect(problemsOf({ MODE: mode })).toBe('');
    expect(problemsOf({ MODE: mode, HOST: '0.0.0.0' })).toContain('MODEL_SERVICE_TOKENS');
    expect(problemsOf({ MODE: mode, NODE_ENV: 'production' })).toContain('MODEL_SERVICE_TOKENS');
    expect(problemsOf({ MODE: mode, NODE_ENV: 'production', MODEL_SERVICE_TOKENS: 'a'.repeat(40) })).toContain(
      'repeats itself',
    );
  });

  it('refuse to call a model service without a token in production', () => {
    const env = {
      NODE_ENV: 'production',
      AUTH_SECRET: `${other}9`,
      ENCRYPTION_KEY: `${token}8`,
      DATABASE_URL: 'postgres://sheaf@127.0.0.1/sheaf',
      PUBLIC_URL: 'https://sheaf.example.com',
      NLP_URL: 'http://nlp:8000',
    };
    expect(problemsOf(env)).toContain('MODEL_SERVICE_TOKENS: needed by NLP_URL and VISION_URL');
    expect(problemsOf({ ...env, MODEL_SERVICE_TOKENS: token })).toBe('');
    expect(problemsOf({ ...env, MODEL_SERVICE_TOKENS: token, NLP_URL: 'http://user:secret@nlp' })).toContain('NLP_URL');
  });
});
