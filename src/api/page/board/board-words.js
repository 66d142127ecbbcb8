// What is said of cases, in words.

import { showMoment } from '../format.js';

export const titleOf = (type, state) => type.states.find(({ id }) => id === state)?.title ?? state;

const DAY_MS = 86_400_000;

/** "4 days"; "today" for less than one. */
export function since(iso) {
  const days = Math.floor((Date.now() - new Date(iso)) / DAY_MS);
  if (days < 1) return 'since today';
  return days === 1 ? 'for 1 day' : `for ${days} days`;
}

export function span(seconds) {
  if (seconds === null) return '–';
  const hours = seconds / 3600;
  if (hours < 1) return `${Math.round(seconds / 60)} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}

/** The next reminder that has not come yet. */
export function nextReminder({ reminders }) {
  const next = reminders.find(({ toldAt }) => toldAt === null);
  return next ? `Reminder ${showMoment(next.at)}` : null;
}

const kinds = {
  opened: ({ to }, name) => `Opened as ${name(to)}`,
  moved: ({ from, to }, name) => `${name(from)} → ${name(to)}`,
  reopened: ({ to }, name) => `Reopened as ${name(to)}`,
  'taken-back': ({ from, to }, name) => `Taken back: ${name(from)} → ${name(to)}`,
  noted: () => 'Note',
  changed: ({ data }) => `Changed: ${(data.fields ?? []).join(', ')}`,
  attached: ({ data }) => `Attached: ${data.role ?? ''}`,
  detached: () => 'Detached something',
  'reminder-set': ({ data }) => `Reminder for ${showMoment(data.at)}`,
  'reminder-removed': () => 'Reminder removed',
  restored: () => 'Taken out of the trash',
};

export const deedOf = (event, type) =>
  kinds[event.kind]?.(event, (state) => (type ? titleOf(type, state) : state)) ?? event.kind;
