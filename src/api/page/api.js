// Documents, records and runs of the API, as the page uses them.

import { base, call, getJson, sendJson } from './http.js';

const RETRY_MS = 2000;

/** Files of one request: a large drop goes in several, as one batch. */
const FILES_AT_ONCE = 25;

/** Without what came out of others: that stands with them. */
export const listDocuments = (cursor) => getJson(`/documents?parent=none&limit=30${cursor ? `&cursor=${cursor}` : ''}`);
export const listHeld = (id) => getJson(`/documents?parent=${id}&limit=100`);
export const getDocument = (id) => getJson(`/documents/${id}`);
/** Into the trash. */
export const deleteDocument = (id) => sendJson('DELETE', `/documents/${id}`);
export const getRun = (id) => getJson(`/runs/${id}`);
export const listRecords = async (documentId) => (await getJson(`/records?document=${documentId}`)).items.reverse();
export const listTypes = async () => (await getJson('/types')).items;
export const pageUrl = (id, page, dpi) => `${base}/documents/${id}/pages/${page}.png?dpi=${dpi}`;
export const fileUrl = (id) => `${base}/documents/${id}/file`;

/** The documents. `onTaken` is called with the batch after each part of a large drop. */
export async function upload(files, fields = {}, onTaken = () => {}) {
  const taken = [];
  let batch;
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    try {
      const part = await uploadPart(files.slice(from, from + FILES_AT_ONCE), fields, batch);
      taken.push(...part.documents);
      batch = part.batch;
      onTaken(batch);
    } catch (error) {
      if (taken.length > 0) error.message = `${taken.length} of ${files.length} files were taken. ${error.message}`;
      throw error;
    }
  }
  return taken;
}

async function uploadPart(files, fields, batch) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append('file', file, file.name);
  const headers = { 'idempotency-key': newKey() };
  const path = batch ? `/documents?batch=${batch}` : '/documents';
  return (await call(path, { method: 'POST', body, headers })).json();
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

/** crypto.randomUUID is kept from pages that came over plain HTTP from another machine. */
const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('-');

/** Calls `onProgress` with the batch whenever it changed. Returns a function that stops watching. */
export function watchBatch(id, onProgress) {
  let stopped = false;
  let source;
  const told = (event) => onProgress(JSON.parse(event.data));
  const open = () => {
    if (stopped) return;
    source = new EventSource(`${base}/batches/${id}/events`);
    source.addEventListener('progress', told);
    source.addEventListener('finished', (event) => {
      source.close();
      told(event);
    });
    source.addEventListener('error', () => {
      // Refused: the session has run out, and is renewed by the next look.
      if (source.readyState === EventSource.CLOSED) setTimeout(again, RETRY_MS);
    });
  };
  const again = () => getJson(`/batches/${id}`).then(open, () => setTimeout(again, RETRY_MS));
  open();
  return () => {
    stopped = true;
    source?.close();
  };
}

/**
 * Calls `onStage` for each stage and `onEnd` with the run. Returns a function that stops watching. The browser connects
 * again by itself, except when it is refused: then the session has run out, and is renewed before the next try.
 */
export function watchRun(runId, onStage, onEnd) {
  let stopped = false;
  let source;
  let last = 0;
  const open = () => {
    source = new EventSource(`${base}/runs/${runId}/events`);
    source.addEventListener('progress', (event) => {
      // A new connection begins at the first stage.
      if (Number(event.lastEventId) <= last) return;
      last = Number(event.lastEventId);
      onStage(JSON.parse(event.data).stage);
    });
    source.addEventListener('finished', (event) => {
      source.close();
      onEnd(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(again, RETRY_MS);
    });
  };
  const again = async () => {
    if (stopped) return;
    try {
      const run = await getRun(runId);
      if (stopped) return;
      if (run.finishedAt) onEnd(run);
      else open();
    } catch {
      setTimeout(again, RETRY_MS);
    }
  };
  open();
  return () => {
    stopped = true;
    source.close();
  };
}
