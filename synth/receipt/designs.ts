// How till rolls look: columns, type, where date and taxes stand.

import type { RetailKind } from '../words/goods.ts';
import type { StripLook } from './strip.ts';

type ItemStyle = 'amount-only' | 'quantity-below' | 'quantity-before' | 'columns' | 'tax-letter';

export interface ReceiptDesign {
  id: string;
  kinds: readonly RetailKind[];
  look: StripLook;
  items: ItemStyle;
  taxes: 'rows' | 'table' | 'none';
  totalStyle: 'large' | 'inverse' | 'bold' | 'ruled';
  dateAt: 'top' | 'bottom';
  dateInOneLine: boolean;
  upper: boolean;
  barcode: boolean;
  rule: '-' | '=' | '*' | '_';
}

const CELLS = [0.1, 0.6, 0.3] as const;

export const DESIGNS: readonly ReceiptDesign[] = [
  {
    id: 'roll-classic',
    kinds: ['grocery', 'hardware'],
    look: { family: 'Courier', columns: 40, size: 8, leader: ' ', cells: CELLS },
    items: 'quantity-below',
    taxes: 'rows',
    totalStyle: 'bold',
    dateAt: 'bottom',
    dateInOneLine: true,
    upper: false,
    barcode: false,
    rule: '-',
  },
  {
    id: 'roll-sans',
    kinds: ['grocery', 'pharmacy', 'hardware'],
    look: { family: 'Helvetica', columns: 46, size: 8.5, leader: ' ', cells: CELLS },
    items: 'quantity-before',
    taxes: 'rows',
    totalStyle: 'large',
    dateAt: 'top',
    dateInOneLine: true,
    upper: false,
    barcode: true,
    rule: '-',
  },
  {
    id: 'table-bill',
    kinds: ['restaurant'],
    look: { family: 'Helvetica', columns: 48, size: 9, leader: ' ', cells: [0.08, 0.64, 0.28] },
    items: 'columns',
    taxes: 'rows',
    totalStyle: 'ruled',
    dateAt: 'top',
    dateInOneLine: false,
    upper: false,
    barcode: false,
    rule: '_',
  },
  {
    id: 'dotted-slip',
    kinds: ['fuel', 'hardware'],
    look: { family: 'Courier', columns: 34, size: 9, leader: '.', cells: CELLS },
    items: 'quantity-below',
    taxes: 'rows',
    totalStyle: 'large',
    dateAt: 'top',
    dateInOneLine: false,
    upper: true,
    barcode: false,
    rule: '*',
  },
  {
    id: 'tax-letters',
    kinds: ['grocery', 'hardware', 'pharmacy'],
    look: { family: 'Courier', columns: 36, size: 8.5, leader: ' ', cells: [0.2, 0.4, 0.4] },
    items: 'tax-letter',
    taxes: 'table',
    totalStyle: 'large',
    dateAt: 'bottom',
    dateInOneLine: true,
    upper: true,
    barcode: true,
    rule: '=',
  },
  {
    id: 'inverse-total',
    kinds: ['restaurant', 'pharmacy', 'fuel'],
    look: { family: 'Helvetica', columns: 42, size: 9, leader: ' ', cells: CELLS },
    items: 'amount-only',
    taxes: 'rows',
    totalStyle: 'inverse',
    dateAt: 'bottom',
    dateInOneLine: false,
    upper: false,
    barcode: false,
    rule: '_',
  },
  {
    id: 'serif-cafe',
    kinds: ['restaurant'],
    look: { family: 'Times', columns: 46, size: 9.5, leader: ' ', cells: [0.1, 0.62, 0.28] },
    items: 'columns',
    taxes: 'none',
    totalStyle: 'large',
    dateAt: 'top',
    dateInOneLine: true,
    upper: false,
    barcode: false,
    rule: '-',
  },
  {
    id: 'narrow-mono',
    kinds: ['pharmacy', 'grocery', 'fuel', 'restaurant'],
    look: { family: 'Courier', columns: 30, size: 9, leader: ' ', cells: [0.14, 0.5, 0.36] },
    items: 'columns',
    taxes: 'table',
    totalStyle: 'ruled',
    dateAt: 'bottom',
    dateInOneLine: true,
    upper: true,
    barcode: false,
    rule: '=',
  },
];
