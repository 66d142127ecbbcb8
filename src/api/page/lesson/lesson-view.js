// Lessons: what decisions taught, by state and scope, and one of them with all that can be done with it.

import { askingButton, button, loaded, opener, pagedRows, rows, section, showAgo } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import {
  addLesson,
  askForTest,
  change,
  edit,
  getHistory,
  getLesson,
  listKinds,
  listLessons,
  remove,
  undoLast,
} from './lesson-api.js';
import { countsOf, deedOf, scopeFilters, scopeOf, stateName, states, testOf } from './lesson-words.js';

const LEAD =
  'What people correct, reject and rate becomes lessons. An active one changes what is read and proposed next; each can be tried on the past, switched off and taken back.';
const EMPTY = 'There is none here. Programs propose lessons from your corrections; you can add one in your own words.';
const TEST_MS = 1000;
const MOST_LOOKS = 60;

/** undefined unless the address is one of lessons. */
export function readAskedLessons(hash) {
  const [all, id, query] = /^#\/lessons(?:\/([0-9a-f-]+))?(?:\?(.*))?$/.exec(hash) ?? [];
  if (!all) return undefined;
  const params = new URLSearchParams(query ?? '');
  return { id, state: params.get('state') ?? '', scope: params.get('scope') ?? '' };
}

const write = (asked) => `#/lessons?${new URLSearchParams(asked)}`;

/** Returns a function that stops it. */
export function showLessons({ main, asked, may }) {
  let stopped = false;
  const mayEdit = may('lessons.edit');

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const kinds = new Map((await listKinds()).map((kind) => [kind.id, kind]));
      if (stopped) return;
      if (asked.id) await showOne(asked.id, kinds);
      else showList(kinds);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function showList(kinds) {
    replaceChildren(
      main,
      el(
        'div.work.narrow',
        {},
        el('h1', { tabindex: '-1' }, 'Lessons'),
        el('p.lead', {}, LEAD),
        chips('State', states, asked.state, (state) => write({ state, scope: asked.scope })),
        chips('Scope', scopeFilters, asked.scope, (scope) => write({ state: asked.state, scope })),
        mayEdit ? opener('Add a lesson', () => addForm(kinds)) : null,
        pagedRows(
          (cursor) => listLessons(asked, cursor),
          (items) =>
            rows(items, {
              label: 'Lessons',
              empty: EMPTY,
              row: (lesson) => ({
                title: el('a', { href: `#/lessons/${lesson.id}` }, lesson.text),
                badges: [stateName(lesson.state), lesson.pinned ? 'pinned' : null].filter(Boolean),
                detail: `${kinds.get(lesson.kind)?.title ?? lesson.kind}, ${scopeOf(lesson)}. ${countsOf(lesson)}`,
              }),
            }),
        ),
      ),
    );
  }

  const chips = (label, choices, chosen, href) =>
    el(
      'nav.chips',
      { 'aria-label': label },
      ...choices.map(([id, name]) =>
        el(
          id === chosen ? 'a.chip.on' : 'a.chip',
          {
            href: href(id),
            'aria-current': id === chosen ? 'page' : undefined,
          },
          name,
        ),
      ),
    );

  function addForm(kinds) {
    // What has an effect in a shape of its own is added by whoever knows the shape.
    const plain = [...kinds.values()].filter(({ effect }) => effect === null);
    const scopesOf = [...new Set(plain.flatMap(({ scopes }) => scopes))].filter((scope) =>
      ['user', 'workspace'].includes(scope),
    );
    return createForm({
      fields: [
        { name: 'text', label: 'What should be done next time?', type: 'textarea', maxlength: 1000 },
        {
          name: 'scope',
          label: 'For whom',
          type: 'select',
          value: 'workspace',
          options: scopesOf.map((scope) => ({
            value: scope,
            label: scope === 'user' ? 'Only for me' : 'For the workspace',
          })),
        },
      ],
      submit: 'Add',
      async onSubmit({ text, scope }) {
        const kind =
          plain.find(({ id, scopes }) => id === 'note' && scopes.includes(scope)) ??
          plain.find(({ scopes }) => scopes.includes(scope));
        const lesson = await addLesson({ text, scope, kind: kind.id });
        tellBriefly('Added.');
        location.hash = `#/lessons/${lesson.id}`;
      },
    });
  }

  async function showOne(id, kinds) {
    const seen = await getLesson(id);
    if (stopped) return;
    const { lesson } = seen;
    const again = () => showOne(id, kinds);
    const kind = kinds.get(lesson.kind);
    replaceChildren(
      main,
      el(
        'div.work.narrow',
        {},
        el('p', {}, el('a', { href: '#/lessons' }, '← All lessons')),
        el('h1', { tabindex: '-1' }, lesson.text),
        el(
          'p.verdict-line',
          {},
          el('span.badge', {}, stateName(lesson.state)),
          lesson.pinned ? el('span.badge', {}, 'pinned') : null,
        ),
        lesson.stateReason ? el('p.notice.mild', {}, lesson.stateReason) : null,
        facts(lesson, kind),
        mayEdit ? el('div.decide', {}, ...actions(lesson, kind, again)) : null,
        mayEdit && lesson.mergedInto === null ? opener('Change its words', () => editForm(seen, again)) : null,
        history(lesson),
      ),
    );
  }

  function facts(lesson, kind) {
    const contexts = Object.entries(lesson.context).map(([key, value]) => `${key} is ${value}`);
    const sources = lesson.sources.map(({ kind: of, ids }) => `${ids.length} × ${of}`);
    const pairs = [
      ['Kind', kind?.title ?? lesson.kind],
      ['Applies to', scopeOf(lesson)],
      ['Only where', contexts.join(', ')],
      ['Does', lesson.effect ? JSON.stringify(lesson.effect) : ''],
      ['Use', countsOf(lesson)],
      ['Past', kind?.tested ? testOf(lesson) : 'Lessons of this kind are not tried on the past.'],
      ['Learnt from', sources.join(', ')],
      ['Ends', lesson.expiresAt ? showAgo(lesson.expiresAt) : ''],
    ].filter(([, said]) => said);
    return el('dl.pairs', {}, ...pairs.flatMap(([name, said]) => [el('dt', {}, name), el('dd', {}, said)]));
  }

  function actions(lesson, kind, again) {
    const act = (label, verb, done) =>
      button(label, async () => {
        await change(lesson.id, verb);
        tellBriefly(done);
        await again();
      });
    const { state } = lesson;
    if (lesson.mergedInto)
      return [
        el('a', { href: `#/lessons/${lesson.mergedInto}` }, 'Go to the lesson that it was merged into'),
        undoButton(lesson, again),
      ];
    return [
      state === 'active' ? null : act('Activate', 'activate', 'It counts from now on.'),
      state === 'active' ? act('Retire', 'retire', 'It counts no more.') : null,
      state === 'proposed' ? act('Reject', 'reject', 'Rejected. What says the same is not proposed again.') : null,
      lesson.pinned
        ? act('Unpin', 'unpin', 'Kept as long as it is good.')
        : act('Pin', 'pin', 'It is kept, whatever its counts say.'),
      kind?.tested ? button('Try it on the past', () => tryIt(lesson, again)) : null,
      undoButton(lesson, again),
      askingButton('Delete', {
        ask: 'It counts no more and is not shown. Undoing brings it back, now.',
        yes: 'Delete',
        act: async () => {
          await remove(lesson.id);
          tellBriefly('Deleted.');
          location.hash = '#/lessons';
        },
      }),
    ].filter(Boolean);
  }

  const undoButton = (lesson, again) =>
    button('Undo the last change', async () => {
      await undoLast(lesson.id);
      tellBriefly('Taken back.');
      await again();
    });

  async function tryIt(lesson, again) {
    const { test } = await askForTest(lesson.id);
    tellBriefly('It is being tried on the past …');
    for (let look = 0; look < MOST_LOOKS && !stopped; look++) {
      await new Promise((resolve) => setTimeout(resolve, TEST_MS));
      const { items } = await getHistory(lesson.id);
      if (items.some(({ id }) => id === test)) {
        tellBriefly('Tried. The result stands under “Past”.');
        if (!stopped) await again();
        return;
      }
    }
    if (!stopped) throw new Error('The test takes longer than a minute. Load the page again later to see its result.');
  }

  function editForm(seen, again) {
    return createForm({
      fields: [{ name: 'text', label: 'In words', type: 'textarea', maxlength: 1000, value: seen.lesson.text }],
      submit: 'Save',
      async onSubmit({ text }) {
        await edit(seen, text);
        tellBriefly('Saved.');
        await again();
      },
    });
  }

  function history(lesson) {
    return section(
      'History',
      null,
      loaded(
        () => getHistory(lesson.id),
        ({ items }) =>
          rows(items, {
            label: 'History',
            empty: 'Nothing was changed.',
            row: ({ at, by, change: done }) => ({
              title: `${deedOf(done)}${by.kind === 'system' ? ' by itself' : ''}`,
              detail: [showAgo(at), done.reason].filter(Boolean).join(' · '),
            }),
          }),
      ),
    );
  }

  void load();
  return () => {
    stopped = true;
  };
}
