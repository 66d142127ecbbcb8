// A model file as something that runs, after its files were checked.

import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { SheafError } from '../../errors.ts';
import { ensureUnchanged, type ModelFolder } from '../model-folder.ts';

/** Throws SheafError `models.unavailable`. One thread: a second one is slower than another process, where cores are few. */
export async function loadSession(folder: ModelFolder): Promise<InferenceSession> {
  await ensureUnchanged(folder);
  try {
    const { InferenceSession } = await import('onnxruntime-node');
    return await InferenceSession.create(join(folder.path, folder.weights), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 4,
    });
  } catch (cause) {
    throw new SheafError('models.unavailable', `The model ${folder.name} could not be loaded on this machine.`, {
      cause,
    });
  }
}

/** Token numbers as a tensor of one text. */
export async function createTensors(): Promise<(values: readonly number[]) => import('onnxruntime-node').Tensor> {
  const { Tensor } = await import('onnxruntime-node');
  return (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
}
