// Asking a test server what it finds, and waiting until its index is in line.

import { inWorkspace } from '../../src/store/database.ts';
import type { NoticeRow } from '../../src/store/notices.ts';
import { apiFetch } from './api-fetch.ts';
import { type Answer, finishedRun, getJson, readJson, type TestServer, upload } from './test-server.ts';

/** Notices about the thing, oldest first. */
export async function noticesAbout(server: TestServer, subjectId: string): Promise<NoticeRow[]> {
  const { db } = server.inside.services;
  const { id } = await db.selectFrom('workspaces').select('id').executeTakeFirstOrThrow();
  return inWorkspace(db, id, (trx) =>
    trx.selectFrom('notices').selectAll().where('subject_id', '=', subjectId).orderBy('created_at').execute(),
  );
}

export const find = (server: TestServer, q: string, rest = ''): Promise<Answer> =>
  getJson(`${server.url}/api/v1/search?q=${encodeURIComponent(q)}${rest}`);

export async function send(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
  headers = {},
): Promise<Answer> {
  const response = await apiFetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: response.status === 204 ? undefined : await readJson(response) };
}

/** Until no job waits or runs. */
export async function settled(server: TestServer): Promise<void> {
  const { db } = server.inside.services;
  const deadline = performance.now() + 60_000;
  for (;;) {
    const open = await db.selectFrom('jobs').select(['queue', 'state']).where('finished_at', 'is', null).execute();
    if (open.length === 0) return;
    if (performance.now() > deadline) throw new Error(`jobs are not over: ${JSON.stringify(open)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The document, read and in the index with its vectors. */
export async function addDocument(server: TestServer, name: string, content: string): Promise<string> {
  const [uploaded] = await upload(server.url, { [name]: content });
  await finishedRun(server.url, uploaded!.run, 60_000);
  await settled(server);
  return uploaded!.id;
}
