// All services that this process calls, by name: registered once, shown in readiness and metrics.

import type { ComponentReport } from '../observe/readiness.ts';
import type { CallReport } from './outside-call.ts';
import { defaultPolicy, type OutsideName, type OutsidePolicy, type OutsideRetry } from './outside-policy.ts';
import { createOutsideService, type OutsideService, type OutsideState } from './outside-service.ts';

export interface OutsideServices {
  /** Registers a service. `policy` changes the defaults. */
  add(name: OutsideName, policy?: Partial<OutsidePolicy>): OutsideService;
  states(): OutsideState[];
  /** Is told of every call that ended. */
  onCall(listener: (report: CallReport) => void): void;
}

export function createOutsideServices(retry: Partial<OutsideRetry> = {}): OutsideServices {
  const services = new Map<string, OutsideService>();
  const listeners: ((report: CallReport) => void)[] = [];
  const tell = (report: CallReport): void => {
    for (const listener of listeners) listener(report);
  };
  return {
    add(name, policy = {}) {
      if (services.has(name)) throw new Error(`the outside service ${name} is registered twice`);
      const service = createOutsideService({ name, policy: { ...defaultPolicy, ...retry, ...policy }, onCall: tell });
      services.set(name, service);
      return service;
    },
    states: () => [...services.values()].map((service) => service.state()),
    onCall: (listener) => void listeners.push(listener),
  };
}

/**
 * What /readyz tells about a service: the last that was heard of it. Never calls it: who asks for readiness must not be able
 * to make us knock at another server's door.
 */
export async function outsideHealth(service: OutsideService): Promise<ComponentReport> {
  const { circuit, circuitsOpen, running, waiting, lastFailure, namedByUsers } = service.state();
  return {
    ok: namedByUsers || circuit !== 'open',
    details: {
      circuit,
      ...(namedByUsers ? { circuitsOpen } : {}),
      running,
      waiting,
      ...(lastFailure ? { lastFailure: lastFailure.kind, lastFailureAt: lastFailure.at.toISOString() } : {}),
    },
  };
}
