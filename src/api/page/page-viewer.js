// Pages as pictures with a box over each value; boxes and fields light up together.

import { pageUrl } from './api.js';
import { el } from './dom.js';
import { ensureSession } from './http.js';

const DPI = 110;
const MAX_PAGES = 50;

/** `places`: [{path, label, page, box}]; `found`: [{page, box}], what a search leads to. `onPoint(path | null)` is called when a box is pointed at or focused, `onChoose(path)` when it is pressed. A `quiet` place shows only while it is lit. */
export function createPageViewer({ document, places, found = [], onPoint, onChoose }) {
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
    const button = el(place.quiet ? 'div.box.hushed' : 'button.box', {
      type: place.quiet ? undefined : 'button',
      'aria-label': place.label,
      title: place.label,
      onpointerenter: () => onPoint(place.path),
      onpointerleave: () => onPoint(null),
      onfocus: () => onPoint(place.path),
      onblur: () => onPoint(null),
      onclick: onChoose && !place.quiet ? () => onChoose(place.path) : undefined,
    });
    page.place(button, place.box);
    boxes.set(place.path, [...(boxes.get(place.path) ?? []), button]);
  }
  for (const { page, box } of found)
    pages[page - 1]?.place(el('div.box.found', { role: 'note', 'aria-label': 'Found here' }), box);
  // Once it stands on the page.
  if (found.length > 0) requestAnimationFrame(() => node.querySelector('.found')?.scrollIntoView({ block: 'center' }));
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

/** The boxes lie on a sheet over the picture that leans as the page's lines do: they were measured on the level page. */
function drawPage(document, number) {
  const geometry = document.pageGeometry?.find((page) => page.number === number);
  const image = el('img', {
    alt: `Page ${number} of ${document.name}`,
    loading: number > 2 ? 'lazy' : 'eager',
    src: pageUrl(document.id, number, DPI),
  });
  const sheet = el('div.sheet');
  const frame = el('div.frame', {}, image, sheet);
  if (geometry) frame.style.aspectRatio = `${geometry.width} / ${geometry.height}`;
  if (geometry?.skew) sheet.style.transform = `rotate(${geometry.skew}deg)`;
  const src = image.src;
  let tries = 0;
  image.addEventListener('error', async () => {
    // A page that stood open for long asks with a session that has run out.
    if (tries++ === 0 && (await ensureSession().catch(() => false))) {
      image.src = `${src}&again=1`;
      return;
    }
    frame.style.aspectRatio = '';
    image.replaceWith(el('p.hint', {}, 'There is no picture of this page. Its fields stand beside it.'));
    sheet.remove();
  });
  return {
    node: el('figure.page', {}, frame, el('figcaption', {}, `Page ${number} of ${document.pages}`)),
    place(button, [x0, y0, x1, y1]) {
      if (!geometry) return;
      const share = (part, whole) => `${(100 * part) / whole}%`;
      button.style.left = share(x0 - 1, geometry.width);
      button.style.top = share(y0 - 1, geometry.height);
      button.style.width = share(x1 - x0 + 2, geometry.width);
      button.style.height = share(y1 - y0 + 2, geometry.height);
      sheet.append(button);
    },
  };
}
