// What parent and child say to each other. Errors cross as code and message, never as stack or path.

export interface TaskMessage {
  id: number;
  task: string;
  payload: unknown;
}

export type ChildMessage =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: unknown }
  | { kind: 'extend'; id: number; ms: number }
  /** Something went wrong that the result does not tell; `stack` may hold anything, and is cleaned by who hears it. */
  | { kind: 'trouble'; id: number; type: string; stack: string }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; code: string; message: string; details: Record<string, unknown> };
