// The engine this machine reads with: the installed program when there is one, WebAssembly otherwise.

import type { OcrEngine } from './engine.ts';
import { findNativeTesseract } from './native-tesseract.ts';
import { createTesseractJs } from './tesseract-js.ts';

export type EngineChoice = 'auto' | 'tesseract.js';

let choice: EngineChoice = 'auto';
let native: Promise<OcrEngine | undefined> | undefined;
let bundled: OcrEngine | undefined;

/** Settles which engine this process uses; `auto` takes the installed program when there is one. */
export function chooseEngine(engine: EngineChoice): void {
  choice = engine;
}

/** The engine for a language model. A model that the installed program lacks is read by the bundled one. */
export async function engineFor(model: string): Promise<OcrEngine> {
  if (choice !== 'tesseract.js') {
    native ??= findNativeTesseract();
    const engine = await native;
    if (engine?.models.has(model)) return engine;
  }
  bundled ??= createTesseractJs();
  return bundled;
}

/** Frees what the engines hold. */
export async function closeEngines(): Promise<void> {
  await bundled?.close();
  bundled = undefined;
  native = undefined;
}
