// Templates filled from facts: Liquid without files, code or loops without end. A sentence whose fact is missing is left out and
// asked for; the word "undefined" never reaches a reader. What is filled goes through the gate: a sentence that claims more than
// the facts say is left out and told.

import type { Liquid as LiquidEngine, Template } from 'liquidjs';
import type { Json } from '../../document/value.ts';
import { openGate } from '../gate/check-support.ts';
import type { GateSource, Unsupported } from '../gate/gate-source.ts';
import { splitSentences } from '../gate/split-sentences.ts';

export interface FilledTemplate {
  text: string;
  /** Facts that a left-out sentence needed, by name; a person may give them. */
  missing: string[];
  /** Sentences that were left out because the facts do not say all of them. */
  refused: { text: string; unsupported: Unsupported[] }[];
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

/** What a letter says to whom it names claims nothing of them. */
const GREETINGS = new Set(
  `dear hello goodbye welcome thank thanks please regards sincerely faithfully yours kind kindest best warm
sehr geehrte geehrter liebe lieber hallo bitte vielen herzlichen dank danke freundlichen grüßen grüße gruß`.split(
    /\s+/,
  ),
);

let engine: Promise<LiquidEngine> | undefined;

export type TemplateFacts = Readonly<Record<string, Json>>;

/**
 * `{{ buyer.name }} ordered {{ quantity }} pieces.` with `{ buyer: { name: … } }`; facts are plain values. `sources` is what the
 * sentences must hold before; left out, it is the facts themselves, each with its name as its label.
 */
export async function fillTemplate(
  template: string,
  facts: TemplateFacts,
  sources: readonly GateSource[] = sourcesOfFacts(facts),
): Promise<FilledTemplate> {
  if (template.length > MAX_TEMPLATE) throw new TemplateProblem(`A template has at most ${MAX_TEMPLATE} characters.`);
  for (const [, tag] of template.matchAll(/\{%-?\s*(\w+)/g))
    if (!TAGS.has(tag!)) throw new TemplateProblem(`The tag "${tag}" is not allowed.`);
  engine ??= openEngine();
  const liquid = await engine;
  const missing = new Set<string>();
  const filled: string[] = [];
  const gate = openGate({ sources });
  const refused: FilledTemplate['refused'] = [];
  const supported = (text: string): boolean => {
    const unsupported = gate(text).filter((one) => one.kind !== 'claim' || !GREETINGS.has(one.text.toLowerCase()));
    if (unsupported.length > 0) refused.push({ text, unsupported });
    return unsupported.length === 0;
  };
  for (const paragraph of template.split(/\n{2,}/)) {
    // A block that spans sentences is filled as one.
    const parts = /\{%/.test(paragraph) ? [paragraph] : sentencesOf(paragraph);
    const written: string[] = [];
    for (const part of parts) {
      const text = await fillPart(liquid, part, facts, missing);
      // Split again: a block, or the value of a fact, may hold several sentences.
      if (text !== undefined)
        written.push(
          ...sentencesOf(text)
            .filter((one) => one !== '')
            .filter(supported),
        );
    }
    if (written.length > 0) filled.push(written.join(' '));
  }
  return { text: filled.join('\n\n'), missing: [...missing].sort(), refused };
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
  return splitSentences(closed, 'en').map(({ start, end }) => paragraph.slice(start, end).trim());
}

/** Every plain value; "order.dueDate" is labelled "order due date". */
function sourcesOfFacts(facts: TemplateFacts): GateSource[] {
  const leaves = (value: Json, path: string): GateSource[] => {
    if (value === null || typeof value === 'boolean') return [];
    if (typeof value !== 'object') {
      const label = path
        .replace(/\[\d+\]/g, '')
        .replace(/[._-]+/g, ' ')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase();
      return [{ id: path, kind: 'value', label, text: String(value) }];
    }
    if (Array.isArray(value)) return value.flatMap((one, i) => leaves(one, `${path}[${i}]`));
    return Object.entries(value).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
  };
  return leaves({ ...facts }, '');
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
