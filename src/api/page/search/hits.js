// What was found: titles, passages with the words marked, and a way to the place on its page.

import { el } from '../dom.js';
import { linkToPlace } from './asked.js';

const kinds = { document: 'Document', record: 'Record', item: 'Item' };
const whys = {
  words: 'has the words',
  meaning: 'is about the same',
  both: 'has the words and is about the same',
};
const CUT = 320;

export function hitRow(hit) {
  const boxes = placesOf(hit.passages[0]);
  const title = marked(hit.title, hit.titleHighlights);
  return el(
    'li.hit',
    {},
    el(
      'h2',
      {},
      hit.document ? el('a', { href: linkToPlace(hit.document, boxes) }, ...title) : el('span', {}, ...title),
    ),
    el(
      'p.quiet',
      {},
      [kinds[hit.kind], hit.kind === 'item' ? hit.collection : null, whys[hit.why]].filter(Boolean).join(' · '),
    ),
    ...hit.passages.slice(0, 2).map((passage) => passageRow(hit, passage)),
  );
}

function passageRow(hit, passage) {
  const { text, highlights } = cut(passage);
  const page =
    hit.document && passage.page
      ? el('a.quiet', { href: linkToPlace(hit.document, placesOf(passage)) }, `Page ${passage.page}`)
      : null;
  return el('p.passage', {}, ...marked(text, highlights), page ? ' ' : null, page);
}

/** The words; where none is marked, the passage. */
const placesOf = (passage) => {
  const own = (passage?.highlights ?? []).flatMap(({ boxes }) => boxes);
  return own.length > 0 ? own : (passage?.boxes ?? []);
};

/** Around the first mark, at borders of words. */
function cut({ text, highlights }) {
  if (text.length <= CUT) return { text, highlights };
  const first = highlights[0]?.start ?? 0;
  const from = first < CUT / 2 ? 0 : text.indexOf(' ', first - CUT / 3) + 1;
  const space = text.lastIndexOf(' ', from + CUT);
  const to = space > from ? space : from + CUT;
  const lead = from > 0 ? '… ' : '';
  return {
    text: `${lead}${text.slice(from, to)} …`,
    highlights: highlights
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from + lead.length, end: end - from + lead.length })),
  };
}

function marked(text, highlights) {
  const parts = [];
  let at = 0;
  for (const { start, end } of highlights) {
    if (start < at) continue;
    parts.push(text.slice(at, start), el('mark', {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
