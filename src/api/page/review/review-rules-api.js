// Rules of review of the API, as the page uses them.

import { call, getJson, sendJson } from '../http.js';

/** {settings, tag}: what to change, and as which version it was seen. */
export async function getRules() {
  const response = await call('/review-settings');
  return { settings: await response.json(), tag: response.headers.get('etag') };
}

export const changeRules = (settings, tag) =>
  sendJson('PUT', '/review-settings', settings, { headers: { 'if-match': tag } });

export const getThresholds = (maxError) => getJson(`/reviews/thresholds?${new URLSearchParams({ maxError })}`);
export const fitCalibration = () => sendJson('POST', '/reviews/calibration/fit');
export const undoCalibration = () => sendJson('POST', '/reviews/calibration/undo');
