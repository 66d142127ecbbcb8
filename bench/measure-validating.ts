// How many e-invoices a core judges in a second: parsing, every rule set that binds them, nothing left out. Invoices are made
// here, in both syntaxes, from three lines to forty.

import { syntaxes } from '../src/packs/procurement/einvoice/syntaxes.ts';
import { parseXml } from '../src/parse/xml/parse-xml.ts';
import { validCii, validUbl } from '../test/support/valid-invoices.ts';
import { type Measurement, measured } from './measurement.ts';

const LEAST_PER_SECOND = 500;
const MEASURE_MS = 3000;
const WARM_UP_ROUNDS = 20;
const XRECHNUNG = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';

export function measureValidating(): Measurement[] {
  const sizes = [3, 8, 15, 40];
  const texts = sizes.flatMap((lines) => [
    validUbl({ lines }),
    validCii({ lines }),
    validUbl({ lines, specification: XRECHNUNG }),
    validUbl({ lines, specification: 'urn:cen.eu:en16931:2017' }),
  ]);
  const files = texts.map((text) => Buffer.from(text));
  for (let i = 0; i < WARM_UP_ROUNDS; i++) for (const bytes of files) judge(bytes);
  // Time of the processor, not of the clock: what a core does, whoever else wants it.
  const before = process.cpuUsage();
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let judged = 0;
  while (cpuMs() < MEASURE_MS) {
    for (const bytes of files) judge(bytes);
    judged += files.length;
  }
  const seconds = cpuMs() / 1000;
  const kilobytes = files.reduce((sum, bytes) => sum + bytes.length, 0) / files.length / 1024;
  const note = `UBL and CII of 3 to 40 lines, ${kilobytes.toFixed(0)} kB on average`;
  return [
    measured(
      'validate: invoices a second a core',
      judged / seconds,
      '1/s',
      { bound: 'at least', limit: LEAST_PER_SECOND },
      note,
    ),
  ];
}

/** Throws when an invoice that is made to be valid is not: then the figure would mean nothing. */
function judge(bytes: Uint8Array): void {
  const root = parseXml(bytes);
  const judged = syntaxes.find((syntax) => syntax.recognises(root))?.validate?.(root);
  const broken = judged?.fired.filter(({ severity }) => severity === 'error') ?? [{ id: 'not judged' }];
  if (broken.length > 0) throw new Error(`a made invoice is not valid: ${broken.map(({ id }) => id).join(', ')}`);
}
