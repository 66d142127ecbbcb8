import { el } from './dom.js';

/** One of a list, of which one is open beside it. What is to be opened elsewhere is left to the browser. */
export function workRow({ href, current, open }, ...texts) {
  return el(
    'li',
    {},
    el(
      'a.match-row',
      {
        href,
        'aria-current': current ? 'true' : undefined,
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open();
        },
      },
      ...texts,
    ),
  );
}
