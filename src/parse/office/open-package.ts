// An Office file as its parts: the archive is gone through by the guard before anything is read of it.

import { posix } from 'node:path';
import type { Attachment } from '../../document/parsed-document.ts';
import { SheafError } from '../../errors.ts';
import { guardArchive } from '../archive-guard.ts';
import type { ParseContext } from '../parse-context.ts';
import { walkXml } from './walk-xml.ts';

export interface Relation {
  id: string;
  /** Last part of the type's address: `officeDocument`, `header`, `footnotes`. */
  type: string;
  /** Name of the part; addresses outside the file are left out and never fetched. */
  target: string;
}

export interface OfficePackage {
  /** Names of all parts, as written. */
  names: string[];
  read(part: string): Buffer | undefined;
  /** Relations of a part, or of the package itself for ''. */
  relationsOf(part: string): Relation[];
}

/** Throws SheafError of the archive guard: `archive.too-large`, `archive.encrypted`, `archive.inconsistent` … */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const entries = (await guardArchive(bytes)).filter((entry) => !entry.isFolder);
  // Parts are named without regard to case (ECMA-376 part 2, 6.2.2).
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const read = (part: string): Buffer | undefined => byName.get(part.toLowerCase())?.read();
  return {
    names: entries.map((entry) => entry.name),
    read,
    relationsOf: (part) => {
      const folder = posix.dirname(part);
      const rels = read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
      return rels ? readRelations(rels, folder) : [];
    },
  };
}

function readRelations(bytes: Buffer, folder: string): Relation[] {
  const found: Relation[] = [];
  walkXml(bytes, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External' || Target === '') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    close: () => undefined,
  });
  return found;
}

export interface OfficeProperties {
  title?: string;
  author?: string;
  created?: string;
  producer?: string;
}

const PROPERTIES: Readonly<Record<string, keyof OfficeProperties>> = {
  title: 'title',
  creator: 'author',
  created: 'created',
  Application: 'producer',
};

/** docProps/core.xml and app.xml, as far as they are there. */
export function readProperties(office: OfficePackage): OfficeProperties {
  const properties: OfficeProperties = {};
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    const bytes = office.read(part);
    if (!bytes) continue;
    let key: keyof OfficeProperties | undefined;
    walkXml(bytes, {
      open: (name) => {
        key = PROPERTIES[name];
      },
      text: (text) => {
        if (key) properties[key] = `${properties[key] ?? ''}${text}`.slice(0, 300);
      },
      close: () => {
        key = undefined;
      },
    });
  }
  for (const key of Object.values(PROPERTIES)) {
    const said = properties[key]?.trim();
    if (said) properties[key] = said;
    else delete properties[key];
  }
  return properties;
}

const EMBEDDED = /^(?:word|xl|ppt)\/embeddings\/([^/]+)$/i;
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.xlsx$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/\.docx$/i, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/\.pdf$/i, 'application/pdf'],
];

/** Files embedded in the document. Those larger than the limit are listed without their content. */
export function listEmbedded(office: OfficePackage, { limits, warn }: ParseContext): Attachment[] {
  const names = office.names.filter((name) => EMBEDDED.test(name));
  if (names.length > limits.maxAttachments) {
    const message = `Only ${limits.maxAttachments} of ${names.length} embedded files are listed.`;
    warn({ code: 'office.attachments', message });
  }
  return names.slice(0, limits.maxAttachments).map((part) => {
    const bytes = office.read(part)!;
    const name = EMBEDDED.exec(part)![1]!;
    const mediaType = TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'application/octet-stream';
    const content = bytes.length <= limits.maxAttachmentBytes ? { base64: bytes.toString('base64') } : {};
    return { name, mediaType, size: bytes.length, ...content };
  });
}

const PICTURE = /^(?:word|xl|Pictures)\/?(?:media\/)?[^/]+\.(?:png|jpe?g|tiff?|bmp|gif|emf|wmf)$/i;

const countPictures = (office: OfficePackage): number => office.names.filter((name) => PICTURE.test(name)).length;

/** A file without text; scans pasted into it are pictures, which are not looked at. */
export function showsNothing(office: OfficePackage, what: string): SheafError {
  const message =
    countPictures(office) > 0
      ? `The ${what} holds pictures and no text. Print it to PDF to have them read.`
      : `The ${what} shows nothing.`;
  return new SheafError('file.empty', message);
}

/** Tells of what the file holds and the reader does not look at. */
export function warnOfUnread(office: OfficePackage, { warn }: ParseContext): void {
  if (office.names.some((name) => /vbaProject\.bin$/i.test(name))) {
    warn({ code: 'office.macros', message: 'The file holds macros. They were not run.' });
  }
  const pictures = countPictures(office);
  if (pictures > 0) {
    const message = `The file holds ${pictures} picture${pictures === 1 ? '' : 's'}; text in pictures was not read.`;
    warn({ code: 'office.pictures', message });
  }
}
