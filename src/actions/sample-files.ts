// The samples that the page offers: made up by the generator at request time, the same ones each time.

import type { SampleFile } from './make-samples.ts';

const wanted = [
  { type: 'invoice', language: 'en', name: 'Sample invoice.pdf' },
  { type: 'invoice', language: 'de', name: 'Beispielrechnung.pdf' },
  { type: 'purchase_order', language: 'fr', name: 'Exemple de bon de commande.pdf' },
  { type: 'quotation', language: 'es', name: 'Ejemplo de oferta.pdf' },
  { type: 'contract', language: 'en', name: 'Sample contract.pdf' },
  { type: 'receipt', language: 'en', name: 'Sample receipt, scanned', scan: true },
] as const;

const SEED = 'samples';

export async function makeSampleFiles(): Promise<SampleFile[]> {
  // Loaded on demand: a server that nobody asks for samples need not carry the generator.
  const { synthesize } = await import('../../synth/synthesize.ts');
  const files: SampleFile[] = [];
  for (const { name, ...what } of wanted) {
    for await (const { bytes, fileName } of synthesize({ ...what, count: 1, seed: SEED })) {
      if (!bytes || !fileName) continue;
      const extension = fileName.slice(fileName.lastIndexOf('.'));
      files.push({ name: name.endsWith(extension) ? name : `${name}${extension}`, content: bytes });
    }
  }
  return files;
}
