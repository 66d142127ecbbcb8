// A résumé as a Word file: periods at a tab stop, in a column of a table without lines, or on lines of their own.
import { escapeXml, packDocx, para, run } from '../../office/to-docx.ts';
import type { Random } from '../../random.ts';
import type { EntryView, ResumeView } from '../compose/resume-view.ts';
import { contactOf, linesOf } from './flat-sections.ts';

const FORMS = ['tabs', 'table', 'lines'] as const;
type Form = (typeof FORMS)[number];

const styled = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const TIGHT = '<w:spacing w:before="0" w:after="0"/>';
const RIGHT_TAB = `${TIGHT}<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>`;
const HANGING = '<w:spacing w:before="0" w:after="20"/><w:ind w:left="360" w:hanging="360"/>';

export async function toResumeDocx(random: Random, view: ResumeView): Promise<{ bytes: Buffer; form: Form }> {
  const form = random.pick(FORMS);
  const bullet = random.pick(['•', '–', '▪']);
  const centred = random.chance(0.4) ? '<w:jc w:val="center"/>' : '';
  const head = [
    para(styled(view.name, '<w:b/><w:sz w:val="40"/>'), `${TIGHT}${centred}`),
    ...(view.label === undefined ? [] : [para(styled(view.label, '<w:sz w:val="26"/>'), `${TIGHT}${centred}`)]),
    ...contactLines(view, random.chance(0.5)).map((line) => para(run(line), `${TIGHT}${centred}`)),
  ];
  const sections = view.sections.flatMap(({ title, content }) => {
    if (content.kind === 'contact') return [];
    const body =
      content.kind === 'entries'
        ? entriesOf(content.entries, form, bullet)
        : linesOf(content)
            .map((line) => para(run(line), TIGHT))
            .join('');
    return [para(styled(title, '<w:b/><w:sz w:val="28"/>'), '<w:spacing w:before="240" w:after="60"/>') + body];
  });
  return { bytes: await packDocx([...head, ...sections].join('')), form };
}

function contactLines(view: ResumeView, inline: boolean): string[] {
  const items = contactOf(view);
  return inline ? [items.map(({ text }) => text).join(' | ')] : items.map(({ label, text }) => `${label}: ${text}`);
}

function entriesOf(entries: readonly EntryView[], form: Form, bullet: string): string {
  if (form !== 'table') return entries.map((entry) => paragraphsOf(entry, form, bullet)).join('');
  const rows = entries.map((entry) => {
    const [when, rest] = apart(entry);
    const cell = (body: string): string => `<w:tc>${body}</w:tc>`;
    return `<w:tr>${cell(para(run(when), TIGHT))}${cell(paragraphsOf(rest, 'lines', bullet))}</w:tr>`;
  });
  const grid = '<w:gridCol w:w="2200"/><w:gridCol w:w="7400"/>';
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${para('', TIGHT)}`;
}

/** The period, wherever it stands, and the entry without it. */
function apart(entry: EntryView): [string, EntryView] {
  const { when, ...rest } = entry;
  if (when !== undefined) return [when, rest];
  const right = entry.rows.find((row) => row.right !== undefined)?.right ?? '';
  const rows = entry.rows.map(({ right: _, ...row }) => row);
  return [right, { ...rest, rows }];
}

function paragraphsOf({ when, rows, prose, bullets }: EntryView, form: Form, bullet: string): string {
  const heads = rows.map(({ text, weight, right }, i) => {
    const words = weight === 'regular' ? run(text) : styled(text, weight === 'bold' ? '<w:b/>' : '<w:i/>');
    const beside = right ?? (i === 0 ? when : undefined);
    if (beside === undefined) return para(words, TIGHT);
    return form === 'tabs'
      ? para(`${words}<w:r><w:tab/></w:r>${run(beside)}`, RIGHT_TAB)
      : para(words, TIGHT) + para(run(beside), TIGHT);
  });
  return [
    ...(when !== undefined && rows.length === 0 ? [para(run(when), TIGHT)] : []),
    ...heads,
    ...prose.map((text) => para(run(text), TIGHT)),
    ...bullets.map((text) => para(`${run(bullet)}<w:r><w:tab/></w:r>${run(text)}`, HANGING)),
    para('', TIGHT),
  ].join('');
}
