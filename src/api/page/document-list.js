// The list at the side: newest first, kept fresh while something is being read.

import { listDocuments } from './api.js';
import { el, failed, replaceChildren } from './dom.js';
import { isOver, stateName } from './format.js';

/** Looks become rarer while nothing changes: servers count them. The open document tells of its end by itself. */
const FIRST_LOOK_MS = 1000;
const RAREST_LOOK_MS = 15_000;

/** `onChange` is called with the documents whenever they were loaded. */
export function createDocumentList({ list, more, onChange }) {
  const trouble = el('div');
  list.after(trouble);
  let documents = [];
  let nextCursor = null;
  let selected;
  let seen = '';
  let timer;
  let lookMs = FIRST_LOOK_MS;

  function render() {
    replaceChildren(list, ...documents.map((document) => row(document, document.id === selected)));
    more.hidden = nextCursor === null;
  }

  async function refresh() {
    clearTimeout(timer);
    try {
      const page = await listDocuments();
      const fresh = new Set(page.items.map((document) => document.id));
      // Older pages that were loaded stay below.
      const older = documents.filter(
        (document) => !fresh.has(document.id) && document.id < (page.items.at(-1)?.id ?? ''),
      );
      if (older.length === 0) nextCursor = page.nextCursor;
      documents = [...page.items, ...older];
      render();
      onChange(documents);
      replaceChildren(trouble);
    } catch (error) {
      // The server may be restarting: what was loaded stays, and the next look tells.
      replaceChildren(trouble, failed(error, refresh));
    }
    const waiting = documents.some((document) => !isOver(document.state));
    const next = waiting ? JSON.stringify(documents.map(({ state }) => state)) : '';
    lookMs = next === seen ? Math.min(lookMs * 1.5, RAREST_LOOK_MS) : FIRST_LOOK_MS;
    seen = next;
    if (waiting) timer = setTimeout(refresh, lookMs);
  }

  async function loadMore() {
    try {
      const page = await listDocuments(nextCursor);
      documents = [...documents, ...page.items];
      nextCursor = page.nextCursor;
      replaceChildren(trouble);
      render();
    } catch (error) {
      replaceChildren(trouble, failed(error, loadMore));
    }
  }
  more.addEventListener('click', loadMore);

  return {
    refresh,
    /** It is gone. */
    forget(id) {
      documents = documents.filter((document) => document.id !== id);
      render();
      onChange(documents);
    },
    select(id) {
      selected = id;
      render();
    },
  };
}

function row(document, isSelected) {
  return el(
    'li',
    {},
    el(
      'a.document',
      { href: `#/documents/${document.id}`, 'aria-current': isSelected ? 'true' : undefined },
      el('span.name', { title: document.name }, document.name),
      el(`span.state.${document.state}`, {}, stateName(document.state)),
    ),
  );
}
