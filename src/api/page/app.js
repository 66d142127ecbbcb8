// The page: drop, watch, look. No build step; the server sends these files as they are.

import { listTypes, makeSamples, upload } from './api.js';
import { createDocumentList } from './document-list.js';
import { showDocument } from './document-view.js';
import { el, replaceChildren } from './dom.js';

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
    'button',
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

addEventListener('hashchange', show);
types = new Map((await listTypes().catch(() => [])).map((type) => [type.id, type]));
await list.refresh();
show();
