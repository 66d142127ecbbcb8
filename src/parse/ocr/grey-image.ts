// Eight-bit grey pixels, and the ways in and out of them. Everything before recognition works on this.

import sharp, { type Sharp } from 'sharp';
import { SheafError } from '../../errors.ts';

/** One byte a pixel, row by row, 0 = black, 255 = white. */
export interface GreyImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Encoded image (PNG, JPEG, TIFF, WebP) to grey pixels, EXIF orientation applied, transparency on white.
 * Throws `file.too-large` from the header alone and `file.corrupt` when the pixels cannot be decoded.
 */
export async function decodeGrey(
  bytes: Uint8Array,
  options: { maxPixels: number; page?: number; tolerant?: boolean },
): Promise<GreyImage> {
  const input = sharp(bytes, {
    limitInputPixels: options.maxPixels,
    failOn: options.tolerant ? 'none' : 'error',
    ...(options.page === undefined ? {} : { page: options.page }),
  });
  try {
    const { data, info } = await input
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data: firstChannel(data, info.channels), width: info.width, height: info.height };
  } catch (cause) {
    throw imageError(cause);
  }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  const grey = new Uint8Array(data.length / channels);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * channels]!;
  return grey;
}

/** What the image library says, as an error of the catalogue. */
export function imageError(cause: unknown): SheafError {
  if (cause instanceof SheafError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/pixel limit|too large|exceeds/i.test(message))
    return new SheafError('file.too-large', 'The image has more pixels than the limit allows', { cause });
  if (/unsupported image format/i.test(message))
    return new SheafError('file.unsupported', 'The image is of a kind that is not read', { cause });
  return new SheafError('file.corrupt', 'The image is damaged and cannot be decoded', { cause });
}

/** A sharp pipeline over grey pixels. */
export function sharpOf(image: GreyImage): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 }, limitInputPixels: false });
}

/** Runs a sharp pipeline and gives its first channel. */
export async function greyOf(pipeline: Sharp): Promise<GreyImage> {
  const { data, info } = await pipeline
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data: firstChannel(data, info.channels), width: info.width, height: info.height };
}

/** Turned clockwise by a quarter, half or three quarters; 0 gives the same image. */
export async function turnGrey(image: GreyImage, degrees: 0 | 90 | 180 | 270): Promise<GreyImage> {
  return degrees === 0 ? image : greyOf(sharpOf(image).rotate(degrees));
}

/** PNG for an OCR engine; weak compression, because it is read back at once. */
export async function encodePng(image: GreyImage, dpi: number): Promise<Buffer> {
  return sharpOf(image).toColourspace('b-w').withMetadata({ density: dpi }).png({ compressionLevel: 1 }).toBuffer();
}
