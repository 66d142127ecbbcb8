// Webhooks of the workspace: made, tested, switched off and on, and how deliveries went.

import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import * as api from '../notice-api.js';
import { askingButton, button, loaded, pagedRows, rows, section, showAgo, shownOnce } from './parts.js';

const reasons = {
  gone: 'off: it answered that it is gone',
  failing: 'off: it took nothing for days',
  person: 'off',
};

export function webhooksSection() {
  let reload = () => {};
  const holder = el('div.loaded');
  const list = loaded(api.listWebhooks, (webhooks, again) => {
    reload = again;
    return rows(webhooks, {
      label: 'Webhooks',
      empty: 'There are none yet.',
      row: (webhook) => rowOf(webhook, { again, showSecret }),
    });
  });
  const showForm = () => replaceChildren(holder, newWebhookForm(showSecret));
  const showSecret = async ({ secret, url }) => {
    replaceChildren(
      holder,
      el('p', {}, el('strong', {}, `The secret of ${url}. `), 'Copy it now: it is not shown again.'),
      shownOnce({ label: 'Secret', text: secret }),
      el('div.row-actions', {}, el('button', { type: 'button', onclick: showForm }, 'Make another')),
    );
    holder.querySelector('pre').focus();
    await reload();
  };
  showForm();
  return [
    section(null, 'What happens in this workspace goes to programs of yours, signed.', list),
    section('New webhook', null, holder),
  ];
}

function newWebhookForm(onMade) {
  return createForm({
    fields: [
      { name: 'url', label: 'Address', type: 'url', autocomplete: 'off', maxlength: 2000, hint: 'https://…' },
      { name: 'description', label: 'What it is for', autocomplete: 'off', maxlength: 200, required: false },
    ],
    submit: 'Make the webhook',
    busy: 'Making …',
    async onSubmit({ url, description }) {
      await onMade(await api.makeWebhook({ url, description: description ?? '' }));
      tellBriefly('The webhook is made.');
    },
  }).node;
}

function rowOf(webhook, { again, showSecret }) {
  const { id, url, description, events, enabled, disabledReason, failingSince } = webhook;
  const log = el('div.loaded');
  return {
    title: url,
    badges: [enabled ? null : reasons[disabledReason], enabled && failingSince ? 'failing' : null].filter(Boolean),
    detail: [description, events ? events.join(', ') : 'all events'].filter(Boolean).join(' · '),
    below: log,
    actions: [
      enabled
        ? button(
            'Test',
            async () => {
              await api.testWebhook(id);
              tellBriefly('A test event is on its way: look at its log.');
            },
            { name: `Test ${url}` },
          )
        : null,
      button('Log', () => replaceChildren(log, log.firstChild ? null : deliveries(id)), { name: `Log of ${url}` }),
      button(enabled ? 'Switch off' : 'Switch on', () => api.changeWebhook(webhook, { enabled: !enabled }).then(again)),
      button('New secret', async () => showSecret(await api.rotateSecret(id))),
      askingButton('Delete', {
        name: `Delete ${url}`,
        ask: 'Nothing is sent there any more, and its log goes.',
        yes: 'Delete',
        done: 'Deleted.',
        act: () => api.deleteWebhook(id).then(again),
      }),
    ].filter(Boolean),
  };
}

const deliveries = (id) =>
  pagedRows(
    (cursor) => api.listDeliveries(id, cursor),
    (items, again) =>
      rows(items, {
        label: 'Deliveries',
        empty: 'Nothing was sent yet.',
        row: ({ id: deliveryId, kind, state, status, error, attempts, createdAt, nextTryAt }) => ({
          title: kind,
          badges: [state],
          detail: [
            showAgo(createdAt),
            `${attempts} ${attempts === 1 ? 'try' : 'tries'}`,
            status ? `answered ${status}` : error,
            nextTryAt && state === 'pending' ? `next ${showAgo(nextTryAt)}` : null,
          ]
            .filter(Boolean)
            .join(' · '),
          actions:
            state === 'pending' ? [] : [button('Send again', () => api.replayDelivery(id, deliveryId).then(again))],
        }),
      }),
  );
