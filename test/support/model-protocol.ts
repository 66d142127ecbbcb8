// Answers of a language model as two kinds of servers write them on the wire.

export type ModelDialect = 'openai' | 'anthropic';

export interface Said {
  text: string;
  finish: 'stop' | 'length';
  refused: boolean;
  usage: { input: number; output: number } | undefined;
  model: string;
  /** OpenAI tells the usage of a stream in a chunk of its own, when asked; Mistral always, in the last one. */
  usageChunk?: boolean | undefined;
  /** Of Anthropic: the tool that the model must answer with. */
  tool?: string | undefined;
}

export function completionOf(dialect: ModelDialect, said: Said): unknown {
  return dialect === 'openai' ? openaiCompletion(said) : anthropicMessage(said);
}

/** The same as the events of a stream. */
export function chunksOf(dialect: ModelDialect, said: Said): string[] {
  return dialect === 'openai' ? openaiChunks(said) : anthropicEvents(said);
}

export function errorOf(dialect: ModelDialect, status: number): unknown {
  // Real servers repeat the key that they refuse: nothing of this may be shown.
  const message = `status ${status}: the request with key sk-repeated-by-the-server was not taken`;
  return dialect === 'openai'
    ? { error: { message, type: 'error', param: null, code: String(status) } }
    : { type: 'error', error: { type: 'api_error', message } };
}

const REFUSAL = 'I cannot help with that.';

function openaiCompletion({ text, finish, refused, usage, model }: Said): unknown {
  const message = refused
    ? { role: 'assistant', content: null, refusal: REFUSAL }
    : { role: 'assistant', content: text };
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message, finish_reason: refused ? 'content_filter' : finish }],
    ...(usage ? { usage: openaiUsage(usage) } : {}),
  };
}

const openaiUsage = ({ input, output }: { input: number; output: number }) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
});

function openaiChunks({ text, finish, refused, usage, usageChunk, model }: Said): string[] {
  const chunk = (choices: unknown[], more: object = {}): string =>
    `data: ${JSON.stringify({ id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 1, model, choices, ...more })}\n\n`;
  const delta = (delta: object): string => chunk([{ index: 0, delta, finish_reason: null }]);
  return [
    delta({ role: 'assistant', content: '' }),
    ...(refused ? [] : piecesOf(text).map((content) => delta({ content }))),
    chunk(
      [{ index: 0, delta: {}, finish_reason: refused ? 'content_filter' : finish }],
      usage && !usageChunk ? { usage: openaiUsage(usage) } : {},
    ),
    ...(usage && usageChunk ? [chunk([], { usage: openaiUsage(usage) })] : []),
    'data: [DONE]\n\n',
  ];
}

function anthropicMessage({ text, finish, refused, usage, model, tool }: Said): unknown {
  return {
    id: 'msg_test',
    type: 'message',
    role: 'assistant',
    model,
    content: refused ? [] : [tool ? toolUse(tool, parseOr(text)) : { type: 'text', text }],
    stop_reason: tool && finish === 'stop' && !refused ? 'tool_use' : anthropicReason(finish, refused),
    stop_sequence: null,
    usage: { input_tokens: usage?.input ?? 0, output_tokens: usage?.output ?? 0 },
  };
}

const toolUse = (name: string, input: unknown) => ({ type: 'tool_use', id: 'toolu_test', name, input });

/** A model that was forced to use a tool and says something else is not seen: the tool's input is an object. */
function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

const anthropicReason = (finish: Said['finish'], refused: boolean): string => {
  if (refused) return 'refusal';
  return finish === 'length' ? 'max_tokens' : 'end_turn';
};

function anthropicEvents({ text, finish, refused, usage, model, tool }: Said): string[] {
  const event = (type: string, data: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const message = {
    id: 'msg_test',
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: usage?.input ?? 0, output_tokens: 1 },
  };
  return [
    event('message_start', { message }),
    event('content_block_start', { index: 0, content_block: tool ? toolUse(tool, {}) : { type: 'text', text: '' } }),
    ...(refused ? [] : piecesOf(text)).map((piece) =>
      event('content_block_delta', {
        index: 0,
        delta: tool ? { type: 'input_json_delta', partial_json: piece } : { type: 'text_delta', text: piece },
      }),
    ),
    event('content_block_stop', { index: 0 }),
    event('message_delta', {
      delta: {
        stop_reason: tool && finish === 'stop' ? 'tool_use' : anthropicReason(finish, refused),
        stop_sequence: null,
      },
      usage: { output_tokens: usage?.output ?? 0 },
    }),
    event('message_stop', {}),
  ];
}

/** As tokens come: a few characters each, and not more than a hundred pieces. */
function piecesOf(text: string): string[] {
  const size = Math.max(5, Math.ceil(text.length / 100));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
}
