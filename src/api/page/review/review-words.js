// What is said of reviews, in words.

import { showAgo } from '../account/parts.js';
import { showDate, showValue } from '../format.js';

export const states = [
  ['pending', 'To review'],
  ['approved', 'Approved'],
  ['rejected', 'Rejected'],
  ['', 'All'],
];

export const reasons = [
  ['', 'Any reason'],
  ['finding', 'Something odd'],
  ['duplicate', 'There already?'],
  ['rule', 'Breaks a rule'],
  ['missing', 'Value missing'],
  ['unsure', 'Value unsure'],
  ['type', 'Type unsure'],
  ['partial', 'Not read whole'],
  ['four-eyes', 'Two people'],
  ['reopened', 'Reopened'],
];

const names = new Map([
  ...reasons,
  ['comparing', 'Being compared'],
  ['level', 'Each is approved'],
  ['earlier', 'Earlier'],
]);
export const reasonName = (code) => names.get(code) ?? code;

/** What speaks loudest: what has to be settled, then the rest in the order of the API. */
export const mainReason = ({ reasons: all }) =>
  (all.find(({ firm }) => firm) ?? all[0])?.message ?? 'Nothing stands in the way.';

/** 1,190.00 EUR, due 1 Mar 2026 */
export function worth({ amount, currency, dueDate }) {
  const sum = amount === null ? null : [showValue(amount, 'money'), currency].filter(Boolean).join(' ');
  return [sum, dueDate ? `due ${showDate(dueDate)}` : null].filter(Boolean).join(', ');
}

export function standing({ state, byItself, rejectReason, decidedAt, firstApproval, fourEyes }, me) {
  const who = (id) => (id === me ? 'you' : 'somebody else');
  const when = decidedAt ? ` ${showAgo(decidedAt)}` : '';
  if (state === 'approved')
    return byItself ? `Approved by itself${when}: nothing stood in the way.` : `Approved${when}.`;
  if (state === 'rejected') return `Rejected${when}${rejectReason ? `: “${rejectReason}”` : '.'}`;
  if (!fourEyes) return '';
  if (!firstApproval) return 'Two people have to approve it. You would be the first.';
  return firstApproval.by === me
    ? 'Two people have to approve it. You did: somebody else who did not correct it last comes next.'
    : `Two people have to approve it: ${who(firstApproval.by)} did. You would be the second, unless you corrected it last.`;
}

export const emptyOf = {
  pending: 'Nothing waits for you. Records appear here when something about them needs a person.',
  approved: 'Nothing was approved yet.',
  rejected: 'Nothing was rejected.',
  '': 'There are no reviews yet. Upload a document: its records appear here when they are read.',
};
