// HTTP to the provider: to its own origin alone, without redirects, and no more of an answer than a model's answer can be.

/** An answer of a model, even one that is streamed in single characters, is smaller. */
const MOST_BYTES = 16 * 1024 * 1024;

export class AnswerTooLarge extends Error {}

export function createTransport(baseUrl: string, mostBytes = MOST_BYTES): typeof globalThis.fetch {
  const { origin } = new URL(baseUrl);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new Error('the provider has another origin');
    const over = new AbortController();
    const signal = init?.signal ? AbortSignal.any([init.signal, over.signal]) : over.signal;
    const response = await fetch(url, { ...init, redirect: 'error', signal });
    if (!response.body) return response;
    let bytes = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.length;
          if (bytes <= mostBytes) return controller.enqueue(chunk);
          const error = new AnswerTooLarge('the answer of the provider is too large');
          controller.error(error);
          // Ends the connection, too.
          over.abort(error);
        },
      }),
    );
    return new Response(counted, { status: response.status, headers: response.headers });
  };
}
