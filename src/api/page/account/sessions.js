// Where the person is signed in.

import * as api from './me-api.js';
import { askingButton, loaded, rows, section, showAgo } from './parts.js';

export function sessionsSection() {
  return section(
    'Sessions',
    'Where you are signed in. The five newest stay; end those that you do not know, and change your password then.',
    loaded(api.listSessions, (sessions, again) => [
      rows(sessions, { label: 'Sessions', empty: 'None.', row: (session) => rowOf(session, again) }),
      sessions.length > 1
        ? askingButton('End all others', {
            ask: 'All other devices will have to sign in again.',
            yes: 'End them',
            done: 'All other sessions have ended.',
            act: () => api.endOtherSessions().then(again),
          })
        : null,
    ]),
  );
}

function rowOf({ id, device, address, createdAt, lastUsedAt, current }, again) {
  return {
    title: device,
    badges: current ? ['this one'] : [],
    detail: [address, `since ${showAgo(createdAt)}`, current ? null : `last used ${showAgo(lastUsedAt)}`]
      .filter(Boolean)
      .join(' · '),
    actions: current
      ? []
      : [
          askingButton('End', {
            name: `End the session ${device}`,
            ask: 'That device will have to sign in again.',
            yes: 'End',
            act: () => api.endSession(id).then(again),
          }),
        ],
  };
}
