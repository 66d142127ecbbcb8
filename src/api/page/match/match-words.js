// What is said of matches, in words.

import { percent } from '../format.js';

const degrees = [
  [0.95, 'Almost certain'],
  [0.8, 'Very likely'],
  [0.6, 'Likely'],
  [0.4, 'Possible'],
  [0, 'Unlikely'],
];

/** 0.97 → Almost certain (97 %) */
export const howLikely = ({ probability, explanation }) =>
  explanation.veto ? 'Ruled out' : `${degrees.find(([from]) => probability >= from)[1]} (${percent(probability)})`;

export const states = [
  ['proposed', 'To decide'],
  ['accepted', 'Accepted'],
  ['dismissed', 'Dismissed'],
  ['superseded', 'Given up'],
  ['', 'All'],
];

const because = {
  'ruled-out': 'ruled out',
  'too-unlikely': 'too unlikely by now',
  outranked: 'others are better',
  'assigned-elsewhere': 'given elsewhere',
};

const standing = { proposed: 'to decide', accepted: 'accepted', dismissed: 'dismissed', superseded: 'given up' };

export const stateOf = ({ state, supersededBecause }) =>
  supersededBecause ? `${standing[state]}: ${because[supersededBecause] ?? supersededBecause}` : standing[state];

/** What speaks loudest for it, or against it. */
export function mainReason({ explanation }) {
  const { for: reasons, against, veto } = explanation;
  return veto?.text ?? (reasons[0] ?? against[0])?.text ?? 'Nothing was compared that both records have';
}

export const emptyOf = {
  proposed:
    'Nothing waits for you. When a document is read that belongs to another one, such as the invoice of an order, it appears here.',
  accepted: 'None was accepted yet. Look under “To decide”.',
  dismissed: 'None was dismissed.',
  superseded: 'None was given up.',
  '': 'No two records were found that belong together. Upload, say, an order and its invoice.',
};
