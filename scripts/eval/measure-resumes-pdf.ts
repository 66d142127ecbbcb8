// Résumés in many layouts against the YAML they were set from: entries in their sections, and fields, layout by layout.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Measure, Row } from './measure.ts';
import { resumeTruth } from './resume-truth.ts';
import { addCounts, f1, fieldsOf, noCounts, scoreResume } from './score-resume.ts';

const SET = 'resumes-pdf';
const TARGET = 0.93;

export const resumesPdfMeasure: Measure = {
  name: SET,
  async run({ data, reader, limit, errors }) {
    const dir = path.join(data, SET);
    const files = readdirSync(dir).filter((file) => file.endsWith('.pdf'));
    const layouts: { layout: string; sections: number; fields: number }[] = [];
    const totals = noCounts();
    for (const file of files.slice(0, limit)) {
      const truth = resumeTruth(parseYaml(readFileSync(path.join(dir, file.replace(/pdf$/, 'yaml')), 'utf8')));
      const result = await reader.read({ path: path.join(dir, file), name: file });
      const record = result.documents.find(({ type }) => type === 'resume');
      const { counts, misses } = scoreResume(truth, fieldsOf(record));
      if (errors) {
        for (const { field, expected = 'nothing', got = 'nothing' } of misses)
          console.log(`  ${field}: expected ${expected} got ${got}`);
      }
      const layout = /_([A-Za-z\d]+)Theme/.exec(file)?.[1] ?? file;
      layouts.push({ layout, sections: f1(counts.sections), fields: f1(counts.fields) });
      addCounts(totals.sections, counts.sections);
      addCounts(totals.fields, counts.fields);
    }
    console.log(`\n${SET}: ${layouts.length} layouts, entries in their sections and fields, F1`);
    for (const { layout, sections, fields } of layouts)
      console.log(`  ${layout.padEnd(20)} sections ${sections.toFixed(3)}  fields ${fields.toFixed(3)}`);
    const row = (what: string, measured: number): Row => ({
      set: SET,
      what,
      target: TARGET,
      measured: Math.round(measured * 1000) / 1000,
      documents: layouts.length,
    });
    return {
      rows: [row('sections, F1', f1(totals.sections)), row('fields, F1', f1(totals.fields))],
      details: layouts,
    };
  },
};
