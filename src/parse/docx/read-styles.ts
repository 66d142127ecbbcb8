// word/styles.xml → what a style says, with what it is based on.

import { walkXml } from '../office/walk-xml.ts';
import { applyToParagraph, applyToRun, type ParagraphLook, type RunLook } from './looks.ts';

export interface StyleLook {
  run: RunLook;
  paragraph: ParagraphLook;
}

export interface Styles {
  /** Look of a paragraph style on top of the document's defaults; of the default style where none is named. */
  paragraph(id: string | undefined): StyleLook;
  character(id: string | undefined): RunLook;
}

interface Style extends StyleLook {
  basedOn?: string;
}

const MAX_CHAIN = 20;
/** Word's own, where a file has no styles. */
const PLAIN: StyleLook = { run: { size: 10 }, paragraph: { before: 0, after: 0 } };

export function readStyles(bytes: Uint8Array | undefined): Styles {
  const styles = new Map<string, Style>();
  const defaults: StyleLook = { run: { ...PLAIN.run }, paragraph: { ...PLAIN.paragraph } };
  let usual: string | undefined;
  if (bytes) {
    let open: Style | undefined;
    let inRun = false;
    let inParagraph = false;
    /** Depth inside what only applies to parts of a table, or to earlier versions. */
    let skipped = 0;
    walkXml(bytes, {
      open: (name, attributes) => {
        if (skipped > 0 || /^(?:tblStylePr|rPrChange|pPrChange)$/.test(name)) {
          skipped++;
          return;
        }
        if (name === 'docDefaults') open = defaults;
        else if (name === 'style') {
          open = { run: {}, paragraph: {} };
          if (attributes.styleId) styles.set(attributes.styleId, open);
          if (attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(attributes.default ?? '')) {
            usual = attributes.styleId;
          }
        } else if (name === 'basedOn' && open && attributes.val) open.basedOn = attributes.val;
        else if (name === 'rPr') inRun = true;
        else if (name === 'pPr') inParagraph = true;
        else if (open && inRun) applyToRun(open.run, name, attributes);
        else if (open && inParagraph) applyToParagraph(open.paragraph, name, attributes);
      },
      close: (name) => {
        if (skipped > 0) skipped--;
        else if (name === 'rPr') inRun = false;
        else if (name === 'pPr') inParagraph = false;
        else if (name === 'style' || name === 'docDefaults') open = undefined;
      },
    });
  }
  const chainOf = (id: string | undefined): Style[] => {
    const chain: Style[] = [];
    for (let at = id; at !== undefined && chain.length < MAX_CHAIN; at = chain[0]!.basedOn) {
      const style = styles.get(at);
      if (!style || chain.includes(style)) break;
      chain.unshift(style);
    }
    return chain;
  };
  const merge = (id: string | undefined, base: StyleLook): StyleLook => {
    const merged: StyleLook = { run: { ...base.run }, paragraph: { ...base.paragraph } };
    for (const { run, paragraph } of chainOf(id)) {
      Object.assign(merged.run, run);
      Object.assign(merged.paragraph, paragraph);
    }
    return merged;
  };
  const known = new Map<string, StyleLook>();
  const nothing: StyleLook = { run: {}, paragraph: {} };
  const remember = (key: string, id: string | undefined, base: StyleLook): StyleLook => {
    const found = known.get(key) ?? merge(id, base);
    known.set(key, found);
    return found;
  };
  return {
    paragraph: (id) => {
      const named = id !== undefined && styles.has(id) ? id : usual;
      return remember(`p ${named}`, named, defaults);
    },
    character: (id) => (id === undefined ? nothing.run : remember(`c ${id}`, id, nothing).run),
  };
}
