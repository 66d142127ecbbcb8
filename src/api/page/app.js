// The page: sign in, drop, watch, look. No build step; the server sends these files as they are.

import { listTypes, makeSamples, upload } from './api.js';
import { signOut } from './auth-api.js';
import { tell } from './banner.js';
import { createDocumentList } from './document-list.js';
import { showDocument } from './document-view.js';
import { el, failed, replaceChildren } from './dom.js';
import { arrive, askWho, sayAfterReload } from './door/arrival.js';
import { leaveDoor } from './door/door.js';
import { openedLink } from './links.js';
import { onNewsOfOtherTabs, onSessionOver, tellOtherTabs } from './session.js';

const byId = (id) => document.getElementById(id);
const main = byId('main');
const drop = byId('drop');
const input = byId('files');
const notice = byId('upload-notice');
let types = new Map();
let leave = () => {};
let known = [];

const list = createDocumentList({
  list: byId('documents'),
  more: byId('more'),
  onChange: (documents) => {
    const wasEmpty = known.length === 0;
    known = documents;
    if (wasEmpty !== (documents.length === 0) && location.hash.length < 3) show();
  },
});

function complain(text) {
  notice.textContent = text;
  notice.hidden = text === '';
}

async function take(uploading) {
  complain('');
  drop.classList.add('busy');
  try {
    opened(await uploading);
  } catch (error) {
    complain(error.message);
  } finally {
    drop.classList.remove('busy');
  }
}

function opened(uploaded) {
  void list.refresh();
  if (uploaded[0]) location.hash = `#/documents/${uploaded[0].id}`;
}

const takeFiles = (files) => files.length > 0 && void take(upload([...files]));

input.addEventListener('change', () => {
  takeFiles(input.files);
  input.value = '';
});
document.addEventListener('paste', (event) => takeFiles(event.clipboardData?.files ?? []));
for (const type of ['dragenter', 'dragover']) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  takeFiles(event.dataTransfer?.files ?? []);
});

function show() {
  leave();
  leave = () => {};
  const id = /^#\/documents\/([0-9a-f-]+)$/.exec(location.hash)?.[1];
  list.select(id);
  if (id) leave = showDocument({ main, id, types, onUploaded: opened, onRead: list.refresh });
  else showStart();
}

function showStart() {
  const samples = el(
    'button.primary',
    { type: 'button', onclick: () => void take(makeSamples()) },
    'Try it with sample documents',
  );
  replaceChildren(
    main,
    el(
      'div.start',
      {},
      el('h1', {}, known.length === 0 ? 'Nothing here yet' : 'Choose a document'),
      el(
        'p',
        {},
        'Drop an invoice, an order, a receipt or a contract. You get its fields, each with its place on the page.',
      ),
      samples,
    ),
  );
}

async function begin() {
  types = new Map((await listTypes()).map((type) => [type.id, type]));
  leaveDoor();
  await list.refresh();
  show();
}

/** Everything that this tab knows goes with the reload. */
function forget(why) {
  sayAfterReload(why);
  location.reload();
}

byId('sign-out').addEventListener('click', async () => {
  try {
    await signOut();
  } catch (error) {
    // Not signed in any more is what was asked for.
    if (error.status !== 401) {
      tell(error.message, { mild: false });
      return;
    }
  }
  tellOtherTabs('signed-out');
  forget('You are signed out.');
});
byId('skip').addEventListener('click', () => main.focus());

let begun = false;
onSessionOver(() => askWho({ notice: begun ? 'Your session has ended. Sign in to go on where you were.' : undefined }));
onNewsOfOtherTabs((news) => {
  if (news === 'signed-out') forget('You signed out in another tab.');
});

async function start() {
  try {
    await begin();
    begun = true;
    addEventListener('hashchange', show);
  } catch (error) {
    leaveDoor();
    replaceChildren(main, failed(error, start));
  }
}

await arrive(openedLink);
await start();
