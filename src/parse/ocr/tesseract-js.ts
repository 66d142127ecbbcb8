// Tesseract in WebAssembly with the language models that come with the package: nothing to install, nothing downloaded.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, type PSM, type Worker } from 'tesseract.js';
import { SheafError } from '../../errors.ts';
import { type OcrEngine, type OcrWord, type RecognizeOptions, segmentationMode } from './engine.ts';
import { languageModels } from './languages.ts';
import { parseTsv } from './tsv.ts';

const resolve = createRequire(import.meta.url).resolve;
/** The engine's number for the neural recogniser, the only one the shipped models hold. */
const LSTM_ONLY = 1;
/** A worker's memory never shrinks; after this many pages a new one takes over. */
const PAGES_PER_WORKER = 40;

interface Loaded {
  model: string;
  worker: Worker;
  pages: number;
}

/** The engine, with one language model in memory at a time. */
export function createTesseractJs(): OcrEngine {
  let loaded: Loaded | undefined;

  const close = async (): Promise<void> => {
    const old = loaded;
    loaded = undefined;
    await old?.worker.terminate();
  };

  const workerFor = async (model: string): Promise<Loaded> => {
    if (loaded?.model === model && loaded.pages < PAGES_PER_WORKER) return loaded;
    await close();
    loaded = { model, worker: await startWorker(model), pages: 0 };
    return loaded;
  };

  return {
    name: 'tesseract.js',
    models: new Set(Object.values(languageModels).filter((model) => modelFolder(model) !== undefined)),
    close,
    async recognize(png: Uint8Array, options: RecognizeOptions): Promise<OcrWord[]> {
      const current = await workerFor(options.model);
      current.pages++;
      try {
        await current.worker.setParameters({
          tessedit_pageseg_mode: segmentationMode[options.layout] as PSM,
          thresholding_method: '2',
          // Else its remarks on layout go to standard error.
          debug_file: '/dev/null',
          user_defined_dpi: String(Math.round(options.dpi)),
        });
        const { data } = await current.worker.recognize(Buffer.from(png), {}, { text: false, tsv: true });
        return parseTsv(data.tsv ?? '');
      } catch (cause) {
        // After a trap the module's memory is not to be trusted: the next page starts a new one.
        await close();
        throw new SheafError('internal', 'OCR of a page failed', { cause });
      }
    },
  };
}

async function startWorker(model: string): Promise<Worker> {
  const langPath = modelFolder(model);
  if (!langPath) throw new SheafError('internal', `The OCR model ${model} is not installed`);
  return createWorker(model, LSTM_ONLY, {
    langPath,
    gzip: true,
    cacheMethod: 'none',
    // Without a handler the library throws where nobody can catch it; the promise is rejected as well.
    errorHandler: () => {},
  });
}

/** Folder of a model's data inside its package. */
function modelFolder(model: string): string | undefined {
  try {
    const folder = join(dirname(resolve(`@tesseract.js-data/${model}/package.json`)), '4.0.0_best_int');
    return existsSync(join(folder, `${model}.traineddata.gz`)) ? folder : undefined;
  } catch {
    return undefined;
  }
}
