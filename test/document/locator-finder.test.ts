import { describe, expect, test } from 'vitest';
import { createLocatorFinder } from '../../src/document/locator-finder.ts';
import { parseCsv } from '../../src/parse/csv.ts';
import { testContext } from '../parse/context.ts';

describe('the locator of a box', () => {
  test('is that of the first word in it', async () => {
    const { pages } = await parseCsv(Buffer.from('Item;Qty;Price\nBig chair;4;99,50\nTable;1;80,00\n'), testContext());
    const find = createLocatorFinder(pages);
    const boxOf = (text: string) => pages[0]!.lines.find((line) => line.text === text)!.box;
    expect(find(1, boxOf('Big chair'))).toBe('row 2, column 1');
    expect(find(1, boxOf('80,00'))).toBe('row 3, column 3');
    expect(find(1, [0, 0, 5, 5])).toBeUndefined();
    expect(find(2, boxOf('Table'))).toBeUndefined();
  });
});
