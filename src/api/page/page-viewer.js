// Pages as pictures with a box over each value; boxes and fields light up together.

import { pageUrl } from './api.js';
import { el } from './dom.js';

const DPI = 110;
const MAX_PAGES = 50;

/** `places`: [{path, label, page, box}]. `onPoint(path | null)` is called when a box is pointed at or focused. */
export function createPageViewer({ document, places, onPoint }) {
  const shown = Math.min(document.pages ?? 0, MAX_PAGES);
  const boxes = new Map();
  const pages = Array.from({ length: shown }, (_, index) => drawPage(document, index + 1));
  const node = el('section.pages', { 'aria-label': 'Pages' }, ...pages.map((page) => page.node));
  if (document.pages > shown) {
    node.append(
      el('p.hint', {}, `${document.pages - shown} more pages are not shown here; download the file to see them.`),
    );
  }
  for (const place of places) {
    const page = pages[place.page - 1];
    if (!page) continue;
    const button = el('button.box', {
      type: 'button',
      'aria-label': place.label,
      title: place.label,
      onpointerenter: () => onPoint(place.path),
      onpointerleave: () => onPoint(null),
      onfocus: () => onPoint(place.path),
      onblur: () => onPoint(null),
    });
    page.place(button, place.box);
    boxes.set(place.path, [...(boxes.get(place.path) ?? []), button]);
  }
  return {
    node,
    /** Lights the boxes of `path`; scrolls to the first when asked. */
    light(path, scroll) {
      for (const [key, buttons] of boxes) for (const button of buttons) button.classList.toggle('lit', key === path);
      const first = path && boxes.get(path)?.[0];
      if (first && scroll) first.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    },
  };
}

function drawPage(document, number) {
  const image = el('img', {
    alt: `Page ${number} of ${document.name}`,
    loading: number > 2 ? 'lazy' : 'eager',
    src: pageUrl(document.id, number, DPI),
  });
  const node = el('figure.page', {}, image, el('figcaption', {}, `Page ${number} of ${document.pages}`));
  const waiting = [];
  let size;
  const put = (button, [x0, y0, x1, y1]) => {
    const share = (part, whole) => `${(100 * part) / whole}%`;
    button.style.left = share(x0 - 1, size.width);
    button.style.top = share(y0 - 1, size.height);
    button.style.width = share(x1 - x0 + 2, size.width);
    button.style.height = share(y1 - y0 + 2, size.height);
    frame.append(button);
  };
  const frame = el('div.frame', {}, image);
  node.prepend(frame);
  image.addEventListener('load', () => {
    // Boxes are in points; the picture tells the page's size.
    size = { width: (image.naturalWidth * 72) / DPI, height: (image.naturalHeight * 72) / DPI };
    for (const [button, box] of waiting.splice(0)) put(button, box);
  });
  image.addEventListener('error', () => {
    image.remove();
    frame.append(el('p.hint', {}, 'This page cannot be drawn.'));
  });
  return { node, place: (button, box) => (size ? put(button, box) : waiting.push([button, box])) };
}
