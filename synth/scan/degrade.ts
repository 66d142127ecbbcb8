// Makes a clean page look as if it went over the glass of a scanner, through a fax, or in front of a phone in a dark corner.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Random } from '../random.ts';

export interface Degradation {
  kind: 'flatbed' | 'feeder' | 'phone' | 'fax';
  dpi: number;
  /** Degrees clockwise that the page leans. */
  skew: number;
  /** Quarter turns as degrees: 0, 90, 180, 270. */
  turned: number;
  /** Standard deviation of the noise, of 255. */
  noise: number;
  blur: number;
  /** JPEG quality, 0 = stored without loss. */
  quality: number;
  /** How much darker the darkest corner is, 0–1. */
  shade: number;
  /** Points cut off each edge. */
  crop: number;
  colour: 'rgb' | 'grey' | 'black';
  format: 'pdf' | 'jpg' | 'png';
}

export interface ScannedFile {
  bytes: Buffer;
  extension: 'pdf' | 'jpg' | 'png';
  degradation: Degradation;
}

const round = (value: number, places: number): number => Number(value.toFixed(places));

function drawDegradation(random: Random, pages: number): Degradation {
  const kind = random.pick(['flatbed', 'flatbed', 'feeder', 'feeder', 'phone', 'fax'] as const);
  const turned = random.chance(0.12) ? random.pick([90, 180, 180, 270]) : 0;
  const lean = (limit: number): number => round((random.next() * 2 - 1) * limit, 2);
  const format = pages > 1 ? 'pdf' : random.pick(['pdf', 'pdf', 'jpg', 'png'] as const);
  const common = { kind, turned, crop: random.pick([0, 0, 2, 5]), format };
  switch (kind) {
    case 'flatbed':
      return {
        ...common,
        dpi: random.pick([200, 300, 300]),
        skew: lean(0.8),
        noise: random.int(1, 4),
        blur: random.pick([0, 0, 0.4]),
        quality: random.int(70, 92),
        shade: random.pick([0, 0.05]),
        colour: random.pick(['rgb', 'grey']),
      };
    case 'feeder':
      return {
        ...common,
        dpi: random.pick([150, 200, 300]),
        skew: lean(3),
        noise: random.int(2, 8),
        blur: random.pick([0, 0.4, 0.6]),
        quality: random.int(45, 80),
        shade: random.pick([0, 0.08]),
        colour: random.pick(['rgb', 'grey', 'grey']),
      };
    case 'phone':
      return {
        ...common,
        dpi: random.pick([150, 200, 250]),
        skew: lean(3),
        noise: random.int(4, 12),
        blur: random.pick([0.5, 0.8]),
        quality: random.int(45, 75),
        shade: round(0.25 + random.next() * 0.3, 2),
        colour: 'rgb',
        crop: 0,
      };
    default:
      return {
        ...common,
        dpi: 200,
        skew: lean(1.5),
        noise: random.int(10, 22),
        blur: 0,
        quality: 0,
        shade: 0,
        colour: 'black',
        format: format === 'jpg' ? 'png' : format,
      };
  }
}

interface Raster {
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 3;
}

/** Darkens towards one corner and adds noise, in place. */
function soil(random: Random, raster: Raster, how: Degradation): void {
  const { data, width, height, channels } = raster;
  const cornerX = random.chance(0.5) ? 0 : 1;
  const cornerY = random.chance(0.5) ? 0 : 1;
  const paper = how.kind === 'phone' ? 0.93 : 1;
  // A table of noise is enough: the eye and the OCR see no period in a step that is prime.
  const table = Float32Array.from(
    { length: 65_537 },
    () => (random.next() + random.next() + random.next() - 1.5) * 2 * how.noise,
  );
  let at = random.int(0, 65_536);
  for (let y = 0; y < height; y++) {
    const fromY = Math.abs(cornerY - y / height);
    for (let x = 0; x < width; x++) {
      const light = paper * (1 - how.shade * (1 - (Math.abs(cornerX - x / width) + fromY) / 2));
      at = (at + 7919) % 65_537;
      const grain = table[at]!;
      const start = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) {
        const value = data[start + c]! * light + grain;
        data[start + c] = how.colour === 'black' ? (value > 150 ? 255 : 0) : value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
}

async function degradePage(
  random: Random,
  page: Buffer,
  size: { width: number; height: number },
  how: Degradation,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const background = how.kind === 'phone' ? '#4a4440' : '#f4f4f2';
  let image = sharp(page, { raw: { width: size.width, height: size.height, channels: 4 } }).flatten({
    background: '#ffffff',
  });
  const cut = Math.round((how.crop * how.dpi) / 72);
  if (cut > 0)
    image = image.extract({ left: cut, top: cut, width: size.width - 2 * cut, height: size.height - 2 * cut });
  // Every step that changes the size must be its own pipeline: sharp orders the steps of one by itself.
  image = sharp(await image.png({ compressionLevel: 0 }).toBuffer());
  if (how.skew !== 0)
    image = sharp(await image.rotate(how.skew, { background }).png({ compressionLevel: 0 }).toBuffer());
  if (how.turned !== 0) image = image.rotate(how.turned);
  if (how.blur > 0) image = image.blur(how.blur);
  image = how.colour === 'rgb' ? image.removeAlpha().toColourspace('srgb') : image.removeAlpha().toColourspace('b-w');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const channels = info.channels === 1 ? 1 : 3;
  soil(random, { data, width: info.width, height: info.height, channels }, how);
  const out = sharp(data, { raw: { width: info.width, height: info.height, channels } }).withDensity(how.dpi);
  const lossless = how.quality === 0 || how.format === 'png';
  const bytes = lossless
    ? await out.png(how.colour === 'black' ? { palette: true, colours: 2 } : {}).toBuffer()
    : await out.jpeg({ quality: how.quality }).toBuffer();
  return { bytes, width: info.width, height: info.height };
}

let library: Promise<PDFiumLibrary> | undefined;

/** Pages of one of our own PDFs as RGBA pixels. */
async function renderPages(pdf: Buffer, dpi: number): Promise<{ data: Buffer; width: number; height: number }[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const pages: { data: Buffer; width: number; height: number }[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({
        scale: dpi / 72,
        render: (bitmap) => Promise.resolve(Buffer.from(bitmap.data)),
      });
      pages.push({ data: Buffer.from(data), width, height });
    }
    return pages;
  } finally {
    document.destroy();
  }
}

function bindPdf(
  pages: readonly { bytes: Buffer; width: number; height: number }[],
  dpi: number,
  created: string,
): Promise<Buffer> {
  const date = new Date(`${created}T10:00:00Z`);
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Producer: 'ScanStation 3', CreationDate: date, ModDate: date },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const page of pages) {
    const [width, height] = [(page.width * 72) / dpi, (page.height * 72) / dpi];
    doc.addPage({ size: [width, height], margin: 0 });
    doc.image(page.bytes, 0, 0, { width, height });
  }
  doc.end();
  return done;
}

/** Prints and scans a PDF: pixels only, no text layer. The same random stream gives the same file. */
export async function scanDocument(random: Random, pdf: Buffer, pageCount: number): Promise<ScannedFile> {
  const degradation = drawDegradation(random, pageCount);
  const rendered = await renderPages(pdf, degradation.dpi);
  const pages: { bytes: Buffer; width: number; height: number }[] = [];
  for (const page of rendered) pages.push(await degradePage(random, page.data, page, degradation));
  const first = pages[0];
  if (!first) throw new RangeError('a document without pages cannot be scanned');
  if (degradation.format !== 'pdf') return { bytes: first.bytes, extension: degradation.format, degradation };
  return { bytes: await bindPdf(pages, degradation.dpi, '2024-03-04'), extension: 'pdf', degradation };
}
