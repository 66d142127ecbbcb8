// Review: what waits for a person, the most urgent first, and the record that is open beside its pages. Everything can be done by keys.

import { getMe } from '../account/me-api.js';
import { button } from '../account/parts.js';
import { getDocument } from '../api.js';
import { tell, tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { typeTitle } from '../format.js';
import { getRecord } from '../match/match-api.js';
import { workRow } from '../work-row.js';
import { writeAskedReviews } from './asked-reviews.js';
import {
  approve,
  decideFinding,
  getCandidates,
  getReview,
  getReviewStatistics,
  listReviews,
  reject,
  reopen,
} from './review-api.js';
import { reviewsChanged } from './review-count.js';
import { emptyOf, mainReason, reasonName, reasons, standing, states, worth } from './review-words.js';
import { reviewedRecord } from './reviewed-record.js';

const KEYS = 'a approves, r rejects, e edits, j and k go to the next and the one before.';

/** Returns a function that stops it. */
export function showReviews({ main, asked, types, may }) {
  let stopped = false;
  let items = [];
  let nextCursor = null;
  let me;
  let statistics;
  /** The review that is open, and its record as drawn. */
  let open;
  let drawn;
  const list = el('ol.match-list', { 'aria-label': 'Records' });
  const detail = el('div.match-detail');
  const more = el('div');
  const chips = el('nav.chips', { 'aria-label': 'State' });

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const [page, who, numbers] = await Promise.all([listReviews(asked), getMe(), getReviewStatistics()]);
      if (stopped) return;
      ({ items, nextCursor } = page);
      me = who.id;
      statistics = numbers;
      draw();
      await show(asked.open || items[0]?.record);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function draw() {
    replaceChildren(
      main,
      el(
        'div.work.review',
        {},
        el('h1', { tabindex: '-1' }, 'Review'),
        el('div.review-head', {}, chips, reasonFilter()),
        items.length === 0 && !asked.open
          ? el('p.empty', {}, emptyOf[asked.state] ?? emptyOf[''])
          : el('div.matching', {}, el('div.match-side', {}, list, more), detail),
        throughNote(),
      ),
    );
    drawChips();
    drawList();
  }

  function drawChips() {
    replaceChildren(
      chips,
      ...states.map(([state, name]) =>
        el(
          state === asked.state ? 'a.chip.on' : 'a.chip',
          {
            href: writeAskedReviews({ state, reason: asked.reason }),
            'aria-current': state === asked.state ? 'page' : undefined,
          },
          state === 'pending' ? `${name} ${statistics.pending}` : name,
        ),
      ),
    );
  }

  function reasonFilter() {
    const select = el(
      'select',
      {
        'aria-label': 'Reason',
        onchange: () => {
          location.hash = writeAskedReviews({ state: asked.state, reason: select.value });
        },
      },
      ...reasons.map(([code, name]) => el('option', { value: code, selected: code === asked.reason }, name)),
    );
    return select;
  }

  function throughNote() {
    const { decided, byItself, corrected } = statistics;
    if (decided === 0) return null;
    return el(
      'p.quiet',
      {},
      `In the last 30 days: ${decided} decided, ${byItself} of them by themselves, ${corrected} corrected.`,
    );
  }

  function drawList() {
    replaceChildren(
      list,
      ...items.map((review) =>
        workRow(
          {
            href: writeAskedReviews({ ...asked, open: review.record }),
            current: review.record === open?.record,
            open: () => void show(review.record),
          },
          el('span.match-kind', {}, review.documentName),
          el(
            'span.match-how',
            {},
            [typeTitle(types.get(review.type), review.type), worth(review)].filter(Boolean).join(', '),
          ),
          el('span.match-why', {}, mainReason(review)),
        ),
      ),
    );
    replaceChildren(more, nextCursor ? button('Show more', loadMore) : null);
  }

  async function loadMore() {
    const page = await listReviews(asked, nextCursor);
    items = [...items, ...page.items];
    nextCursor = page.nextCursor;
    drawList();
  }

  /** Opens one; `focus`: reading goes on at its heading. */
  async function show(id, { focus = false } = {}) {
    if (!id) {
      open = undefined;
      replaceChildren(detail, el('p.empty', {}, emptyOf[asked.state] ?? emptyOf['']));
      drawList();
      return;
    }
    try {
      const [review, record, candidates] = await Promise.all([getReview(id), getRecord(id), getCandidates(id)]);
      const document = await getDocument(review.document);
      if (stopped) return;
      open = review;
      items = items.map((one) => (one.record === id ? review : one));
      history.replaceState(null, '', writeAskedReviews({ ...asked, open: id }));
      drawDetail({ record, candidates, document });
      drawList();
      list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
      if (focus) detail.querySelector('h2').focus();
    } catch (error) {
      if (!stopped)
        replaceChildren(
          detail,
          failed(error, () => show(id)),
        );
    }
  }

  function drawDetail({ record, candidates, document }) {
    drawn = reviewedRecord({
      ...{ document, record, candidates },
      type: types.get(record.type),
      mayCorrect: may('records.correct'),
      onCorrected: () => void afterChange(),
    });
    const said = standing(open, me);
    replaceChildren(
      detail,
      el('h2', { tabindex: '-1' }, open.documentName),
      el(
        'p.verdict-line',
        {},
        el('strong', {}, typeTitle(types.get(open.type), open.type)),
        worth(open) ? el('span', {}, ` ${worth(open)}`) : null,
        el('a.quiet', { href: `#/documents/${open.document}` }, ' Whole document'),
      ),
      said ? el(open.fourEyes ? 'p.notice.mild' : 'p', {}, said) : null,
      reasonList(),
      may('reviews.decide') ? el('div.decide', {}, ...actions()) : null,
      drawn.node,
    );
  }

  function reasonList() {
    if (open.reasons.length === 0) return null;
    return el(
      'ul.issues.review-reasons',
      { 'aria-label': 'Why it waits' },
      ...open.reasons.map((reason) =>
        el(
          `li.${reason.firm ? 'error' : (reason.severity ?? 'info')}`,
          {},
          el('span.badge', {}, reasonName(reason.code)),
          ' ',
          reason.path
            ? el('button.link', { type: 'button', onclick: () => lookAt(reason.path) }, reason.message)
            : reason.message,
          ...decisions(reason),
        ),
      ),
    );
  }

  /** The first field in doubt; where none is, the first of all. */
  function edit() {
    const path = open.reasons.find((reason) => reason.path)?.path ?? drawn.first;
    if (path) lookAt(path);
  }

  function lookAt(path) {
    drawn.light(path);
    drawn.edit(path);
  }

  /** A finding or a pair is settled where it stands. */
  function decisions({ finding, match, firm }) {
    if (match) return [' ', el('a', { href: `#/matches/${match}` }, 'Compare the two')];
    if (!finding || !may('findings.decide')) return [];
    const settle = (label, verb, done) =>
      button(label, async () => {
        await decideFinding(finding, verb);
        tellBriefly(done);
        await afterChange();
      });
    const isConfirmed = open.reasons.find((reason) => reason.finding === finding)?.message.endsWith('that it is so.');
    if (isConfirmed) return [' ', settle('Take it back', 'undo', 'Taken back.')];
    return firm
      ? [' ', settle('It is so', 'confirm', 'Confirmed.'), ' ', settle('It is fine', 'dismiss', 'Dismissed.')]
      : [];
  }

  function actions() {
    if (open.state !== 'pending')
      return [
        button('Review again', async () => {
          await reopen(open);
          tellBriefly('It waits for a person again.');
          await afterChange();
        }),
      ];
    const yes = withKey(button('Approve', decideApprove), 'a');
    yes.classList.add('primary');
    const no = withKey(el('button', { type: 'button', onclick: askWhy }, 'Reject'), 'r');
    return [yes, no, el('span.quiet.keys', {}, `Keys: ${KEYS}`)];
  }

  function withKey(node, key) {
    node.setAttribute('aria-keyshortcuts', key);
    node.append(' ', el('kbd', { 'aria-hidden': 'true' }, key));
    return node;
  }

  async function decideApprove() {
    const review = await decided(() => approve(open));
    tellBriefly(review.state === 'approved' ? 'Approved.' : 'Approved by you. Somebody else has to approve it, too.');
    await goOn(review.record);
  }

  function askWhy() {
    const form = createForm({
      fields: [
        {
          name: 'reason',
          label: 'Why must it not be used?',
          required: false,
          maxlength: 1000,
          hint: 'It is kept with the record. A correction puts it into review again.',
        },
      ],
      submit: 'Reject',
      onSubmit: async ({ reason }) => {
        const review = await decided(() => reject(open, reason));
        tellBriefly('Rejected. It can be reviewed again.');
        await goOn(review.record);
      },
    });
    const back = () => void show(open.record, { focus: true });
    form.node.querySelector('.form-end').append(el('button', { type: 'button', onclick: back }, 'Cancel'));
    form.node.addEventListener('keydown', (event) => event.key === 'Escape' && back());
    replaceChildren(detail.querySelector('.decide'), form.node);
    form.focus();
  }

  /** What is shown is old when somebody was faster: the newest comes before the next decision. */
  async function decided(act) {
    try {
      return await act();
    } catch (error) {
      if (['record.changed', 'review.decided', 'review.blocked'].includes(error.code)) await show(open.record);
      throw error;
    }
  }

  async function afterChange() {
    await listAgain();
    await show(open.record);
  }

  async function listAgain() {
    const [page, numbers] = await Promise.all([listReviews(asked), getReviewStatistics()]);
    ({ items, nextCursor } = page);
    statistics = numbers;
    reviewsChanged();
    drawChips();
  }

  /** What was decided leaves the list of what waits, and the next one opens. */
  async function goOn(id) {
    const at = items.findIndex(({ record }) => record === id);
    await listAgain();
    const stays = items.some(({ record }) => record === id);
    const next = items[Math.min(Math.max(0, stays ? at + 1 : at), items.length - 1)];
    await show(asked.state ? next?.record : id, { focus: items.length > 0 });
  }

  function step(by) {
    const at = items.findIndex(({ record }) => record === open?.record);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next && next.record !== open?.record) void show(next.record, { focus: true });
  }

  const mayDecide = () => open?.state === 'pending' && may('reviews.decide');
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => mayDecide() && decideApprove(),
    r: () => mayDecide() && askWhy(),
    e: () => open && edit(),
  };
  let working = false;
  async function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    const act = keys[event.key];
    if (!act || working) return;
    event.preventDefault();
    working = true;
    try {
      await act();
    } catch (error) {
      tell(error.message, { mild: false });
    }
    working = false;
  }
  document.addEventListener('keydown', onKey);
  void load();
  return () => {
    stopped = true;
    document.removeEventListener('keydown', onKey);
  };
}
