// The styles of a Word file, so that whoever opens it changes a design in one place.

import type { DesignLook } from '../design.ts';
import { escapeXml, halfPoints, twips } from './word-xml.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface StyleSpec {
  id: string;
  name: string;
  size: number;
  color: string;
  bold?: boolean;
  italic?: boolean;
  before?: number;
  after?: number;
  keepNext?: boolean;
  centred?: boolean;
  ruled?: boolean;
  list?: boolean;
  /** Right edge of the text: what stands there is behind a tab. */
  right?: number;
  /** Level in the outline, from 0. */
  outline?: number;
}

/** `right`: width of the text, in points. */
export function stylesXml(look: DesignLook, { language, right }: { language: string; right: number }): string {
  const { size, space, ink, quiet, accent } = look;
  const centred = look.align === 'center';
  const styles: StyleSpec[] = [
    { id: 'Title', name: 'Title', size: look.nameSize, color: accent, bold: true, centred, keepNext: true },
    { id: 'Subtitle', name: 'Subtitle', size: look.labelSize, color: quiet, centred, after: 2, keepNext: true },
    { id: 'Contact', name: 'Contact', size, color: ink, centred, after: 2 },
    {
      id: 'Heading1',
      name: 'heading 1',
      size: look.titleSize,
      color: accent,
      bold: true,
      before: space.section,
      after: 3,
      keepNext: true,
      ruled: look.ruled,
      outline: 0,
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      size: size * 1.06,
      color: ink,
      before: space.entry,
      keepNext: true,
      right,
      outline: 1,
    },
    { id: 'EntryDetail', name: 'Entry Detail', size, color: quiet, italic: true, after: space.row, right },
    { id: 'Item', name: 'Item', size, color: ink, after: 2 * space.row, right },
    { id: 'BodyText', name: 'Body Text', size, color: ink, after: 2 * space.row },
    { id: 'ListBullet', name: 'List Bullet', size, color: ink, after: space.row, list: true },
  ];
  const font = escapeXml(look.officeFont);
  return `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/><w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="${Math.round(240 * (look.leading - 0.2))}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${styles.map((style) => styleXml(style, accent)).join('')}${dateStyle(look)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="${hex(ink)}"/></w:rPr></w:style></w:styles>`;
}

const hex = (color: string): string => color.slice(1).toUpperCase();

const dateStyle = (look: DesignLook): string =>
  `<w:style w:type="character" w:customStyle="1" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:color w:val="${hex(look.quiet)}"/><w:sz w:val="${halfPoints(look.size)}"/></w:rPr></w:style>`;

function styleXml(style: StyleSpec, accent: string): string {
  const {
    id,
    name,
    size,
    color,
    bold,
    italic,
    before = 0,
    after = 0,
    keepNext,
    centred,
    ruled,
    list,
    right,
    outline,
  } = style;
  // In the order that the schema asks for (CT_PPrBase).
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    list ? '<w:numPr><w:numId w:val="1"/></w:numPr>' : '',
    ruled ? `<w:pBdr><w:bottom w:val="single" w:sz="5" w:space="2" w:color="${hex(accent)}"/></w:pBdr>` : '',
    right === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${twips(right - 1)}"/></w:tabs>`,
    `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}"/>`,
    centred ? '<w:jc w:val="center"/>' : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
  const letters = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:color w:val="${hex(color)}"/><w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/>`;
  const custom = id === 'Contact' || id === 'EntryDetail' || id === 'Item' ? ' w:customStyle="1"' : '';
  return `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}

export const numberingXml = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
