// A QR code. Of the SVG that the server sends only the size and the outline of its modules are taken, never its markup.

const MODULE_PX = 4;
const SVG = 'http://www.w3.org/2000/svg';

/** Dark on white in the dark, too: readers need both, and the light margin. */
export function qrPicture(source, label) {
  const given = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  const [, , width, height] = (given.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const picture = make('svg', {
    class: 'qr',
    viewBox: `0 0 ${width} ${height}`,
    // Whole pixels for each module: edges fall between them.
    width: width * MODULE_PX,
    role: 'img',
    'aria-label': label,
  });
  picture.append(
    make('rect', { width, height, fill: 'white' }),
    make('path', { d: given.querySelector('path')?.getAttribute('d') ?? '', fill: 'black' }),
  );
  return picture;
}

function make(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}
