// fetch as the first owner of a test server: the access token of whoever signed in there last goes along.

const tokens = new Map<string, string>();

export const admin = { email: 'boss@example.com', password: 'canary correct horse battery' };

/** Settings that give a server process its first owner. */
export const adminEnv = { SHEAF_ADMIN_EMAIL: admin.email, SHEAF_ADMIN_PASSWORD: admin.password };

/** Adds the token of the server's owner unless the request brings credentials of its own. */
export async function apiFetch(input: string | URL, init: RequestInit = {}): Promise<Response> {
  const token = tokens.get(new URL(input).origin);
  const headers = new Headers(init.headers);
  if (token && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
}

/** Signs the owner in, for all following `apiFetch` to this server. Returns the access token. */
export async function signInAsOwner(url: string): Promise<string> {
  const { access_token } = await postJson(`${url}/api/v1/auth/login`, admin);
  tokens.set(new URL(url).origin, access_token);
  return access_token;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
export async function postJson(url: string, body: unknown, token?: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
