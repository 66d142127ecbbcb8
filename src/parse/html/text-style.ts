// How a run of text is set, and where the lines of its block begin.

export type Align = 'left' | 'right' | 'center';

export interface TextStyle {
  /** Font size in points. */
  size: number;
  bold: boolean;
  align: Align;
  /** White space and line ends count. */
  preformatted: boolean;
  /** Where tabs lead, in points from the left; absent = every half inch. */
  stops?: readonly TabStop[];
}

export interface TabStop {
  at: number;
  align: Align;
}
