// The search: its box in the head of the page, and what it found.

import { el, failed, replaceChildren } from '../dom.js';
import { typeTitle } from '../format.js';
import { readAsked, writeAsked } from './asked.js';
import { hitRow } from './hits.js';
import { savedList, saveForm } from './saved.js';
import { find } from './search-api.js';

const facetTitles = { type: 'Kind', language: 'Language', verdict: 'State' };
const without = {
  fallback: 'The model that knows meanings does not answer: these were found by their words.',
  'text-only': 'Found by their words: the meanings of some texts are still being learned.',
};

/** "/" leads to the box from wherever nothing is typed. */
export function useSearchBox(form) {
  const input = form.querySelector('input');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = readAsked(location.hash) ?? {};
    location.hash = writeAsked({ ...asked, q: input.value.trim() });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return {
    set(q) {
      input.value = q;
    },
  };
}

/** Returns a function that stops it. */
export function showSearch({ main, asked, types, may }) {
  let stopped = false;
  const list = el('ol.hits', { 'aria-label': 'Found' });

  async function load() {
    if (asked.q === '') {
      replaceChildren(
        main,
        el('div.found', {}, el('h1', {}, 'Search'), el('p', {}, HELP), may('search.save') ? savedList() : null),
      );
      return;
    }
    replaceChildren(main, el('p.quiet', {}, 'Searching …'));
    try {
      const answer = await find(asked);
      if (!stopped) draw(answer);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function draw(answer) {
    replaceChildren(list, ...answer.items.map(hitRow));
    replaceChildren(
      main,
      el(
        'div.found',
        {},
        el('h1', {}, heading(answer)),
        corrected(answer),
        answer.status === 'model' ? null : el('p.quiet', {}, without[answer.status]),
        filterBar(answer),
        answer.items.length === 0 ? el('p', {}, asked.filters.length > 0 ? NOTHING_FILTERED : NOTHING) : list,
        moreButton(answer.nextCursor),
        may('search.save') ? saveForm(asked) : null,
      ),
    );
  }

  const heading = ({ items, total }) =>
    items.length === 0 ? `Nothing found for “${asked.q}”` : `${total} found for “${asked.q}”`;

  function corrected({ correctedText }) {
    if (!correctedText) return null;
    const exactly = `"${asked.q.replaceAll('"', '')}"`;
    return el(
      'p.corrected',
      {},
      'Searched for ',
      el('strong', {}, correctedText),
      '. Search for ',
      el('a', { href: writeAsked({ ...asked, q: exactly }) }, exactly),
      ' instead.',
    );
  }

  function filterBar({ facets }) {
    const chosen = asked.filters.map((filter) =>
      el(
        'a.chip.on',
        {
          href: writeAsked({ ...asked, filters: asked.filters.filter((one) => one !== filter) }),
          'aria-label': `Without ${filter}`,
        },
        `${titleOf(filter.slice(filter.indexOf(':') + 1))} ✕`,
      ),
    );
    const offered = Object.entries(facets).flatMap(([facet, values]) =>
      values
        .filter(({ value }) => !asked.filters.includes(`${facet}:${value}`))
        .slice(0, 6)
        .map(({ value, count }) =>
          el(
            'a.chip',
            {
              href: writeAsked({ ...asked, filters: [...asked.filters, `${facet}:${value}`] }),
              title: facetTitles[facet],
            },
            `${titleOf(value)} ${count}`,
          ),
        ),
    );
    if (chosen.length + offered.length === 0) return null;
    return el('nav.chips', { 'aria-label': 'Filters' }, ...chosen, ...offered);
  }

  const titleOf = (value) => (types.has(value) ? typeTitle(types.get(value), value) : value);

  function moreButton(cursor) {
    if (!cursor) return null;
    const holder = el('div');
    const more = async () => {
      try {
        const answer = await find(asked, cursor);
        list.append(...answer.items.map(hitRow));
        replaceChildren(holder, moreButton(answer.nextCursor));
      } catch (error) {
        replaceChildren(holder, failed(error, more));
      }
    };
    holder.append(el('button', { type: 'button', onclick: more }, 'More'));
    return holder;
  }

  void load();
  return () => {
    stopped = true;
  };
}

const HELP =
  'Words are found in documents, records and collections, also misspelt ones and others that mean the same. "Words in quotes" must stand together, -words must not be there, begun* words are completed.';
const NOTHING = 'Try fewer words, or others. What was just uploaded is found when it is read.';
const NOTHING_FILTERED = 'Take a filter away, or try other words.';
