// Downloads are the browser's own: it is seen to that they find a session first.

import { tell } from './banner.js';
import { ensureSession } from './http.js';

/** For `onclick` of a link with `download`. */
export async function downloadFrom(event) {
  const link = event.currentTarget;
  if (link.dataset.ready) return;
  event.preventDefault();
  try {
    await ensureSession();
  } catch (error) {
    tell(error.message, { mild: false });
    return;
  }
  link.dataset.ready = 'true';
  link.click();
  delete link.dataset.ready;
}
