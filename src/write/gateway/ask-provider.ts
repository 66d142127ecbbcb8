// One request to the provider: messages in, text and usage out, streamed when somebody watches.

import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4FinishReason } from '@ai-sdk/provider';
import type { Reported } from './price-tokens.ts';
import { AnswerTooLarge } from './transport.ts';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

export interface Question {
  messages: readonly Message[];
  /** JSON schema of the answer, where the provider is to hold it itself; whether each of its objects is closed and complete. */
  schema: { json: object; strict: boolean } | undefined;
  maxOutputTokens: number;
  temperature: number | undefined;
  onText: ((piece: string) => void) | undefined;
}

export interface Said {
  text: string;
  reported: Reported;
  end: 'whole' | 'cut-off' | 'refused';
}

/** Of one answer: no token is longer than this. */
const MOST_CHARACTERS_OF_A_TOKEN = 32;
const LEAST_LIMIT = 20_000;

export async function askProvider(model: LanguageModelV4, question: Question, signal: AbortSignal): Promise<Said> {
  const options = optionsOf(question, signal);
  const said = question.onText ? await stream(model, options, question) : await generate(model, options);
  if (said.text.length > limitOf(question)) throw new AnswerTooLarge('the model said too much');
  return said;
}

const limitOf = ({ maxOutputTokens }: Question): number =>
  Math.max(LEAST_LIMIT, maxOutputTokens * MOST_CHARACTERS_OF_A_TOKEN);

function optionsOf({ messages, schema, maxOutputTokens, temperature }: Question, abortSignal: AbortSignal) {
  const strict = { strictJsonSchema: schema?.strict ?? false };
  const options: LanguageModelV4CallOptions = {
    prompt: messages.map(({ role, text }) =>
      role === 'system' ? { role, content: text } : { role, content: [{ type: 'text', text }] },
    ),
    maxOutputTokens,
    abortSignal,
    responseFormat: schema ? { type: 'json', schema: schema.json, name: 'answer' } : { type: 'text' },
    providerOptions: { openai: strict, mistral: strict, provider: strict, openaiCompatible: strict },
    ...(temperature === undefined ? {} : { temperature }),
  };
  return options;
}

async function generate(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<Said> {
  const { content, structuredOutputText, finishReason, usage } = await model.doGenerate(options);
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return {
    text: structuredOutputText ?? text,
    reported: { input: usage.inputTokens.total, output: usage.outputTokens.total },
    end: endOf(finishReason),
  };
}

async function stream(model: LanguageModelV4, options: LanguageModelV4CallOptions, question: Question): Promise<Said> {
  const { stream } = await model.doStream(options);
  const said: Said = { text: '', reported: { input: undefined, output: undefined }, end: 'cut-off' };
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') {
      said.text += part.delta;
      // Leaving the loop cancels the stream, and with it the request.
      if (said.text.length > limitOf(question)) throw new AnswerTooLarge('the model said too much');
      question.onText?.(part.delta);
    } else if (part.type === 'finish') {
      said.end = endOf(part.finishReason);
      said.reported = { input: part.usage.inputTokens.total, output: part.usage.outputTokens.total };
    }
  }
  return said;
}

function endOf({ unified }: LanguageModelV4FinishReason): Said['end'] {
  // Also what was no stream of events at all.
  if (unified === 'interrupted' || unified === 'error') throw new Error('the provider broke off');
  if (unified === 'content-filter') return 'refused';
  return unified === 'length' ? 'cut-off' : 'whole';
}
