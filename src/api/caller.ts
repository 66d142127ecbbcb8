// Whom a request counts for: the caller that authentication found, and the address it came from.

import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** The part of the authenticated caller that limits and guards look at; undefined on public routes. */
export interface KnownCaller {
  userId: string;
  /** null: belongs to none yet. */
  workspaceId: string | null;
}

export function knownCaller(request: FastifyRequest): KnownCaller | undefined {
  return (request as { caller?: KnownCaller }).caller;
}

/** The address that limits count by. One IPv6 network of 64 bits is one household: its addresses are free to change. */
export function addressOf(request: FastifyRequest): string {
  return networkOf(request.ip);
}

export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`;
}
