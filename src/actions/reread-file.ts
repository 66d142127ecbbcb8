// A file that was just written, read as if it had been uploaded: in a child that may be killed, and nothing of it is stored.

import type { Reader } from '../pipeline/read-result.ts';
import type { RereadFile } from '../pipeline/record-export.ts';
import { withTemporaryFile } from '../store/temporary-file.ts';

export function rereadBy(reader: Pick<Reader, 'read'>): RereadFile {
  return ({ bytes, name, type }) =>
    withTemporaryFile(bytes, async (path) => {
      const { documents } = await reader.read({ path, name }, { asType: type });
      return documents.find((record) => record.type === type);
    });
}
