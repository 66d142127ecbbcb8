// Calls to the server. Every failure becomes an Error whose message a person can act on.

const base = '/api/v1';

export class ApiError extends Error {
  constructor(problem) {
    super([problem.detail ?? problem.title, problem.advice].filter(Boolean).join('. ').replaceAll('..', '.'));
    this.code = problem.code;
  }
}

async function call(path, init) {
  let response;
  try {
    response = await fetch(base + path, init);
  } catch {
    throw new ApiError({ title: 'The server does not answer', advice: 'Check that it still runs, then try again.' });
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({ title: `The server answered ${response.status}` }));
  throw new ApiError(problem);
}

const getJson = async (path) => (await call(path)).json();

export const listDocuments = (cursor) => getJson(`/documents?limit=30${cursor ? `&cursor=${cursor}` : ''}`);
export const getDocument = (id) => getJson(`/documents/${id}`);
export const getRun = (id) => getJson(`/runs/${id}`);
export const listRecords = async (documentId) => (await getJson(`/records?document=${documentId}`)).items.reverse();
export const listTypes = async () => (await getJson('/types')).items;
export const pageUrl = (id, page, dpi) => `${base}/documents/${id}/pages/${page}.png?dpi=${dpi}`;
export const fileUrl = (id) => `${base}/documents/${id}/file`;

export async function upload(files, fields = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append('file', file, file.name);
  const headers = { 'idempotency-key': crypto.randomUUID() };
  return (await (await call('/documents', { method: 'POST', body, headers })).json()).documents;
}

export async function makeSamples() {
  return (await (await call('/samples', { method: 'POST' })).json()).documents;
}

/** Sends the stored file again, with its password. */
export async function uploadAgain(document, password) {
  const file = new File([await (await call(`/documents/${document.id}/file`)).blob()], document.name);
  return upload([file], { password });
}

/** Lets it out of quarantine; it is read again. */
export const release = async (id) => (await call(`/documents/${id}/release`, { method: 'POST' })).json();

export async function correct(record, path, value) {
  const headers = { 'content-type': 'application/json', 'if-match': `"${record.version}"` };
  const body = JSON.stringify({ fields: { [path]: value } });
  return (await call(`/records/${record.id}`, { method: 'PATCH', headers, body })).json();
}

/** Calls `onStage` for each stage and `onEnd` with the run. Returns a function that stops watching. */
export function watchRun(runId, onStage, onEnd) {
  const source = new EventSource(`${base}/runs/${runId}/events`);
  source.addEventListener('progress', (event) => onStage(JSON.parse(event.data).stage));
  source.addEventListener('finished', (event) => {
    source.close();
    onEnd(JSON.parse(event.data));
  });
  return () => source.close();
}
