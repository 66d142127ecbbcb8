// What an XML file states against what the page beside it shows: a line to sum up, and each field that differs.

import type { DocumentRecord, FieldComparison } from '../document/value.ts';
import { displayField } from './display-value.ts';
import { fieldNameOf } from './field-title.ts';
import { cleanText, fitText, padEnd, type Terminal } from './terminal.ts';

const TITLE_WIDTH = 26;
const VALUE_WIDTH = 30;

export function printComparison({ comparison = [] }: DocumentRecord, terminal: Terminal): string[] {
  const count = (verdict: FieldComparison['verdict']): number =>
    comparison.filter((field) => field.verdict === verdict).length;
  const differing = comparison.filter(({ verdict }) => verdict === 'differs');
  const style = differing.length > 0 ? 'yellow' : 'green';
  const sum = [
    `${count('agrees')} agree`,
    `${differing.length} differ`,
    `${count('page does not say')} not on the page`,
    `${count('page says more')} on the page alone`,
  ].join(', ');
  return [
    `    ${terminal.style('cyan', 'XML and page')}  ${terminal.style(style, sum)}`,
    ...differing.map((field) => {
      const { group, title } = fieldNameOf(field.path);
      const name = group === '' ? title : `${group} ${title.toLowerCase()}`;
      const show = (value: FieldComparison['xml']): string =>
        value ? cleanText(displayField(field.path, value.value)).replace(/\s+/gu, ' ') : '';
      const xml = padEnd(fitText(show(field.xml), VALUE_WIDTH), VALUE_WIDTH);
      const cells = [
        padEnd(fitText(name, TITLE_WIDTH), TITLE_WIDTH),
        `XML ${xml}`,
        `page ${fitText(show(field.page), VALUE_WIDTH)}`,
      ];
      return `      ${cells.join('  ')}`.trimEnd();
    }),
  ];
}
