// What is measured: generated documents always, real ones too where the development sets are present.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const shared = path.join(path.dirname(root), 'shared', 'data');
const MOST_FILES = 40;

export interface FileSet {
  name: string;
  files: string[];
}

/** Digital PDFs by set. Generated ones go to tmp/bench-set and are made once. */
export function benchFiles(): FileSet[] {
  const sets: FileSet[] = [{ name: 'generated invoices', files: generatedPdfs() }];
  for (const [name, folder] of [
    ['hybrid e-invoices', 'e-invoices/hybrid-pdf'],
    ['advertising orders', 'ad-orders/files'],
    ['contracts', 'contracts-nda/files'],
  ] as const) {
    const dir = path.join(shared, folder);
    if (existsSync(dir)) sets.push({ name, files: pdfsUnder(dir) });
  }
  return sets;
}

function generatedPdfs(): string[] {
  const dir = path.join(root, 'tmp', 'bench-set');
  if (!existsSync(path.join(dir, 'gold.jsonl'))) {
    const main = path.join(root, 'src', 'main.ts');
    execFileSync(process.execPath, [main, 'synth', '--type', 'invoice', '--count', '40', '--seed', '7', '--out', dir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return pdfsUnder(dir).filter(isDigital);
}

function pdfsUnder(dir: string): string[] {
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.pdf$/i.test(file))
    .sort();
  const step = Math.max(1, all.length / MOST_FILES);
  return Array.from({ length: Math.min(all.length, MOST_FILES) }, (_, i) => path.join(dir, all[Math.floor(i * step)]!));
}

/** Generated scans are pages of one picture without fonts. */
function isDigital(file: string): boolean {
  return readFileSync(file).includes('/Font');
}
