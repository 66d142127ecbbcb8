// What a rule about a table says, and what many tables share.

/** What erasing does with a table's rows. `column` holds the id of what is erased. */
export type Erasure =
  | { do: 'delete'; column: string }
  /** Rows whose JSON, in `column`, holds the id under `key`. */
  | { do: 'delete-json'; column: string; key: string }
  /** Rows whose JSON refers, under `key`, to a row of another table that holds the id in `by`. */
  | { do: 'delete-referring'; column: string; key: string; table: string; by: string }
  /** Rows that hold the id anywhere in these columns of text. */
  | { do: 'delete-text'; columns: readonly string[] }
  /** Rows whose column is one of the person's names, such as their address. */
  | { do: 'delete-named'; column: string }
  /** The rows stay, without what the person wrote into them. */
  | { do: 'clear'; column: string; set: Readonly<Record<string, string | null>> }
  /** Go with the rows that they refer to, by a foreign key. */
  | { do: 'follow'; table: string }
  /** Not touched, and why. */
  | { do: 'keep'; why: string };

export interface TableRule {
  workspace: readonly Erasure[];
  person: readonly Erasure[];
  /** Holds a workspace, but is not reached from within one. */
  ownerOnly?: true;
  /** In an account export: all columns, all but some, or not at all, and why. */
  export: 'all' | { without: readonly string[] } | { never: string };
}

export const byWorkspace: readonly Erasure[] = [{ do: 'delete', column: 'workspace_id' }];
export const ofWorkspace = (why: string): readonly Erasure[] => [{ do: 'keep', why }];
export const belongsToWorkspace = ofWorkspace(
  'belongs to the workspace; the person stands in it by a bare id, if at all',
);
export const server: TableRule = {
  workspace: [{ do: 'keep', why: 'is about the server; holds nothing that anybody gave' }],
  person: [{ do: 'keep', why: 'is about the server; holds nothing that anybody gave' }],
  export: { never: 'is about the server' },
};
