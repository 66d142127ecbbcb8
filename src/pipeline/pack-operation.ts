// The contract of operations that a pack declares beyond the generic ones: a question about the workspace's records, answered by a
// pure function over a narrow view of them. The API mounts each with the guards, limits and schemas of every route.

import type { z } from 'zod';
import type { Json } from '../document/value.ts';
import type { Subject } from '../match/match-spec.ts';
import type { ScoredPair } from '../match/score-pair.ts';

/** A record of the workspace, with its plain values. */
export interface PackRecord {
  id: string;
  documentId: string;
  type: string;
  /** ISO date-time at which it was read. */
  readAt: string;
  /** Flat path → value (`seller.vatId`, `requirements[0].kind`). */
  values: Readonly<Record<string, Json>>;
  /** As matches see it. */
  subject: Subject;
}

export interface PackMatch {
  id: string;
  left: string;
  right: string;
  state: 'proposed' | 'accepted' | 'dismissed' | 'superseded';
  /** 0–1, calibrated. */
  probability: number;
}

export interface PackFinding {
  record: string;
  message: string;
  reasons: readonly { text: string }[];
}

export interface PackPage {
  /** May be fewer than were asked for, also before the end. */
  records: PackRecord[];
  /** null = that was the end. */
  next: string | null;
}

/** What of a workspace an operation sees. Whoever asks may see all of it; the trash is left out; nothing can be changed. */
export interface WorkspaceView {
  /** ISO day. */
  today: string;
  /** Throws `record.not-found` for an id that nothing of these types has. */
  getRecord(id: string, types: readonly string[]): Promise<PackRecord>;
  /** Those of the ids that are there. */
  findRecords(ids: readonly string[]): Promise<PackRecord[]>;
  /** Newest first. */
  listRecords(asked: { type: string; after?: string | undefined; limit: number }): Promise<PackPage>;
  /** By words and meaning, best first. */
  search(asked: { text: string; type: string; after?: string | undefined; limit: number }): Promise<PackPage>;
  /** Of any of these records, likeliest first. */
  listMatches(asked: {
    spec: string;
    records: readonly string[];
    states: readonly PackMatch['state'][];
    minProbability?: number | undefined;
    limit: number;
  }): Promise<PackMatch[]>;
  /** Two records by a declaration, with what the workspace has taught it; stored nowhere. */
  compare(spec: string, left: PackRecord, right: PackRecord): Promise<ScoredPair>;
  /** What a watch found about these records and nobody dismissed. */
  listFindings(watch: string, records: readonly string[]): Promise<PackFinding[]>;
}

export interface PackOperation {
  /** Name of the operation in the OpenAPI document: `findSkills`. */
  id: string;
  /** Under `/api/v1`; begins with the id of its pack: `/careers/skills`, `/careers/resumes/:resume/jobs`. */
  path: string;
  /** One line for people. */
  summary: string;
  description?: string;
  /** Of the permission table; checked at start. */
  permission: string;
  /** What stands in the address: parts of the path, and the query. */
  input: z.ZodObject;
  /**
   * The same may be asked with a JSON body: `POST` to the path with `/query` behind it. For questions that are too long or too
   * private for an address.
   */
  takesBody?: true;
  output: z.ZodType;
  run(input: Record<string, unknown>, view: WorkspaceView): Promise<unknown>;
}

/** Keeps the types of input and output together; what is stored of it is the same for all. */
export function defineOperation<I extends z.ZodObject, O extends z.ZodType>(
  operation: Omit<PackOperation, 'input' | 'output' | 'run'> & {
    input: I;
    output: O;
    run(input: z.output<I>, view: WorkspaceView): Promise<z.input<O>>;
  },
): PackOperation {
  return { ...operation, run: (input, view) => operation.run(input as z.output<I>, view) };
}

const idPattern = /^[a-z][A-Za-z0-9]{2,60}$/;
const pathPattern = /^(?:\/(?:[a-z][a-z0-9-]*|:[a-z][A-Za-z0-9]*))+$/;

export const pathNames = (path: string): string[] => [...path.matchAll(/:([A-Za-z0-9]+)/g)].map((match) => match[1]!);

/** A pack's operation, under the name of its pack. */
export interface MountedOperation extends PackOperation {
  packTitle: string;
}

/** Throws an Error that names every mistake in what was declared. */
export function checkOperations(
  packs: readonly { id: string; title: string; operations?: readonly PackOperation[] }[],
  { permissions }: { permissions: readonly string[] },
): readonly MountedOperation[] {
  const all = packs.flatMap(({ id, title, operations = [] }) =>
    operations.map((operation) => ({ pack: id, operation: { ...operation, packTitle: title } })),
  );
  const ids = all.map(({ operation }) => operation.id);
  const paths = all.map(({ operation }) => operation.path);
  const mistakes = all.flatMap(({ pack, operation: { id, path, permission, input, summary } }) => [
    ...(idPattern.test(id) ? [] : [`${id}: an id is one word, in camel case`]),
    ...(pathPattern.test(path) ? [] : [`${id}: ${path} is no path`]),
    ...(path.startsWith(`/${pack}/`) ? [] : [`${id}: its path must begin with /${pack}/`]),
    ...(permissions.includes(permission) ? [] : [`${id}: needs ${permission}, which is no permission`]),
    ...(summary.trim() === '' ? [`${id}: does not say what it is for`] : []),
    ...pathNames(path).flatMap((name) =>
      Object.hasOwn(input.shape, name) ? [] : [`${id}: ${name} is not in its input`],
    ),
    ...(ids.filter((other) => other === id).length > 1 ? [`${id}: is declared twice`] : []),
    ...(paths.filter((other) => other === path).length > 1 ? [`${id}: ${path} is declared twice`] : []),
  ]);
  if (mistakes.length > 0)
    throw new Error(`The operations of packs do not fit together:\n  ${[...new Set(mistakes)].join('\n  ')}`);
  return all.map(({ operation }) => operation);
}
