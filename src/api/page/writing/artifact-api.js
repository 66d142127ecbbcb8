// Artifacts of the API, as the page uses them.

import { getJson, sendJson } from '../http.js';

const PAGE = 30;
const seen = ({ version }) => ({ headers: { 'if-match': `"${version}"` } });

export const listArtifacts = (cursor) => getJson(`/artifacts?limit=${PAGE}${cursor ? `&cursor=${cursor}` : ''}`);
export const listArtifactKinds = async () => (await getJson('/artifacts/kinds')).items;
export const getArtifact = (id) => getJson(`/artifacts/${id}`);
export const makeArtifact = (artifact) => sendJson('POST', '/artifacts', artifact);
export const deleteArtifact = (id) => sendJson('DELETE', `/artifacts/${id}`);
export const listSources = async (id) => (await getJson(`/artifacts/${id}/sources`)).items;
/** `subject`: what it is said of; without one, of all. */
export const giveFact = (id, text, subject) =>
  sendJson('POST', `/artifacts/${id}/facts`, { text, ...(subject ? { subject } : {}) });
/** What a text can be tailored to: {id, name}, newest first. */
export const listTargets = async (types) => {
  const found = await Promise.all(
    types.map(async (type) => (await getJson(`/records?${new URLSearchParams({ type, limit: '50' })}`)).items),
  );
  return found
    .flat()
    .map(({ id, type, fields }) => ({ id, name: fields.title?.value ?? fields.number?.value ?? type }));
};
export const propose = (id, wish) => sendJson('POST', `/artifacts/${id}/proposals`, wish);
/** Whoever chooses here has seen each operation with its other words marked. */
export const apply = (artifact, proposal, operations) =>
  sendJson('POST', `/artifacts/${artifact.id}/apply`, { proposal, operations, acceptWording: true }, seen(artifact));
/** `verb`: undo or redo. */
export const go = (artifact, verb) => sendJson('POST', `/artifacts/${artifact.id}/${verb}`, undefined, seen(artifact));
export const restore = (artifact, version) =>
  sendJson('POST', `/artifacts/${artifact.id}/versions/${version}/restore`, undefined, seen(artifact));
export const listVersions = (id, cursor) =>
  getJson(`/artifacts/${id}/versions?limit=10${cursor ? `&cursor=${cursor}` : ''}`);
export const getDiff = (id, from, to) => getJson(`/artifacts/${id}/diff?from=${from}&to=${to}`);
