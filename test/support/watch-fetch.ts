// Set-up of every test file: what `fetch` sends to test servers and gets from them is looked through for secrets.

import { keepSecret, keepSecretsOf } from './suite-logs.ts';

const realFetch = globalThis.fetch;

/** Ids and times stand in logs by right. */
const harmless = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^\d{4}-\d\d-\d\d/i;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!/^(?:127\.|localhost$|\[::1\]$)/.test(url.hostname)) return realFetch(input, init);
  keepBody(init?.body);
  const headers = new Headers(init?.headers);
  for (const name of ['authorization', 'x-api-key', 'cookie']) keepSecret(headers.get(name)?.replace(/^\w+ /, ''));
  for (const [, value] of url.searchParams) if (value.length >= 20 && !harmless.test(value)) keepSecret(value);
  const response = await realFetch(input, init);
  for (const cookie of response.headers.getSetCookie()) keepSecret(/=([^;]*)/.exec(cookie)?.[1]);
  if (/json/.test(response.headers.get('content-type') ?? '')) {
    const copy = response.clone();
    copy.json().then(keepSecretsOf, () => undefined);
  }
  return response;
};

function keepBody(body: unknown): void {
  if (typeof body !== 'string') return;
  try {
    keepSecretsOf(JSON.parse(body));
  } catch {
    // Not JSON: nothing of ours.
  }
}
