// The picture encoder (models/picture-encoder): 224 × 224 pixels in, 576 numbers of unit length out.

import type { InferenceSession } from 'onnxruntime-node';
import sharp from 'sharp';
import { loadSession } from '../../nlp/child/load-session.ts';
import type { ModelFolder } from '../../nlp/model-folder.ts';
import { SIDE } from './decode-picture.ts';

const INPUT = 224;

let session: Promise<InferenceSession> | undefined;

/** Throws SheafError `models.unavailable`; the next call tries again. */
export async function encodePixels(folder: ModelFolder, pixels: Uint8Array): Promise<Float32Array> {
  session ??= loadSession(folder);
  const loaded = await session.catch((error: unknown) => {
    session = undefined;
    throw error;
  });
  const raw = { width: SIDE, height: SIDE, channels: 3 } as const;
  const small = await sharp(pixels, { raw }).resize(INPUT, INPUT, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
  const planes = new Float32Array(3 * INPUT * INPUT);
  for (let i = 0; i < INPUT * INPUT; i++) {
    for (let colour = 0; colour < 3; colour++) planes[colour * INPUT * INPUT + i] = small[3 * i + colour]! / 255;
  }
  const { Tensor } = await import('onnxruntime-node');
  const { features } = await loaded.run({ pixels: new Tensor('float32', planes, [1, 3, INPUT, INPUT]) });
  return Float32Array.from(features!.data as Float32Array);
}
