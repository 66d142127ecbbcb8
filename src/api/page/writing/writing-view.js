// Writing: the artifacts there are, and one with its text, what may be proposed for it, its sources and versions.

import { askingButton, button, loaded, opener, pagedRows, rows, section, showAgo } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el, failed, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { titleOf } from '../format.js';
import { createExports } from '../record-exports.js';
import {
  apply,
  deleteArtifact,
  getArtifact,
  giveFact,
  go,
  listArtifactKinds,
  listArtifacts,
  listSources,
  makeArtifact,
  propose,
} from './artifact-api.js';
import { assessmentView } from './assessment.js';
import { proposalView, showText } from './proposal.js';
import { tailoringForm } from './tailoring.js';
import { versionList } from './versions.js';

const LEAD =
  'Texts made from your documents. Better wordings are proposed, and none says more than the sources do. Nothing is changed before you apply it, and everything can be undone.';

/** undefined unless the address is one of writing. */
export function readAskedWriting(hash) {
  const [all, id] = /^#\/writing(?:\/([0-9a-f-]+))?$/.exec(hash) ?? [];
  return all ? { id } : undefined;
}

/** What can be written out of a record: a text of what it says, and the kinds that are made of its type. Each leads to it. */
export function writeFromRecord(record, title) {
  const make = (kind) => async () => {
    const made = await makeArtifact({ ...(kind ? { kind } : {}), title, source: { record: record.id } });
    location.hash = `#/writing/${made.id}`;
  };
  return loaded(listArtifactKinds, (kinds) => {
    const own = kinds.filter(({ recordTypes }) => recordTypes.includes(record.type));
    return el(
      'div.decide',
      {},
      ...own.map(({ kind, title: named }) => button(`Write: ${named}`, make(kind))),
      button('Write about it', make(undefined)),
    );
  });
}

/** Returns a function that stops it. */
export function showWriting({ main, asked, may }) {
  let stopped = false;
  const mayWrite = may('artifacts.write');

  async function load() {
    replaceChildren(main, el('p.quiet', {}, 'Loading …'));
    try {
      const kinds = new Map((await listArtifactKinds()).map((kind) => [kind.kind, kind]));
      if (stopped) return;
      if (asked.id) await showOne(kinds);
      else showList(kinds);
    } catch (error) {
      if (!stopped) replaceChildren(main, failed(error, load));
    }
  }

  function showList(kinds) {
    replaceChildren(
      main,
      el(
        'div.work.narrow',
        {},
        el('h1', { tabindex: '-1' }, 'Writing'),
        el('p.lead', {}, LEAD),
        mayWrite ? opener('New text', newForm) : null,
        pagedRows(listArtifacts, (items) =>
          rows(items, {
            label: 'Texts',
            empty: 'There is none yet. Begin one here, or open a document and press “Write about it”.',
            row: (artifact) => ({
              title: el('a', { href: `#/writing/${artifact.id}` }, artifact.title),
              detail: `${kinds.get(artifact.kind)?.title ?? artifact.kind} · version ${artifact.version} · changed ${showAgo(artifact.updatedAt)}`,
            }),
          }),
        ),
      ),
    );
  }

  function newForm() {
    return createForm({
      fields: [
        { name: 'title', label: 'Title', maxlength: 200 },
        {
          name: 'text',
          label: 'Text',
          type: 'textarea',
          rows: 6,
          maxlength: 20_000,
          hint: 'An empty line begins a new paragraph. What it may say beyond that, you give as facts afterwards.',
        },
      ],
      submit: 'Begin',
      async onSubmit({ title, text }) {
        const paragraphs = text
          .split(/\n\s*\n/)
          .map((part) => part.trim())
          .filter(Boolean);
        const made = await makeArtifact({ title, body: { title, paragraphs } });
        location.hash = `#/writing/${made.id}`;
      },
    });
  }

  async function showOne(kinds) {
    const artifact = await getArtifact(asked.id);
    if (stopped) return;
    const place = el('div');
    const again = () => showOne(kinds);
    replaceChildren(
      main,
      el(
        'div.work.narrow',
        {},
        el('p', {}, el('a', { href: '#/writing' }, '← All texts')),
        el('h1', { tabindex: '-1' }, artifact.title),
        el('p.quiet', {}, `${kinds.get(artifact.kind)?.title ?? artifact.kind} · version ${artifact.version}`),
        mayWrite ? el('div.decide', {}, ...actions(artifact, kinds.get(artifact.kind), place, again)) : null,
        place,
        createExports(`/artifacts/${artifact.id}`),
        section('Text', null, bodyView(artifact.body)),
        sourcesPart(artifact),
        versionList({ artifact, mayWrite, onChanged: again }),
      ),
    );
  }

  function actions(artifact, kind, place, again) {
    const askFor = async (wish) => {
      const [proposal, sources] = await Promise.all([propose(artifact.id, wish), listSources(artifact.id)]);
      const forget = async () => replaceChildren(place);
      const onApply = async (operations) => {
        const { applied } = await apply(artifact, proposal.id, operations);
        tellBriefly(`${applied} ${applied === 1 ? 'change is' : 'changes are'} applied. Undo takes them back.`);
        await again();
      };
      const named = new Map(sources.map((source) => [source.id, source]));
      const { assessment } = proposal;
      replaceChildren(
        place,
        assessment ? assessmentView({ assessment, artifact, onAnswered: () => askFor(wish) }) : null,
        proposalView({ proposal, sources: named, onApply, onForget: forget }),
      );
      place.querySelector('h2').focus();
    };
    const ask = (label, wish) => button(label, () => askFor(wish));
    const tailor = button('Propose changes', async () => replaceChildren(place, await tailoringForm(kind, askFor)));
    const step = (label, verb) =>
      button(label, async () => {
        await go(artifact, verb);
        tellBriefly(verb === 'undo' ? 'Undone.' : 'Done again.');
        await again();
      });
    return [
      ...(kind?.options
        ? [tailor]
        : [ask('Propose by rules', { writer: 'rules' }), ask('Propose by model', { writer: 'model' })]),
      artifact.undo === null ? null : step('Undo', 'undo'),
      artifact.redo === null ? null : step('Redo', 'redo'),
      askingButton('Delete', {
        ask: 'It goes for good, with all its versions.',
        yes: 'Delete',
        act: async () => {
          await deleteArtifact(artifact.id);
          tellBriefly('Deleted.');
          location.hash = '#/writing';
        },
      }),
    ].filter(Boolean);
  }

  function sourcesPart(artifact) {
    const holder = loaded(
      () => listSources(artifact.id),
      (sources, again) => [
        rows(sources.slice(0, 50), {
          label: 'Sources',
          empty: 'There is none: nothing new can be said before you give a fact.',
          row: ({ kind, label, text }) => ({ title: text, badges: [kind], detail: label ?? '' }),
        }),
        sources.length > 50 ? el('p.quiet', {}, `And ${sources.length - 50} more.`) : '',
        mayWrite ? opener('Give a fact', () => factForm(artifact, again)) : '',
      ],
    );
    return section('Sources', 'What the text may lean on.', holder);
  }

  function factForm(artifact, again) {
    return createForm({
      fields: [{ name: 'text', label: 'What is so?', maxlength: 2000, hint: 'It is kept with your name.' }],
      submit: 'Give',
      async onSubmit({ text }) {
        await giveFact(artifact.id, text);
        tellBriefly('Kept as a source.');
        await again();
      },
    });
  }

  void load();
  return () => {
    stopped = true;
  };
}

/** Any shape: texts as paragraphs, parts under their names. */
function bodyView(body) {
  if (body !== null && typeof body === 'object') {
    const parts = Array.isArray(body) ? body.map((part) => [null, part]) : Object.entries(body);
    return el(
      'div.body-part',
      {},
      ...parts.flatMap(([name, part]) =>
        [
          name && name !== 'title' && name !== 'paragraphs' ? el('h3', {}, titleOf(name)) : null,
          name === 'title' ? el('h3', {}, showText(part)) : bodyView(part),
        ].filter(Boolean),
      ),
    );
  }
  return el('p', {}, showText(body));
}
