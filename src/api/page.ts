// The plain page at `/`: files of page/, held in memory, each with an ETag.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { App } from './api-context.ts';
import { answerNotModified } from './etags.ts';

/** Explicit, so that nothing else of the folder can be asked for. */
const styles = [
  'style',
  'form',
  'record',
  'account/account',
  'search/search',
  'work',
  'review/review',
  'board/board',
  'jobs/jobs',
];
const scripts = [
  ...['app', 'links', 'session', 'http', 'api', 'auth-api', 'banner', 'dom', 'form', 'format', 'download', 'passkey'],
  ...['asked', 'hits', 'saved', 'search-api', 'search-view'].map((name) => `search/${name}`),
  ...['asked-matches', 'comparison', 'match-api', 'match-view', 'match-words', 'matches-of-record'].map(
    (name) => `match/${name}`,
  ),
  ...[
    'asked-reviews',
    'review-api',
    'review-count',
    'review-rules-api',
    'review-view',
    'review-words',
    'reviewed-record',
  ].map((name) => `review/${name}`),
  ...['lesson-api', 'lesson-view', 'lesson-words'].map((name) => `lesson/${name}`),
  ...['board-api', 'board-drag', 'board-view', 'board-words', 'case-fields', 'case-view', 'track-record'].map(
    (name) => `board/${name}`,
  ),
  ...['asked-jobs', 'job-detail', 'job-words', 'jobs-api', 'jobs-view'].map((name) => `jobs/${name}`),
  ...['artifact-api', 'assessment', 'tailoring', 'proposal', 'versions', 'writing-view'].map(
    (name) => `writing/${name}`,
  ),
  ...[
    'batch-bar',
    'held-files',
    'document-list',
    'document-view',
    'page-viewer',
    'field-list',
    'line-table',
    'comparison-view',
    'record-exports',
    'record-places',
    'work-row',
    'bell',
    'notice-api',
  ],
  ...[
    'arrival',
    'door',
    'fields',
    'first-credentials',
    'invitation',
    'other-ways',
    'password',
    'register',
    'sign-in',
  ].map((name) => `door/${name}`),
  ...[
    'account-view',
    'audit',
    'erasure',
    'export',
    'hand-over',
    'installation',
    'installation-api',
    'keeping',
    'keys',
    'me-api',
    'members',
    'notifications',
    'parts',
    'passkeys',
    'password',
    'profile',
    'reviewing',
    'four-eyes-limits',
    'proof',
    'qr-picture',
    'second-factor',
    'sections',
    'sessions',
    'trash',
    'usage',
    'webhooks',
    'workspace',
    'workspace-api',
  ].map((name) => `account/${name}`),
];
const files = [
  { url: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { url: '/page/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
  ...styles.map((name) => ({ url: `/page/${name}.css`, file: `${name}.css`, type: 'text/css; charset=utf-8' })),
  ...scripts.map((name) => ({ url: `/page/${name}.js`, file: `${name}.js`, type: 'text/javascript; charset=utf-8' })),
];

export function pageRoutes(app: App): void {
  for (const { url, file, type } of files) {
    const body = readFileSync(new URL(`./page/${file}`, import.meta.url));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    app.get(url, { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
      reply.header('cache-control', 'no-cache');
      return answerNotModified(request, reply, etag) ? reply.send() : reply.type(type).send(body);
    });
  }
}
