// `sheaf synth`: documents with exactly known truth, written as a gold set.

import { type CliIo, type Command, type ExitCode, UsageError } from './command.ts';
import { parseCount, parseOptions } from './parse-options.ts';
import { ensureKnownType } from './types-file.ts';

export const synthCommand: Command = {
  usage:
    '--type TYPE (--count N [--fit] | --senders N [--each M]) --seed S --out DIR [--language CODE] [--layout ID] [--scan | --text | --format F]',
  description:
    'Writes N invented documents to DIR/files and what they say to DIR/gold.jsonl. The same arguments give the same bytes. ' +
    'Types: invoice, credit_note, receipt, purchase_order, quotation, rfq, boq, delivery_note, contract, addendum, resume, job_posting.',
  options: {
    '--type TYPE': 'what to make',
    '--count N': 'how many',
    '--senders N':
      'instead of --count: several documents each of N businesses, alike but for their contents; three in four print number and date oddly (bare, under words of their own, or beside others)',
    '--each M': 'with --senders: documents of each (default: 2)',
    '--fit':
      'with --type job_posting: N people, each a résumé and postings that the person fits fully, but for one thing, or not at all; the gold set says which, and what is missing',
    '--seed S': 'any text; another seed gives other documents',
    '--out DIR': 'folder of the set; made when it is missing',
    '--language CODE':
      'only this language: en, de, fr, es, it, pt, nl, and pl for résumés; postings have no pt (default: all in turn)',
    '--layout ID': 'only this layout (an unknown one lists them)',
    '--scan': 'printed and scanned: pixels that are skewed, noisy, dark, compressed',
    '--text': 'receipts and résumés as plain text',
    '--format F':
      'docx, xlsx or csv instead of a page; not for receipts and postings; contracts and résumés as docx alone',
  },
  examples: ['sheaf synth --type invoice --count 10 --seed 2 --out other-set && sheaf eval other-set'],
  run: runSynth,
};

async function runSynth(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    type: { type: 'string' },
    count: { type: 'string' },
    senders: { type: 'string' },
    each: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    layout: { type: 'string' },
    fit: { type: 'boolean' },
    scan: { type: 'boolean' },
    text: { type: 'boolean' },
    format: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`synth takes options only, not "${positionals[0]}"`);
  const need = (name: string): string => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
    return value;
  };
  const [wanted, count, seed, out] = [need('type'), countOf(values), need('seed'), need('out')];
  const {
    hasOfficeForm,
    hasSenders,
    listLanguages,
    listLayouts,
    OFFICE_FORMATS,
    SYNTH_TYPES,
    synthesize,
    writeGoldSet,
  } = await import('../../synth/synthesize.ts');
  ensureKnownType(wanted, SYNTH_TYPES);
  const type = SYNTH_TYPES.find((known) => known === wanted)!;
  const language = listLanguages(type).find((known) => known === values.language);
  if (values.language !== undefined && language === undefined)
    throw new UsageError(`--language takes ${listLanguages(type).join(', ')}, not "${values.language}"`);
  const layout = typeof values.layout === 'string' ? values.layout : undefined;
  if (layout !== undefined && !listLayouts(type).includes(layout))
    throw new UsageError(`${type} has no layout "${layout}"; there are ${listLayouts(type).join(', ')}`);
  if (values.text === true && ((type !== 'receipt' && type !== 'resume') || values.scan === true))
    throw new UsageError('--text is for receipts and résumés, and not together with --scan');
  const format = OFFICE_FORMATS.find((known) => known === values.format);
  if (values.format !== undefined && format === undefined)
    throw new UsageError(`--format takes ${OFFICE_FORMATS.join(', ')}, not "${values.format}"`);
  if (format && (values.scan === true || values.text === true || layout !== undefined))
    throw new UsageError('--format does not go with --scan, --text or --layout');
  if (format && !hasOfficeForm(type, format)) throw new UsageError(`${type} has no form as ${format}`);

  if (count.each !== undefined && (!hasSenders(type) || format))
    throw new UsageError(
      '--senders is for trade documents as pages: not for receipts, contracts, résumés, postings and --format',
    );

  if (values.fit === true) {
    const others = [values.scan, values.text, format, layout, count.each].some((one) => one !== undefined);
    if (type !== 'job_posting' || others)
      throw new UsageError('--fit is for --type job_posting with --count, --seed, --out and --language alone');
  }

  const documents =
    values.fit === true
      ? await fitsOf(count.count, seed, language)
      : synthesize({
          type,
          ...count,
          seed,
          scan: values.scan === true,
          text: values.text === true,
          ...(language === undefined ? {} : { language }),
          ...(layout === undefined ? {} : { layout }),
          ...(format === undefined ? {} : { format }),
        });
  const written = await writeGoldSet(out, until(io.signal, documents));
  if (io.signal.aborted) return 130;
  io.stderr.write(`${written} document${written === 1 ? '' : 's'} in ${out}\n`);
  return 0;
}

async function fitsOf(count: number, seed: string, language: string | undefined) {
  const { synthesizeFits } = await import('../../synth/synthesize-fits.ts');
  const { POSTING_LANGUAGES } = await import('../../synth/posting/posting-words.ts');
  const known = POSTING_LANGUAGES.find((one) => one === language);
  return synthesizeFits({ count, seed, ...(known === undefined ? {} : { language: known }) });
}

/** How many, or of how many businesses how many each. */
function countOf(values: Readonly<Record<string, unknown>>): { count: number; each?: number } {
  const given = (name: string): string | undefined =>
    typeof values[name] === 'string' && values[name] !== '' ? values[name] : undefined;
  const [count, senders, each] = [given('count'), given('senders'), given('each')];
  if (senders === undefined) {
    if (each !== undefined) throw new UsageError('--each goes with --senders');
    if (count === undefined) throw new UsageError('--count is missing');
    return { count: parseCount(count, 'count') };
  }
  if (count !== undefined) throw new UsageError('give either --count or --senders');
  return { count: parseCount(senders, 'senders'), each: each === undefined ? 2 : parseCount(each, 'each') };
}

/** The documents up to the interrupt, so that the set on disk is whole. */
async function* until<T>(signal: AbortSignal, documents: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const document of documents) {
    if (signal.aborted) return;
    yield document;
  }
}
