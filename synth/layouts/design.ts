// A layout as a list of choices: how the page begins, where parties, numbers and sums stand, how the table looks.
import type { TableStyle } from '../page/table.ts';
import type { SynthType } from '../truth.ts';
import type { ColumnKey } from '../words/words.ts';

export interface Design {
  id: string;
  types: readonly SynthType[];
  family?: 'Helvetica' | 'Times' | 'Courier';
  size?: number;
  margin?: number;
  /** Black and grey only. */
  plain?: boolean;
  /** Forces a page format; otherwise the region's. */
  landscape?: boolean;
  sidebar?: 'left' | 'right';
  head:
    | 'window' // envelope window with the sender in one line, mark on the right
    | 'window-named' // the same with the company's name large above
    | 'brand-left' // mark and name left, contact right
    | 'brand-right' // mark and contact lines in a right column
    | 'centred' // name and address centred over a double rule
    | 'band' // coloured band with title
    | 'issuer-title' // issuer's address left, large title right
    | 'mark-only' // a mark, no name: the seller stands in the footer
    | 'line-printer' // plain text with separators
    | 'thin' // small brand over a coloured rule, large title
    | 'frames'; // issuer and recipient in frames side by side
  title: 'in-head' | 'plain' | 'number' | 'number-date' | 'centred' | 'boxed' | 'large';
  parties: 'in-head' | 'left' | 'right-frame' | 'left-frame' | 'columns' | 'filled-boxes' | 'three-columns';
  meta:
    | 'beside'
    | 'beside-right'
    | 'lines'
    | 'row-frame'
    | 'row-open'
    | 'row-filled'
    | 'grid'
    | 'grid-beside'
    | 'stack'
    | 'dots'
    | 'sidebar'
    | 'two-lists';
  table: TableStyle;
  order?: readonly ColumnKey[];
  totals: 'right' | 'left' | 'boxes' | 'under-table' | 'full' | 'fixed-bottom';
  totalsLook?: 'plain' | 'ruled' | 'grid' | 'band' | 'double';
  taxes?: 'left' | 'below' | 'left-ruled';
  /** Bank details in the body. */
  bank?: 'below' | 'beside';
  foot: 'columns' | 'line' | 'line-bank' | 'none' | 'columns-no-bank';
  pages: 'left' | 'right' | 'center';
  signature?: boolean;
}
