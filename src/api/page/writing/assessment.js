// What is said of a text: its score part by part, what is asked for and missing, what to ask the person, what contradicts what.

import { opener } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { giveFact } from './artifact-api.js';

/** `assessment`: {before, after}; `onAnswered`: a fact was given, on which a new proposal can lean. */
export function assessmentView({ assessment: { before, after }, artifact, onAnswered }) {
  const { score, missing, questions, contradictions, suggestions } = after;
  return el(
    'section.assessment',
    { 'aria-label': 'What is said of it' },
    el('h3', {}, `Score ${Math.round(before.score.score)} → ${Math.round(score.score)} of 100`),
    el('p.quiet', {}, 'As it stands, and with all changes that are accepted below.'),
    partsTable(before.score.parts, score.parts),
    wanted('You have it, but do not say it', missing.unsaid),
    wanted('Asked for, and not in your record', missing.absent),
    texts(
      'Could be said',
      suggestions.map(({ keyword, why }) => `${keyword}: ${why}`),
    ),
    texts(
      'Cannot be true together',
      contradictions.map(({ message }) => message),
    ),
    questions.length > 0 ? questionList(questions, artifact, onAnswered) : null,
  );
}

function partsTable(before, after) {
  const points = (part) => (part.value === null ? '–' : String(Math.round(part.points)));
  return el(
    'details',
    {},
    el('summary', {}, 'How it is reckoned'),
    el(
      'table.figures',
      {},
      el('thead', {}, el('tr', {}, ...['Part', 'Of', 'Now', 'Then', 'Why'].map((name) => el('th', {}, name)))),
      el(
        'tbody',
        {},
        ...after.map((part, i) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, part.title),
            ...[String(part.weight), points(before[i] ?? part), points(part), part.why].map((said) =>
              el('td', {}, said),
            ),
          ),
        ),
      ),
    ),
  );
}

const wanted = (title, items) =>
  texts(
    title,
    items.map(({ name, level, span, note }) =>
      [`${name}${level === 'nice' ? ' (nice to have)' : ''}`, span ? `“${span.text}”` : null, note]
        .filter(Boolean)
        .join(': '),
    ),
  );

const texts = (title, items) =>
  items.length === 0
    ? null
    : el('div', {}, el('h4', {}, title), el('ul', {}, ...items.map((item) => el('li', {}, item))));

/** A number that nobody stated is asked for, never made up. */
function questionList(questions, artifact, onAnswered) {
  const answerForm = ({ id, subject }) =>
    createForm({
      fields: [
        { name: `answer-${id}`, label: 'Your answer', maxlength: 2000, hint: 'It is kept as a fact with your name.' },
      ],
      submit: 'Give',
      async onSubmit(given) {
        await giveFact(artifact.id, Object.values(given)[0], subject ?? undefined);
        tellBriefly('Kept. Propose again, and it can be said.');
        await onAnswered();
      },
    });
  return el(
    'div',
    {},
    el('h4', {}, 'Where a number would help'),
    el(
      'ul',
      {},
      ...questions.map((question) =>
        el(
          'li',
          {},
          el('p', {}, question.text),
          opener('Answer', () => answerForm(question)),
        ),
      ),
    ),
  );
}
