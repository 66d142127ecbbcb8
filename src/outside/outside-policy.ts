// How much another server is asked for, and for how long (requirement P8). Numbers of the operator come from the settings.

/** Names of the services that Sheaf calls. They stand in readiness and metrics: never a host that somebody gave. */
export const outsideNames = [
  'mail',
  'outgoing',
  'oidc',
  'blobs',
  'key-vault',
  'nlp',
  'vision',
  'language-model',
  'webhooks',
  'imap',
] as const;
export type OutsideName = (typeof outsideNames)[number];

export interface OutsideRetry {
  /** The first one included. */
  tries: number;
  /** Before the second try. Half to whole of a pause is waited, by chance, so that callers do not come back in step. */
  firstPauseMs: number;
  /** By how much each further pause is longer. */
  factor: number;
  longestPauseMs: number;
}

export interface OutsidePolicy extends OutsideRetry {
  /** For one try. */
  tryMs: number;
  /** For everything: waiting for a place, tries, pauses. */
  totalMs: number;
  /** Calls that run at once. */
  atOnce: number;
  /** Calls that may wait for a place. */
  waiting: number;
  /** Failures in a row that open a circuit. */
  failures: number;
  /** How long an open circuit leaves the server alone. */
  openMs: number;
  /** Servers with a circuit of their own; the one that was not called for longest is forgotten first. */
  circuits: number;
  /** At most so many tries within that time, spread evenly once they are used up. */
  budget?: { tries: number; withinMs: number } | undefined;
  /** Users name the servers: that one of them fails says nothing about this installation. */
  namedByUsers: boolean;
}

export const defaultRetry: OutsideRetry = { tries: 3, firstPauseMs: 500, factor: 2, longestPauseMs: 10_000 };

export const defaultPolicy: OutsidePolicy = {
  ...defaultRetry,
  tryMs: 10_000,
  totalMs: 30_000,
  atOnce: 20,
  waiting: 1000,
  failures: 5,
  openMs: 30_000,
  circuits: 1,
  namedByUsers: false,
};
