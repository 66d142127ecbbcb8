import { findPeriods } from '../../../recognize/periods.ts';

/** Whether a text is a telephone number without its country, and nothing else. */
export const isNationalNumber = (text: string): boolean =>
  /^\(?0\d{1,4}\)?[ ./-]?\d[\d ./-]{4,14}\d$/.test(text) &&
  text.replace(/\D/g, '').length >= 9 &&
  findPeriods(text).every(({ certainty }) => certainty <= 0.5);
