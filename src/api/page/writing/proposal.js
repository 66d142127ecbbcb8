// What is proposed for an artifact: each operation with what it changes, why and leaning on what, to accept or refuse.

import { button } from '../account/parts.js';
import { el } from '../dom.js';
import { titleOf } from '../format.js';

const actions = { replace: 'Change', insert: 'Add', remove: 'Remove', reorder: 'Put in another order' };
const writers = {
  rules: 'Written by fixed rules.',
  model: 'Written by a language model.',
  fallback: 'The language model was asked, and the rules wrote it',
  person: 'Your own changes.',
};

export const showText = (value) =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);

/** `onApply(positions)`; `sources`: id → source. */
export function proposalView({ proposal, sources, onApply, onForget }) {
  const { operations } = proposal;
  const open = operations.some(({ accepted }) => accepted);
  const boxes = [];
  const list = el(
    'ol.operations',
    {},
    ...operations.map((verdict, position) =>
      operationView({ verdict, position, sources, boxes, total: operations.length }),
    ),
  );
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ position }) => position);
  const count = el('span.quiet', { role: 'status' });
  const recount = () => {
    count.textContent = `${chosen().length} of ${operations.length} chosen`;
  };
  list.addEventListener('change', recount);
  recount();
  const applyButton = button('Apply what is chosen', async () => {
    if (chosen().length === 0) throw new Error('Nothing is chosen: accept a change first, or forget the proposal.');
    await onApply(chosen());
  });
  applyButton.classList.add('primary');
  return el(
    'section.proposal',
    { 'aria-label': 'Proposal' },
    el('h2', { tabindex: '-1' }, operations.length === 0 ? 'Nothing to change' : 'Proposed changes'),
    el('p.quiet', {}, [writers[proposal.status] ?? '', proposal.because ? `: ${proposal.because}` : ''].join('')),
    operations.length === 0 ? el('p', {}, 'Nothing was found that would be better another way.') : list,
    ...proposal.missing.map((fact) =>
      el('p.notice.mild', {}, `Left out a sentence, as nobody said: ${fact}. Give it as a fact.`),
    ),
    ...proposal.leftOut.map(({ text }) => el('p.notice.mild', {}, `Left out, as the sources do not say so: “${text}”`)),
    el(
      'div.decide',
      {},
      open ? applyButton : null,
      button('Forget the proposal', onForget),
      operations.length > 0 ? count : null,
    ),
  );
}

function operationView({ verdict, position, sources, boxes, total }) {
  const { operation, accepted, refusal, wording } = verdict;
  const name = `${actions[operation.action]}: ${titleOf(operation.path)}`;
  return el(
    accepted ? 'li' : 'li.refused',
    {},
    el('h3', {}, name),
    operation.action === 'insert'
      ? null
      : el('p.before', {}, el('span.quiet', {}, 'Now: '), el('del', {}, showText(operation.original))),
    operation.action === 'remove'
      ? null
      : el('p.after', {}, el('span.quiet', {}, 'Then: '), el('ins', {}, ...markWords(operation.value, wording))),
    operation.reason ? el('p', {}, el('span.quiet', {}, 'Why: '), operation.reason) : null,
    sourceList(operation.sources, sources),
    wordingNote(wording),
    accepted ? choice({ position, boxes, name, total, preset: wording.length === 0 }) : refusalNote(refusal),
  );
}

/** The text with the words that are not its sources' marked; of a value of several texts the note below tells them. */
function markWords(value, wording) {
  if (typeof value !== 'string') return [showText(value)];
  const parts = [];
  let from = 0;
  for (const { start, end } of [...wording].sort((a, b) => a.start - b.start)) {
    parts.push(value.slice(from, start), el('mark', {}, value.slice(start, end)));
    from = end;
  }
  return [...parts, value.slice(from)];
}

function wordingNote(wording) {
  if (wording.length === 0) return null;
  return el(
    'div.notice.mild',
    {},
    el('p', {}, 'Other words than the source’s. Accept it if it says the same:'),
    el('ul.plain', {}, ...wording.map(({ text, instead }) => el('li', {}, `“${text}” for “${instead}”`))),
  );
}

function choice({ position, boxes, name, total, preset }) {
  const group = `operation-${position}`;
  const radio = (label, checked) => {
    const box = el('input', { type: 'radio', name: group, checked });
    return { box, node: el('label.choice', {}, box, label) };
  };
  const yes = radio('Accept', preset);
  const no = radio('Refuse', !preset);
  boxes.push({ box: yes.box, position });
  return el(
    'fieldset.accepting',
    {},
    el('legend.unseen', {}, `${name}, ${position + 1} of ${total}`),
    yes.node,
    no.node,
  );
}

function refusalNote({ reason, unsupported }) {
  const closest = [...new Set(unsupported.flatMap(({ nearest }) => (nearest ? [nearest.text] : [])))];
  return el(
    'div.notice',
    {},
    el('p', {}, `Not possible: ${reason}`),
    unsupported.length > 0
      ? el(
          'ul.plain',
          {},
          ...unsupported.map(({ text, why }) => el('li', {}, el('strong', {}, `“${text}”`), ` ${why}`)),
        )
      : null,
    ...closest.map((text) => el('p.closest', {}, `The closest that a source says: “${text}”`)),
    el('p', {}, 'If it is so, give it as a fact under Sources, and propose again.'),
  );
}

function sourceList(ids, sources) {
  if (ids.length === 0) return null;
  const said = ids.map((id) => {
    const source = sources.get(id);
    return el('li', {}, source ? [source.label, source.text].filter(Boolean).join(': ') : id);
  });
  return el(
    'details',
    {},
    el('summary', {}, `Leans on ${ids.length} ${ids.length === 1 ? 'source' : 'sources'}`),
    el('ul', {}, ...said),
  );
}
