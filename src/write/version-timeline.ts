// Undo and redo over versions that are only ever added: from where each came, it follows where back and forth lead now.

export interface VersionStep {
  version: number;
  /** The version whose body it has again. */
  restoredFrom: number | null;
}

export interface Timeline {
  /** The version to go back to; undefined: this is the first. */
  undo?: number;
  /** The version to go forth to; undefined: nothing was undone. */
  redo?: number;
}

/**
 * Oldest first. Going to the version before is an undo and going to the one after it a redo, by whatever way it was asked for;
 * going anywhere else is a change like any other.
 */
export function timelineOf(versions: readonly VersionStep[]): Timeline {
  const origin = new Map<number, number>();
  let line: number[] = [];
  let at = -1;
  for (const { version, restoredFrom } of versions) {
    const meant = restoredFrom === null ? version : (origin.get(restoredFrom) ?? restoredFrom);
    origin.set(version, meant);
    if (meant === line[at]) continue;
    if (meant === line[at - 1]) at -= 1;
    else if (meant === line[at + 1]) at += 1;
    else {
      line = [...line.slice(0, at + 1), meant];
      at = line.length - 1;
    }
  }
  const [undo, redo] = [line[at - 1], line[at + 1]];
  return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
}
