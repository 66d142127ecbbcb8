// One job: what it states, how it fits and what is missing, and apart from that how good the posting is.

import { button } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { trackRecord } from '../board/track-record.js';
import { el } from '../dom.js';
import { dismiss, getMatch, undo } from '../match/match-api.js';
import { fitOf, qualityOf, statedBy } from './job-words.js';

/** `found`: {job, fit, match}, the last two only with a résumé. `onDecided`: the list changed. */
export function jobDetail({ found: { job, fit, match }, may, onDecided }) {
  return [
    el('h2', { tabindex: '-1' }, job.title ?? 'A job without a title'),
    el('dl.stated', {}, ...statedBy(job).flatMap(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])),
    el(
      'p',
      {},
      el('a', { href: `#/documents/${job.document}` }, 'Read the posting'),
      isWeb(job.url) ? ' · ' : null,
      isWeb(job.url)
        ? el('a', { href: job.url, rel: 'noopener noreferrer nofollow', target: '_blank' }, 'Where it was posted')
        : null,
    ),
    fit ? fitPart(fit) : null,
    match && may('matches.decide') ? decision(match, onDecided) : null,
    may('cases.read') ? trackRecord({ id: job.id, type: 'job_posting' }, { mayEdit: may('cases.edit') }) : null,
    qualityPart(job.quality),
  ].filter(Boolean);
}

/** Addresses come from documents: nothing but a web page is opened. */
const isWeb = (url) => url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const listOf = (title, texts, kind) =>
  texts.length === 0
    ? null
    : el(`section.${kind}`, {}, el('h3', {}, title), el('ul', {}, ...texts.map((text) => el('li', {}, text))));

function fitPart(fit) {
  const { veto, for: reasons, against, gaps, unknown, calibration } = fit;
  const how =
    calibration.outcomes === 0
      ? 'The score is as Sheaf judges it; it becomes a measured one when you have decided on enough jobs.'
      : `The score is fitted to ${calibration.outcomes} decisions of this workspace.`;
  return el(
    'div.fit',
    {},
    el('p.verdict-line', {}, el('strong', {}, fitOf(fit))),
    veto ? el('p.notice', {}, veto) : null,
    listOf('What speaks for it', reasons, 'for'),
    listOf(
      'Asked for, and not in your résumé',
      gaps.map(({ missing, text }) => (text.includes(missing) ? text : `${missing}: ${text}`)),
      'against',
    ),
    listOf('What speaks against it', against, 'against'),
    unknown.length > 0
      ? el('p.quiet', {}, `Not stated on one side, and counted neither way: ${unknown.join(', ')}.`)
      : null,
    el('p.quiet', {}, how),
  );
}

/** Whoever does not want a job is not shown it again; so said, it also teaches the score. */
function decision(match, onDecided) {
  const no = async () => {
    await dismiss(await getMatch(match.id));
    tellBriefly('It is not shown again.');
    await onDecided({
      text: 'It is not shown again.',
      async undo() {
        await undo(match.id);
        await onDecided();
      },
    });
  };
  return el('div.decide', {}, button('Not for me', no));
}

function qualityPart({ reasons, ...quality }) {
  return el(
    'section.quality',
    {},
    el('h3', {}, 'The posting itself'),
    el('p', {}, qualityOf(quality), reasons.length > 0 ? `: ${reasons.join('; ')}.` : '.'),
    el('p.quiet', {}, 'This says nothing about how it fits.'),
  );
}
