// Asks a server for its metrics, with the headers and the name that a test wants.

import { request } from 'node:http';
import { type Family, parseExposition } from './parse-exposition.ts';

export interface ScrapeAnswer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

export function askMetrics(url: string, headers: Record<string, string> = {}): Promise<ScrapeAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL('/metrics', url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

export interface Scraped {
  text: string;
  families: Map<string, Family>;
  /** The sum of the samples that have these labels; undefined when there is none. */
  value: (name: string, labels?: Record<string, string>) => number | undefined;
}

export async function scrape(url: string, headers?: Record<string, string>): Promise<Scraped> {
  const { status, text } = await askMetrics(url, headers);
  if (status !== 200) throw new Error(`/metrics answered ${status}`);
  const families = parseExposition(text);
  const samples = [...families.values()].flatMap((family) => family.samples);
  return {
    text,
    families,
    value(name, labels = {}) {
      const found = samples.filter(
        (sample) =>
          sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
      );
      return found.length === 0 ? undefined : found.reduce((sum, sample) => sum + sample.value, 0);
    },
  };
}
