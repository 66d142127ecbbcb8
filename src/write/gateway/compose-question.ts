// What a model is told: the frame and the prompt of ours as the system's words, the sources as quoted data; with what must not
// leave the house replaced. And what makes two questions the same one.

import type { GenerateRequest } from '../model-gateway.ts';
import type { Message } from './ask-provider.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { type OutputSchema, outputSchemaOf } from './output-schema.ts';
import { fillPrompt, type Prompt } from './prompt-files.ts';
import { newMark, quoteSources } from './quote-sources.ts';
import type { OutputRules } from './read-output.ts';
import type { Redaction } from './redact-text.ts';

export interface ComposedQuestion<T> {
  prompt: Prompt;
  messages: readonly Message[];
  schema: OutputSchema;
  formInWords: string;
  rules: OutputRules<T>;
  redaction: Redaction | undefined;
  maxOutputTokens: number;
  /** Of all that is told. */
  bytes: number;
  /** The same text for the same question. */
  identity: string;
}

const FRAME = 'frame';

/** Throws an Error for a prompt that does not exist, or variables that do not fit it: faults of ours. */
export async function composeQuestion<T>(
  request: GenerateRequest<T>,
  { prompts, settings }: Pick<GatewayParts, 'prompts' | 'settings'>,
): Promise<ComposedQuestion<T>> {
  const prompt = promptNamed(prompts, request.prompt);
  const frame = promptNamed(prompts, FRAME);
  const { variables = {}, sources = [], names = [], schema } = request;
  const redaction = settings.redact ? await redactionOf(variables, sources, names) : undefined;
  const hide = (text: string): string => redaction?.hide(text) ?? text;
  const shown = {
    variables: mapValues(variables, (value) => (typeof value === 'string' ? hide(value) : value)),
    sources: sources.map(({ id, text }) => ({ id: hide(id), text: hide(text) })),
  };
  const output = outputSchemaOf(schema);
  const formInWords = JSON.stringify(output.json);
  const quoted = shown.sources.length === 0 ? '(no sources)' : quoteSources(shown.sources, newMark());
  const messages: Message[] = [
    { role: 'system', text: `${frame.text}\n\n${fillPrompt(prompt, shown.variables)}` },
    {
      role: 'user',
      text: `${quoted}\n\nDo the task of the system’s message now, and answer with the JSON value alone.`,
    },
  ];
  const maxOutputTokens = Math.min(
    request.maxOutputTokens ?? settings.limits.outputTokens,
    settings.limits.outputTokens,
  );
  const { kind, model, baseUrl } = settings.provider;
  return {
    prompt,
    messages,
    schema: output,
    formInWords,
    rules: { schema, restoreIn: redaction?.restoreIn ?? ((value) => value) },
    redaction,
    maxOutputTokens,
    bytes: messages.reduce((sum, { text }) => sum + Buffer.byteLength(text), Buffer.byteLength(formInWords)),
    identity: JSON.stringify([
      [frame.id, frame.version, prompt.id, prompt.version],
      [kind, model, baseUrl ?? null, settings.temperature ?? null, maxOutputTokens],
      // What stands behind the placeholders is part of the question: the kept answer holds placeholders only.
      Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)),
      sources,
      settings.redact ? [...names].sort() : null,
      formInWords,
    ]),
  };
}

function promptNamed(prompts: ReadonlyMap<string, Prompt>, id: string): Prompt {
  const prompt = prompts.get(id);
  if (!prompt) throw new Error(`there is no prompt ${id}`);
  return prompt;
}

async function redactionOf(
  variables: Readonly<Record<string, string | number>>,
  sources: readonly { id: string; text: string }[],
  names: readonly string[],
): Promise<Redaction> {
  // The plans of all phone numbers are large: loaded only where they are needed.
  const { createRedaction } = await import('./redact-text.ts');
  const texts = [...Object.values(variables).map(String), ...sources.flatMap(({ id, text }) => [id, text])];
  return createRedaction(texts, names);
}

const mapValues = <T>(given: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, change(value)]));
