// The result of reading one file, as `sheaf read --json` prints it and the API stores it.

import type { HeldFile, PageGeometry, ParsedDocument } from '../document/parsed-document.ts';
import type { Passage } from '../document/passage.ts';
import type { DocumentRecord, Issue } from '../document/value.ts';
import type { ConfidenceShifts } from '../learn/confidence-shifts.ts';
import type { TimedStep } from '../observe/tracing.ts';
import type { HoldFolder, HoldOptions } from '../parse/hold-files.ts';
import type { GivenField, SenderField, SenderLesson } from './senders/sender-lesson.ts';
import type { KnownValues } from './senders/sender-marks.ts';
import type { HiddenTextPolicy } from './stages/inspect.ts';

export type { HoldFolder } from '../parse/hold-files.ts';

export interface ReadInput {
  /** A regular file on this machine. */
  path: string;
  /** The name to show and to take the extension from; never used as a path. */
  name: string;
}

export interface ReadOptions {
  /** Type id to prefer when the classifier is unsure; a strong result wins over it. */
  typeHint?: string;
  /** Type id to read by, whatever it looks like. */
  asType?: string;
  /** User-defined types as parsed from YAML (contracts.md); checked by the reader. */
  userTypes?: unknown;
  password?: string;
  /** ISO date of the day from which the document is looked at; nothing that is read asks a clock. */
  asOf?: string;
  /** What happens to documents that hide text or speak to machines; `review` when absent. */
  hiddenText?: HiddenTextPolicy;
  /** Reads the pages as if the file carried no XML that states their values. */
  pagesOnly?: boolean;
  /** Also return the parsed document (words and boxes). */
  keepParsed?: boolean;
  /** Also return what each field was chosen among. */
  keepCandidates?: boolean;
  /** Also return the passages of its text, for search. */
  keepPassages?: boolean;
  /** What was learnt of senders; each document uses those of its own. */
  lessons?: readonly SenderLesson[];
  /** What the workspace's decisions taught of confidence. */
  shifts?: ConfidenceShifts;
  /** Also return what corrections of this document teach of its sender. `type`, `pages`: of the record that was corrected. */
  learn?: { type: string; pages: readonly number[]; known: KnownValues; given: readonly GivenField[] };
  /** Where the files that it holds are laid; absent = they are only listed. */
  hold?: HoldOptions;
}

/** Stage → milliseconds. */
export type Timings = Record<string, number>;

export interface StageTrace {
  stage: string;
  ms: number;
  /** What the stage did, in counts: candidates found, constraints broken … */
  notes: Record<string, number | string>;
}

/** How reading a file within another one went. */
export interface HeldResult {
  /** Which file: `attachment 2`, `attachment 2/entry 1`. */
  path: string;
  name: string;
  sha256: string | null;
  status: ReadResult['status'];
  pages: number;
  warnings: ReadResult['warnings'];
  error: ReadResult['error'];
}

export interface ReadResult {
  file: string;
  sha256: string | null;
  status: 'succeeded' | 'partial' | 'failed';
  pages: number;
  /** Of the pages that were read, in order. */
  pageGeometry: PageGeometry[];
  language: string | null;
  documents: DocumentRecord[];
  /** Warnings of the parser: repairs, pages cut or failed. */
  warnings: { code: string; message: string; page?: number }[];
  timings: Timings;
  error: { code: string; message: string } | null;
  /** Of a mail or an archive: the files in it. With `hold` they lie in its folder. */
  held?: HeldFile[];
  /** What the files in it gave, where they were read along; their records stand in `documents`. */
  files?: HeldResult[];
  /** What a quarantined document was kept back for; its records are not made. */
  findings?: Issue[];
  trace?: StageTrace[];
  /** When what happened, for who traces it. */
  steps?: TimedStep[];
  parsed?: ParsedDocument;
  /** What was asked for with `keepPassages`; of a quarantined document there are none. */
  passages?: Passage[];
  /** What was asked for with `learn`. */
  learnt?: SenderField[];
}

/** The result of a file of which nothing is read yet. */
export function emptyRead(file: string, sha256: string | null): ReadResult {
  return {
    file,
    sha256,
    status: 'succeeded',
    pages: 0,
    pageGeometry: [],
    language: null,
    documents: [],
    warnings: [],
    timings: {},
    error: null,
  };
}

/** The result of a file that could not be read. */
export function failedRead(
  file: string,
  error: { code: string; message: string },
  sha256: string | null = null,
): ReadResult {
  return { ...emptyRead(file, sha256), status: 'failed', error };
}

export interface PageView {
  /** 1-based. */
  page: number;
  dpi: number;
  /** `rotation` of its geometry, so that the picture stands as its boxes do; found from its own text when absent. */
  rotation?: PageGeometry['rotation'];
  password?: string;
}

/** Reads files in sandboxed child processes. Never throws for what a file contains: failures are results. */
export interface Reader {
  read(
    input: ReadInput,
    options?: ReadOptions,
    onProgress?: (stage: string) => void,
    /** Aborted, the child is killed, and the result says that the reading failed. */
    signal?: AbortSignal,
  ): Promise<ReadResult>;
  /** A folder for what files hold; whoever asked removes it. undefined when there is no room: then none is taken out. */
  makeHoldFolder(): Promise<HoldFolder | undefined>;
  /** PNG of one page. Throws SheafError. */
  renderPage(input: ReadInput, view: PageView): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What travels to the child for one read; plain data. */
export interface ReadTask {
  input: ReadInput;
  options: ReadOptions;
  maxBytes: number;
  /** Time that each page which goes through OCR adds. */
  ocrPageMs: number;
  /** Also return `steps`. */
  timed?: boolean;
}

export interface RenderTask {
  input: ReadInput;
  view: PageView;
  maxBytes: number;
}
