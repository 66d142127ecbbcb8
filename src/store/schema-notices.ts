// Notices, what each person has of them, webhooks and live events, as the code sees them.

import type { ColumnType, Generated } from 'kysely';

/** Read as T; written as JSON text made by `toJsonb`. */
type Jsonb<T> = ColumnType<T, string, string>;
type CreatedAt = ColumnType<Date, Date | undefined, never>;

export type NoticeData = Readonly<Record<string, string | number | boolean | null>>;

export interface NoticeTable {
  workspace_id: string;
  id: string;
  kind: string;
  /** The same event raised twice has the same. */
  event: string;
  /** null: every member whose role may see the subject. */
  user_ids: string[] | null;
  subject_type: string;
  subject_id: string;
  data: Jsonb<NoticeData>;
  score: number | null;
  created_at: CreatedAt;
  /** When people and webhooks were found for it. */
  expanded_at: ColumnType<Date | null, Date | null | undefined, Date>;
}

export interface NotificationTable {
  workspace_id: string;
  id: string;
  notice_id: string;
  user_id: string;
  in_app: boolean;
  read_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  mail_due_at: Date | null;
  mailed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  created_at: CreatedAt;
}

export interface NotificationSettingsTable {
  workspace_id: string;
  user_id: string;
  version: Generated<number>;
  settings: Jsonb<unknown>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface NoticeMailTimeTable {
  workspace_id: string;
  user_id: string;
  due_at: Date;
}

export type DisabledReason = 'gone' | 'failing' | 'person';

export interface WebhookEndpointTable {
  workspace_id: string;
  id: string;
  url: string;
  description: string;
  /** Kinds of notices; null = all. */
  events: string[] | null;
  sealed_secret: string;
  /** Signs as well until `overlap_until`. */
  sealed_old_secret: string | null;
  overlap_until: Date | null;
  enabled: Generated<boolean>;
  disabled_reason: DisabledReason | null;
  /** First failure since the last success. */
  failing_since: Date | null;
  version: Generated<number>;
  created_by: string;
  created_at: CreatedAt;
}

export const deliveryStates = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface DeliveryTry {
  /** ISO 8601. */
  at: string;
  status: number | null;
  /** A word of ours; null when there was an answer of 2xx. */
  error: string | null;
  ms: number;
}

export interface WebhookDeliveryTable {
  workspace_id: string;
  id: string;
  endpoint_id: string;
  /** Stable over tries and replays: receivers tell repeats by it. */
  event_id: string;
  kind: string;
  body: string;
  state: DeliveryState;
  /** 1, and one more with each replay: jobs of a round before do nothing. */
  round: Generated<number>;
  /** Of this round. */
  attempts: Generated<number>;
  next_try_at: Date | null;
  claimed_until: Date | null;
  status: number | null;
  error: string | null;
  latency_ms: number | null;
  /** Beginning of the last answer. */
  answer: string | null;
  log: ColumnType<DeliveryTry[], string | undefined, string>;
  created_at: CreatedAt;
  finished_at: Date | null;
}

export interface LiveEventTable {
  workspace_id: string;
  id: Generated<number>;
  xact: Generated<string>;
  /** null: for everybody in the workspace. */
  user_id: string | null;
  type: string;
  data: Jsonb<NoticeData>;
  created_at: CreatedAt;
}

export interface NoticeSchema {
  notices: NoticeTable;
  notifications: NotificationTable;
  notification_settings: NotificationSettingsTable;
  notice_mail_times: NoticeMailTimeTable;
  webhook_endpoints: WebhookEndpointTable;
  webhook_deliveries: WebhookDeliveryTable;
  live_events: LiveEventTable;
}
