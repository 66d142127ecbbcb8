// What a line about a route says.

import type { Access } from '../../../src/api/authenticate.ts';
import type { Person } from '../../support/people.ts';
import type { Things, World } from './matrix-world.ts';

export interface RouteRow {
  /** What the route must ask of its caller: written here a second time, so that a change there is a decision. */
  access: Access;
  /** The body. `things` are of the own workspace, of another, or none that exist. */
  body?: (context: RowContext) => unknown;
  headers?: Record<string, string>;
  /** What a permitted caller is answered, if not 2xx. */
  status?: number;
  /** What a permitted caller is answered who names things of another workspace, if not 404. */
  foreign?: number;
}

export interface RowContext {
  things: Things;
  world: World;
  /** undefined = without a token. */
  caller: Person | undefined;
}

/** Of the people of these tests. */
export const password = 'canary correct horse battery';
