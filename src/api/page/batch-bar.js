// One bar for what came in together, however many files it is.

import { watchBatch } from './api.js';
import { el, replaceChildren } from './dom.js';

/** Draws into `node`. A single file shows its own progress, and no bar. */
export function createBatchBar(node) {
  let stop = () => {};

  function draw({ documents, held, states, finished }, sending) {
    const waiting = (states.uploaded ?? 0) + (states.processing ?? 0);
    const total = Math.max(documents, sending + held);
    const done = documents - waiting;
    const wrong = (states.failed ?? 0) + (states.quarantined ?? 0);
    node.hidden = total < 2;
    const review = states.review_pending ?? 0;
    const facts = [`${done} of ${total} read`, review > 0 && `${review} to review`, wrong > 0 && `${wrong} not read`];
    replaceChildren(
      node,
      finished && done === total
        ? null
        : el('progress', { max: total, value: done, 'aria-label': 'Documents read of those that came in together' }),
      el('span', {}, facts.filter(Boolean).join(' · ')),
    );
  }

  return {
    /** `sending`: files that are on their way into this batch, those that have arrived included. */
    follow(id, sending) {
      stop();
      stop = watchBatch(id, (batch) => draw(batch, sending));
    },
  };
}
