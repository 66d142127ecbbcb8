// One call of a model from its first request to its settlement: reserve, ask, read; tell the model what is wrong, and again.

import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { GenerateRequest, NoAnswerReason } from '../model-gateway.ts';
import { askProvider, type Message } from './ask-provider.ts';
import { callProvider, type ProviderTrouble } from './call-provider.ts';
import type { ComposedQuestion } from './compose-question.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { CallEnd, CallHead } from './model-book.ts';
import { amountOf, believe, likelyInputTokens, mostInputTokens, type Tokens } from './price-tokens.ts';
import { readOutput } from './read-output.ts';

/** What is held outlives the call by this, so that a slow end does not set it free. */
const HOLD_MARGIN_MS = 60_000;
const LONGEST_ECHO = 20_000;

type Ended<T> =
  | { outcome: 'answered'; value: T; json: string }
  | { outcome: Exclude<NoAnswerReason, 'not-configured'> };

interface AskingContext<T> {
  parts: GatewayParts;
  request: GenerateRequest<T>;
  state: { schemaRefused: boolean };
  openModel: () => Promise<LanguageModelV4>;
}

/** One call from its first request to its settlement. */
export class Asking<T> {
  settled = false;
  /** Something was reserved: the call stands in the book. */
  held = false;
  readonly #call: CallHead;
  readonly #question: ComposedQuestion<T>;
  readonly #context: AskingContext<T>;
  readonly #started = performance.now();
  readonly #messages: Message[];
  readonly #answers: string[] = [];
  #spent: Tokens = { input: 0, output: 0 };
  #tries = 0;
  #rounds = 0;

  constructor(call: CallHead, question: ComposedQuestion<T>, context: AskingContext<T>) {
    this.#call = call;
    this.#question = question;
    this.#context = context;
    this.#messages = [...question.messages];
  }

  async run(): Promise<Ended<T>> {
    const { settings } = this.#context.parts;
    const { state, request } = this.#context;
    let bySchema = settings.provider.output === 'schema' && !state.schemaRefused;
    for (let repairs = 0; ; ) {
      if (this.#rounds > 0) request.onRestart?.();
      const answer = await this.#ask(bySchema);
      if ('trouble' in answer) {
        if (answer.trouble === 'bad-request' && bySchema) {
          // Some servers know no schemas: the form is told in words then, from now on.
          bySchema = false;
          state.schemaRefused = true;
          continue;
        }
        return { outcome: outcomeOf(answer.trouble) };
      }
      const { said } = answer;
      if (said.end === 'refused') return { outcome: 'refused' };
      const output =
        said.end === 'cut-off'
          ? ({ ok: false, complaint: 'It is cut off before its end: answer shorter.' } as const)
          : await readOutput(said.text, this.#question.rules);
      if (output.ok) return { outcome: 'answered', value: output.value, json: output.json };
      if (repairs++ >= settings.limits.repairs) return { outcome: 'invalid-output' };
      this.#messages.push(
        { role: 'assistant', text: said.text.slice(0, LONGEST_ECHO) || '(nothing)' },
        {
          role: 'user',
          text: `Your answer cannot be used. ${output.complaint}\nAnswer again, with the JSON value alone.`,
        },
      );
    }
  }

  async #ask(bySchema: boolean) {
    const { parts, request, openModel } = this.#context;
    const { settings, service } = parts;
    const { schema, formInWords, maxOutputTokens, redaction } = this.#question;
    const messages = bySchema
      ? this.#messages
      : this.#messages.map((message, i) => (i === 1 ? withForm(message, formInWords) : message));
    const told = [...messages.map(({ text }) => text), ...(bySchema ? [formInWords] : [])];
    const most: Tokens = { input: mostInputTokens(told), output: maxOutputTokens };
    // What a try is taken to have cost that brought nothing, but may have to be paid.
    const lost: Tokens = { input: likelyInputTokens(told), output: maxOutputTokens };
    if (!(await this.#reserve(most))) return { trouble: 'over-budget' as const, mayCost: false };
    const model = await openModel();
    const stream = request.onPartial && redaction ? redaction.restoreStream(request.onPartial) : undefined;
    const answer = await callProvider({
      service,
      signal: request.signal,
      answerMs: settings.limits.answerMs,
      ask: (signal) =>
        askProvider(
          model,
          {
            messages,
            schema: bySchema ? schema : undefined,
            maxOutputTokens,
            temperature: settings.temperature,
            onText: stream ? stream.push : request.onPartial,
          },
          signal,
        ),
      mayTryAgain: async (lastMayCost) => {
        if (lastMayCost) this.#spend(lost);
        request.onRestart?.();
        return this.#reserve(most);
      },
      onTry: () => void this.#tries++,
    });
    stream?.end();
    if ('said' in answer) {
      this.#rounds++;
      this.#answers.push(answer.said.text);
      this.#spend(believe(answer.said.reported, { told, said: answer.said.text, most }));
      parts.onLogin?.(true);
    } else {
      if (answer.mayCost) this.#spend(lost);
      if (answer.trouble === 'login') parts.onLogin?.(false);
    }
    return answer;
  }

  async #reserve(more: Tokens): Promise<boolean> {
    const { settings, book } = this.#context.parts;
    const all = { input: this.#spent.input + more.input, output: this.#spent.output + more.output };
    const reserved = await book.reserve(
      this.#call,
      amountOf(settings.prices, all),
      settings.limits.answerMs + HOLD_MARGIN_MS,
    );
    this.held ||= reserved;
    return reserved;
  }

  #spend({ input, output }: Tokens): void {
    this.#spent = { input: this.#spent.input + input, output: this.#spent.output + output };
  }

  async settle(outcome: CallEnd['outcome']): Promise<void> {
    const { settings, book, onCall } = this.#context.parts;
    this.settled = true;
    const end: CallEnd = {
      ...nothingUsed(this.#call),
      outcome,
      inputTokens: this.#spent.input,
      outputTokens: this.#spent.output,
      costMicros: amountOf(settings.prices, this.#spent).costMicros,
      rounds: this.#rounds,
      tries: this.#tries,
      ms: Math.round(performance.now() - this.#started),
      ...(settings.trace === 'full' ? this.#bodies() : {}),
    };
    onCall?.(end);
    if (this.held) await book.settle(end);
  }

  /** Nobody tells the provider's key to a model; should it stand in a text all the same, it is not kept. */
  #bodies(): { request: string; response: string } {
    const { apiKey } = this.#context.parts.settings.provider;
    const clean = (text: string): string => (apiKey ? text.replaceAll(apiKey, '[key]') : text);
    return { request: clean(JSON.stringify(this.#messages)), response: clean(JSON.stringify(this.#answers)) };
  }
}

const withForm = ({ role, text }: Message, form: string): Message => ({
  role,
  text: `${text}\n\nThe answer has this form (JSON schema):\n${form}`,
});

function outcomeOf(trouble: ProviderTrouble): Exclude<NoAnswerReason, 'not-configured'> {
  if (trouble === 'cancelled' || trouble === 'over-budget') return trouble;
  return trouble === 'too-large' ? 'invalid-output' : 'unavailable';
}

export const nothingUsed = (call: CallHead): Omit<CallEnd, 'outcome'> => ({
  call,
  inputTokens: 0,
  outputTokens: 0,
  costMicros: 0,
  rounds: 0,
  tries: 0,
  ms: 0,
  request: undefined,
  response: undefined,
});
