// Where a document came out of, and what came out of it.

import { listHeld } from './api.js';
import { el, replaceChildren } from './dom.js';
import { isOver, stateName } from './format.js';

const LOOK_MS = 2000;

/** A line that leads to the mail or archive; null when there is none. */
export function parentLine({ parent }) {
  if (!parent) return null;
  if (parent.name === null) return el('p.quiet', {}, 'What it came out of lies in the trash.');
  return el('p.quiet', {}, 'From ', el('a', { href: `#/documents/${parent.id}` }, parent.name));
}

/** The list of what came out of a document, fresh while some of it is being read. `isGone`: the view was left. */
export function heldList(document, isGone) {
  if (document.children === 0) return null;
  const list = el('ul.documents', { 'aria-label': 'What it holds' });
  const more = el('p.quiet', { hidden: true });
  const look = async () => {
    if (isGone()) return;
    const page = await listHeld(document.id).catch(() => undefined);
    if (page && !isGone()) {
      replaceChildren(list, ...page.items.map(row));
      more.hidden = page.nextCursor === null;
      more.textContent = `The first ${page.items.length} of ${document.children} are shown.`;
    }
    if (!page || page.items.some(({ state }) => !isOver(state))) setTimeout(look, LOOK_MS);
  };
  void look();
  return el('section.held', {}, el('h2', {}, `Holds ${document.children}`), list, more);
}

function row({ id, name, state }) {
  return el(
    'li',
    {},
    el(
      'a.document',
      { href: `#/documents/${id}` },
      el('span.name', { title: name }, name),
      el(`span.state.${state}`, {}, stateName(state)),
    ),
  );
}
