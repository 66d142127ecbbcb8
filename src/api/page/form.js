// Forms: labelled fields, complaints beside the field they are about, one submission at a time.

import { el, replaceChildren } from './dom.js';
import { duration } from './format.js';

let counter = 0;

/**
 * `fields`: see `createField`. `onSubmit(values)` may throw: an ApiError is shown beside the field that it names, or on
 * top. `busy` stands on the button meanwhile. `below`: nodes after the button.
 */
export function createForm({ fields = [], submit, busy = 'One moment …', onSubmit, below = [], danger = false }) {
  const controls = new Map(fields.map((spec) => [spec.name, createField(spec)]));
  const notice = el('div.form-notice', { role: 'alert' });
  const button = el(danger ? 'button.danger' : 'button.primary', { type: 'submit' }, submit);
  let working = false;

  const say = (text) => replaceChildren(notice, text ? el('p.notice', {}, text) : null);
  const values = () => Object.fromEntries([...controls].map(([name, control]) => [name, control.value()]));

  function complain(error) {
    const beside = (error.errors ?? []).flatMap(({ pointer, message }) => {
      const control = controls.get(pointer.split('/').at(-1));
      return control ? [{ control, message }] : [];
    });
    if (beside.length === 0) say(error.message);
    for (const { control, message } of beside) control.complain(message);
    beside[0]?.control.focus();
    if (error.status === 429 && error.retryAfter) holdBack(error.retryAfter);
  }

  /** Counts down on the button, which nobody is read aloud each second. */
  function holdBack(seconds) {
    const until = Date.now() + seconds * 1000;
    working = true;
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      if (left > 0 && button.isConnected) {
        button.textContent = `Wait ${duration(left)}`;
        button.setAttribute('aria-disabled', 'true');
        setTimeout(tick, 500);
        return;
      }
      rest();
      say('');
    };
    tick();
  }

  function rest() {
    working = false;
    button.textContent = submit;
    button.removeAttribute('aria-disabled');
  }

  async function onsubmit(event) {
    event.preventDefault();
    if (working) return;
    say('');
    const wrong = [...controls.values()].filter((control) => !control.check());
    if (wrong.length > 0) {
      wrong[0].focus();
      return;
    }
    working = true;
    button.textContent = busy;
    button.setAttribute('aria-disabled', 'true');
    try {
      await onSubmit(values());
      rest();
    } catch (error) {
      rest();
      complain(error);
    }
  }

  const node = el(
    'form.fields-form',
    { onsubmit, novalidate: true, method: 'post' },
    notice,
    ...[...controls.values()].map((control) => control.node),
    el('div.form-end', {}, button),
    ...below,
  );
  return {
    node,
    say,
    submit: () => node.requestSubmit(),
    focus: () => (fields.length > 0 ? [...controls.values()][0].focus() : button.focus()),
    control: (name) => controls.get(name),
  };
}

/**
 * `spec`: {name, label, type, hint, required = true, value, options: [{value, label}], …attributes of the input}. Types
 * are those of inputs, `select` and `textarea`; a password can be shown.
 */
export function createField({ name, label, type = 'text', hint, required = true, options, value, ...attributes }) {
  const id = `field-${++counter}`;
  const complaint = el('p.field-complaint', { id: `${id}-complaint`, hidden: true });
  const hintNode = hint ? el('p.field-hint', { id: `${id}-hint` }, hint) : null;
  const common = {
    id,
    name,
    required,
    'aria-describedby': [hint && `${id}-hint`, `${id}-complaint`].filter(Boolean).join(' '),
    ...attributes,
  };
  const input =
    type === 'select'
      ? el(
          'select',
          common,
          ...options.map((option) =>
            el('option', { value: option.value, selected: option.value === value }, option.label),
          ),
        )
      : type === 'textarea'
        ? el('textarea', { rows: 4, ...common }, value ?? '')
        : el('input', {
            ...common,
            type,
            value: type === 'checkbox' ? undefined : value,
            checked: type === 'checkbox' && value,
          });

  function complain(text) {
    complaint.textContent = text;
    complaint.hidden = text === '';
    if (text === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
  }
  input.addEventListener('input', () => complain(''));

  const labelNode = el(
    'label',
    { for: id },
    label,
    required || ['checkbox', 'select', 'search'].includes(type) ? null : el('span.optional', {}, ' (optional)'),
  );
  const body = type === 'password' ? el('div.with-button', {}, input, showButton(input)) : input;
  const parts = type === 'checkbox' ? [el('div.check', {}, input, labelNode)] : [labelNode, body];
  return {
    node: el('div.field', {}, ...parts, hintNode, complaint),
    input,
    complain,
    focus: () => input.focus(),
    value: () => {
      if (type === 'checkbox') return input.checked;
      // Spaces count in passwords only.
      return type === 'password' ? input.value : input.value.trim();
    },
    check() {
      const text = whatIsWrong(input, label);
      complain(text);
      return text === '';
    },
  };
}

function whatIsWrong(input, label) {
  const { validity } = input;
  if (validity.valueMissing || (input.required && input.value.trim() === '')) return `${label} is missing`;
  if (validity.typeMismatch) return 'This is not an e-mail address';
  if (validity.tooShort || (input.minLength > 0 && [...input.value].length < input.minLength))
    return `At least ${input.minLength} characters`;
  if (validity.patternMismatch) return input.title;
  return validity.valid ? '' : input.validationMessage;
}

function showButton(input) {
  const button = el('button.show', { type: 'button', 'aria-pressed': 'false', 'aria-label': 'Show password' }, 'Show');
  const show = (shown) => {
    input.type = shown ? 'text' : 'password';
    button.textContent = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-pressed', String(shown));
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  // Password managers look for a password field when the form is sent.
  queueMicrotask(() => input.form?.addEventListener('submit', () => show(false), { capture: true }));
  return button;
}
