// Another owner in one's own place.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { loaded, opener, section } from './parts.js';
import { listMembers, transferWorkspace } from './workspace-api.js';

export function handOverSection({ workspace, account, reload }) {
  return section(
    'Hand this workspace over',
    'A member becomes its owner in your place. You stay as an administrator, and can leave then.',
    loaded(
      () => everybody(workspace.id),
      (members) => {
        const others = members.filter(({ userId, disabled }) => userId !== account.id && !disabled);
        return others.length === 0
          ? el('p.hint', {}, 'Nobody else belongs to it. Invite somebody under Members first.')
          : opener('Hand over', () => form({ workspace, others, reload }));
      },
    ),
  );
}

async function everybody(workspaceId) {
  const all = [];
  for (let cursor; ; ) {
    const { items, nextCursor } = await listMembers(workspaceId, cursor);
    all.push(...items);
    if (!nextCursor) return all;
    cursor = nextCursor;
  }
}

function form({ workspace, others, reload }) {
  return createForm({
    fields: [
      {
        name: 'userId',
        label: 'New owner',
        type: 'select',
        value: '',
        options: [
          { value: '', label: 'Choose …' },
          ...others.map(({ userId, name, email }) => ({ value: userId, label: `${name} (${email})` })),
        ],
      },
    ],
    submit: 'Hand over',
    busy: 'Handing over …',
    danger: true,
    async onSubmit({ userId }) {
      await transferWorkspace(workspace.id, userId);
      const { name } = others.find((member) => member.userId === userId);
      tellBriefly(`${name} owns ${workspace.name} now. You are an administrator.`);
      await reload();
    },
  });
}
