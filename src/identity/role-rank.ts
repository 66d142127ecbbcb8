// Which roles a person may give and take: never one above their own, and an owner is touched by owners alone.

import { type Role, roles } from '../store/roles.ts';
import { may } from './permissions.ts';

/** True when `role` is not above `own`. Roles stand from the highest to the lowest. */
export function mayGive(own: Role, role: Role): boolean {
  return may(own, 'members.manage') && roles.indexOf(role) >= roles.indexOf(own);
}

export function rolesToGive(own: Role): Role[] {
  return roles.filter((role) => mayGive(own, role));
}
