// How many records wait, beside the name of the place.

import { getReviewStatistics } from './review-api.js';

const MOST_SHOWN = 999;
const changed = new EventTarget();

/** Somebody decided here: the number is another one. */
export const reviewsChanged = () => changed.dispatchEvent(new Event('change'));

export function startReviewCount(link) {
  const badge = link.querySelector('.count');
  const load = async () => {
    try {
      const { pending } = await getReviewStatistics();
      badge.textContent = pending === 0 ? '' : pending > MOST_SHOWN ? `${MOST_SHOWN}+` : String(pending);
    } catch {
      // The number is a service; what went wrong shows where something is asked for.
    }
  };
  changed.addEventListener('change', load);
  addEventListener('hashchange', load);
  void load();
}
