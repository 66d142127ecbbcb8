// Pieces of WordprocessingML (ECMA-376 part 1, 17).

import type { Span } from '../content/printed-content.ts';

/** What XML 1.0 has no place for is left out. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const escapeXml = (text: string): string =>
  text.replace(NO_XML, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const twips = (points: number): number => Math.round(20 * points);
export const halfPoints = (points: number): number => Math.round(2 * points);

export interface Links {
  /** Id of the relationship for an address. */
  idOf(address: string): string;
  all(): [id: string, address: string][];
}

export function createLinks(): Links {
  const ids = new Map<string, string>();
  return {
    idOf(address) {
      const known = ids.get(address) ?? `rIdLink${ids.size + 1}`;
      ids.set(address, known);
      return known;
    },
    all: () => [...ids].map(([address, id]) => [id, address]),
  };
}

export function run(text: string, { strong = false, style }: { strong?: boolean; style?: string } = {}): string {
  const properties = `${style ? `<w:rStyle w:val="${style}"/>` : ''}${strong ? '<w:b/>' : ''}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function runs(spans: readonly Span[], links: Links, style?: string): string {
  return spans
    .map(({ text, strong, link }) => {
      const look = { ...(strong ? { strong } : {}), ...(style === undefined ? {} : { style }) };
      if (link === undefined) return run(text, look);
      return `<w:hyperlink r:id="${links.idOf(link)}" w:history="1">${run(text, { ...look, style: 'Hyperlink' })}</w:hyperlink>`;
    })
    .join('');
}

export const tab = '<w:r><w:tab/></w:r>';

export const paragraph = (style: string, content: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
