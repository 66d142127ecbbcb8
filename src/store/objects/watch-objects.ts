// A place among the objects into which others put files: intake/WORKSPACE/name. What was taken is moved beside it.

import type { Readable } from 'node:stream';
import type { ObjectStore, StoredObject } from './object-store.ts';

/** As a file of a watched folder (intake/watched-folder.ts). */
export interface WaitingObject {
  name: string;
  size: number;
  identity: string;
  open(): Promise<Readable>;
  isUnchanged(): Promise<boolean>;
  finish(how: { done: true } | { done: false; reason: string }): Promise<void>;
}

const MOST_LISTED = 10_000;

/** Objects appear whole: none is still being written. Oldest first. */
export async function listWaitingObjects(
  objects: ObjectStore,
  workspaceId: string,
  limit: number,
): Promise<WaitingObject[]> {
  const prefix = `intake/${workspaceId}/`;
  const found: StoredObject[] = [];
  for await (const object of objects.list(prefix)) {
    // What stands for a folder has no name.
    if (object.key.length > prefix.length && !object.key.endsWith('/')) found.push(object);
    if (found.length === MOST_LISTED) break;
  }
  found.sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime());
  return found.slice(0, limit).map((object) => waiting(objects, object, { workspaceId, prefix }));
}

function waiting(
  objects: ObjectStore,
  { key, size, modifiedAt }: StoredObject,
  { workspaceId, prefix }: { workspaceId: string; prefix: string },
): WaitingObject {
  const name = key.slice(prefix.length);
  return {
    name,
    size,
    identity: `${size} ${modifiedAt.getTime()}`,
    async open() {
      const found = await objects.get(key);
      if (!found) throw new Error('the object is gone');
      return found.content;
    },
    async isUnchanged() {
      const now = await objects.stat(key);
      return now !== undefined && now.size === size && now.modifiedAt.getTime() === modifiedAt.getTime();
    },
    async finish(how) {
      // The moment keeps what came under the same name before.
      const target = `intake-${how.done ? 'done' : 'failed'}/${workspaceId}/${modifiedAt.getTime()}-${name}`;
      await objects.move(key, target);
      if (!how.done) await objects.put(`${target}.reason.txt`, [Buffer.from(`${how.reason}\n`)]);
    },
  };
}
