// Fields of a case, shown and changed by the schema that its type tells: lines of text, and lists of moments.

import { el } from '../dom.js';
import { showMoment } from '../format.js';

const isMoments = ({ type, items }) => type === 'array' && items?.format === 'date-time';
const isText = ({ type }) => type === 'string';

/** What people can change here; fields of other shapes are for programs. */
const shapes = (type) =>
  Object.entries(type?.fields?.properties ?? {}).filter(([, shape]) => isMoments(shape) || isText(shape));

/** `interviewsAt` → `Interviews at` */
const called = (name) => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
};

export function shownFields({ fields }, type) {
  const pairs = Object.entries(fields).map(([name, value]) => {
    const shape = type?.fields?.properties?.[name];
    return [called(name), said(value, shape)];
  });
  if (pairs.length === 0) return null;
  return el('dl.pairs', {}, ...pairs.flatMap(([name, node]) => [el('dt', {}, name), el('dd', {}, node)]));
}

function said(value, shape) {
  if (shape && isMoments(shape)) return value.map(showMoment).join('; ');
  if (shape?.format === 'uri') return el('a', { href: value, rel: 'noreferrer' }, value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const fieldInputs = ({ fields }, type) =>
  shapes(type).map(([name, shape]) =>
    isMoments(shape)
      ? {
          name,
          label: called(name),
          type: 'textarea',
          required: false,
          hint: 'One a line, such as 2026-12-01 09:30',
          value: (fields[name] ?? []).map(asLocal).join('\n'),
        }
      : { name, label: called(name), required: false, maxlength: shape.maxLength, value: fields[name] ?? '' },
  );

/** As the API takes them; what was emptied is cleared. */
export function fieldsFrom(given, type) {
  return Object.fromEntries(
    shapes(type).map(([name, shape]) => {
      const text = given[name];
      if (text === '') return [name, null];
      return [name, isMoments(shape) ? text.split('\n').filter(Boolean).map(asMoment) : text];
    }),
  );
}

const two = (number) => String(number).padStart(2, '0');

function asLocal(iso) {
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A line that is no moment goes as it is: the server says so, beside the field. */
function asMoment(line) {
  const at = new Date(line.trim().replace(' ', 'T'));
  return Number.isNaN(at.getTime()) ? line : at.toISOString();
}
