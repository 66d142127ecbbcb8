// Cases of the API, as the page uses them.

import { call, getJson, sendJson } from '../http.js';

export const listTypes = async () => (await getJson('/cases/types')).items;
export const getBoard = (type) => getJson(`/cases/board?${new URLSearchParams({ type, limit: '100' })}`);
export const getFigures = (type) => getJson(`/cases/statistics?${new URLSearchParams({ type })}`);
export const getCase = (id) => getJson(`/cases/${id}`);
export const getTimeline = (id, cursor) =>
  getJson(`/cases/${id}/timeline?limit=20${cursor ? `&cursor=${cursor}` : ''}`);

/** Newest first, those that ended as well. */
export const listCasesOf = async (record) =>
  (await getJson(`/cases?${new URLSearchParams({ record, limit: '20' })}`)).items;

/** The document that a case is about. */
export const getSubject = async ({ subject }) => (await getJson(`/records/${subject.record}`)).document;
export const openCase = (wish) => sendJson('POST', '/cases', wish);
const seen = ({ version }) => ({ headers: { 'if-match': `"${version}"` } });
/** `below`: the id of a card; undefined = on top. */
export const move = (one, to, below) =>
  sendJson('POST', `/cases/${one.id}/moves`, { to, ...(below ? { below } : {}) }, seen(one));
export const place = (id, below) => sendJson('POST', `/cases/${id}/place`, { below: below ?? null });
export const takeBack = (id) => sendJson('POST', `/cases/${id}/take-back`);
export const reopen = (id) => sendJson('POST', `/cases/${id}/reopen`, {});
export const change = (one, set) => sendJson('PATCH', `/cases/${one.id}`, set, seen(one));
export const addNote = (id, text) => sendJson('POST', `/cases/${id}/notes`, { text });
export const remind = (id, at, text) => sendJson('POST', `/cases/${id}/reminders`, { at, text });
export const removeReminder = (id, reminder) => sendJson('DELETE', `/cases/${id}/reminders/${reminder}`);
export const attach = (id, role, thing) => sendJson('POST', `/cases/${id}/attachments`, { role, id: thing });
export const detach = (id, attachment) => sendJson('DELETE', `/cases/${id}/attachments/${attachment}`);
export const getAttachment = (id, attachment) => getJson(`/cases/${id}/attachments/${attachment}`);
export const remove = (id) => sendJson('DELETE', `/cases/${id}`);

export const getCalendar = async () => (await getJson('/cases/calendar')).since;
export const openCalendar = async () => (await sendJson('POST', '/cases/calendar')).url;
export const closeCalendar = () => call('/cases/calendar', { method: 'DELETE' });

const MOST_THINGS = 50;

/** What could be attached in this role, newest first: {id, name}. */
export async function listThings({ source, types }) {
  const kinds = types.length > 0 ? types : [''];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const query = new URLSearchParams({ limit: String(MOST_THINGS) });
      if (kind) query.set(source === 'record' ? 'type' : 'kind', kind);
      return (await getJson(`/${source}s?${query}`)).items;
    }),
  );
  return found.flat().map((thing) => ({ id: thing.id, name: nameOf(thing) }));
}

function nameOf({ title, type, kind, fields = {}, createdAt }) {
  const said = ['title', 'basics.name', 'number'].map((path) => fields[path]?.value).find(Boolean);
  return [title ?? said ?? type ?? kind, createdAt && new Date(createdAt).toLocaleDateString('en-GB')]
    .filter(Boolean)
    .join(', ');
}
