// Name, language, time zone, and the e-mail address.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { nameField } from '../door/fields.js';
import { createForm } from '../form.js';
import { closeAccountSection, eraseAccountSection } from './erasure.js';
import * as api from './me-api.js';
import { opener, section } from './parts.js';
import { proofFields } from './proof.js';

/** Languages that mails are written in. */
const languages = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', it: 'Italiano' };

export function profileSection({ account, reload, forget }) {
  const zones = Intl.supportedValuesOf('timeZone');
  const known = [...new Set([account.timeZone, 'UTC', ...zones])].sort();
  const codes = [...new Set([account.locale, ...Object.keys(languages)])];
  const form = createForm({
    fields: [
      { ...nameField, required: true, value: account.name },
      {
        name: 'locale',
        label: 'Language of mails',
        type: 'select',
        value: account.locale,
        options: codes.map((code) => ({ value: code, label: languages[code] ?? code })),
      },
      {
        name: 'timeZone',
        label: 'Time zone',
        type: 'select',
        value: account.timeZone,
        options: known.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      },
    ],
    submit: 'Save',
    busy: 'Saving …',
    async onSubmit(given) {
      await api.changeMe(given);
      tellBriefly('Saved.');
      await reload();
    },
  });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here !== account.timeZone && known.includes(here)) {
    const take = () => {
      form.control('timeZone').input.value = here;
    };
    form
      .control('timeZone')
      .node.append(el('button.link', { type: 'button', onclick: take }, `Use this device’s: ${here}`));
  }
  return [
    section('About you', null, form.node),
    emailSection({ account }),
    closeAccountSection({ account, forget }),
    eraseAccountSection({ account, forget }),
  ];
}

function emailSection({ account }) {
  return section(
    'E-mail address',
    ['It is ', el('strong', {}, account.email), ' now.'],
    opener('Change it', () => emailForm({ account })),
  );
}

function emailForm({ account }) {
  const form = createForm({
    fields: [
      {
        name: 'email',
        label: 'New e-mail address',
        type: 'email',
        autocomplete: 'email',
        maxlength: 254,
      },
      ...proofFields(account),
    ],
    submit: 'Send the link',
    busy: 'Sending …',
    async onSubmit(given) {
      await api.changeEmail(given);
      form.node.replaceWith(
        el(
          'p.notice.mild',
          { role: 'status' },
          `A link is on its way to ${given.email}. The address changes when you open it.`,
        ),
      );
    },
  });
  return form;
}
