import { describe, expect, test } from 'vitest';
import type { OcrWord } from '../../../src/parse/ocr/engine.ts';
import { repairAddresses } from '../../../src/parse/ocr/repair-addresses.ts';

/** Words in one line, a space apart; `|` in front of a word makes the gap before it a column gap. */
function lineOf(text: string, y0 = 0): OcrWord[] {
  let x = 0;
  return text.split(' ').map((part) => {
    const word = part.replace(/^\|/, '');
    if (word !== part) x += 200;
    const x0 = x;
    x += word.length * 8 + 6;
    return { text: word, x0, y0, x1: x0 + word.length * 8, y1: y0 + 14, confidence: 0.9, line: `1.${y0}` };
  });
}

const repaired = (...lines: string[]): string =>
  repairAddresses(lines.flatMap((line, i) => lineOf(line, i * 30)))
    .map((word) => word.text)
    .join(' ');

describe('a mail address', () => {
  test.each([
    ['torn before "@"', ['E-mail: sales @alder.example'], 'E-mail: sales@alder.example'],
    ['torn after "@"', ['Mail: info@ alder.example'], 'Mail: info@alder.example'],
    [
      'with "@" read as a letter',
      ['office Qalder.example', 'www.alder.example'],
      'office@alder.example www.alder.example',
    ],
    [
      'with "@" read as a word',
      ['j.berg OQ alder.example', 'www.alder.example'],
      'j.berg@alder.example www.alder.example',
    ],
    ['with "@" lost', ['info alder.example', 'www.alder.example'], 'info@alder.example www.alder.example'],
    [
      'with "@" grown onto a usual name',
      ['contacte alder.example', 'www.alder.example'],
      'contact@alder.example www.alder.example',
    ],
    ['glued to its label', ['E-Mail:office &alder.example'], 'E-Mail:office@alder.example'],
    ['known from its label alone', ['Correo: ventas Qalder.example'], 'Correo: ventas@alder.example'],
  ])('%s is put together', (_, lines, expected) => {
    expect(repaired(...lines)).toBe(expected);
  });

  test.each([
    ['read whole', ['Mail: info@alder.example', 'www.alder.example']],
    ['that is a word before a web address', ['Besuchen alder.example', 'www.alder.example']],
    ['whose parts stand in two columns', ['info |alder.example', 'www.alder.example']],
    ['that is the end of a sentence', ['see the Readme.md file']],
  ])('%s stays as it is', (_, lines) => {
    expect(repaired(...lines)).toBe(lines.join(' ').replace('|', ''));
  });

  test('takes the place of its parts', () => {
    const [address] = repairAddresses(lineOf('sales @alder.example')).slice(-1);
    expect(address).toMatchObject({ text: 'sales@alder.example', x0: 0, x1: 6 + 8 * 19 });
  });
});

test('a web address torn at its dot is put together', () => {
  expect(repaired('www. alder.example')).toBe('www.alder.example');
  expect(repaired('www .alder.example')).toBe('www.alder.example');
});
