// Raising a notice: its row and the job that finds whom it is for, in the transaction of what happened.

import { currentWork } from '../observe/work.ts';
import type { JobQueue } from '../store/job-queue.ts';
import { newId } from '../store/new-id.ts';
import { insertNotice } from '../store/notices.ts';
import { expandNoticeQueue } from '../store/queues.ts';
import type { RaiseNotice } from './notice.ts';
import { isNoticeKind, noticeKinds } from './notice-kinds.ts';

/** Names of a document, a person: more of a text is not for a notice. */
const MAX_TEXT = 200;

export function createRaiseNotice(queue: Pick<JobQueue, 'enqueue'>): RaiseNotice {
  return async (trx, { workspaceId, kind, key, userIds, subject, data, score }) => {
    if (!isNoticeKind(kind)) throw new Error(`there is no kind of notice called ${kind}`);
    if (score !== undefined && !('scored' in noticeKinds[kind])) throw new Error(`notices of ${kind} have no score`);
    if (userIds?.length === 0) return;
    const id = newId();
    const added = await insertNotice(trx, {
      id,
      workspaceId,
      kind,
      key,
      userIds: userIds ? [...new Set(userIds)] : null,
      subject,
      data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cut(value)])),
      score: score ?? null,
    });
    if (!added) return;
    const requestId = currentWork()?.request_id ?? null;
    await queue.enqueue(trx, expandNoticeQueue.name, [{ workspaceId, noticeId: id, requestId }]);
  };
}

function cut<T>(value: T): T | string {
  if (typeof value !== 'string') return value;
  const characters = [...value];
  return characters.length <= MAX_TEXT ? value : `${characters.slice(0, MAX_TEXT - 1).join('')}…`;
}
