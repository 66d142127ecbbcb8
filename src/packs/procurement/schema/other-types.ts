// Item list and technical specification: light records around their lines or text.

import type { FieldSpec } from '../../../pipeline/pack.ts';
import { dateLabels } from '../locales/date-labels.ts';
import { termLabels } from '../locales/term-labels.ts';
import { field, projectNameField } from './common-fields.ts';

const documentNumber = field('number', 'identifier', 'Document number', [
  'document no',
  'document number',
  'doc no',
  'drawing no',
  'list no',
  'spec no',
  'specification no',
  'dokumentnummer',
  'dokument-nr',
  'zeichnungsnummer',
  'numéro de document',
  'réf',
  'documento n°',
  'documento n',
  'documentnummer',
]);

export const itemListFields: FieldSpec[] = [
  field('title', 'text', 'Title'),
  documentNumber,
  field('date', 'date', 'Date', dateLabels.issueDate, { weakLabels: dateLabels.anyDate }),
  projectNameField,
  field('currency', 'currency', 'Currency', termLabels.currency),
];

export const technicalSpecificationFields: FieldSpec[] = [
  field('title', 'text', 'Title'),
  documentNumber,
  field('revision', 'identifier', 'Revision', termLabels.revision),
  field('date', 'date', 'Date', dateLabels.issueDate, { weakLabels: dateLabels.anyDate }),
  projectNameField,
];
