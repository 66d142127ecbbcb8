// Pools of model processes for tests, closed after each, and a look at their processes from outside.

import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect } from 'vitest';
import { bundledModel } from '../../../src/nlp/model-folder.ts';
import {
  createModelPool,
  type ModelPool,
  type ModelPoolOptions,
  type ModelTrouble,
} from '../../../src/nlp/pool/model-pool.ts';

export const models = { embedding: bundledModel('sentence-encoder'), entities: bundledModel('entities') };
const opened: ModelPool[] = [];
export const troubles: ModelTrouble[] = [];

export function openPool(options: Partial<ModelPoolOptions> = {}): ModelPool {
  const pool = createModelPool({ models, onTrouble: (trouble) => troubles.push(trouble), ...options });
  opened.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()));
  troubles.length = 0;
});

/** Of the children of this process that run models. */
export function childPids(): number[] {
  const out = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return out
    .split('\n')
    .filter((line) => line.includes('model-child'))
    .map((line) => Number(line.trim().split(' ')[0]));
}

export async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !condition(); i++) await sleep(50);
  expect(condition()).toBe(true);
}
