// Below a record: what belongs to it, or may.

import { loaded, rows } from '../account/parts.js';
import { el } from '../dom.js';
import { listMatches } from './match-api.js';
import { howLikely, mainReason, stateOf } from './match-words.js';

const MOST = 5;

export function matchesOfRecord(recordId) {
  return el(
    'section.matches-of',
    { 'aria-label': 'Matches' },
    el('h2', {}, 'Matches'),
    loaded(
      () => listMatches({ record: recordId }),
      ({ items }) => {
        const shown = items.filter(({ state }) => state === 'proposed' || state === 'accepted');
        const list = rows(shown.slice(0, MOST), {
          label: 'Matches of this record',
          empty: 'Nothing was found that belongs to it. What is uploaded later is compared, too.',
          row: (match) => ({
            title: el(
              'a',
              { href: `#/matches?record=${recordId}&open=${match.id}` },
              match.state === 'accepted' ? 'Belongs together' : howLikely(match),
            ),
            badges: [stateOf(match)],
            detail: mainReason(match),
          }),
        });
        const all =
          items.length > 0 ? el('a', { href: `#/matches?record=${recordId}` }, 'All matches of this record') : null;
        return [list, all].filter(Boolean);
      },
    ),
  );
}
