// English texts of notices.

import { count, type NoticeLanguage, word } from './notice-phrases.ts';

const file = (name: Parameters<typeof word>[0]) => word(name, 'a document');

export const noticesEnglish: NoticeLanguage = {
  'record.needs-review': {
    about: 'Records that need review',
    title: ({ name }) => `To be reviewed: ${file(name)}`,
    text: ({ name, records }) =>
      `${count(records, 'A record was', '# records were')} read from ${file(name)}, and something in it needs a person.`,
  },
  'review.second-needed': {
    about: 'Records that a second person has to approve',
    title: ({ name }) => `To be approved by a second person: ${file(name)}`,
    text: ({ name, by }) => `${word(by, 'Somebody')} approved what was read from ${file(name)}; its amount takes two.`,
  },
  'document.failed': {
    about: 'Documents that could not be read',
    title: ({ name }) => `Could not be read: ${file(name)}`,
    text: ({ name, reason }) => `${file(name)} could not be read: ${word(reason, 'the reason is with its run')}.`,
  },
  'document.quarantined': {
    about: 'Documents in quarantine',
    title: ({ name }) => `In quarantine: ${file(name)}`,
    text: ({ name }) => `${file(name)} hides text or speaks to machines. Look at it before it is released.`,
  },
  'export.ready': {
    about: 'Exports that are ready',
    title: () => 'Your export is ready',
    text: () => 'The archive can be downloaded for seven days.',
  },
  'export.failed': {
    about: 'Exports that failed',
    title: () => 'Your export failed',
    text: () => 'Nothing was exported. Ask for it again.',
  },
  'member.joined': {
    about: 'New members',
    title: ({ name }) => `${word(name, 'Somebody')} joined`,
    text: ({ name, role }) => `${word(name, 'Somebody')} accepted the invitation, as ${word(role, 'member')}.`,
  },
  'match.found': {
    about: 'Matches',
    title: ({ name }) => `Match found: ${word(name, 'two records')}`,
    text: ({ name, other }) => `${word(name, 'A record')} and ${word(other, 'another record')} may belong together.`,
  },
  'match.suggested': {
    about: 'New matches, once a day',
    title: ({ name, score }) => `${word(name, 'A new match')}: ${word(score, '?')} of 100`,
    text: ({ reason }) => word(reason, 'Its reasons are with the match.'),
  },
  'record.suspicious': {
    about: 'Odd things about records',
    title: () => 'A record needs a second look',
    text: ({ message }) => word(message, 'Something about it is odd beside earlier ones.'),
  },
  'search.new-hits': {
    about: 'New hits of saved searches',
    title: ({ name, hits }) => `${count(hits, '1 new hit', '# new hits')}: ${word(name, 'saved search')}`,
    text: ({ name, hits }) =>
      `The saved search ${word(name, '')} found ${count(hits, 'something new', '# new things')}.`.replace('  ', ' '),
  },
  'lesson.suggested': {
    about: 'Suggested lessons',
    title: ({ name }) => `Lesson suggested: ${word(name, 'from corrections')}`,
    text: () => 'Corrections follow a pattern. Accept the lesson, or dismiss it.',
  },
  'case.reminder': {
    about: 'Reminders of cases',
    title: ({ name }) => `Reminder: ${word(name, 'a case')}`,
    text: ({ text }) => word(text, 'You asked to be reminded of this case.'),
  },
  'case.moved': {
    about: 'Cases that moved on',
    title: ({ name, to }) => `${word(name, 'A case')}: ${word(to, 'moved on')}`,
    text: ({ from, to }) => `It went from ${word(from, 'one state')} to ${word(to, 'another')}.`,
  },
  'budget.warning': {
    about: 'The budget of language models is nearly used up',
    title: () => 'The budget of language models is nearly used up',
    text: ({ percent }) =>
      `${word(percent, 'Most')}${percent === undefined || percent === null ? '' : ' %'} of it is used.`,
  },
  'budget.exhausted': {
    about: 'The budget of language models is used up',
    title: () => 'The budget of language models is used up',
    text: () => 'Sheaf goes on without language models until the budget begins anew or is raised.',
  },
  'job.dead': {
    about: 'Background work that was given up',
    title: ({ queue }) => `Background work was given up: ${word(queue, 'a job')}`,
    text: () => 'All its tries failed. Look at the job, and have it tried again.',
  },
  'webhook.disabled': {
    about: 'Webhooks that were switched off',
    title: ({ host }) => `A webhook was switched off: ${word(host, 'an endpoint')}`,
    text: ({ reason }) =>
      reason === 'gone'
        ? 'The receiver answered that it is gone (410). Events that were due are kept as failed.'
        : 'The receiver took nothing for days. Events that were due are kept as failed, and can be sent again.',
  },
  'budget.total-warning': {
    about: 'The budget of language models for all workspaces is nearly used up',
    title: () => 'The budget of language models for all workspaces is nearly used up',
    text: ({ percent }) =>
      `${word(percent, 'Most')}${percent === undefined || percent === null ? '' : ' %'} of it is used.`,
  },
  'backup.failed': {
    about: 'Back-ups that failed',
    title: () => 'A back-up failed',
    text: ({ code }) => `The back-up of the installation failed (${word(code, 'internal')}). Look at the log at once.`,
  },
};
