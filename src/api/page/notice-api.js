// Notifications and webhooks of the API, as the page uses them.

import { base, call, getJson, sendJson } from './http.js';

export const listNotifications = (cursor) => getJson(`/notifications?limit=30${cursor ? `&cursor=${cursor}` : ''}`);
export const countUnread = async () => (await getJson('/notifications/unread-count')).unread;
export const markRead = (id) => sendJson('POST', `/notifications/${id}/read`);
export const markAllRead = (upTo) => sendJson('POST', '/notifications/read', upTo ? { upTo } : {});
export const deleteNotification = (id) => sendJson('DELETE', `/notifications/${id}`);
export const listKinds = async (locale) =>
  (await getJson(`/notifications/kinds?locale=${encodeURIComponent(locale)}`)).items;
export const getSettings = () => getJson('/notifications/settings');
export const changeSettings = (version, change) =>
  sendJson('PATCH', '/notifications/settings', change, { headers: { 'if-match': `"${version}"` } });

export const listWebhooks = async () => (await getJson('/webhooks?limit=200')).items;
export const makeWebhook = (webhook) => sendJson('POST', '/webhooks', webhook);
export const changeWebhook = ({ id, version }, change) =>
  sendJson('PATCH', `/webhooks/${id}`, change, { headers: { 'if-match': `"${version}"` } });
export const rotateSecret = (id) => sendJson('POST', `/webhooks/${id}/rotate-secret`);
export const deleteWebhook = (id) => sendJson('DELETE', `/webhooks/${id}`);
export const testWebhook = (id) => sendJson('POST', `/webhooks/${id}/test`);
export const listDeliveries = (id, cursor) =>
  getJson(`/webhooks/${id}/deliveries?limit=20${cursor ? `&cursor=${cursor}` : ''}`);
export const replayDelivery = (id, deliveryId) => sendJson('POST', `/webhooks/${id}/deliveries/${deliveryId}/replay`);

const RETRY_MS = 5000;

/**
 * Calls `onUnread` with how many are unread, at once and whenever that changes, and `onNotice` with what is new. The browser
 * connects again by itself, except when it is refused: then the session is looked after before the next try.
 */
export function watchNotices({ onUnread, onNotice }) {
  const open = () => {
    const source = new EventSource(`${base}/events`);
    for (const type of ['ready', 'unread']) {
      source.addEventListener(type, (event) => onUnread(JSON.parse(event.data).unread));
    }
    source.addEventListener('notice', (event) => onNotice(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(again, RETRY_MS);
    });
  };
  const again = async () => {
    try {
      await call('/notifications/unread-count');
      open();
    } catch {
      setTimeout(again, RETRY_MS);
    }
  };
  open();
}
