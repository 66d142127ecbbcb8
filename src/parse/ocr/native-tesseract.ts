// Tesseract as a program, when the machine has it: about a third faster than WebAssembly.

import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { SheafError } from '../../errors.ts';
import { type OcrEngine, type OcrWord, type RecognizeOptions, segmentationMode } from './engine.ts';
import { parseTsv } from './tsv.ts';

const run = promisify(execFile);
const PAGE_TIMEOUT_MS = 90_000;
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;

/** The engine, or undefined when `command` is not a Tesseract ≥ 4 with English. */
export async function findNativeTesseract(command = 'tesseract'): Promise<OcrEngine | undefined> {
  try {
    const { stdout } = await run(command, ['--list-langs'], { timeout: 5_000, windowsHide: true });
    const models = new Set(
      stdout
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.trim())
        .filter(Boolean),
    );
    if (!models.has('eng')) return undefined;
    return {
      name: 'tesseract',
      models,
      recognize: (png, options) => recognize(command, png, options),
      close: async () => {},
    };
  } catch {
    return undefined;
  }
}

function recognize(command: string, png: Uint8Array, options: RecognizeOptions): Promise<OcrWord[]> {
  const { promise, resolve, reject } = Promise.withResolvers<OcrWord[]>();
  const child = spawn(
    command,
    [
      ...['stdin', 'stdout', '-l', options.model, '--oem', '1', '--psm', segmentationMode[options.layout]],
      ...['--dpi', String(Math.round(options.dpi)), '-c', 'thresholding_method=2', 'tsv'],
    ],
    {
      // One OpenMP thread: two on a busy machine are many times slower than one.
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: PAGE_TIMEOUT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    },
  );
  const output: Buffer[] = [];
  let size = 0;
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT_BYTES) child.kill('SIGKILL');
    else output.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  // It may end before it has read everything; its exit code tells why.
  child.stdin.on('error', () => {});
  child.on('error', (cause) => reject(new SheafError('internal', 'The OCR program could not be started', { cause })));
  child.on('close', (code, signal) => {
    if (code === 0) resolve(parseTsv(Buffer.concat(output).toString('utf8')));
    else if (signal && size <= MAX_OUTPUT_BYTES) reject(new SheafError('file.timeout', 'OCR of a page took too long'));
    else reject(new SheafError('internal', 'OCR of a page failed', { details: { code, complaint } }));
  });
  child.stdin.end(png);
  return promise;
}
