// The second factor: setting it up with an app, its recovery codes, turning it off.

import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import * as api from './me-api.js';
import { opener, section, shownOnce } from './parts.js';
import { proofFields } from './proof.js';
import { qrPicture } from './qr-picture.js';

const FILE = 'sheaf-recovery-codes.txt';

export function secondFactorSection({ account, reload }) {
  const holder = el('div.loaded');
  const step = (...nodes) => replaceChildren(holder, ...nodes);
  step(
    account.secondFactor ? isOn({ account, reload, step }) : opener('Set up', () => begin({ account, reload, step })),
  );
  return section(
    'Second factor',
    account.secondFactor
      ? 'On: signing in takes your password and a code of your app.'
      : 'With it, a stolen password alone opens nothing: signing in also takes a code that an app on your phone shows.',
    holder,
  );
}

function begin({ account, reload, step }) {
  return createForm({
    fields: proofFields(account),
    submit: 'Go on',
    async onSubmit(proof) {
      confirm({ made: await api.startSecondFactor(proof), reload, step });
    },
  });
}

function confirm({ made, reload, step }) {
  const form = createForm({
    fields: [
      {
        name: 'code',
        label: 'Six-digit code that the app shows now',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        pattern: '\\s*(\\d\\s*){6}',
        title: 'The code has six digits',
        maxlength: 12,
      },
    ],
    submit: 'Turn on',
    busy: 'Checking …',
    async onSubmit({ code }) {
      await api.confirmSecondFactor(code.replaceAll(/\s/g, ''));
      step(codes(made.recoveryCodes, reload));
      tellBriefly('The second factor is on.');
    },
  });
  step(
    el(
      'ol.guide',
      {},
      el(
        'li',
        {},
        'Open an authenticator app (Aegis, 2FAS, Google Authenticator, a password manager …), choose to add an account, and point its camera at this:',
        qrPicture(made.qrCode, 'QR code for the authenticator app'),
        'Is the app on this device? ',
        el('a', { href: made.uri }, 'Open it there'),
        '. Or type this key:',
        shownOnce({ label: 'Key for the app', text: made.secret.replace(/(.{4})(?=.)/g, '$1 ') }),
      ),
      el('li', {}, 'Enter the code that it shows.', form.node),
    ),
  );
  form.focus();
}

function codes(recoveryCodes, onKept) {
  const kept = createForm({
    fields: [{ name: 'kept', label: 'I have kept them in a safe place', type: 'checkbox', required: true }],
    submit: 'Done',
    onSubmit: onKept,
  });
  return el(
    'div.loaded',
    {},
    el(
      'p',
      {},
      el('strong', {}, 'Keep these recovery codes. '),
      'Each lets you in once, the day the phone is gone. They are not shown again.',
    ),
    shownOnce({ label: 'Recovery codes', text: recoveryCodes.join('\n'), fileName: FILE }),
    kept.node,
  );
}

function isOn({ account, reload, step }) {
  const choose = (title, danger, act) =>
    el('button', { type: 'button', class: danger ? 'danger' : undefined, onclick: act }, title);
  const ask = ({ lead, submit, danger, act }) => {
    const form = createForm({ fields: proofFields(account), submit, danger, onSubmit: act });
    step(el('p', {}, lead), form.node);
    form.focus();
  };
  return el(
    'div.row-actions',
    {},
    choose('New recovery codes', false, () =>
      ask({
        lead: 'The codes that you have now will count no more.',
        submit: 'Make new codes',
        act: async (proof) => step(codes(await api.makeRecoveryCodes(proof), reload)),
      }),
    ),
    choose('Turn off', true, () =>
      ask({
        lead: 'Your password alone will let you in then.',
        submit: 'Turn off',
        danger: true,
        act: async (proof) => {
          await api.disableSecondFactor(proof);
          tellBriefly('The second factor is off.');
          await reload();
        },
      }),
    ),
  );
}
