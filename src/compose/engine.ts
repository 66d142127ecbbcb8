// The engine: what reads documents, apart from where they are kept and how they are asked for.

import type { MakeSamples } from '../actions/make-samples.ts';
import { makeSampleFiles } from '../actions/sample-files.ts';
import { type CaseKinds, createCaseKinds } from '../cases/case-kinds.ts';
import type { DocumentRecord } from '../document/value.ts';
import { permissionNames } from '../identity/permissions.ts';
import { createLessonKinds, type LessonKinds } from '../learn/lesson-kind.ts';
import { createMatching, type Matching } from '../match/matching.ts';
import { reportError } from '../observe/error-reports.ts';
import { type Logger, workLogger } from '../observe/logger.ts';
import type { ComponentReport } from '../observe/readiness.ts';
import { useLists } from '../operator-lists.ts';
import { packs } from '../packs/index.ts';
import type { PoolStats } from '../parse/child-pool.ts';
import { type ChildTrouble, errorOfTrouble } from '../parse/child-trouble.ts';
import { sniff } from '../parse/sniff.ts';
import type { OlderAddress } from '../pipeline/older-address.ts';
import type { DocumentType } from '../pipeline/pack.ts';
import { checkOperations, type MountedOperation } from '../pipeline/pack-operation.ts';
import type { Reader } from '../pipeline/read-result.ts';
import { type Rechoose, rechooseRecord } from '../pipeline/rechoose.ts';
import { checkExports, type RecordExport } from '../pipeline/record-export.ts';
import { senderFieldKind } from '../pipeline/senders/sender-field-kind.ts';
import { type Judgement, judgeRecord } from '../pipeline/stages/judge.ts';
import { createTypeCatalogue } from '../pipeline/type-catalogue.ts';
import { unknownType } from '../pipeline/unknown-type.ts';
import { createReader, type ReadTimeLimits } from '../read-pool.ts';
import { roles } from '../store/roles.ts';
import { type ArtifactKinds, checkDeclarations } from '../write/artifact-declaration.ts';
import { textArtifact } from '../write/text-artifact.ts';

/** A reading child holds about 140 MB: one that has nothing to do for this long ends, unless it is kept. */
const CHILD_IDLE_MS = 10_000;

export interface Engine {
  reader: Reader;
  /** Gets ready to read ahead of the first document. */
  warm: () => Promise<void>;
  /** Whether documents can be read, as far as can be told without reading one. */
  check: () => Promise<ComponentReport>;
  /** A document is on its way. */
  prepare: () => void;
  /** Of the reading children. */
  stats: () => PoolStats;
  types: readonly DocumentType[];
  matching: Matching;
  lessonKinds: LessonKinds;
  artifactKinds: ArtifactKinds;
  caseKinds: CaseKinds;
  operations: readonly MountedOperation[];
  olderAddresses: readonly OlderAddress[];
  recordExports: readonly RecordExport[];
  judge: (record: DocumentRecord, type: DocumentType | undefined) => Judgement;
  rechoose: Rechoose;
  mediaTypeOf: (head: Uint8Array) => string;
  makeSamples: MakeSamples | undefined;
  versions: Record<string, string>;
}

export interface EngineOptions {
  /** Documents read at the same time. */
  jobs: number;
  version: string;
  /** Largest file. */
  maxBytes: number;
  limits: ReadTimeLimits;
  /** Reading children that stay without work: the first file is read at once, for 140 MB of memory each. */
  keepChildren: number;
  /** Where lists that the operator imported lie; undefined where there are none. */
  listsFolder?: string | undefined;
  log: Logger;
}

/** The real engine: the packs' types, and a pool of sandboxed children that read by them. */
export async function createEngine({
  jobs,
  version,
  maxBytes,
  limits,
  keepChildren,
  listsFolder,
  log,
}: EngineOptions): Promise<Engine> {
  if (listsFolder) await useLists(packs, listsFolder, { check: true });
  const catalogue = createTypeCatalogue(packs);
  const artifactKinds = checkDeclarations([textArtifact, ...packs.flatMap((pack) => pack.artifacts ?? [])]);
  // Without this line, what happens in a child would be seen nowhere.
  const onTrouble = ({ work = {}, ...trouble }: ChildTrouble): void => {
    workLogger(log, work).warn({ event: 'reading-trouble', ...trouble }, 'a reading process was in trouble');
    const error = errorOfTrouble({ work, ...trouble });
    if (error) reportError(error, { request_id: work.request_id, job: work.job });
  };
  const reader = createReader({
    jobs,
    maxBytes,
    limits,
    keepIdle: keepChildren,
    idleMs: CHILD_IDLE_MS,
    lasting: true,
    listsFolder,
    onTrouble,
  });
  return {
    reader,
    warm: () => reader.warm(keepChildren),
    check: reader.check,
    prepare: reader.prepare,
    stats: reader.stats,
    types: [...catalogue.types, unknownType],
    matching: createMatching(
      packs.flatMap((pack) => pack.matches ?? []),
      catalogue.types,
      packs.flatMap((pack) => pack.watches ?? []),
    ),
    lessonKinds: createLessonKinds([senderFieldKind, ...packs.flatMap((pack) => pack.lessonKinds ?? [])]),
    recordExports: checkExports(
      packs.flatMap((pack) => pack.exports ?? []),
      catalogue.types,
    ),
    artifactKinds,
    caseKinds: createCaseKinds(
      packs.flatMap((pack) => pack.cases ?? []),
      {
        recordTypes: catalogue.types.map(({ id }) => id),
        artifactKinds: [...artifactKinds.keys()],
        permissions: permissionNames,
        roles,
        matches: packs.flatMap((pack) => pack.matches ?? []).map(({ id }) => id),
      },
    ),
    operations: checkOperations(packs, { permissions: permissionNames }),
    olderAddresses: packs.flatMap((pack) => pack.olderAddresses ?? []),
    judge: (record, type) => (type ? judgeRecord(record, type) : { issues: record.issues }),
    rechoose: (record, type, known) => (type ? rechooseRecord(record, type, known) : record),
    mediaTypeOf,
    makeSamples: makeSampleFiles,
    versions: { sheaf: version, ...Object.fromEntries(packs.map((pack) => [`pack.${pack.id}`, pack.version])) },
  };
}

function mediaTypeOf(head: Uint8Array): string {
  try {
    return sniff(head).mediaType;
  } catch {
    return 'application/octet-stream';
  }
}
