// word/comments.xml → what each comment says.

import { walkXml } from '../office/walk-xml.ts';

const MAX_COMMENTS = 200;
const MAX_CHARACTERS = 4000;

export function readComments(bytes: Uint8Array): string[] {
  const comments: string[] = [];
  let inText = false;
  walkXml(bytes, {
    open: (name, { author = '' }) => {
      if (name === 'comment' && comments.length < MAX_COMMENTS) comments.push(author === '' ? '' : `${author}: `);
      inText = name === 't';
    },
    text: (text) => {
      const last = comments.length - 1;
      if (inText && last >= 0 && comments[last]!.length < MAX_CHARACTERS) comments[last] += text;
    },
    close: (name) => {
      if (name === 'p' && comments.length > 0) comments[comments.length - 1] += ' ';
      inText = false;
    },
  });
  return comments.map((text) => text.trim()).filter((text) => text !== '');
}
