// The board: cases in columns, a state each. Cards are dragged, moved by keys, or by the choice on the card; a slip is undone.

import { button, loaded, opener, shownOnce } from '../account/parts.js';
import { tell, tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { percent } from '../format.js';
import {
  closeCalendar,
  getBoard,
  getCalendar,
  getFigures,
  listTypes,
  move,
  openCalendar,
  openCase,
  place,
  takeBack,
} from './board-api.js';
import { makeDraggable } from './board-drag.js';
import { nextReminder, since, span, titleOf } from './board-words.js';
import { showCase } from './case-view.js';

const LEAD =
  'Drag a card, or choose where it goes. On a focused card arrows walk, Shift with arrows moves it: sideways to the next state that a step leads to, up and down in its column.';
const NONE = 'Nothing can be tracked here: no pack of this server declares cases.';

/** undefined unless the address is one of the board. */
export function readAskedBoard(hash) {
  const [all, id, query] = /^#\/board(?:\/([0-9a-f-]+))?(?:\?(.*))?$/.exec(hash) ?? [];
  if (!all) return undefined;
  return { id, type: new URLSearchParams(query ?? '').get('type') ?? '' };
}

/** Returns a function that stops it. */
export function showBoard({ main, asked, may }) {
  let stopped = false;
  const mayEdit = may('cases.edit');
  const isStopped = () => stopped;

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const types = await listTypes();
      if (stopped) return;
      if (asked.id) await showCase({ main, id: asked.id, types, mayEdit, isStopped });
      else if (types.length === 0) showNothing();
      else await showColumns(types, types.find(({ id }) => id === asked.type) ?? types[0]);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  const showNothing = () =>
    replaceChildren(main, el('div.work', {}, el('h1', { tabindex: '-1' }, 'Board'), el('p.empty', {}, NONE)));

  async function showColumns(types, type) {
    const holder = el('div.board-holder');
    const undo = el('p.board-undo', { role: 'status' });
    let cards = new Map();
    const draw = async (focusId) => {
      const { columns } = await getBoard(type.id);
      if (stopped) return;
      cards = new Map(columns.flatMap(({ cases }) => cases.map((one) => [one.id, one])));
      const isEmpty = columns.every(({ count }) => count === 0);
      const board = el('div.board', {}, ...columns.map((column) => columnOf(type, column, go)));
      if (mayEdit) makeDraggable(board, { mayDrop, onDrop: go });
      replaceChildren(holder, isEmpty ? el('p.empty', {}, 'Nothing here yet. Add the first one above.') : null, board);
      if (focusId) board.querySelector(`[data-id="${focusId}"]`)?.focus();
    };
    const mayDrop = (id, state) => {
      const one = cards.get(id);
      return one !== undefined && (one.state === state || one.moves.some(({ to }) => to === state));
    };

    async function go(id, state, below) {
      const one = cards.get(id);
      try {
        if (one.state === state) await place(id, below);
        else {
          await move(one, state, below);
          offerUndo(one, state);
        }
      } catch (error) {
        tell(error.message, { mild: false });
      }
      await draw(id).catch((error) => tell(error.message, { mild: false }));
    }

    function offerUndo({ id, title }, state) {
      const said = `“${title}” is in ${titleOf(type, state)} now. `;
      const back = async () => {
        await takeBack(id);
        replaceChildren(undo);
        tellBriefly('Taken back.');
        await draw(id);
      };
      const node = type.takeBackMinutes === null ? null : button('Undo', back, { name: `Undo moving ${title}` });
      replaceChildren(undo, el('span', {}, said), node);
    }

    replaceChildren(
      main,
      el(
        'div.work',
        {},
        el('h1', { tabindex: '-1' }, 'Board'),
        types.length > 1 ? chips(types, type) : null,
        mayEdit ? el('p.lead', {}, LEAD) : null,
        mayEdit ? opener('Add', () => addForm(type, draw)) : null,
        undo,
        holder,
        openable('Figures', () => figures(type)),
        openable('In your calendar', calendar),
      ),
    );
    await draw();
  }

  /** Filled each time it is opened: figures follow the board. */
  function openable(name, make) {
    const body = el('div.loaded');
    const ontoggle = (event) => replaceChildren(body, event.target.open ? make() : null);
    return el('details', { ontoggle }, el('summary', {}, name), body);
  }

  const chips = (types, chosen) =>
    el(
      'nav.chips',
      { 'aria-label': 'What is tracked' },
      ...types.map((type) =>
        el(
          type === chosen ? 'a.chip.on' : 'a.chip',
          {
            href: `#/board?${new URLSearchParams({ type: type.id })}`,
            'aria-current': type === chosen ? 'page' : undefined,
          },
          type.title,
        ),
      ),
    );

  function columnOf(type, { state, count, cases }, go) {
    const { title, kind } = type.states.find(({ id }) => id === state);
    return el(
      `section.column.${kind}`,
      { 'data-state': state, 'aria-label': `${title}, ${count}` },
      el('h2', {}, title, el('span.count', {}, String(count))),
      el('ul.cards', {}, ...cases.map((one) => cardOf(type, one, go))),
      count > cases.length ? el('p.hint', {}, `The first ${cases.length} of ${count}.`) : null,
    );
  }

  function cardOf(type, one, go) {
    const facts = [since(one.stateSince), nextReminder(one)].filter(Boolean);
    return el(
      'li.card',
      {
        ...{ tabindex: '0', 'data-id': one.id, draggable: mayEdit ? 'true' : undefined },
        'aria-label': `${one.title}, ${titleOf(type, one.state)}, ${facts.join(', ')}`,
      },
      el('a', { href: `#/board/${one.id}`, draggable: 'false' }, one.title),
      one.fields.employer ? el('span.card-facts', {}, one.fields.employer) : null,
      el('span.card-facts', {}, facts.join(' · ')),
      mayEdit && one.moves.length > 0 ? chooser(type, one, go) : null,
    );
  }

  function chooser(type, one, go) {
    const select = el(
      'select',
      { 'aria-label': `Move ${one.title} to` },
      el('option', { value: '' }, 'Move to …'),
      ...one.moves.map(({ to, ready, reason }) =>
        el('option', { value: to }, ready ? titleOf(type, to) : `${titleOf(type, to)} (not yet: ${reason})`),
      ),
    );
    select.addEventListener('change', () => select.value && void go(one.id, select.value));
    return select;
  }

  function addForm(type, draw) {
    return createForm({
      fields: [
        { name: 'title', label: 'What is it', maxlength: 300 },
        {
          name: 'state',
          label: 'Where it stands',
          type: 'select',
          options: type.initial.map((state) => ({ value: state, label: titleOf(type, state) })),
        },
      ],
      submit: 'Add',
      async onSubmit({ title, state }) {
        const made = await openCase({ type: type.id, title, state });
        tellBriefly('Added.');
        await draw(made.id);
      },
    });
  }

  function figures(type) {
    return loaded(
      () => getFigures(type.id),
      ({ total, open, stages }) => {
        if (total === 0) return el('p.hint', {}, 'There is nothing to count yet.');
        const rate = (value) => (value === null ? '–' : percent(value));
        return [
          el('p', {}, `${total} in all, ${open} of them open.`),
          el(
            'table.figures',
            {},
            el(
              'thead',
              {},
              el(
                'tr',
                {},
                ...['State', 'Now', 'Came so far', 'Of all', 'Usual stay'].map((name) => el('th', {}, name)),
              ),
            ),
            el(
              'tbody',
              {},
              ...stages.map((stage) =>
                el(
                  'tr',
                  {},
                  el('th', { scope: 'row' }, stage.title),
                  ...[stage.now, stage.reached, rate(stage.rate), span(stage.medianSeconds)].map((said) =>
                    el('td', {}, String(said)),
                  ),
                ),
              ),
            ),
          ),
        ];
      },
    );
  }

  function calendar() {
    return loaded(getCalendar, (when, again) => {
      const shown = el('div.loaded');
      const make = button(when ? 'Replace the address' : 'Get an address', async () => {
        const url = new URL(await openCalendar(), location.origin).href;
        replaceChildren(shown, shownOnce({ label: 'Address for your calendar', text: url }));
      });
      const revoke = async () => {
        await closeCalendar();
        tellBriefly('Revoked. The address shows nothing any more.');
        await again();
      };
      return [
        el(
          'p',
          {},
          'Your reminders and appointments, for any calendar that subscribes to addresses. Whoever has the address sees them: it is shown once, and can be revoked.',
        ),
        el('div.decide', {}, make, when ? button('Revoke it', revoke) : null),
        shown,
      ];
    });
  }

  void load();
  return () => {
    stopped = true;
  };
}
