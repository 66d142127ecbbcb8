// Coloured terminal output → SVG, for the picture in the README.

const COLUMN = 8.4;
const ROW = 19;
const PADDING = 18;
const BAR = 30;

const COLOURS: Readonly<Record<string, string>> = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 36: '#76e3ea' };
const INK = '#d6dbe3';
const DIM = '#8b949e';

interface Look {
  colour: string;
  bold: boolean;
}

/** `text`: with SGR colour codes; everything else of a terminal's language is not understood. */
export function terminalPicture(text: string, title: string): string {
  const rows = text.replace(/\n+$/, '').split('\n');
  const esc = String.fromCharCode(27);
  const columns = Math.max(
    ...rows.map((row) =>
      row.split(esc).reduce((n, part, i) => n + (i === 0 ? part : part.replace(/^\[[\d;]*m/, '')).length, 0),
    ),
  );
  const width = Math.ceil(columns * COLUMN + 2 * PADDING);
  const height = BAR + rows.length * ROW + 2 * PADDING;
  const body = rows.map(
    (row, i) => `<text y="${BAR + PADDING + 13 + i * ROW}" xml:space="preserve">${spansOf(row, esc)}</text>`,
  );
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, i) => `<circle cx="${20 + i * 18}" cy="16" r="5.5" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${INK}">
<title>${escapeXml(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#12161d"/>
${dots.join('')}<text x="${width / 2}" y="21" text-anchor="middle" fill="${DIM}" font-size="13">${escapeXml(title)}</text>
${body.join('\n')}
</svg>
`;
}

function spansOf(row: string, esc: string): string {
  let look: Look = { colour: INK, bold: false };
  let column = 0;
  const spans: string[] = [];
  for (const [i, part] of row.split(esc).entries()) {
    const code = i === 0 ? null : /^\[([\d;]*)m/.exec(part);
    const text = code ? part.slice(code[0].length) : part;
    for (const one of code?.[1]?.split(';') ?? []) look = applied(look, one);
    if (text !== '') {
      // Each span gets its own place: fonts without our width must not push the columns apart.
      const x = PADDING + column * COLUMN;
      const length = (text.length * COLUMN).toFixed(1);
      spans.push(
        `<tspan x="${x.toFixed(1)}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look.colour === INK ? '' : ` fill="${look.colour}"`}${look.bold ? ' font-weight="700"' : ''}>${escapeXml(text)}</tspan>`,
      );
    }
    column += text.length;
  }
  return spans.join('');
}

function applied(look: Look, code: string): Look {
  if (code === '1') return { ...look, bold: true };
  if (code === '2') return { ...look, colour: DIM };
  if (code === '22') return { colour: look.colour === DIM ? INK : look.colour, bold: false };
  if (code === '39') return { ...look, colour: INK };
  if (code === '' || code === '0') return { colour: INK, bold: false };
  return { ...look, colour: COLOURS[code] ?? look.colour };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
