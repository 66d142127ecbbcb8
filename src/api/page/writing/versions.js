// All versions of an artifact: who changed what, what differs, and the way back to each.

import { button, pagedRows, rows, section, showAgo } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { titleOf } from '../format.js';
import { getDiff, listVersions, restore } from './artifact-api.js';
import { showText } from './proposal.js';

const deeds = {
  rules: 'rules',
  model: 'a language model',
  fallback: 'rules, in place of the model',
  person: 'a person',
  restored: 'restored',
};

export function versionList({ artifact, mayWrite, onChanged }) {
  return section(
    'Versions',
    null,
    pagedRows(
      (cursor) => listVersions(artifact.id, cursor),
      (items) =>
        rows(items, {
          label: 'Versions',
          empty: 'There is only what stands here.',
          row: ({ version, at, writtenBy, restoredFrom, operations }) => {
            const place = el('div');
            return {
              title: `Version ${version}`,
              badges: [version === artifact.version ? 'now' : null].filter(Boolean),
              detail: [
                showAgo(at),
                restoredFrom ? `back to version ${restoredFrom}` : `by ${deeds[writtenBy] ?? writtenBy}`,
                operations.length > 0 ? `${operations.length} ${operations.length === 1 ? 'change' : 'changes'}` : null,
              ]
                .filter(Boolean)
                .join(' · '),
              below: place,
              actions: [
                version > 1
                  ? button('What changed', () => showDiff({ artifact, version, place }), {
                      name: `What changed in version ${version}`,
                    })
                  : null,
                mayWrite && version !== artifact.version
                  ? button(
                      'Go back to it',
                      async () => {
                        await restore(artifact, version);
                        tellBriefly(`Version ${version} stands again, as a new one.`);
                        await onChanged();
                      },
                      { name: `Go back to version ${version}` },
                    )
                  : null,
              ].filter(Boolean),
            };
          },
        }),
    ),
  );
}

async function showDiff({ artifact, version, place }) {
  if (place.firstChild) {
    replaceChildren(place);
    return;
  }
  try {
    const { changes } = await getDiff(artifact.id, version - 1, version);
    replaceChildren(
      place,
      changes.length === 0
        ? el('p', {}, 'Nothing differs.')
        : el(
            'ul.diff',
            { 'aria-label': `Changes in version ${version}` },
            ...changes.map(({ path, change, before, after }) =>
              el(
                'li',
                {},
                el('span.quiet', {}, `${titleOf(path)}: ${change}`),
                change === 'added' ? null : el('p.before', {}, el('del', {}, showText(before))),
                change === 'removed' ? null : el('p.after', {}, el('ins', {}, showText(after))),
              ),
            ),
          ),
    );
  } catch (error) {
    replaceChildren(
      place,
      failed(error, () => showDiff({ artifact, version, place })),
    );
  }
}
