// What you were told, and how you want to be told.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import * as api from '../notice-api.js';
import { button, loaded, pagedRows, rows, section, showAgo } from './parts.js';

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const two = (number) => String(number).padStart(2, '0');
const choices = (labels, from = 0) => labels.map((label, i) => ({ value: String(i + from), label }));

export function notificationsSection({ account }) {
  return [section(null, null, list()), settingsSection(account)];
}

function list() {
  return pagedRows(api.listNotifications, (items, again) =>
    el(
      'div',
      {},
      items.some(({ read }) => !read)
        ? el(
            'div.row-actions',
            {},
            button('Mark all as read', () => api.markAllRead(items[0].id).then(again)),
          )
        : null,
      rows(items, {
        label: 'Notifications',
        empty: 'You were not told anything yet.',
        row: (item) => ({
          title: titleOf(item),
          badges: item.read ? [] : ['new'],
          detail: [item.text, ' · ', showAgo(item.createdAt)],
          actions: [
            item.read
              ? null
              : button('Read', () => api.markRead(item.id).then(again), { name: `Mark “${item.title}” as read` }),
            button('Delete', () => api.deleteNotification(item.id).then(again), { name: `Delete “${item.title}”` }),
          ].filter(Boolean),
        }),
      }),
    ),
  );
}

function titleOf({ title, subject }) {
  return subject.type === 'document' ? el('a', { href: `#/documents/${subject.id}` }, title) : title;
}

function settingsSection(account) {
  const load = async () => ({ ...(await api.getSettings()), kinds: await api.listKinds(account.locale) });
  return section(
    'How you are told',
    'In this workspace. Mails go to your confirmed address; each has a link that ends them.',
    loaded(load, (found, again) => settingsForm({ ...found, account, again })),
  );
}

function settingsForm({ version, settings, kinds, account, again }) {
  const { digest, quietHours } = settings;
  const form = createForm({
    fields: [
      {
        name: 'email',
        label: 'Mails of notifications',
        type: 'select',
        value: String(settings.email),
        options: [
          { value: 'true', label: 'as chosen below' },
          { value: 'false', label: 'none' },
        ],
      },
      {
        name: 'every',
        label: 'What can wait comes',
        type: 'select',
        value: digest.every,
        options: [
          { value: 'off', label: 'at once' },
          { value: 'day', label: 'once a day, together' },
          { value: 'week', label: 'once a week, together' },
        ],
      },
      { name: 'weekday', label: 'On', type: 'select', value: String(digest.weekday), options: choices(week, 1) },
      {
        name: 'hour',
        label: 'At',
        type: 'select',
        value: String(digest.hour),
        options: choices(Array.from({ length: 24 }, (_, hour) => `${two(hour)}:00`)),
        hint: `Time zone: ${settings.timeZone ?? account.timeZone}`,
      },
      {
        name: 'quiet',
        label: 'Quiet hours',
        type: 'select',
        value: quietHours ? `${quietHours.from} ${quietHours.to}` : 'none',
        options: [
          { value: 'none', label: 'none' },
          ...[
            ...new Set([...(quietHours ? [`${quietHours.from} ${quietHours.to}`] : []), '20:00 08:00', '22:00 07:00']),
          ].map((value) => ({ value, label: value.replace(' ', ' to ') })),
        ],
      },
      {
        name: 'minimumScore',
        label: 'Matches from',
        type: 'select',
        value: String(settings.minimumScore),
        options: [...new Set([settings.minimumScore, 0, 0.25, 0.5, 0.75, 0.9])]
          .sort((a, b) => a - b)
          .map((score) => ({ value: String(score), label: `${Math.round(score * 100)} %` })),
      },
    ],
    submit: 'Save',
    busy: 'Saving …',
    async onSubmit({ email, every, weekday, hour, quiet, minimumScore }) {
      const [from, to] = quiet.split(' ');
      await api.changeSettings(version, {
        email: email === 'true',
        digest: { every, weekday: Number(weekday), hour: Number(hour) },
        quietHours: quiet === 'none' ? null : { from, to },
        minimumScore: Number(minimumScore),
        kinds: Object.fromEntries(
          boxes.map(({ kind, inApp, mail }) => [kind, { inApp: inApp.checked, email: mail.checked }]),
        ),
      });
      tellBriefly('Saved.');
      await again();
    },
  });
  const boxes = kinds.map(({ kind, about, channels }) => {
    const chosen = settings.kinds[kind] ?? channels;
    const box = (checked, label) => el('input', { type: 'checkbox', checked, 'aria-label': `${about}: ${label}` });
    return { kind, about, inApp: box(chosen.inApp, 'here'), mail: box(chosen.email, 'by mail') };
  });
  const head = el('tr', {}, ...['', 'Here', 'Mail'].map((title) => el('th', { scope: 'col' }, title)));
  const body = boxes.map(({ about, inApp, mail }) =>
    el('tr', {}, el('th', { scope: 'row' }, about), el('td', {}, inApp), el('td', {}, mail)),
  );
  form.control('email').node.after(el('table.channels', {}, el('thead', {}, head), el('tbody', {}, ...body)));
  return form.node;
}
