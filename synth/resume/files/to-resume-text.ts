// A résumé as plain text, as people paste it into forms.
import type { Random } from '../../random.ts';
import type { EntryView, ResumeView } from '../compose/resume-view.ts';
import { contactOf, linesOf } from './flat-sections.ts';

const WIDTH = 88;

export function toResumeText(random: Random, view: ResumeView): string {
  const bullet = random.pick(['- ', '* ', '• ']);
  const dress = random.pick(['caps', 'underlined', 'colon', 'plain'] as const);
  const contact = contactOf(view);
  const labelled = random.chance(0.5);
  const lines = [view.name, ...(view.label === undefined ? [] : [view.label])];
  if (labelled) lines.push(...contact.map(({ label, text }) => `${label}: ${text}`));
  else lines.push(contact.map(({ text }) => text).join(' | '));
  for (const { title, content } of view.sections) {
    if (content.kind === 'contact') continue;
    lines.push('', ...titleLines(title, dress));
    if (content.kind === 'entries')
      for (const [i, entry] of content.entries.entries())
        lines.push(...(i > 0 && isLong(entry) ? [''] : []), ...entryLines(entry, bullet));
    else for (const line of linesOf(content)) lines.push(...wrapText(line, WIDTH));
  }
  return `${lines.join('\n')}\n`;
}

function titleLines(title: string, dress: 'caps' | 'underlined' | 'colon' | 'plain'): string[] {
  if (dress === 'caps') return [title.toLocaleUpperCase()];
  if (dress === 'underlined') return [title, '-'.repeat([...title].length)];
  return [dress === 'colon' ? `${title}:` : title];
}

const isLong = ({ rows, prose, bullets, fields = [], cells = [] }: EntryView): boolean =>
  rows.length + prose.length + bullets.length + fields.length + cells.length > 1;

function entryLines({ when, rows, fields = [], cells = [], prose, bullets }: EntryView, bullet: string): string[] {
  return [
    ...(when === undefined ? [] : [when]),
    ...fields.map(({ label, value }) => `${label}: ${value}`),
    ...cells.filter((cell) => cell !== ''),
    ...rows.map(({ text, right }) => (right === undefined ? text : `${text}   ${right}`)),
    ...prose.flatMap((text) => wrapText(text, WIDTH)),
    ...bullets.flatMap((text) => wrapText(text, WIDTH - 2).map((line, i) => `${i === 0 ? bullet : '  '}${line}`)),
  ];
}

function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
