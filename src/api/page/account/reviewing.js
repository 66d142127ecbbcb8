// What is approved by itself and what two people approve; what people's decisions say of that, and taught of confidence.

import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { percent, showMoment } from '../format.js';
import { changeRules, fitCalibration, getRules, getThresholds, undoCalibration } from '../review/review-rules-api.js';
import { readLimits, writeLimits } from './four-eyes-limits.js';
import { button, loaded, section } from './parts.js';

const levels = [
  { value: 'never', label: 'Nothing: each record needs a person' },
  { value: 'confident', label: 'Records in which nothing is in doubt' },
  { value: 'always', label: 'All, unless something is wrong' },
];
const errorChoices = [0.005, 0.01, 0.02, 0.05];

export function reviewingSection({ may }) {
  const mayManage = may('reviews.manage');
  const rules = el('div.loaded');
  const draw = () => replaceChildren(rules, rulesPart(mayManage, draw));
  draw();
  return [
    rules,
    section(
      'What your decisions say',
      'Counted on the latest 5,000 records that people approved: a value that they corrected was wrong. Nothing changes until you press a button.',
      thresholdsPart({ mayManage, onUsed: draw }),
    ),
  ];
}

function rulesPart(mayManage, again) {
  return section(
    'What is approved by itself',
    'Holds for what is read, corrected or decided from now on.',
    loaded(getRules, ({ settings, tag }) => (mayManage ? rulesForm({ settings, tag, again }) : rulesInWords(settings))),
  );
}

function rulesInWords(settings) {
  return [
    el('p', {}, `${levels.find(({ value }) => value === settings.level).label}.`),
    settings.level === 'confident'
      ? el('p', {}, `Values must be at least ${percentOf(settings.threshold)} sure.`)
      : null,
    settings.fourEyes.length > 0
      ? el('p', {}, `Two people approve from: ${writeLimits(settings.fourEyes).replaceAll('\n', '; ')}.`)
      : null,
  ].filter(Boolean);
}

function rulesForm({ settings, tag, again }) {
  const form = createForm({
    fields: [
      {
        name: 'level',
        label: 'What goes through without a person',
        type: 'select',
        value: settings.level,
        options: levels,
      },
      {
        ...{
          name: 'threshold',
          label: 'How sure required values, amounts, identifiers and bank details must be, in percent',
        },
        ...{ type: 'number', min: 0, max: 100, step: 'any', value: String(round(settings.threshold * 100)) },
      },
      {
        ...{ name: 'fourEyes', label: 'Amounts from which two people approve', type: 'textarea', required: false },
        value: writeLimits(settings.fourEyes),
        hint: 'One a line: 10000 EUR. Without a currency it holds for every currency that no other line names.',
      },
      {
        ...{ name: 'recalibrate', label: 'Learn from decisions how sure is sure', type: 'checkbox', required: false },
        value: settings.recalibrate,
      },
    ],
    submit: 'Save',
    busy: 'Saving …',
    async onSubmit({ threshold, fourEyes, ...given }) {
      const limits = readLimits(fourEyes);
      if (limits.wrong) {
        form.control('fourEyes').complain(`“${limits.wrong}” is no amount. Write it like 10000 EUR`);
        form.control('fourEyes').focus();
        return;
      }
      // What is other for single types and fields stays: the API sets that.
      const changed = { ...settings, ...given, threshold: round(Number(threshold)) / 100, fourEyes: limits.limits };
      await changeRules(changed, tag);
      tellBriefly('Saved.');
      again();
    },
  });
  const others = Object.keys(settings.types).length + Object.keys(settings.thresholds).length;
  const kept = 'Some types or fields have rules of their own, which the API sets; they stay as they are.';
  return [form.node, others > 0 ? el('p.hint', {}, kept) : null].filter(Boolean);
}

function thresholdsPart({ mayManage, onUsed }) {
  const holder = el('div.loaded');
  const choice = el(
    'select',
    { 'aria-label': 'How many may be wrong', onchange: () => ask() },
    ...errorChoices.map((share) => el('option', { value: String(share), selected: share === 0.01 }, percentOf(share))),
  );
  const ask = () =>
    replaceChildren(
      holder,
      loaded(
        () => getThresholds(choice.value),
        (found, again) => [
          proposal(found, { mayManage, onUsed }),
          calibration(found.calibration, { mayManage, again }),
        ],
      ),
    );
  ask();
  return el('div', {}, el('p', {}, 'If of what goes through at most ', choice, ' may be wrong:'), holder);
}

function proposal({ records, fields }, { mayManage, onUsed }) {
  const { threshold, share, through, wrong, cases, errorAtMost } = records;
  if (cases === 0)
    return el('p.empty', {}, 'Nobody has approved a record yet. Approve some in the review, then look again.');
  if (threshold === null)
    return el(
      'p',
      {},
      `None of the ${cases} records could have gone through at any confidence without more errors than that.`,
    );
  const use = async () => {
    const { settings, tag } = await getRules();
    const level = settings.level === 'never' ? 'confident' : settings.level;
    await changeRules({ ...settings, level, threshold }, tag);
    tellBriefly('Saved. It holds for what is read from now on.');
    onUsed();
  };
  return el(
    'div',
    {},
    el(
      'p',
      {},
      el('strong', {}, `${percent(share)} of ${cases} records`),
      ` could have gone through by themselves from ${percentOf(threshold)} on: ${through}, of them ${wrong} wrong. With 19 chances in 20 fewer than ${percentOf(errorAtMost)} are.`,
    ),
    mayManage ? el('div.decide', {}, button(`Let through from ${percentOf(threshold)} on`, use)) : null,
    fieldTable(fields),
  );
}

function fieldTable(fields) {
  const shown = fields.filter(({ cases }) => cases > 0);
  if (shown.length === 0) return null;
  return el(
    'details',
    {},
    el('summary', {}, 'By field'),
    el(
      'table.figures',
      {},
      el('thead', {}, el('tr', {}, ...['Field', 'Decided', 'From', 'Share'].map((name) => el('th', {}, name)))),
      el(
        'tbody',
        {},
        ...shown.map(({ type, path, cases, threshold, share }) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, `${type}: ${path}`),
            el('td', {}, String(cases)),
            el('td', {}, threshold === null ? 'never' : percentOf(threshold)),
            el('td', {}, percent(share)),
          ),
        ),
      ),
    ),
  );
}

function calibration({ on, version, fittedAt, decisions, fields, reliability }, { mayManage, again }) {
  const said =
    version === 0
      ? 'Confidence is as it was shipped: nothing was learned from your decisions yet.'
      : `Confidence of ${fields.length} ${fields.length === 1 ? 'field' : 'fields'} is shifted by ${decisions} decided values, as of ${showMoment(fittedAt)}.`;
  const far = reliability
    ? ` A confidence is off by ${percentOf(reliability.shipped.ece)} on average as shipped, by ${percentOf(reliability.heldOut.ece)} as learned.`
    : '';
  const act = (change, done) => async () => {
    await change();
    tellBriefly(done);
    await again();
  };
  return el(
    'div',
    {},
    el('p', {}, said, far, on ? '' : ' It is switched off above.'),
    mayManage
      ? el(
          'div.decide',
          {},
          button('Learn from decisions now', act(fitCalibration, 'Learned.')),
          version > 0 ? button('Take the last back', act(undoCalibration, 'Taken back.')) : null,
        )
      : null,
  );
}

const round = (number) => Math.round(number * 100) / 100;
/** With as many places as it takes. */
const percentOf = (share) => `${round(share * 100)} %`;
