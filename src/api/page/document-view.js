// One document: its progress while it is read, then its record beside its pages, or what went wrong.

import { askingButton } from './account/parts.js';
import { deleteDocument, fileUrl, getDocument, getRun, listRecords, release, uploadAgain, watchRun } from './api.js';
import { trackRecord } from './board/track-record.js';
import { createComparisonView } from './comparison-view.js';
import { el, failed, replaceChildren } from './dom.js';
import { downloadFrom } from './download.js';
import { createFieldList } from './field-list.js';
import { isOver, percent, placeOf, stageName, stateName, typeTitle } from './format.js';
import { heldList, parentLine } from './held-files.js';
import { createLineTable } from './line-table.js';
import { matchesOfRecord } from './match/matches-of-record.js';
import { createPageViewer } from './page-viewer.js';
import { createRecordExports } from './record-exports.js';
import { placesOf } from './record-places.js';
import { writeFromRecord } from './writing/writing-view.js';

/** Shows the document in `main`. `may(permission)`: what is offered; `found`: places that a search leads to. Returns a function that stops what it started. */
export function showDocument({ main, id, types, may, found, onUploaded, onRead, onDeleted }) {
  let stopped = false;
  let stopWatching = () => {};

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const document = await getDocument(id);
      if (stopped) return;
      if (isOver(document.state)) await showResult(document);
      else showProgress(document);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function showProgress(document) {
    const steps = el('ol.steps', { 'aria-live': 'polite' });
    const begin = (stage) => {
      for (const step of steps.children) step.className = 'done';
      steps.append(el('li.now', {}, stageName(stage)));
    };
    begin('queued');
    replaceChildren(main, heading(document, { may }), parentLine(document), steps);
    stopWatching = watchRun(document.run.id, begin, () => {
      onRead();
      void load();
    });
  }

  async function showResult(document) {
    const [run, records] = await Promise.all([getRun(document.run.id), listRecords(document.id)]);
    if (stopped) return;
    replaceChildren(
      main,
      heading(document, { may, onDeleted }),
      parentLine(document),
      heldList(document, () => stopped),
      run.error ? failure({ document, run, may, onUploaded, onReleased: load }) : null,
      ...run.warnings.map((warning) =>
        el('p.notice.mild', {}, warning.page ? `Page ${warning.page}: ${warning.message}` : warning.message),
      ),
      ...records.map((record) => recordView({ document, record, type: types.get(record.type), may, found })),
      records.length === 0 && document.pages !== 0
        ? createPageViewer({ document, places: [], found, onPoint() {} }).node
        : null,
    );
  }

  void load();
  return () => {
    stopped = true;
    stopWatching();
  };
}

/** The API's advice names settings and commands. */
const QUARANTINED =
  'It hides text, or speaks to machines: see below what was found. When it is released, what is hidden is still left out.';

/** `onDeleted`: absent while it cannot be deleted. */
function heading(document, { may, onDeleted }) {
  return el(
    'div.heading',
    {},
    el('h1', {}, document.name),
    el(`span.state.${document.state}`, {}, stateName(document.state)),
    may('documents.download')
      ? el('a.quiet', { href: fileUrl(document.id), download: document.name, onclick: downloadFrom }, 'Download')
      : null,
    onDeleted && may('documents.delete')
      ? askingButton('Delete', {
          name: `Delete ${document.name}`,
          ask:
            document.children > 0
              ? 'It goes into the trash, with its records and all that it holds.'
              : 'It goes into the trash, with its records.',
          yes: 'Delete',
          done: `${document.name} is in the trash.`,
          act: () => deleteDocument(document.id).then(() => onDeleted(document.id)),
        })
      : null,
  );
}

function failure({ document, run, may, onUploaded, onReleased }) {
  const notice = el(
    'div.notice',
    { role: 'alert' },
    el('strong', {}, `${run.error.message}. `.replace('..', '.')),
    document.state === 'quarantined' ? QUARANTINED : run.error.advice,
  );
  if (document.state === 'quarantined') {
    if (!may('documents.release')) {
      notice.append(el('p', {}, 'Ask a reviewer, an administrator or the owner of the workspace to release it.'));
      return notice;
    }
    const letOut = async ({ target }) => {
      target.disabled = true;
      try {
        await release(document.id);
        await onReleased();
      } catch (error) {
        target.replaceWith(el('span', {}, error.message));
      }
    };
    notice.append(el('p', {}, el('button', { type: 'button', onclick: letOut }, 'Release and read it')));
    return notice;
  }
  if (run.error.code !== 'file.encrypted' || !may('documents.upload')) return notice;
  const input = el('input', {
    type: 'password',
    'aria-label': 'Password of the file',
    autocomplete: 'off',
    required: true,
  });
  const complaint = el('p.complaint', { role: 'alert' });
  const again = async (event) => {
    event.preventDefault();
    try {
      onUploaded(await uploadAgain(document, input.value));
    } catch (error) {
      complaint.textContent = error.message;
    }
  };
  notice.append(
    el(
      'form.password',
      { onsubmit: again },
      input,
      el('button', { type: 'submit' }, 'Read with this password'),
      complaint,
    ),
  );
  return notice;
}

function recordView({ document, record: first, type, may, found }) {
  const holder = el('div.record');
  const mayCorrect = may('records.correct');
  const further = [
    may('reviews.read') ? el('p', {}, el('a', { href: `#/review/${first.id}` }, 'Review it')) : null,
    may('cases.read') ? trackRecord(first, { mayEdit: may('cases.edit') }) : null,
    may('matches.read') ? matchesOfRecord(first.id) : null,
    may('artifacts.write') ? writeFromRecord(first, document.name.slice(0, 200)) : null,
    may('documents.download') ? createRecordExports(first) : null,
  ];
  const draw = (record) => {
    const parts = [];
    const onPoint = (path, scroll) => {
      for (const part of parts) part.light(path, scroll);
    };
    const fields = createFieldList({ record, type, mayCorrect, onPoint, onCorrected: draw });
    const lines = createLineTable({ record, type, onPoint });
    const comparison = createComparisonView({ record, type, onPoint });
    const viewer = createPageViewer({
      document,
      places: placesOf(record),
      found,
      onPoint: (path) => onPoint(path, false),
    });
    parts.push(fields, lines, viewer);
    replaceChildren(
      holder,
      el('div.facts', {}, summary(record, type), issueList(record), comparison, fields.node, lines.node, ...further),
      viewer.node,
    );
  };
  draw(first);
  return holder;
}

function summary(record, type) {
  return el(
    'p.summary',
    {},
    el('strong', {}, typeTitle(type, record.type)),
    el('span.sure', {}, ` ${percent(record.confidence)}`),
    record.assessment
      ? el(`span.verdict.${record.assessment.verdict.replace(' ', '-')}`, {}, record.assessment.verdict)
      : null,
  );
}

function issueList({ issues }) {
  if (issues.length === 0) return null;
  return el(
    'ul.issues',
    { 'aria-label': 'Issues' },
    ...issues.map((issue) =>
      el(
        `li.${issue.severity}`,
        { title: issue.rule },
        issue.message,
        placeOnPages(issue) ? el('span.quiet', {}, ` ${placeOf(placeOnPages(issue))}`) : null,
      ),
    ),
  );
}

/** Evidence in an XML file stands on no page. */
const placeOnPages = ({ evidence = [] }) => evidence.find(({ page }) => page > 0);
