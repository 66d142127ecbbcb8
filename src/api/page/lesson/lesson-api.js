// Lessons of the API, as the page uses them.

import { call, getJson, sendJson } from '../http.js';

const PAGE = 30;

/** `asked`: {state, scope}; either may be empty. */
export function listLessons({ state, scope }, cursor) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (state) query.set('state', state);
  if (scope) query.set('scope', scope);
  if (cursor) query.set('cursor', cursor);
  return getJson(`/lessons?${query}`);
}

export const listKinds = async () => (await getJson('/lessons/kinds')).items;
export const getHistory = (id, cursor) =>
  getJson(`/lessons/${id}/history?limit=10${cursor ? `&cursor=${cursor}` : ''}`);
export const addLesson = ({ text, scope, kind }) =>
  sendJson('POST', '/lessons', { text, kind, scope: { kind: scope } });
/** `verb`: activate, reject, retire, pin, unpin. */
export const change = (id, verb) => sendJson('POST', `/lessons/${id}/${verb}`);
export const undoLast = (id) => sendJson('POST', `/lessons/${id}/undo`, {});
export const askForTest = (id) => sendJson('POST', `/lessons/${id}/back-test`);
export const remove = (id) => sendJson('DELETE', `/lessons/${id}`);

/** {lesson, tag}: which version it is tells the header alone. */
export async function getLesson(id) {
  const response = await call(`/lessons/${id}`);
  return { lesson: await response.json(), tag: response.headers.get('etag') };
}
export const edit = ({ lesson, tag }, text) =>
  sendJson('PATCH', `/lessons/${lesson.id}`, { text }, { headers: { 'if-match': tag } });
