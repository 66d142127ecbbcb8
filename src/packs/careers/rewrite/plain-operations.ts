// What every text of this pack gets without a model: sentences made plainer by the engine's rules, verbs made clearer, and what a
// person told of a station put where it belongs.

import type { Json } from '../../../document/value.ts';
import type { WritingInput } from '../../../write/artifact-declaration.ts';
import { parsePath, valueAt } from '../../../write/artifact-path.ts';
import { textsToRewrite } from '../../../write/artifact-texts.ts';
import { openGate } from '../../../write/gate/check-support.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import type { Operation } from '../../../write/operation.ts';
import { writeByRules } from '../../../write/rules/write-by-rules.ts';
import type { Tailoring } from './options.ts';
import { withStrongerVerb } from './stronger-verbs.ts';

/** Whether a value says no more than some sources; a writer of rules proposes nothing that it knows to be refused. */
export const isSupported = (value: string, sources: readonly GateSource[]): boolean =>
  openGate({ sources })(value).length === 0;

export async function plainOperations(
  input: WritingInput,
  { style, strength }: Tailoring,
  tenseAt: (path: string) => 'past' | 'present' | undefined,
): Promise<Operation[]> {
  const { operations } = await writeByRules({ ...input, tenseAt });
  if (strength === 'conservative') return operations;
  const known = new Map(input.sources.map((source) => [source.id, source]));
  const byPath = new Map(operations.map((operation) => [operation.path, operation]));
  for (const { path, text, sources } of textsToRewrite(input.declaration, input.body, input.sources)) {
    const before = byPath.get(path);
    const value = withStrongerVerb(String(before?.value ?? text), style);
    if (
      value === undefined ||
      !isSupported(
        value,
        sources.flatMap((id) => known.get(id) ?? []),
      )
    )
      continue;
    const reason = [before?.reason, 'A verb that says more clearly what was done.'].filter(Boolean).join(' ');
    byPath.set(path, { path, action: 'replace', original: text, value, reason, sources });
  }
  return [...byPath.values()];
}

/** Facts that a person gave of a station whose list does not say them yet, at its end. */
export function insertFacts(
  sources: readonly GateSource[],
  { list, items, subject }: { list: string; items: readonly string[]; subject: string },
): Operation[] {
  const said = items.map(plain).join('\n');
  return sources
    .filter((source) => source.kind === 'fact' && source.subject === subject && !said.includes(plain(source.text)))
    .map(({ id, text }) => ({
      path: `${list}[${items.length}]`,
      action: 'insert',
      original: null,
      value: text,
      reason: 'You said so of this station.',
      sources: [id],
    }));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function reorder(path: string, original: readonly Json[], value: readonly Json[], reason: string): Operation[] {
  if (original.length < 2 || original.every((one, i) => one === value[i])) return [];
  return [{ path, action: 'reorder', original: [...original], value: [...value], reason, sources: [] }];
}

export function listAt(body: Json, path: string): Json[] {
  const value = valueAt(body, parsePath(path)!);
  return Array.isArray(value) ? value : [];
}

export const stringsAt = (body: Json, path: string): string[] =>
  listAt(body, path).filter((one): one is string => typeof one === 'string');
