import type { FieldComparison } from '../../document/value.ts';
import type { FieldKind } from '../pack.ts';

/** A field of a comparison, with how sure the page's value is. */
export interface JudgedField extends FieldComparison {
  kind: FieldKind;
  required: boolean;
  /** 0–1; 0 where the page says nothing. */
  sure: number;
}
