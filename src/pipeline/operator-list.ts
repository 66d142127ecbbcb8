// Lists that a pack works with and that whoever runs the installation may extend or replace from files (`sheaf import`). A pack
// declares them; they are kept as files of the installation and taken into use when a process starts.

export interface ListFile {
  /** As somebody named it; for messages alone. */
  name: string;
  text: string;
}

export interface ListImport {
  /** What earlier imports left; undefined when there were none, or when they do not count any more. */
  kept: string | undefined;
  /** Instead of what Sheaf brings, not beside it. */
  replace: boolean;
}

export interface ImportedList {
  /** What is kept, as text that `use` understands. */
  kept: string;
  /** What was found and done, in sentences and as figures. */
  figures: Readonly<Record<string, number>>;
  notes: readonly string[];
}

export interface OperatorList {
  /** What `sheaf import` calls it, and its file: `skills`. */
  id: string;
  title: string;
  /** Formats that it understands, for the help of the command. */
  formats: readonly string[];
  /** Throws OperatorListError for files that it does not understand. */
  import(files: readonly ListFile[], how: ListImport): ImportedList;
  /** Throws OperatorListError when what was kept cannot be used. */
  check(kept: string): void;
  /** From now on, read when it is first needed; undefined goes back to what Sheaf brings. */
  use(kept: string | undefined): void;
}

/** Says which file, where and why; never quotes what stands in it. */
export class OperatorListError extends Error {}
