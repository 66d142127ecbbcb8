// One case: where it stands, what it says, what was attached exactly, reminders, notes and all that happened.

import { askingButton, button, loaded, opener, pagedRows, rows, section, showAgo } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { showMoment } from '../format.js';
import {
  addNote,
  attach,
  change,
  detach,
  getAttachment,
  getCase,
  getSubject,
  getTimeline,
  listThings,
  move,
  remind,
  remove,
  removeReminder,
  reopen,
  takeBack,
} from './board-api.js';
import { deedOf, since, titleOf } from './board-words.js';
import { fieldInputs, fieldsFrom, shownFields } from './case-fields.js';

export async function showCase({ main, id, types, mayEdit, isStopped }) {
  const one = await getCase(id);
  if (isStopped()) return;
  const type = types.find((each) => each.id === one.type);
  const again = () => showCase({ main, id, types, mayEdit, isStopped });
  replaceChildren(
    main,
    el(
      'div.work.narrow',
      {},
      el('p', {}, el('a', { href: `#/board?${new URLSearchParams({ type: one.type })}` }, '← Board')),
      el('h1', { tabindex: '-1' }, one.title),
      el(
        'p.verdict-line',
        {},
        el('span.badge', {}, type ? titleOf(type, one.state) : one.state),
        el('span.row-detail', {}, ` ${since(one.stateSince)}${one.own ? ' · seen by nobody else' : ''}`),
      ),
      mayEdit && type ? steps(one, type, again) : null,
      one.subject ? about(one) : null,
      shownFields(one, type),
      mayEdit && type ? opener('Change', () => changeForm(one, type, again)) : null,
      attachments(one, type, mayEdit, again),
      reminders(one, mayEdit, again),
      history(one, type, mayEdit, again),
      mayEdit ? el('div.decide', {}, deleteButton(one)) : null,
    ),
  );
}

const about = (one) =>
  loaded(
    () => getSubject(one),
    (id) => el('a', { href: `#/documents/${id}` }, 'See the document that it is about'),
  );

function steps(one, type, again) {
  const act = (label, work, done) =>
    button(label, async () => {
      await work();
      tellBriefly(done);
      await again();
    });
  const waiting = one.moves.filter(({ ready }) => !ready);
  return el(
    'div.decide',
    {},
    ...one.moves
      .filter(({ ready }) => ready)
      .map(({ to }) => act(titleOf(type, to), () => move(one, to), `It is in ${titleOf(type, to)} now.`)),
    !one.open && type.reopens ? act('Reopen', () => reopen(one.id), 'It is open again.') : null,
    type.takeBackMinutes === null ? null : act('Take the last move back', () => takeBack(one.id), 'Taken back.'),
    ...waiting.map(({ to, reason }) => el('p.hint', {}, `${titleOf(type, to)}, not yet: ${reason}`)),
  );
}

function changeForm(one, type, again) {
  return createForm({
    fields: [{ name: 'title', label: 'What is it', maxlength: 300, value: one.title }, ...fieldInputs(one, type)],
    submit: 'Save',
    async onSubmit({ title, ...given }) {
      await change(one, { title, fields: fieldsFrom(given, type) });
      tellBriefly('Saved.');
      await again();
    },
  });
}

function attachments(one, type, mayEdit, again) {
  const slots = type?.attachments ?? [];
  if (slots.length === 0 && one.attachments.length === 0) return null;
  const nameOf = (role) => slots.find((slot) => slot.role === role)?.title ?? role;
  return section(
    'Attached',
    'Kept exactly as it was, with its version and hash.',
    rows(one.attachments.toReversed(), {
      label: 'Attached',
      empty: 'Nothing is attached.',
      row: (attached) => {
        const below = el('div.loaded');
        const show = async () => {
          const { content } = await getAttachment(one.id, attached.id);
          replaceChildren(below, el('pre.once', { tabindex: '0' }, JSON.stringify(content, null, 2)));
        };
        const take = async () => {
          await detach(one.id, attached.id);
          tellBriefly('Detached. It stays visible here.');
          await again();
        };
        return {
          title: `${nameOf(attached.role)}: ${attached.title}`,
          badges: attached.detachedAt ? ['before'] : [],
          detail: `version ${attached.version} · ${showAgo(attached.attachedAt)} · ${attached.sha256.slice(0, 12)}…`,
          actions: [
            button('Show', show, { name: `Show ${attached.title}` }),
            mayEdit && !attached.detachedAt ? button('Detach', take, { name: `Detach ${attached.title}` }) : null,
          ].filter(Boolean),
          below,
        };
      },
    }),
    ...(mayEdit ? slots.map((slot) => opener(`Attach: ${slot.title}`, () => attachForm(one, slot, again))) : []),
  );
}

/** A form whose choices are fetched first. */
function attachForm(one, slot, again) {
  const make = (things) =>
    things.length === 0
      ? el('p.hint', {}, `There is none yet. ${slot.source === 'record' ? 'Upload one first.' : 'Write one first.'}`)
      : createForm({
          fields: [
            {
              name: 'thing',
              label: slot.title,
              type: 'select',
              options: things.map(({ id, name }) => ({ value: id, label: name })),
            },
          ],
          submit: 'Attach',
          async onSubmit({ thing }) {
            await attach(one.id, slot.role, thing);
            tellBriefly('Attached.');
            await again();
          },
        }).node;
  return { node: loaded(() => listThings(slot), make), focus: () => {} };
}

function reminders(one, mayEdit, again) {
  return section(
    'Reminders',
    null,
    rows(one.reminders, {
      label: 'Reminders',
      empty: 'None is set.',
      row: ({ id, at, text, toldAt }) => ({
        title: text || 'Reminder',
        badges: toldAt ? ['told'] : [],
        detail: showMoment(at),
        actions: mayEdit
          ? [
              button(
                'Remove',
                async () => {
                  await removeReminder(one.id, id);
                  await again();
                },
                { name: `Remove the reminder for ${showMoment(at)}` },
              ),
            ]
          : [],
      }),
    }),
    mayEdit ? opener('Remind me', () => reminderForm(one, again)) : null,
  );
}

const reminderForm = (one, again) =>
  createForm({
    fields: [
      { name: 'at', label: 'When', type: 'datetime-local' },
      { name: 'text', label: 'What of', required: false, maxlength: 300 },
    ],
    submit: 'Remind me',
    async onSubmit({ at, text }) {
      await remind(one.id, new Date(at).toISOString(), text);
      tellBriefly('You will be reminded.');
      await again();
    },
  });

function history(one, type, mayEdit, again) {
  return section(
    'What happened',
    null,
    mayEdit ? opener('Write a note', () => noteForm(one, again)) : null,
    pagedRows(
      (cursor) => getTimeline(one.id, cursor),
      (items) =>
        rows(items, {
          label: 'What happened',
          empty: 'Nothing yet.',
          row: (event) => ({
            title: deedOf(event, type),
            detail: showAgo(event.at),
            below: event.note ? el('p.case-note', {}, event.note) : null,
          }),
        }),
    ),
  );
}

const noteForm = (one, again) =>
  createForm({
    fields: [{ name: 'text', label: 'Note', type: 'textarea', maxlength: 5000 }],
    submit: 'Add',
    async onSubmit({ text }) {
      await addNote(one.id, text);
      await again();
    },
  });

const deleteButton = (one) =>
  askingButton('Delete', {
    ask: 'It goes into the trash with all that is in it.',
    yes: 'Delete',
    act: async () => {
      await remove(one.id);
      location.hash = `#/board?${new URLSearchParams({ type: one.type })}`;
      tellBriefly('It is in the trash. Account → Trash brings it back.');
    },
  });
