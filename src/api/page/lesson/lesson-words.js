// What is said of lessons, in words.

import { percent } from '../format.js';

export const states = [
  ['', 'All'],
  ['proposed', 'Proposed'],
  ['active', 'Active'],
  ['retired', 'Retired'],
  ['rejected', 'Rejected'],
];
export const stateName = (state) => states.find(([id]) => id === state)?.[1].toLowerCase() ?? state;

const scopes = {
  user: 'yours',
  workspace: 'for everybody in the workspace',
  sender: 'of one sender',
  type: 'of one type of document',
};
export const scopeFilters = [
  ['', 'Any scope'],
  ['workspace', 'Workspace'],
  ['sender', 'Senders'],
  ['type', 'Types'],
  ['user', 'Your own'],
];

export function scopeOf({ scope, own }) {
  const named = scopes[scope.kind] ?? scope.kind.replace(':', ' ');
  if (scope.kind === 'user') return own ? 'your own, or one that you may read' : named;
  return scope.id ? `${named}: ${scope.id}` : named;
}

export const countsOf = ({ helpful, harmful, applied, confidence }) =>
  applied + helpful + harmful === 0
    ? 'Not used yet.'
    : `Used ${applied} times. Helped ${helpful} times, did harm ${harmful} times: helps in at least ${percent(confidence)} of the cases.`;

export const testOf = ({ backTest }) => {
  if (!backTest) return 'Not tried on the past yet.';
  const { n, improved, worsened, unchanged } = backTest;
  return n === 0
    ? 'Tried on the past: there was no case in which it would have said anything.'
    : `Tried on ${n} cases of the past: ${improved} would have been better, ${worsened} worse, ${unchanged} the same.`;
};

const deeds = {
  add: () => 'added',
  update: () => 'changed',
  state: ({ to }) => `now ${stateName(to)}`,
  pin: ({ pinned }) => (pinned ? 'pinned' : 'not pinned any more'),
  merge: () => 'merged into another',
  delete: () => 'deleted',
  'back-test': () => 'tried on the past',
  undo: () => 'a change was taken back',
};
export const deedOf = (change) => deeds[change.op]?.(change) ?? change.op;
