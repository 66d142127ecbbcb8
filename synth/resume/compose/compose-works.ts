// Projects, publications, certificates and awards: mostly a line each.
import type { ComposeContext } from './compose-context.ts';
import { printDate, printPeriod } from './print-dates.ts';
import type { EntryView, ViewRow } from './resume-view.ts';

export function composeProjects({ body, design, ledger, dates }: ComposeContext): EntryView[] {
  return body.projects.map((project, i) => {
    const path = `projects[${i}]`;
    ledger.state(`${path}.name`, project.name, project.name, false);
    const when = printPeriod(project, path, { ...dates, since: false }, ledger);
    if (project.url !== undefined) ledger.state(`${path}.url`, project.url, bareUrl(project.url), false);
    const bullets = design.bullets === 'none' ? [] : (project.highlights ?? []);
    for (const [k, text] of bullets.entries()) ledger.state(`${path}.highlights[${k}]`, text, text, false);
    if (project.description !== undefined)
      ledger.state(`${path}.description`, project.description, project.description, false);
    const row: ViewRow = { text: project.name, weight: 'bold', ...(when === undefined ? {} : { right: when }) };
    const link: ViewRow[] = project.url === undefined ? [] : [{ text: bareUrl(project.url), weight: 'regular' }];
    return { rows: [row, ...link], prose: project.description === undefined ? [] : [project.description], bullets };
  });
}

const bareUrl = (url: string): string => url.replace(/^https?:\/\//, '');

export function composePublications({ body, design, ledger, dates }: ComposeContext): EntryView[] {
  return body.publications.map((paper, i) => {
    const path = `publications[${i}]`;
    const { name, publisher, releaseDate, url } = paper;
    ledger.state(`${path}.name`, name, name, false);
    if (publisher !== undefined) ledger.state(`${path}.publisher`, publisher, publisher, false);
    const when = releaseDate === undefined ? undefined : printDate(releaseDate, dates);
    if (when) ledger.state(`${path}.releaseDate`, when.value, when.text, false);
    if (url !== undefined) ledger.state(`${path}.url`, url, bareUrl(url), false);
    if (design.small === 'entry') {
      const rows: ViewRow[] = [
        { text: name, weight: 'bold', ...(when ? { right: when.text } : {}) },
        ...(publisher === undefined ? [] : [{ text: publisher, weight: 'italic' as const }]),
        ...(url === undefined ? [] : [{ text: bareUrl(url), weight: 'regular' as const }]),
      ];
      return { rows, prose: [], bullets: [] };
    }
    const number = design.numbered ? `${i + 1}. ` : '';
    const printed = [publisher, when?.text].filter((part) => part !== undefined).join(', ');
    const text = `${number}${name}. ${printed}.${url === undefined ? '' : ` ${bareUrl(url)}`}`;
    return { rows: [{ text, weight: 'regular' }], prose: [], bullets: [] };
  });
}

export function composeCertificates(context: ComposeContext): EntryView[] {
  return context.body.certificates.map(({ name, issuer, date }, i) => {
    const path = `certificates[${i}]`;
    context.ledger.state(`${path}.name`, name, name, false);
    if (issuer !== undefined) context.ledger.state(`${path}.issuer`, issuer, issuer, false);
    return smallEntry(context, { name, by: issuer, date, datePath: `${path}.date` });
  });
}

export function composeAwards(context: ComposeContext): EntryView[] {
  return context.body.awards.map(({ title, awarder, date }, i) => {
    const path = `awards[${i}]`;
    context.ledger.state(`${path}.title`, title, title, false);
    if (awarder !== undefined) context.ledger.state(`${path}.awarder`, awarder, awarder, false);
    return smallEntry(context, { name: title, by: awarder, date, datePath: `${path}.date` });
  });
}

interface Small {
  name: string;
  by: string | undefined;
  date: string | undefined;
  datePath: string;
}

function smallEntry({ design, ledger, dates }: ComposeContext, { name, by, date, datePath }: Small): EntryView {
  const when = date === undefined ? undefined : printDate(date, dates);
  if (when) ledger.state(datePath, when.value, when.text, false);
  const empty = { prose: [], bullets: [] };
  const line = [name, by].filter((part) => part !== undefined).join(', ');
  if (design.small === 'entry') {
    const below: ViewRow = {
      text: [by, when?.text].filter((part) => part !== undefined).join(', '),
      weight: 'regular',
    };
    return { rows: [{ text: name, weight: 'bold' }, ...(below.text === '' ? [] : [below])], ...empty };
  }
  if (!when) return { rows: [{ text: line, weight: 'regular' }], ...empty };
  const isMargin = design.dates === 'left' && design.columns === 'one' && design.entries === 'flow';
  if (isMargin) return { when: when.text, rows: [{ text: line, weight: 'regular' }], ...empty };
  if (design.small === 'date-first') return { rows: [{ text: `${when.text}: ${line}`, weight: 'regular' }], ...empty };
  if (design.dates === 'right') return { rows: [{ text: line, weight: 'regular', right: when.text }], ...empty };
  return { rows: [{ text: `${line} (${when.text})`, weight: 'regular' }], ...empty };
}
