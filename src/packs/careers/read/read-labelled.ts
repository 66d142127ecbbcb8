// Sections whose every value is printed with what it is ("Employer: …"), as forms and Europass papers have them.

import type { Candidate, Json } from '../../../document/value.ts';
import { countryByName, foldPlace } from '../../../recognize/countries.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { fieldLabels, type LabelledThing } from '../locales/field-labels.ts';
import { basicsFields, type LabelledField, labelledFields, profileFields } from '../locales/labelled-fields.ts';
import { found } from './found.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { splitItems } from './read-lists.ts';

import { hadNoRoom, type Row, textRight, withoutBullet } from './row.ts';

interface Read {
  candidates: Candidate[];
  /** Entries of the group, with those that were read before. */
  count: number;
}

interface Said {
  thing: LabelledThing | 'bullet';
  pieces: Piece[];
  /** The entry begins with it. */
  opens: boolean;
}

const LABEL = /^([\p{L}][\p{L} '’/-]{1,30}?)\s*:(?:\s+|$)/u;
const DATES: readonly LabelledThing[] = ['begin', 'end', 'date'];
/** Lists that are printed in bullets. */
const BULLETS = ['highlights[]', 'courses[]'];

/** What each of the labels names, by the things that a group has a place for. */
function thingsByLabel(fields: readonly LabelledField[]): ReadonlyMap<string, LabelledThing> {
  const things = new Set<LabelledThing>(fields.map(([, thing]) => thing));
  if (things.has('begin')) things.add('period');
  if (things.has('keyword')) things.add('keywords');
  const map = new Map<string, LabelledThing>();
  for (const labels of Object.values(fieldLabels)) {
    for (const thing of things) for (const label of labels[thing]) map.set(foldPlace(label), thing);
  }
  return map;
}

const byGroup = new Map(Object.entries(labelledFields).map(([group, fields]) => [group, thingsByLabel(fields)]));
const basicsLabels = thingsByLabel([...basicsFields, ...profileFields]);

/** undefined unless all of its rows are labelled values, bullets and what goes on with them. */
export function readLabelled(rows: readonly Row[], group: string, from: number): Read | undefined {
  const labels = byGroup.get(group);
  const fields = labelledFields[group];
  const said = labels && saidIn(rows, labels);
  if (!fields || !said) return undefined;
  const candidates: Candidate[] = [];
  let count = from - 1;
  let taken = new Map<string, number>();
  for (const { thing, pieces, opens } of said) {
    const field = fields.find(([name, named]) =>
      thing === 'bullet' ? BULLETS.includes(name) : named === (thing === 'keywords' ? 'keyword' : thing),
    )?.[0];
    const name = field ?? 'startDate';
    const again = taken.has(name) && !name.endsWith('[]');
    if (count < from || opens || again) {
      count++;
      taken = new Map();
    }
    const path = `${group}[${count}]`;
    const whole = joinPieces(pieces);
    if (thing === 'period') candidates.push(...periodOf(path, whole));
    const items = thing === 'period' ? [] : thing === 'keywords' ? splitItems(whole) : [whole];
    if (thing === 'period') taken.set(name, 1);
    for (const piece of items) {
      const at = taken.get(name) ?? 0;
      taken.set(name, at + 1);
      const value = saidValue(thing, piece.text);
      if (value !== undefined)
        candidates.push(found(`${path}.${name.replace('[]', `[${at}]`)}`, piece, 'label', { value, sure: 0.97 }));
    }
  }
  return { candidates, count: count + 1 };
}

/** Of sections about the person; undefined as above. */
export function readLabelledBasics(rows: readonly Row[]): Candidate[] | undefined {
  const said = saidIn(rows, basicsLabels);
  if (!said) return undefined;
  const candidates: Candidate[] = [];
  let profile = -1;
  let taken = new Set<string>();
  for (const { thing, pieces, opens } of said) {
    const piece = joinPieces(pieces);
    const value = saidValue(thing, piece.text);
    if (value === undefined) continue;
    const about = basicsFields.find(([, named]) => named === thing);
    const ofProfile = profileFields.find(([, named]) => named === thing);
    if (about) candidates.push(found(`basics.${about[0]}`, piece, 'label', { value, sure: 0.98 }));
    else if (ofProfile) {
      if (profile < 0 || opens || taken.has(ofProfile[0])) {
        profile++;
        taken = new Set();
      }
      taken.add(ofProfile[0]);
      candidates.push(found(`basics.profiles[${profile}].${ofProfile[0]}`, piece, 'label', { value, sure: 0.97 }));
    }
  }
  return candidates;
}

function saidIn(rows: readonly Row[], labels: ReadonlyMap<string, LabelledThing>): Said[] | undefined {
  const said: Said[] = [];
  const right = textRight(rows);
  for (const [i, row] of rows.entries()) {
    const [first, ...rest] = row.cells as [Piece, ...Piece[]];
    const match = row.bullet ? null : LABEL.exec(first.text);
    const thing = match && labels.get(foldPlace(match[1]!));
    if (match && thing) {
      const own = [subPiece(first, match[0].length), ...rest].filter(({ text }) => text !== '');
      said.push({ thing, pieces: own, opens: row.bold > 0.6 });
    } else if (row.bullet && said.length > 0) {
      said.push({ thing: 'bullet', pieces: [withoutBullet(first), ...rest], opens: false });
    } else if (said.length > 0 && hadNoRoom(rows[i - 1]!, row, right)) said.at(-1)!.pieces.push(...row.cells);
    else return undefined;
  }
  const labelled = said.filter(({ thing }) => thing !== 'bullet');
  if (labelled.length === 0) return undefined;
  return said.filter(({ pieces }) => pieces.length > 0);
}

function saidValue(thing: Said['thing'], text: string): Json | undefined {
  if (thing === 'country') return countryByName(text) ?? text;
  if (thing === 'bullet' || !DATES.includes(thing)) return text;
  const value = findPeriods(text)[0]?.value;
  return thing === 'begin' ? (value?.start ?? value?.end) : (value?.end ?? value?.start);
}

function periodOf(path: string, piece: Piece): Candidate[] {
  const [mention] = findPeriods(piece.text);
  if (!mention) return [];
  const { start, end, single } = mention.value;
  return [
    ...(start && !single ? [found(`${path}.startDate`, piece, 'label', { value: start, sure: 0.97 })] : []),
    ...(end ? [found(`${path}.endDate`, piece, 'label', { value: end, sure: 0.97 })] : []),
  ];
}
