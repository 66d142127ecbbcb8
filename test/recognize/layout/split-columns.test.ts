import { describe, expect, test } from 'vitest';
import { readFlows, splitColumns } from '../../../src/recognize/layout/split-columns.ts';
import { pageFromText } from '../tables/page-from-text.ts';

const hints = {
  isTitle: (text: string) => /^[A-Z]{4,}$/.test(text),
  isNote: (text: string) => /^\d{4}/.test(text),
  isDetail: (text: string) => text.includes('@'),
};

const sidebar = `
JANE MILLER IS THE NAME ON TOP OF BOTH COLUMNS OF THIS PAGE
SKILLS                EXPERIENCE
Maps                  Surveyor at Highland Roads
Levels                Measured four valleys
Drones                Drew the maps of all
LANGUAGES             EDUCATION
Gaelic                Diploma in surveying
Norse                 College of the Isles
`;

describe('splitColumns', () => {
  test('a sidebar stands before the main column, and what spans both before either', () => {
    const { groups, gutter } = splitColumns(pageFromText(sidebar, 1), hints);
    expect(groups.map(({ place }) => place)).toEqual(['full', 'side', 'main']);
    expect(groups[1]!.lines.map(({ text }) => text)).toEqual([
      'SKILLS',
      'Maps',
      'Levels',
      'Drones',
      'LANGUAGES',
      'Gaelic',
      'Norse',
    ]);
    expect(gutter).toBeGreaterThan(0);
  });

  test('dates in the margin are no column', () => {
    const page = pageFromText(
      `
2010 - 2012           EXPERIENCE
2012 - 2014           Surveyor at Highland Roads
2014 - 2016           Measured four valleys
2016 - 2018           Drew the maps of all
2018 - 2020           EDUCATION
2020 - 2021           Diploma in surveying
`,
      1,
    );
    expect(splitColumns(page, hints).groups.map(({ place }) => place)).toEqual(['full']);
  });

  test('text in one column stays as it is', () => {
    const page = pageFromText('EXPERIENCE\nSurveyor\nMeasured\nEDUCATION\nDiploma\nSKILLS\nMaps\nLevels\n', 1);
    expect(splitColumns(page, hints).groups).toHaveLength(1);
  });
});

test('columns go on over pages: all of the sidebar, then all of the main column', () => {
  const second = `
MORE                  PROJECTS
Winches               Bridge over the Nevis
Ropes                 Path to the lighthouse
Boats                 Map of the peat
AWARDS                PAPERS
Golden level          On the height of hills
`;
  const flows = readFlows([pageFromText(sidebar, 1), pageFromText(second, 2)], hints);
  expect(flows).toHaveLength(3);
  expect(flows[1]!.at(-1)!.text).toBe('Golden level');
  expect(flows[2]!.at(-1)!.text).toBe('On the height of hills');
});
