/** Labels of the model's résumé head that fields are read from. */
export type MarkLabel = 'NAME' | 'DESIGNATION' | 'COMPANY' | 'COLLEGE' | 'DEGREE' | 'LOCATION';
