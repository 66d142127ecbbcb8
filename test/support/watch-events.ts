// A client of /api/v1/events that keeps what it was sent.

export interface SentEvent {
  id: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: judged by what the tests expect
  data: any;
}

export interface EventWatch {
  status: number;
  events: SentEvent[];
  /** Resolves when the server ended the stream. */
  ended: Promise<void>;
  close(): void;
}

export async function watchEvents(url: string, headers: Record<string, string>): Promise<EventWatch> {
  const away = new AbortController();
  const response = await fetch(`${url}/api/v1/events`, { headers, signal: away.signal });
  const events: SentEvent[] = [];
  const watch = { status: response.status, events, ended: Promise.resolve(), close: () => away.abort() };
  if (!response.ok) {
    await response.body?.cancel();
    return watch;
  }
  watch.ended = (async () => {
    let text = '';
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) {
          const found = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block);
          if (found) events.push({ id: found[1]!, type: found[2]!, data: JSON.parse(found[3]!) });
        }
      }
    } catch {
      // Closed by this side, or cut off with the server.
    }
  })();
  return watch;
}
