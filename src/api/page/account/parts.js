// What every part of the account view is made of.

import { tell, tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { showDate } from '../format.js';

/** `title`: null where the page's own says it. */
export function section(title, lead, ...children) {
  return el(
    'section.part',
    {},
    title ? el('h2', {}, title) : null,
    lead ? el('p.lead', {}, ...[lead].flat()) : null,
    ...children,
  );
}

/**
 * A place that fills itself: `load()` gives what `draw(data, again)` makes nodes of. Says that it is loading, and offers
 * another try when it failed.
 */
export function loaded(load, draw) {
  const holder = el('div.loaded', { 'aria-busy': 'true' }, el('p.quiet', {}, 'Loading …'));
  const again = async () => {
    holder.setAttribute('aria-busy', 'true');
    try {
      const data = await load();
      replaceChildren(holder, ...[draw(data, again)].flat());
    } catch (error) {
      replaceChildren(holder, failed(error, again));
    }
    holder.setAttribute('aria-busy', 'false');
  };
  void again();
  return holder;
}

/** A list whose rows have a first line, a quiet second line (text or nodes), what can be done, and perhaps a node below all. */
export function rows(items, { label, empty, row }) {
  if (items.length === 0) return el('p.hint', {}, empty);
  return el(
    'ul.rows',
    { 'aria-label': label },
    ...items.map((item) => {
      const { title, badges = [], detail, actions = [], below = null } = row(item);
      return el(
        'li.row',
        {},
        el(
          'div.row-text',
          {},
          el('div.row-title', {}, title, ...badges.map((badge) => el('span.badge', {}, badge))),
          detail ? el('div.row-detail', {}, ...[detail].flat()) : null,
        ),
        el('div.row-actions', {}, ...actions),
        below ? el('div.row-below', {}, below) : null,
      );
    }),
  );
}

/** A list that comes in pages: `load(cursor)` gives {items, nextCursor}; `draw(items, again)` a node of all so far. */
export function pagedRows(load, draw) {
  return loaded(load, (first, again) => {
    let { items, nextCursor } = first;
    const holder = el('div');
    const show = () => {
      const more = nextCursor ? button('Show more', loadMore) : null;
      replaceChildren(holder, draw(items, again), more);
    };
    const loadMore = async () => {
      const page = await load(nextCursor);
      items = [...items, ...page.items];
      nextCursor = page.nextCursor;
      show();
    };
    show();
    return holder;
  });
}

/** Runs `act` once at a time; what goes wrong stands at the top of the page. */
export function button(label, act, { danger = false, name } = {}) {
  const node = el(danger ? 'button.danger' : 'button', { type: 'button', 'aria-label': name }, label);
  node.addEventListener('click', async () => {
    if (node.getAttribute('aria-disabled')) return;
    node.setAttribute('aria-disabled', 'true');
    try {
      await act();
    } catch (error) {
      tell(error.message, { mild: false });
    }
    node.removeAttribute('aria-disabled');
  });
  return node;
}

/** A button in whose place the form comes that `make()` gives. */
export function opener(label, make) {
  const holder = el('div.loaded');
  const open = () => {
    const form = make();
    replaceChildren(holder, form.node);
    form.focus();
  };
  const node = el('button', { type: 'button', onclick: open }, label);
  replaceChildren(holder, node);
  return holder;
}

/** A button that asks before it acts. `ask`: what would happen, as a question; `yes`: what the second button says. */
export function askingButton(label, { ask, yes, act, done, name }) {
  const holder = el('span.asking');
  const first = el('button.danger', { type: 'button', 'aria-label': name }, label);
  const back = () => {
    replaceChildren(holder, first);
    first.focus();
  };
  const keep = el('button', { type: 'button', onclick: back }, 'Cancel');
  first.addEventListener('click', () => {
    const sure = button(
      yes,
      async () => {
        await act();
        if (done) tellBriefly(done);
      },
      { danger: true },
    );
    replaceChildren(holder, el('span.ask', { role: 'alert' }, ask), sure, keep);
    // The harmless one: Enter twice does no harm.
    keep.focus();
  });
  holder.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && first.parentNode !== holder) back();
  });
  replaceChildren(holder, first);
  return holder;
}

/** Something that is shown only now: to copy, and to keep as a file when `fileName` is given. */
export function shownOnce({ label, text, fileName }) {
  const output = el('pre.once', { tabindex: '0', 'aria-label': label }, text);
  const copy = button('Copy', async () => {
    try {
      await navigator.clipboard.writeText(text);
      tellBriefly('Copied.');
    } catch {
      // Over plain HTTP from another machine there is no clipboard: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(output);
      tellBriefly('Selected: press Ctrl+C or ⌘C to copy.');
    }
  });
  const save = fileName ? button('Download', () => saveAs(fileName, text)) : null;
  return el('div.once-holder', {}, output, el('div.row-actions', {}, copy, save));
}

export function saveAs(fileName, content, type = 'text/plain') {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "2 hours ago"; days beyond a month as a date. */
export function showAgo(iso) {
  const seconds = (new Date(iso) - Date.now()) / 1000;
  if (Math.abs(seconds) > 30 * 86_400) return showDate(iso);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? [];
  return unit ? relative.format(Math.round(seconds / size), unit) : 'just now';
}
