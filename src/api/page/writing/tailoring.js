// What may be chosen of a text before changes are proposed: a form made from what its kind declares.

import { createForm } from '../form.js';
import { titleOf } from '../format.js';
import { listTargets } from './artifact-api.js';

/** Longer ones get a box of several lines. */
const LONG = 1000;

/** Where a kind declares choices; `onWish({writer, options, target})` proposes. */
export async function tailoringForm(kind, onWish) {
  const targets = kind.targetTypes.length > 0 ? await listTargets(kind.targetTypes) : [];
  const properties = Object.entries(kind.options.properties ?? {});
  const target = {
    ...{ name: 'target', label: 'Tailored to', type: 'select', required: false },
    options: [
      { value: '', label: 'nothing that was read' },
      ...targets.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
  const form = createForm({
    fields: [
      targets.length > 0 ? target : null,
      ...properties.map(([name, schema]) => optionField(name, schema)),
      {
        ...{ name: 'writer', label: 'Written by', type: 'select', value: 'rules' },
        options: [
          { value: 'rules', label: 'rules of this server' },
          { value: 'model', label: 'a language model, else rules' },
        ],
      },
    ].filter(Boolean),
    submit: 'Propose changes',
    busy: 'Writing …',
    async onSubmit({ writer, target: record, ...given }) {
      const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
      await onWish({ writer, options, ...(record ? { target: { record } } : {}) });
    },
  });
  return form.node;
}

function optionField(name, { enum: values, maxLength, description, default: usual }) {
  const common = { name, label: titleOf(name), required: false, hint: description };
  if (values) {
    const options = values.map((value) => ({ value, label: value }));
    return {
      ...common,
      type: 'select',
      value: usual ?? '',
      options: usual ? options : [{ value: '', label: 'as it is' }, ...options],
    };
  }
  return { ...common, type: (maxLength ?? 0) > LONG ? 'textarea' : 'text', maxlength: maxLength };
}
