// A picture as 256 × 256 red, green and blue bytes: turned as its camera says, on white, in one colour space.

import sharp, { type Metadata } from 'sharp';
import { SheafError } from '../../errors.ts';

export const SIDE = 256;
/** A phone makes up to 200 million; more than these take seconds. */
const MOST_PIXELS = 120_000_000;

export interface DecodedPicture {
  /** SIDE × SIDE × 3. */
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** Throws `file.corrupt`, `file.too-large`. */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  // Nothing is kept between pictures: they do not come twice.
  sharp.cache(false);
  sharp.concurrency(1);
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false } as const;
  const { autoOrient } = await readHead(() => sharp(bytes, options).metadata());
  try {
    const pixels = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize(SIDE, SIDE, { fit: 'fill' })
      .removeAlpha()
      .raw()
      .toBuffer();
    if (pixels.length !== SIDE * SIDE * 3) throw new SheafError('file.corrupt');
    return { pixels, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    throw asDamaged(error);
  }
}

async function readHead(read: () => Promise<Metadata>): Promise<Metadata> {
  try {
    const head = await read();
    if (head.width * head.height > MOST_PIXELS) throw new SheafError('file.too-large');
    return head;
  } catch (error) {
    throw asDamaged(error);
  }
}

/** The words of the decoder are not passed on: they may quote the file. */
function asDamaged(error: unknown): SheafError {
  if (error instanceof SheafError) return error;
  const isLarge = error instanceof Error && /pixel limit/i.test(error.message);
  return new SheafError(isLarge ? 'file.too-large' : 'file.corrupt', undefined, { cause: error });
}
