// The programs that the docs name, as they are found in the docs test: this project's own, run for real, and stand-ins.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { standIns } from './stand-ins.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes them to the folder `bin`; stand-ins check against the clone. */
export function writeWrappers(bin: string, clone: string): void {
  const node = `${process.execPath} --no-warnings`;
  const sheaf = `exec ${node} ${path.join(root, 'src/main.ts')}`;
  const write = (name: string, text: string) =>
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  write('node', `exec ${node} "$@"`);
  write('sheaf', `${sheaf} "$@"`);
  write('npx', `[ "$1" = sheaf ] || { echo "npx: the docs run sheaf alone" >&2; exit 64; }\nshift\n${sheaf} "$@"`);
  write('sudo', '[ "$1" = -u ] && { [ "$2" = sheaf ] || exit 64; shift 2; }\nexec "$@"');
  // Users that useradd did not really make own nothing here; that they are the right ones is checked.
  write(
    'install',
    [
      'while getopts dm:o:g: flag; do',
      '  case "$flag" in',
      '    o | g) case "$OPTARG" in root | sheaf) ;; *) echo "install: no user $OPTARG" >&2; exit 64 ;; esac ;;',
      '    d) folder=-d ;;',
      '    m) mode="-m $OPTARG" ;;',
      '    *) exit 64 ;;',
      '  esac',
      'done',
      'shift $((OPTIND - 1))',
      'exec /usr/bin/install $folder $mode "$@"',
    ].join('\n'),
  );
  for (const name of Object.keys(standIns)) {
    write(name, `exec ${node} ${path.join(import.meta.dirname, 'stand-ins.ts')} ${name} ${clone} "$@"`);
  }
}
