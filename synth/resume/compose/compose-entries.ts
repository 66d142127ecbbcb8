// Jobs, schools and voluntary work as entries: which line says what, and where the period stands.
import type { ResumeEducation, ResumePeriod } from '../resume-body.ts';
import type { ComposeContext } from './compose-context.ts';
import { printPeriod } from './print-dates.ts';
import type { EntryView, ViewRow } from './resume-view.ts';

interface Named extends ResumePeriod {
  position?: string;
  name?: string;
  location?: string;
  description?: string;
  summary?: string;
  highlights?: string[];
}

export function composeWork(context: ComposeContext): EntryView[] {
  const { body, ledger } = context;
  return body.work.map((job, i) => {
    const path = `work[${i}]`;
    const before = body.work[i - 1];
    const joined = context.design.groupRoles && before !== undefined && before.name === job.name;
    const said: Named = { ...job };
    for (const leaf of ['name', 'position', 'location'] as const) {
      const value = job[leaf];
      if (value !== undefined) ledger.state(`${path}.${leaf}`, value, value, false);
    }
    if (context.design.functional)
      for (const leaf of ['description', 'summary', 'highlights'] as const) delete said[leaf];
    if (said.description !== undefined) ledger.state(`${path}.description`, said.description, said.description, false);
    return entryOf(context, said, path, joined);
  });
}

export function composeVolunteer(context: ComposeContext): EntryView[] {
  const { body, ledger } = context;
  return body.volunteer.map(({ organization, ...more }, i) => {
    const path = `volunteer[${i}]`;
    ledger.state(`${path}.organization`, organization, organization, false);
    if (more.position !== undefined) ledger.state(`${path}.position`, more.position, more.position, false);
    return entryOf(context, { ...more, name: organization }, path, false);
  });
}

function entryOf(context: ComposeContext, said: Named, path: string, joined: boolean): EntryView {
  const { design, ledger, words } = context;
  const when = printPeriod(said, path, context.dates, ledger);
  const { labels } = words;
  const told = tellOf(context, said, path);
  if (design.entries === 'labelled') {
    const fields = [
      { label: labels.dates, value: when },
      { label: labels.position, value: said.position },
      { label: labels.employer, value: said.name },
      { label: labels.place, value: said.location },
    ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
    return { rows: [], fields, ...told };
  }
  const employer = [said.name, said.location].filter((part) => part !== undefined).join(', ');
  if (design.entries === 'grid')
    return { ...(when === undefined ? {} : { when }), rows: [], cells: [said.position ?? '', employer], ...told };
  const head = headOf(context, { first: said.position, second: said.name, place: said.location, joined });
  return { ...placed(context, head, when), ...told, ...(joined ? { joined } : {}) };
}

/** Prose and bullets; without bullets, all is prose. */
function tellOf({ design, ledger }: ComposeContext, said: Named, path: string): Pick<EntryView, 'prose' | 'bullets'> {
  const lead = said.description === undefined ? [] : [said.description];
  if (design.bullets === 'none') {
    const sentences = [said.summary, ...(said.highlights ?? [])].flatMap((text) =>
      text === undefined ? [] : [/[.!?]$/.test(text) ? text : `${text}.`],
    );
    const text = sentences.join(' ');
    if (text !== '') ledger.state(`${path}.summary`, text, text, false);
    return { prose: text === '' ? lead : [...lead, text], bullets: [] };
  }
  if (said.summary !== undefined) ledger.state(`${path}.summary`, said.summary, said.summary, false);
  const bullets = (said.highlights ?? []).map((text, k) => {
    ledger.state(`${path}.highlights[${k}]`, text, text, false);
    return text;
  });
  return { prose: said.summary === undefined ? lead : [...lead, said.summary], bullets };
}

interface Head {
  /** Position or degree. */
  first: string | undefined;
  /** Employer or school. */
  second: string | undefined;
  place: string | undefined;
  joined?: boolean;
}

function headOf({ design }: ComposeContext, { first, second, place, joined = false }: Head): ViewRow[] {
  const join = (parts: readonly (string | undefined)[], by: string): string =>
    parts.filter((part) => part !== undefined && part !== '').join(by);
  const rows = (...list: (readonly [string, ViewRow['weight']])[]): ViewRow[] =>
    list.filter(([text]) => text !== '').map(([text, weight]) => ({ text, weight }));
  const where = join([second, place], ', ');
  if (joined) return rows([first ?? '', 'italic']);
  switch (design.heads) {
    case 'position-first':
      return rows([first ?? '', 'bold'], [where, 'regular']);
    case 'employer-first':
      return rows([where, 'bold'], [first ?? '', 'italic']);
    case 'inline':
      return rows([join([first, second, place], ', '), 'bold']);
    case 'pipe':
      return rows([join([first, second, place], ' | '), 'bold']);
    case 'position-employer-line':
      return rows([join([first, second], ', '), 'bold'], [place ?? '', 'italic']);
    case 'dash':
      return rows([join([first, second], ' – '), 'bold'], [place ?? '', 'italic']);
  }
}

/** Puts the period where the design wants it. */
function placed({ design }: ComposeContext, rows: ViewRow[], when: string | undefined): EntryView {
  const empty = { prose: [], bullets: [] };
  if (when === undefined) return { rows, ...empty };
  const quiet: ViewRow = { text: when, weight: 'regular' };
  switch (design.dates) {
    case 'right':
      return { rows: rows.map((row, i) => (i === 0 ? { ...row, right: when } : row)), ...empty };
    case 'with-employer':
      return { rows: rows.map((row, i) => (i === rows.length - 1 ? { ...row, right: when } : row)), ...empty };
    case 'below':
      return { rows: [...rows, { ...quiet, weight: 'italic' }], ...empty };
    case 'before':
      return { rows: [quiet, ...rows], ...empty };
    case 'paren': {
      const last = rows.length - 1;
      const closed = rows.map((row, i) => (i === last ? { ...row, text: `${row.text} (${when})` } : row));
      return { rows: closed.length === 0 ? [quiet] : closed, ...empty };
    }
    default:
      return { when, rows, ...empty };
  }
}

export function composeEducation(context: ComposeContext): EntryView[] {
  return context.body.education.map((school, i) => educationEntry(context, school, `education[${i}]`));
}

function educationEntry(context: ComposeContext, school: ResumeEducation, path: string): EntryView {
  const { design, ledger, words, fieldJoin } = context;
  for (const leaf of ['institution', 'studyType', 'area', 'location', 'score'] as const) {
    const value = school[leaf];
    if (value !== undefined) ledger.state(`${path}.${leaf}`, value, value, false);
  }
  const when = printPeriod(school, path, context.dates, ledger);
  const { labels } = words;
  const bullets = (school.courses ?? []).map((text, k) => {
    ledger.state(`${path}.courses[${k}]`, text, text, false);
    return text;
  });
  const gradeLabel = words.grade.split(':')[0]!.trimEnd();
  const grade = school.score === undefined ? [] : [`${gradeLabel}: ${school.score}`];
  if (design.entries === 'labelled') {
    const fields = [
      { label: labels.dates, value: when },
      { label: labels.qualification, value: school.studyType },
      { label: labels.area, value: school.area },
      { label: labels.institution, value: school.institution },
      { label: labels.place, value: school.location },
      { label: gradeLabel, value: school.score },
    ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
    return { rows: [], fields, prose: [], bullets };
  }
  const first = [school.studyType, school.area].filter((part) => part !== undefined).join(fieldJoin);
  const second = [school.institution, school.location].filter((part) => part !== undefined).join(', ');
  if (design.entries === 'grid')
    return { ...(when === undefined ? {} : { when }), rows: [], cells: [first, second], prose: grade, bullets };
  const head = headOf(context, { first, second: school.institution, place: school.location });
  return { ...placed(context, head, when), prose: grade, bullets };
}
