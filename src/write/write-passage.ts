// The writers that put a new text into one place of an artifact: a summary of its sources, or a template filled from them. Both
// give operations, which the gate then judges like any other.

import type { Json } from '../document/value.ts';
import { parsePath, printPath, type Step, valueAt } from './artifact-path.ts';
import type { GateSource } from './gate/gate-source.ts';
import type { Operation } from './operation.ts';
import { type FilledTemplate, fillTemplate, type TemplateFacts } from './rules/fill-template.ts';
import { summarise } from './rules/summarise.ts';
import type { Proposal, WriterInput } from './writer.ts';

interface Place {
  /** The text that is replaced; or a place in a list at which one is inserted: after its last item, and after that. */
  path: string;
}

export interface SummaryWish extends Place {
  words: number;
}

/** Subjects are not mixed: what is said of one is not put beside what is said of another. */
export function writeSummary({ body, sources, declaration }: WriterInput, { path, words }: SummaryWish): Proposal {
  const steps = parsePath(path);
  const subject = steps && declaration.subjectAt?.(steps, body);
  const own = sources.filter((one) => subject === undefined || one.subject === undefined || one.subject === subject);
  const sentences = summarise({ sources: own, words });
  const cited = [...new Set(sentences.map(({ source }) => source))];
  const text = sentences.map((one) => one.text).join(' ');
  const reason = `Sentences of the sources, at most ${words} words.`;
  return { status: 'rules', operations: put({ body, steps, text, reason, cited }) };
}

export interface TemplateWish extends Place {
  template: string;
  /** Name in the template → id of the source that fills it. Values of a record are there by their paths besides. */
  facts: Readonly<Record<string, string>>;
}

export type FilledProposal = Proposal & Pick<FilledTemplate, 'missing' | 'refused'>;

/** Throws `TemplateProblem`. */
export async function writeFromTemplate(
  { body, sources }: WriterInput,
  { path, template, facts }: TemplateWish,
): Promise<FilledProposal> {
  const used = sourcesByName(sources, facts, template);
  const { text, missing, refused } = await fillTemplate(template, nested(used), [...used.values()]);
  const cited = [...new Set([...used.values()].map(({ id }) => id))];
  const steps = parsePath(path);
  return {
    status: 'rules',
    operations: put({ body, steps, text, reason: 'A template, filled from the sources.', cited }),
    missing,
    refused,
  };
}

export const VALUE = 'value:';

/** Those that the template names: no other one may support it. */
function sourcesByName(
  sources: readonly GateSource[],
  facts: Readonly<Record<string, string>>,
  template: string,
): Map<string, GateSource> {
  const known = new Map(sources.map((source) => [source.id, source]));
  const named = new Map<string, GateSource>();
  for (const { id, ...source } of sources)
    if (id.startsWith(VALUE)) named.set(id.slice(VALUE.length), { id, ...source });
  for (const [name, id] of Object.entries(facts)) {
    const source = known.get(id);
    if (source) named.set(name, source);
  }
  return new Map([...named].filter(([name]) => template.includes(name)));
}

/** `seller.name` → `{ seller: { name } }`; what is no path of names is passed over. */
function nested(named: ReadonlyMap<string, GateSource>): TemplateFacts {
  const facts: { [name: string]: Json } = Object.create(null);
  for (const [name, { text }] of named) {
    const steps = parsePath(name);
    if (!steps?.every((step) => typeof step === 'string')) continue;
    let holder = facts;
    for (const step of steps.slice(0, -1)) {
      const next = holder[step];
      const inner: { [name: string]: Json } =
        next !== null && typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null);
      holder[step] = inner;
      holder = inner;
    }
    holder[steps.at(-1)!] = text;
  }
  return facts;
}

interface Putting {
  body: Json;
  steps: readonly Step[] | undefined;
  text: string;
  reason: string;
  cited: string[];
}

/** Of a place that is none, an operation comes out that the checks refuse with their reason. */
function put({ body, steps, text, reason, cited }: Putting): Operation[] {
  if (text === '' || !steps) return [];
  const original = valueAt(body, steps);
  const change = original === undefined ? 'insert' : 'replace';
  return [{ path: printPath(steps), action: change, original: original ?? null, value: text, reason, sources: cited }];
}
