// A user-defined document type as it is declared: labels and kinds, no code.

export interface FieldDefinition {
  /** A field kind of the pipeline: `identifier`, `money`, `date` … */
  kind: string;
  /** Printed labels in any language; absent: the path in words. */
  labels?: string[] | undefined;
  required?: boolean | undefined;
  /** For one end of a printed range. */
  part?: 'start' | 'end' | undefined;
  /** Allowed values of an `enum`. */
  values?: string[] | undefined;
  title?: string | undefined;
  description?: string | undefined;
}

export interface TypeDefinition {
  title: string;
  /** Words that speak for the type anywhere on a page. */
  hints: string[];
  /** Field, or group of fields, that names whoever wrote the document. */
  sender?: string | undefined;
  /** Path → field. */
  fields: Record<string, FieldDefinition>;
}
