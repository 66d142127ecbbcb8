// Templates filled from facts: Liquid without files, code or loops without end. A sentence whose fact is missing is left out and
// asked for; the word "undefined" never reaches a reader.

import type { Liquid as LiquidEngine, Template } from 'liquidjs';
import type { Json } from '../../document/value.ts';
import { splitSentences } from '../gate/split-sentences.ts';

export interface FilledTemplate {
  text: string;
  /** Facts that a left-out sentence needed, by name; a person may give them. */
  missing: string[];
}

export class TemplateProblem extends Error {}

const MAX_TEMPLATE = 20_000;
const LIMITS = { parseLimit: 20_000, renderLimit: 500, memoryLimit: 1e6 };
/** Tags that reach for files or leave the template's own order. */
const TAGS = new Set([
  'if',
  'elsif',
  'else',
  'endif',
  'unless',
  'endunless',
  'for',
  'endfor',
  'assign',
  'case',
  'when',
  'endcase',
  'comment',
  'endcomment',
]);

let engine: Promise<LiquidEngine> | undefined;

/** `{{ buyer.name }} ordered {{ quantity }} pieces.` with `{ buyer: { name: … } }`; facts are plain values. */
export async function fillTemplate(template: string, facts: Readonly<Record<string, Json>>): Promise<FilledTemplate> {
  if (template.length > MAX_TEMPLATE) throw new TemplateProblem(`A template has at most ${MAX_TEMPLATE} characters.`);
  for (const [, tag] of template.matchAll(/\{%-?\s*(\w+)/g))
    if (!TAGS.has(tag!)) throw new TemplateProblem(`The tag "${tag}" is not allowed.`);
  engine ??= openEngine();
  const liquid = await engine;
  const missing = new Set<string>();
  const filled: string[] = [];
  for (const paragraph of template.split(/\n{2,}/)) {
    // A block that spans sentences is filled as one.
    const parts = /\{%/.test(paragraph) ? [paragraph] : sentencesOf(paragraph);
    const written: string[] = [];
    for (const part of parts) {
      const text = await fillPart(liquid, part, facts, missing);
      if (text !== undefined && text.trim() !== '') written.push(text.trim());
    }
    if (written.length > 0) filled.push(written.join(' '));
  }
  return { text: filled.join('\n\n'), missing: [...missing].sort() };
}

async function openEngine(): Promise<LiquidEngine> {
  const { Liquid } = await import('liquidjs');
  return new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    // No folder: nothing can be included.
    fs: {
      exists: async () => false,
      existsSync: () => false,
      readFile: refuseFiles,
      readFileSync: refuseFiles,
      resolve: () => '',
    },
    ...LIMITS,
  });
}

function refuseFiles(): never {
  throw new TemplateProblem('A template reads no files.');
}

/** Places are closed before sentences are looked for: `{{ a.b }}` holds a full stop. */
function sentencesOf(paragraph: string): string[] {
  const closed = paragraph.replace(/\{\{[^}]*\}\}/g, (place) => `X${'x'.repeat(place.length - 1)}`);
  return splitSentences(closed, 'en').map(({ start, end }) => paragraph.slice(start, end));
}

async function fillPart(
  liquid: LiquidEngine,
  part: string,
  facts: Readonly<Record<string, Json>>,
  missing: Set<string>,
): Promise<string | undefined> {
  let parsed: Template[];
  try {
    parsed = liquid.parse(part);
  } catch (error) {
    throw new TemplateProblem(`The template cannot be read: ${firstLine(error)}`);
  }
  try {
    return (await liquid.render(parsed, facts)) as string;
  } catch (error) {
    const name = /undefined variable: ([\w.[\]]+)/.exec(String(error))?.[1];
    if (name === undefined) throw new TemplateProblem(`The template cannot be filled: ${firstLine(error)}`);
    missing.add(name);
    return undefined;
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
