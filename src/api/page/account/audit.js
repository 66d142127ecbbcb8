// Who did what in the workspace.

import { el } from '../dom.js';
import { showMoment, titleOf } from '../format.js';
import { pagedRows, rows, section } from './parts.js';
import { listAudit, listMembers } from './workspace-api.js';

export function auditSection({ workspace }) {
  const names = namesOf(workspace.id);
  return [
    section(
      null,
      'Newest first. Nothing can be changed or taken out of it: each entry carries the seal of the one before.',
      pagedRows(
        async (cursor) => {
          const [page, known] = await Promise.all([listAudit(cursor), names]);
          return { ...page, items: page.items.map((event) => ({ ...event, who: whoOf(event.actor, known) })) };
        },
        (events) =>
          rows(events, {
            label: 'Audit log',
            empty: 'Nothing has happened yet.',
            row: ({ seq, at, who, action, target, details, address }) => ({
              title: titleOf(action),
              badges: [`no. ${seq}`],
              detail: [[who, showMoment(at), address].filter(Boolean).join(' · '), ...targetOf(target)],
              actions: Object.keys(details).length > 0 ? [detailsOf(details)] : [],
            }),
          }),
      ),
    ),
  ];
}

/** Of those who are in the workspace; others are known by their id only. */
async function namesOf(workspaceId) {
  const { items } = await listMembers(workspaceId).catch(() => ({ items: [] }));
  return new Map(items.map(({ userId, name }) => [userId, name]));
}

function whoOf({ kind, id }, names) {
  if (id && names.has(id)) return names.get(id);
  return id ? `${kind} ${id.slice(-8)}` : kind;
}

function targetOf(target) {
  if (!target) return [];
  const name = `${target.type} ${target.id.slice(-8)}`;
  return [' · ', target.type === 'document' ? el('a', { href: `#/documents/${target.id}` }, name) : name];
}

function detailsOf(details) {
  return el('details.more', {}, el('summary', {}, 'Details'), el('pre.once', {}, JSON.stringify(details, null, 2)));
}
