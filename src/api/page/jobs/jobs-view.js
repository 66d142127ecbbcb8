// Jobs: those that fit a résumé, best first, or all of them; each with its reasons, what is missing, and the quality of the posting.

import { button } from '../account/parts.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { workRow } from '../work-row.js';
import { writeAskedJobs } from './asked-jobs.js';
import { jobDetail } from './job-detail.js';
import { employments, factsOf, fitOf, payOf, workplaces } from './job-words.js';
import { explainFit, listJobs, listMatched, listResumes } from './jobs-api.js';

const NO_JOBS =
  'No posting was read yet. Drop job postings under Documents: pages, PDFs, mails, or a feed of a job board.';
const NONE_FITS = 'None of the postings that were read fits well enough, or passes what you narrowed down to.';
const NO_RESUME = 'Drop your résumé under Documents, and jobs are listed by how well they fit it.';

/** Returns a function that stops it. */
export function showJobs({ main, asked, may }) {
  let stopped = false;
  let resumes = [];
  let resume;
  /** {job, fit?, match?} */
  let items = [];
  let total = null;
  let nextCursor = null;
  let openId;
  const list = el('ol.match-list', { 'aria-label': 'Jobs' });
  const detail = el('div.match-detail');
  const more = el('div');
  const said = el('p.board-undo', { role: 'status' });

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      resumes = await listResumes();
      resume = asked.resume === 'none' ? undefined : (resumes.find(({ id }) => id === asked.resume) ?? resumes[0]);
      await fetchJobs();
      if (stopped) return;
      draw();
      await show(items.find(({ job }) => job.id === asked.open)?.job.id ?? items[0]?.job.id);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  async function fetchJobs(cursor) {
    if (resume) {
      const page = await listMatched(resume.id, asked.filters);
      ({ items, total } = page);
      return;
    }
    const page = await listJobs(asked.filters, cursor);
    items = [...(cursor ? items : []), ...page.items.map((job) => ({ job }))];
    nextCursor = page.nextCursor;
  }

  const isNarrowed = () => Object.values(asked.filters).some(Boolean);

  function draw() {
    const empty = resume || isNarrowed() ? NONE_FITS : NO_JOBS;
    replaceChildren(
      main,
      el(
        'div.work',
        {},
        el('h1', { tabindex: '-1' }, 'Jobs'),
        resumes.length === 0 ? el('p.lead', {}, NO_RESUME) : resumeChoice(),
        narrowing(),
        said,
        items.length === 0
          ? el('p.empty', {}, empty)
          : el('div.matching', {}, el('div.match-side', {}, list, more), detail),
      ),
    );
    drawList();
  }

  function resumeChoice() {
    const select = el(
      'select',
      { 'aria-label': 'For whom' },
      ...resumes.map(({ id, name, label }) =>
        el('option', { value: id, selected: id === resume?.id }, [name, label].filter(Boolean).join(', ')),
      ),
      el('option', { value: 'none', selected: !resume }, 'Nobody: all jobs, the newest first'),
    );
    select.addEventListener('change', () => {
      location.hash = writeAskedJobs({ resume: select.value, filters: asked.filters });
    });
    return el('p.lead', {}, 'Jobs that fit ', select);
  }

  function narrowing() {
    const { filters } = asked;
    const option = ([value, label]) => ({ value, label });
    const field = (name, label, more = {}) => ({ name, label, required: false, value: filters[name], ...more });
    const form = createForm({
      fields: [
        resume ? null : field('q', 'Words', { type: 'search', maxlength: 2000 }),
        field('place', 'Town, region or country', { maxlength: 100 }),
        field('workplace', 'Where it is done', {
          type: 'select',
          options: [{ value: '', label: 'anywhere' }, ...workplaces.map((one) => ({ value: one, label: one }))],
        }),
        field('employmentType', 'Employment', {
          type: 'select',
          options: [{ value: '', label: 'any' }, ...employments.map(option)],
        }),
        field('salaryMin', 'Pays a year at least', { type: 'number', min: 0, step: 'any' }),
        resume ? field('minScore', 'Fits at least, of 100', { type: 'number', min: 0, max: 100 }) : null,
      ].filter(Boolean),
      submit: 'Narrow down',
      async onSubmit(given) {
        const hash = writeAskedJobs({ resume: asked.resume, filters: { ...filters, ...given } });
        if (location.hash === hash) await load();
        else location.hash = hash;
      },
    });
    form.node.classList.add('narrowing');
    const all = writeAskedJobs({ resume: asked.resume, filters: {} });
    return el(
      'details',
      { open: isNarrowed() },
      el('summary', {}, 'Narrow down'),
      form.node,
      isNarrowed() ? el('p', {}, el('a', { href: all }, 'Show all again')) : null,
      el('p.quiet', {}, 'A posting that does not say what you narrow down to is left out.'),
    );
  }

  function drawList() {
    replaceChildren(
      list,
      ...items.map(({ job, fit }) =>
        workRow(
          {
            href: addressOf(job.id),
            current: job.id === openId,
            open: () => void show(job.id, { focus: true }),
          },
          el('span.match-kind', {}, job.title ?? 'A job without a title'),
          el('span.match-how', {}, fit ? fitOf(fit) : (payOf(job) ?? '')),
          el('span.match-why', {}, factsOf(job)),
        ),
      ),
    );
    replaceChildren(more, moreNode());
  }

  function moreNode() {
    if (resume) return total > items.length ? el('p.hint', {}, `The best ${items.length} of ${total}.`) : null;
    if (!nextCursor) return null;
    return button('More', async () => {
      await fetchJobs(nextCursor);
      drawList();
    });
  }

  const addressOf = (open) => writeAskedJobs({ ...asked, open });

  async function show(id, { focus = false } = {}) {
    openId = id;
    if (!id) return;
    try {
      const known = items.find(({ job }) => job.id === id);
      const found = known ?? (resume ? await explainFit(resume.id, id) : undefined);
      if (stopped || !found) return;
      history.replaceState(null, '', addressOf(id));
      replaceChildren(detail, ...jobDetail({ found, may, onDecided }));
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

  /** `done`: {text, undo}, absent when something came back. */
  async function onDecided(done) {
    const at = Math.max(
      0,
      items.findIndex(({ job }) => job.id === openId),
    );
    await fetchJobs();
    draw();
    replaceChildren(said, ...(done ? [el('span', {}, `${done.text} `), button('Undo', done.undo)] : []));
    await show(items[Math.min(at, items.length - 1)]?.job.id, { focus: true });
  }

  void load();
  return () => {
    stopped = true;
  };
}
