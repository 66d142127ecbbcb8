// Item list and technical specification.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { signals } from '../classify.ts';
import { currencyByUse } from '../extract/currency.ts';
import { labelledCells } from '../extract/terms/labelled-cells.ts';
import { titleTextReader } from '../extract/title-text.ts';
import { titles } from '../locales/titles.ts';
import { linesMissing } from '../rules/line-rules.ts';
import { itemListFields, technicalSpecificationFields } from '../schema/other-types.ts';
import { none, withLines } from './parts.ts';

export const otherTypes: DocumentType[] = [
  {
    ...none,
    ...withLines,
    id: 'item_list',
    title: 'Item list',
    fields: itemListFields,
    signals: signals.item_list,
    extractors: [currencyByUse, titleTextReader(titles.item_list), labelledCells(itemListFields)],
    rules: [linesMissing],
  },
  {
    ...none,
    id: 'technical_specification',
    title: 'Technical specification',
    fields: technicalSpecificationFields,
    signals: signals.technical_specification,
    extractors: [titleTextReader(titles.technical_specification), labelledCells(technicalSpecificationFields)],
  },
];
