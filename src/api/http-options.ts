// How HTTP treats its callers, as the settings say.

import type { TierPolicy } from '../identity/tiers.ts';
import type { RateLimits } from './rate-limiter.ts';

export interface HttpOptions {
  /** What the server listens on. */
  listenHost: string;
  /** Where people reach it; nothing is ever derived from a request's Host. */
  publicUrl: URL | undefined;
  rateLimits: RateLimits;
  /** false = nobody's X-Forwarded-For is believed. */
  trustProxy: false | string[];
  tierPolicy: TierPolicy;
  allowedOrigins: readonly string[];
  allowedHosts: readonly string[];
  filesUrl: string | undefined;
  /** 0 = no limit. */
  maxConnections: number;
  queueLimit: number;
}
