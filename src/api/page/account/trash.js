// What was deleted: who, when and why, and the way back.

import { tellBriefly } from '../banner.js';
import { showDate } from '../format.js';
import { button, pagedRows, rows, section, showAgo } from './parts.js';
import { listTrash, restore } from './workspace-api.js';

export function trashSection({ may }) {
  return [
    section(
      null,
      'What is deleted lies here for a while. After that it is gone for good, unless a rule or a legal hold keeps it.',
      pagedRows(listTrash, (things, again) =>
        rows(things, {
          label: 'Trash',
          empty: 'The trash is empty.',
          row: ({ kind, id, title, deletedAt, deletedBy, reason, purgedFrom }) => ({
            title,
            badges: [kind],
            detail: [
              `deleted ${showAgo(deletedAt)}${deletedBy ? '' : ' by a retention rule'}`,
              reason && `“${reason}”`,
              `gone from ${showDate(purgedFrom)}`,
            ]
              .filter(Boolean)
              .join(' · '),
            actions: may(kind === 'case' ? 'cases.edit' : 'documents.restore')
              ? [
                  button(
                    'Restore',
                    async () => {
                      await restore(kind, id);
                      tellBriefly(`${title} is back.`);
                      await again();
                    },
                    { name: `Restore ${title}` },
                  ),
                ]
              : [],
          }),
        }),
      ),
    ),
  ];
}
