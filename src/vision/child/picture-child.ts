// Entry of the child that looks at pictures: they are hostile, and so is whatever decodes them. It is meant to be killed.

import type { ModelFolder } from '../../nlp/model-folder.ts';
import { serveChildTasks, type TaskTools } from '../../parse/serve-child-tasks.ts';
import type { Looked } from '../looked.ts';
import { decodePicture, SIDE } from './decode-picture.ts';
import { coloursOf, edgesOf, joinFeatures } from './hand-made-features.ts';
import { greysOf, hashGreys } from './hash-pixels.ts';
import { encodePixels } from './picture-encoder.ts';

export interface LookTask {
  bytes: Uint8Array;
  /** undefined: by hand alone. */
  encoder: ModelFolder | undefined;
}

async function look({ bytes, encoder }: LookTask, tools: TaskTools): Promise<Looked> {
  const { pixels, width, height } = await decodePicture(bytes);
  const greys = greysOf(pixels, SIDE);
  const colours = coloursOf(pixels);
  // A model that does not run costs the model's answer, not the picture's.
  const encoded =
    encoder &&
    (await encodePixels(encoder, pixels).catch((error: unknown) => {
      tools.report(error);
      return undefined;
    }));
  return {
    hashes: hashGreys(greys),
    width,
    height,
    contrast: deviation(greys.values),
    colours,
    handMade: joinFeatures(colours, edgesOf(greys)),
    encoded,
  };
}

function deviation(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

serveChildTasks({ look });
