// Everything as one archive: of oneself, and of the workspace for its owners.

import { el, replaceChildren } from '../dom.js';
import { downloadFrom } from '../download.js';
import { showDate } from '../format.js';
import { button, section } from './parts.js';
import { exportUrl, getExport, requestExport } from './workspace-api.js';

const LOOK_MS = 2000;

export function exportSection({ may }) {
  return [
    section(
      'What is yours',
      'Your profile, and what you made and uploaded in this workspace, as one ZIP archive.',
      exporting('me'),
    ),
    may('export.account')
      ? section(
          'The whole workspace',
          'All documents, records and settings, with a list of what is in it and how to check it.',
          exporting('account'),
        )
      : null,
  ];
}

function exporting(scope) {
  const holder = el('div.loaded', { 'aria-live': 'polite' });
  const begin = button('Make an archive', async () => follow(await requestExport(scope)));
  const follow = async (made) => {
    let row = made;
    while (row.state === 'queued' || row.state === 'running') {
      replaceChildren(holder, el('p.quiet', {}, 'The archive is being made. You may leave this page and come back.'));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (!holder.isConnected) return;
      row = await getExport(scope, row.id);
    }
    replaceChildren(
      holder,
      row.state === 'ready' ? done(scope, row) : el('p.notice', { role: 'alert' }, FAILED),
      begin,
    );
  };
  replaceChildren(holder, begin);
  return holder;
}

const FAILED = 'The archive could not be made. Try again; if it stays, tell whoever runs this server.';

function done(scope, { id, size, sha256, expiresAt }) {
  return el(
    'div.loaded',
    {},
    el(
      'p',
      {},
      el('a', { href: exportUrl(scope, id), download: '', onclick: downloadFrom }, 'Download the archive'),
      ` (${showSize(size)}), until ${showDate(expiresAt)}.`,
    ),
    el('p.row-detail', {}, `SHA-256: ${sha256}`),
  );
}

function showSize(bytes) {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
