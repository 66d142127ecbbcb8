// What actions work with. Each action names the few it needs with Pick.

import type { Kysely } from 'kysely';
import type { CaseKinds } from '../cases/case-kinds.ts';
import type { DocumentRecord } from '../document/value.ts';
import type { SendAccountMail } from '../identity/account-mail.ts';
import type { Identity } from '../identity/identity.ts';
import type { TierPolicy } from '../identity/tiers.ts';
import type { LessonKinds } from '../learn/lesson-kind.ts';
import type { FitCalibration } from '../learn/outcome.ts';
import type { Matching } from '../match/matching.ts';
import type { Nlp } from '../nlp/nlp.ts';
import type { EventHub } from '../notify/event-hub.ts';
import type { CheckOutgoing, GuardedFetch } from '../notify/guarded-fetch.ts';
import type { LiveEvents } from '../notify/live-events.ts';
import type { Mailbox } from '../notify/mail-address.ts';
import type { MailTransport } from '../notify/mail-transport.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import type { WebhookOutcome } from '../notify/send-webhook.ts';
import type { Logger } from '../observe/logger.ts';
import type { OlderAddress } from '../pipeline/older-address.ts';
import type { DocumentType } from '../pipeline/pack.ts';
import type { MountedOperation } from '../pipeline/pack-operation.ts';
import type { Reader, ReadResult } from '../pipeline/read-result.ts';
import type { Rechoose } from '../pipeline/rechoose.ts';
import type { RecordExport } from '../pipeline/record-export.ts';
import type { HiddenTextPolicy } from '../pipeline/stages/inspect.ts';
import type { Judgement } from '../pipeline/stages/judge.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { ExportFiles } from '../store/export-files.ts';
import type { JobQueue } from '../store/job-queue.ts';
import type { PageImages } from '../store/page-images.ts';
import type { Role } from '../store/roles.ts';
import type { DocumentState, Schema } from '../store/schema.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import type { Vision } from '../vision/vision.ts';
import type { ArtifactKinds } from '../write/artifact-declaration.ts';
import type { ModelGateway } from '../write/model-gateway.ts';
import type { BackupMaker } from './backup-maker.ts';
import type { IntakeWays } from './intake-ways.ts';
import type { ModelUseRules } from './model-use-rules.ts';

export interface Services {
  identity: Identity;
  sendAccountMail: SendAccountMail;
  db: Kysely<Schema>;
  blobs: BlobStore;
  pageImages: PageImages;
  secrets: SecretBox;
  queue: JobQueue;
  reader: Reader;
  /** A document is on its way: what will read it may start. */
  prepareReading: () => void;
  live: LiveEvents;
  /** Embeddings and entities; starts nothing before it is asked. */
  nlp: Nlp;
  /** Hashes and features of pictures; starts nothing before it is asked. */
  vision: Vision;
  /** Who our mails are from. */
  mailFrom: Mailbox;
  /** undefined when this server sends no mail. */
  mailTransport: MailTransport | undefined;
  /** Is told of every file whose result was stored; for metrics. */
  onRead?: ((result: ReadResult, state: DocumentState) => void) | undefined;
  /** Tells people and webhooks of what happened, when its transaction is committed. */
  raiseNotice: RaiseNotice;
  /** Is told of every notice that was expanded; for metrics. */
  onNotice?: ((told: { kind: string; ageMs: number }) => void) | undefined;
  /** For every address that a user or a document named; the only way out of the house over HTTP. */
  fetchOutside: GuardedFetch;
  /** For webhooks: with places and circuits of their own, so that dead receivers hold up nobody else. */
  fetchWebhook: GuardedFetch;
  /** Throws for addresses that would be refused. */
  checkOutgoing: CheckOutgoing;
  /** Pauses between the tries of a webhook. */
  webhookRetryMs: readonly number[];
  /** Is told of every try of a webhook; for metrics. */
  onWebhook?: ((tried: { outcome: WebhookOutcome['outcome']; ms: number }) => void) | undefined;
  /** What changes in workspaces, for whoever watches. */
  events: EventHub;
  /** What happens to documents that hide text or speak to machines. */
  hiddenTextPolicy: HiddenTextPolicy;
  /** The packs' document types; `known-types.ts` adds those that a workspace declared. */
  types: readonly DocumentType[];
  /** What lessons there can be. */
  lessonKinds: LessonKinds;
  /** What can be written, by kind. */
  artifactKinds: ArtifactKinds;
  /** What cases there are, by type. */
  caseKinds: CaseKinds;
  /** Questions that packs answer beyond the generic ones. */
  operations: readonly MountedOperation[];
  /** Where clients of earlier products look for them. */
  olderAddresses: readonly OlderAddress[];
  /** Formats that records can be written in. */
  recordExports: readonly RecordExport[];
  /** Runs the type's rules again over a corrected record; without a type its issues stay. */
  judge: (record: DocumentRecord, type: DocumentType | undefined) => Judgement;
  /** Chooses a record's values anew around those that people gave. */
  rechoose: Rechoose;
  /** What the packs declare of how records belong together. */
  matching: Matching;
  /** Makes scores of matches into probabilities, from what people decided. */
  fitCalibration: FitCalibration;
  /** Media type of a file from its first bytes; `application/octet-stream` when it cannot be told. */
  mediaTypeOf: (head: Uint8Array) => string;
  /** Versions that a run is stored with, so that its result can be told from another version's. */
  versions: Record<string, string>;
  /** What each tier of workspaces may use. */
  tierPolicy: TierPolicy;
  /** The way to the language model, if there is one. */
  gateway: ModelGateway;
  /** What may be used of it, and what is kept of its calls. */
  models: ModelUseRules;
  exportFiles: ExportFiles;
  /** undefined when no folder for back-ups is set. */
  backups: BackupMaker | undefined;
  /** The ways in that are switched on. */
  intake: IntakeWays;
  databaseKind: 'embedded' | 'server';
  /** How long things stay in the trash. */
  trashDays: number;
  log: Logger;
}

/** The request behind an act, for the audit log; absent where there was none. */
export interface Origin {
  requestId?: string | undefined;
  /** Network address. */
  address?: string | undefined;
}

/** Who acts on accounts and the installation. */
export interface Somebody extends Origin {
  userId: string;
}

/** Who acts, where. */
export interface Actor extends Somebody {
  workspaceId: string;
  /** What they are in the workspace; absent where nothing depends on it. */
  role?: Role;
}

/** Where a request comes from, known before anybody is. */
export interface Caller {
  /** Network address. */
  address: string;
  /** What guessing is counted by: an address, or the whole network that an IPv6 caller may choose addresses of. */
  network: string;
  userAgent: string;
  requestId: string;
}
