// How long things must stay, and what nobody may delete meanwhile.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { showDate, titleOf } from '../format.js';
import { askingButton, loaded, opener, pagedRows, rows, section } from './parts.js';
import { changeRetention, getRetention, listHolds, placeHold, releaseHold } from './workspace-api.js';

export function keepingSection({ may }) {
  return [
    section(
      'How long records stay',
      'Nobody deletes a record before its time is over. Years are full calendar years after the year of issue.',
      loaded(getRetention, (retention, again) => [
        may('retention.manage') ? countryForm(retention, again) : null,
        ruleRows(retention),
        el('p.hint', {}, retention.advice),
      ]),
    ),
    may('holds.manage') ? holdsSection() : null,
  ];
}

/** Rules of the workspace's own are kept as they are: the API sets those. */
function countryForm({ country, rules }, again) {
  return createForm({
    fields: [
      {
        name: 'country',
        label: 'Country whose law counts',
        type: 'select',
        value: country ?? '',
        required: false,
        options: [{ value: '', label: 'none: nothing has to be kept' }, ...countries()],
      },
    ],
    submit: 'Save',
    busy: 'Saving …',
    async onSubmit(given) {
      const own = rules
        .filter(({ source }) => source === 'workspace')
        .map(({ recordType, keepYears, deleteAfterYears }) => ({ recordType, keepYears, deleteAfterYears }));
      await changeRetention({ country: given.country || null, rules: own });
      tellBriefly('Saved.');
      await again();
    },
  }).node;
}

/** Codes of two letters that the browser has a name for. */
function countries() {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  // Groups of countries, pseudo regions and the like.
  const none = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'];
  return (
    letters
      .flatMap((first) => letters.map((second) => first + second))
      // Countries of the past have the names of those that came after them.
      .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
      .filter((code) => names.of(code) && !none.includes(code))
      .map((value) => ({ value, label: names.of(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'))
  );
}

function ruleRows({ country, rules }) {
  return rows(rules, {
    label: 'Retention rules',
    empty: country
      ? 'Sheaf knows no rules of this country. Set your own by the API.'
      : 'No rules: nothing has to be kept.',
    row: ({ recordType, keepYears, deleteAfterYears, source, statute, note }) => ({
      title: recordType === '*' ? 'Everything else' : titleOf(recordType),
      badges: [yearsOf(keepYears), source === 'workspace' && 'your own'].filter(Boolean),
      detail: [
        statute,
        deleteAfterYears === null ? null : `into the trash by itself after ${yearsOf(deleteAfterYears)}`,
        note,
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  });
}

const yearsOf = (count) => (count === 1 ? '1 year' : `${count} years`);

const scopes = { workspace: 'the whole workspace', document: 'a document', record: 'a record', person: 'a person' };

function holdsSection() {
  let reload = () => {};
  return section(
    'Legal holds',
    'While one stands, nothing that it covers is deleted or erased, whatever the rules say.',
    pagedRows(listHolds, (holds, again) => {
      reload = again;
      return rows(holds, { label: 'Legal holds', empty: 'None stands.', row: (hold) => holdRow(hold, again) });
    }),
    opener('Place a hold', () => holdForm(() => reload())),
  );
}

function holdRow({ id, scope, targetId, reason, placedAt }, again) {
  return {
    title: reason,
    badges: [scopes[scope] ?? scope],
    detail: [`since ${showDate(placedAt)}`, targetId].filter(Boolean).join(' · '),
    actions: [
      askingButton('Release', {
        name: `Release the hold ${reason}`,
        ask: 'What it covers can be deleted then.',
        yes: 'Release',
        done: 'Released.',
        act: () => releaseHold(id).then(again),
      }),
    ],
  };
}

function holdForm(reload) {
  const form = createForm({
    fields: [
      {
        name: 'scope',
        label: 'It covers',
        type: 'select',
        value: 'workspace',
        options: Object.entries(scopes).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'targetId',
        label: 'Its id',
        autocomplete: 'off',
        required: false,
        hint: 'Of a document: the last part of its address. Not for the whole workspace.',
      },
      {
        name: 'reason',
        label: 'Reason',
        autocomplete: 'off',
        maxlength: 2000,
        hint: 'Such as the file number of the case.',
      },
    ],
    submit: 'Place the hold',
    busy: 'Placing …',
    async onSubmit({ targetId, ...given }) {
      await placeHold({ ...given, ...(given.scope === 'workspace' ? {} : { targetId }) });
      tellBriefly('The hold stands.');
      form.control('reason').input.value = '';
      await reload();
    },
  });
  return form;
}
