// Matches: a list by state, and the one that is open with its two records side by side. Everything can be done by keys.

import { button, showAgo } from '../account/parts.js';
import { tell, tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { workRow } from '../work-row.js';
import { writeAskedMatches } from './asked-matches.js';
import { comparison } from './comparison.js';
import { accept, dismiss, getMatch, getRecord, getStatistics, listMatches, undo } from './match-api.js';
import { emptyOf, howLikely, mainReason, stateOf, states } from './match-words.js';

const KEYS = 'a accepts, d dismisses, u undoes, j and k go to the next and the one before.';

/** Returns a function that stops it. */
export function showMatches({ main, asked, types, may }) {
  let stopped = false;
  let items = [];
  let nextCursor = null;
  let titles = new Map();
  /** The match that is open, with its decisions. */
  let open;
  /** What was decided last and is no longer open. */
  let decided;
  const list = el('ol.match-list', { 'aria-label': 'Matches' });
  const detail = el('div.match-detail');
  const chips = el('nav.chips', { 'aria-label': 'State' });
  const more = el('div');

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const [page, statistics] = await Promise.all([listMatches(asked), getStatistics()]);
      if (stopped) return;
      titles = new Map(statistics.map(({ spec, title }) => [spec, title]));
      ({ items, nextCursor } = page);
      draw(statistics);
      await show(asked.open || items[0]?.id);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function draw(statistics) {
    replaceChildren(
      main,
      el(
        'div.work',
        {},
        el('h1', { tabindex: '-1' }, 'Matches'),
        el(
          'p.lead',
          {},
          asked.record
            ? 'What belongs to one record. '
            : 'Records that seem to belong together. You decide; no record is changed. ',
          asked.record ? el('a', { href: '#/matches' }, 'Show all matches') : null,
        ),
        chips,
        items.length === 0 && !asked.open
          ? el('p.empty', {}, emptyOf[asked.state] ?? emptyOf[''])
          : el('div.matching', {}, el('div.match-side', {}, list, more), detail),
        scoredNote(statistics),
      ),
    );
    drawChips(statistics);
    drawList();
  }

  /** Of one record there are few: they are not counted. */
  function drawChips(statistics) {
    const count = (state) => statistics.reduce((sum, one) => sum + (one.states[state] ?? 0), 0);
    replaceChildren(
      chips,
      ...states.map(([state, name]) =>
        el(
          state === asked.state ? 'a.chip.on' : 'a.chip',
          {
            href: writeAskedMatches({ state, record: asked.record }),
            'aria-current': state === asked.state ? 'page' : undefined,
          },
          state && !asked.record ? `${name} ${count(state)}` : name,
        ),
      ),
    );
  }

  function scoredNote(statistics) {
    const last = statistics.map(({ lastRescored }) => lastRescored).find(Boolean);
    const next = statistics.find(({ nextBecause }) => nextBecause)?.nextBecause;
    const why = {
      version: 'how they are compared was improved',
      decisions: 'there is much to learn from your decisions',
    };
    const said = [
      last ? `All were scored again ${showAgo(last)}.` : null,
      next ? `They will be scored again soon: ${why[next]}.` : null,
    ].filter(Boolean);
    return said.length > 0 ? el('p.quiet', {}, said.join(' ')) : null;
  }

  function drawList() {
    replaceChildren(
      list,
      ...items.map((match) =>
        workRow(
          {
            href: writeAskedMatches({ ...asked, open: match.id }),
            current: match.id === open?.id,
            open: () => void show(match.id),
          },
          el('span.match-kind', {}, titles.get(match.spec) ?? match.spec),
          el('span.match-how', {}, match.state === 'proposed' ? howLikely(match) : stateOf(match)),
          el('span.match-why', {}, mainReason(match)),
        ),
      ),
    );
    replaceChildren(more, nextCursor ? button('Show more', loadMore) : null);
  }

  async function loadMore() {
    const page = await listMatches(asked, nextCursor);
    items = [...items, ...page.items];
    nextCursor = page.nextCursor;
    drawList();
  }

  /** Opens one; `focus`: where reading goes on. */
  async function show(id, { focus = false } = {}) {
    if (!id) {
      open = undefined;
      replaceChildren(
        detail,
        el('p.empty', {}, emptyOf[asked.state] ?? emptyOf['']),
        el('div.decide', {}, undoLast() ?? ''),
      );
      drawList();
      return;
    }
    try {
      const match = await getMatch(id);
      const [left, right] = await Promise.all([match.left, match.right].map(getRecord));
      if (stopped) return;
      open = match;
      items = items.map((one) => (one.id === id ? match : one));
      history.replaceState(null, '', writeAskedMatches({ ...asked, open: id }));
      drawDetail(left, right);
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

  function drawDetail(left, right) {
    const decision = open.decisions.findLast(({ undoneAt }) => undoneAt === null);
    replaceChildren(
      detail,
      el('h2', { tabindex: '-1' }, titles.get(open.spec) ?? open.spec),
      el('p.verdict-line', {}, el('strong', {}, howLikely(open)), el('span.badge', {}, stateOf(open))),
      decision
        ? el('p.quiet', {}, `Decided ${showAgo(decision.at)}${decision.reason ? `: “${decision.reason}”` : '.'}`)
        : null,
      may('matches.decide') ? el('div.decide', {}, ...actions()) : null,
      comparison({ match: open, left, right, types }),
    );
  }

  function actions() {
    if (open.state === 'accepted' || open.state === 'dismissed')
      return [
        withKey(
          button('Undo', () => takeBack(open.id)),
          'u',
        ),
        keysHint(),
      ];
    const yes = withKey(
      button('Accept', () => decide('accepted')),
      'a',
    );
    yes.classList.add('primary');
    const no = withKey(el('button', { type: 'button', onclick: askWhy }, 'Dismiss'), 'd');
    return [yes, no, undoLast(), keysHint()].filter(Boolean);
  }

  /** Of the one that was decided before this one came. */
  const undoLast = () =>
    decided
      ? withKey(
          button('Undo the last', () => takeBack(decided)),
          'u',
        )
      : null;

  function withKey(node, key) {
    node.setAttribute('aria-keyshortcuts', key);
    node.append(' ', el('kbd', { 'aria-hidden': 'true' }, key));
    return node;
  }

  const keysHint = () => el('span.quiet.keys', {}, `Keys: ${KEYS}`);

  function askWhy() {
    const form = createForm({
      fields: [
        {
          name: 'reason',
          label: 'Why do they not belong together?',
          required: false,
          maxlength: 1000,
          hint: 'It is kept with your decision. It is not proposed again unless a value changes.',
        },
      ],
      submit: 'Dismiss',
      onSubmit: ({ reason }) => decide('dismissed', reason),
    });
    const cancel = el('button', { type: 'button', onclick: () => void show(open.id, { focus: true }) }, 'Cancel');
    form.node.querySelector('.form-end').append(cancel);
    form.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') void show(open.id, { focus: true });
    });
    replaceChildren(detail.querySelector('.decide'), form.node);
    form.focus();
  }

  async function decide(decision, reason) {
    const { id } = open;
    try {
      await (decision === 'accepted' ? accept(open) : dismiss(open, reason));
    } catch (error) {
      // What is shown is old: the newest comes before the next decision.
      if (error.code === 'match.changed' || error.code === 'match.decided') await show(id);
      throw error;
    }
    decided = id;
    tellBriefly(`${decision === 'accepted' ? 'Accepted' : 'Dismissed'}. It can be undone.`);
    await afterDeciding(id);
  }

  /** In a list of a state, what was decided leaves it, and the next one opens; others may have changed with it. */
  async function afterDeciding(id) {
    const at = Math.max(
      0,
      items.findIndex((match) => match.id === id),
    );
    await listAgain();
    if (!asked.state) return show(id, { focus: true });
    return show(items[Math.min(at, items.length - 1)]?.id, { focus: items.length > 0 });
  }

  async function listAgain() {
    const [page, statistics] = await Promise.all([listMatches(asked), getStatistics()]);
    ({ items, nextCursor } = page);
    drawChips(statistics);
  }

  async function takeBack(id) {
    await undo(id);
    decided = undefined;
    tellBriefly('Taken back.');
    await listAgain();
    await show(id, { focus: true });
  }

  function step(by) {
    if (items.length === 0) return;
    const at = items.findIndex((match) => match.id === open?.id);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next && next.id !== open?.id) void show(next.id, { focus: true });
  }

  const undoable = () => (open && !isOpenToDecide() ? open.id : decided);
  const isOpenToDecide = () => open && open.state !== 'accepted' && open.state !== 'dismissed';
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => isOpenToDecide() && may('matches.decide') && decide('accepted'),
    d: () => isOpenToDecide() && may('matches.decide') && askWhy(),
    u: () => undoable() && may('matches.decide') && takeBack(undoable()),
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
