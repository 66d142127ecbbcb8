// The page: sign in, drop, watch, look. No build step; the server sends these files as they are.

import { showAccount } from './account/account-view.js';
import { changeMe, getMe } from './account/me-api.js';
import { listPermissions } from './account/workspace-api.js';
import { listTypes, makeSamples, upload } from './api.js';
import { signOut } from './auth-api.js';
import { tell } from './banner.js';
import { createBatchBar } from './batch-bar.js';
import { startBell } from './bell.js';
import { readAskedBoard, showBoard } from './board/board-view.js';
import { createDocumentList } from './document-list.js';
import { showDocument } from './document-view.js';
import { el, failed, replaceChildren } from './dom.js';
import { arrive, askWho, keep, tellWhatWasSaid } from './door/arrival.js';
import { leaveDoor } from './door/door.js';
import { ensureWayBack } from './door/first-credentials.js';
import { readAskedJobs } from './jobs/asked-jobs.js';
import { showJobs } from './jobs/jobs-view.js';
import { readAskedLessons, showLessons } from './lesson/lesson-view.js';
import { openedLink } from './links.js';
import { readAskedMatches } from './match/asked-matches.js';
import { showMatches } from './match/match-view.js';
import { readAskedReviews } from './review/asked-reviews.js';
import { startReviewCount } from './review/review-count.js';
import { showReviews } from './review/review-view.js';
import { readAsked, readPlaces } from './search/asked.js';
import { showSearch, useSearchBox } from './search/search-view.js';
import { onNewsOfOtherTabs, onSessionOver } from './session.js';
import { readAskedWriting, showWriting } from './writing/writing-view.js';

const byId = (id) => document.getElementById(id);
const main = byId('main');
const layout = byId('layout');
const drop = byId('drop');
const input = byId('files');
const notice = byId('upload-notice');
const batchBar = createBatchBar(byId('batch'));
const searchBox = useSearchBox(byId('search'));
let types = new Map();
let account;
let permissionTable;
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

const uploadAll = (files) =>
  upload(files, {}, (batch) => {
    if (batch) batchBar.follow(batch, files.length);
    void list.refresh();
  });
const takeFiles = (files) => files.length > 0 && may('documents.upload') && void take(uploadAll([...files]));

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

/** Places that have the whole width; each reads its own addresses. */
const wide = [
  { place: 'review', read: readAskedReviews, show: showReviews },
  { place: 'matches', read: readAskedMatches, show: showMatches },
  { place: 'lessons', read: readAskedLessons, show: showLessons },
  { place: 'jobs', read: readAskedJobs, show: showJobs },
  { place: 'board', read: readAskedBoard, show: showBoard },
  { place: 'writing', read: readAskedWriting, show: showWriting },
];

function show() {
  leave();
  leave = () => {};
  const asked = readAsked(location.hash);
  searchBox.set(asked?.q ?? '');
  const [, place, id, query] = /^#\/(documents|account)(?:\/([0-9a-z-]+))?(?:\?(.*))?$/.exec(location.hash) ?? [];
  const work = wide.find((one) => one.read(location.hash));
  const isWide = place === 'account' || work !== undefined;
  // What was restored from the trash, or is another's work meanwhile.
  if (layout.classList.contains('wide') && !isWide) void list.refresh();
  layout.classList.toggle('wide', isWide);
  markPlace(work?.place ?? (asked || place === 'account' ? '' : 'documents'));
  list.select(place === 'documents' ? id : undefined);
  if (asked) leave = showSearch({ main, asked, types, may });
  else if (work) leave = work.show({ main, asked: work.read(location.hash), types, may });
  else if (place === 'account') leave = showAccount({ main, id, loadContext, choose, forget });
  else if (id) leave = showDocument({ main, id, types, may, found: readPlaces(query), ...reactions });
  else showStart();
}

function markPlace(open) {
  for (const link of byId('places').children) {
    if (link.dataset.place === open) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function showStart() {
  const uploads = may('documents.upload');
  const samples = uploads
    ? el('button.primary', { type: 'button', onclick: () => void take(makeSamples()) }, 'Try it with sample documents')
    : null;
  replaceChildren(
    main,
    el(
      'div.start',
      {},
      el('h1', {}, known.length === 0 ? 'Nothing here yet' : 'Choose a document'),
      el(
        'p',
        {},
        uploads
          ? 'Drop an invoice, an order, a receipt or a contract. You get its fields, each with its place on the page.'
          : 'You see here what others upload to this workspace: its fields, each with its place on the page.',
      ),
      samples,
    ),
  );
}

async function begin() {
  const [me, table] = await Promise.all([getMe(), listPermissions()]);
  permissionTable = table;
  account = me;
  const belongsNowhere = me.workspaces.length === 0;
  types = new Map((belongsNowhere ? [] : await listTypes()).map((type) => [type.id, type]));
  drop.hidden = !may('documents.upload');
  byId('search').hidden = belongsNowhere || !may('search.read');
  for (const link of byId('places').children) link.hidden = belongsNowhere || lacks(link.dataset);
  byId('who').textContent = me.name;
  if (await ensureWayBack(me)) account = await getMe();
  leaveDoor();
  if (belongsNowhere) history.replaceState(null, '', '#/account/workspace');
  else await list.refresh();
  if (!belongsNowhere) startBell(byId('bell'));
  if (!belongsNowhere && may('reviews.read')) startReviewCount(byId('review-place'));
  show();
  tellWhatWasSaid();
}

/** A place needs a permission, or a type of records that this server reads. */
const lacks = ({ needs, type }) => (needs !== undefined && !may(needs)) || (type !== undefined && !types.has(type));

const reactions = {
  onUploaded: opened,
  onRead: list.refresh,
  onDeleted(id) {
    list.forget(id);
    location.hash = '#/';
  },
};

/** What the person may do in the workspace that is open. Until that is known, the server alone decides. */
function may(permission) {
  if (!account) return true;
  const role = openWorkspace()?.role;
  return permissionTable.permissions.some(({ id, roles }) => id === permission && roles.includes(role));
}

const openWorkspace = () => account.workspaces.find(({ id }) => id === account.workspaceId) ?? account.workspaces[0];

/** What the account view is about: as known, or as it is now. */
async function loadContext(fresh) {
  if (fresh) account = await getMe();
  byId('who').textContent = account.name;
  return { account, workspace: openWorkspace(), ...permissionTable, may };
}

/** Opens another workspace; without one, the oldest. What is on the page belongs to the one before. */
async function choose(workspaceId) {
  const id = workspaceId ?? (await getMe()).workspaces[0]?.id;
  if (id) await changeMe({ workspaceId: id });
  location.hash = '#/';
  location.reload();
}

/** Everything that this tab knows goes with the reload. */
function forget(why) {
  keep(why);
  location.reload();
}

byId('sign-out').addEventListener('click', async () => {
  try {
    await signOut();
    forget('You are signed out.');
  } catch (error) {
    tell(error.message, { mild: false });
  }
});
byId('skip').addEventListener('click', () => main.focus());

onSessionOver(async () => {
  await askWho({ notice: account && 'Your session has ended. Sign in to go on where you were.' });
  // Somebody else finds nothing of the one before.
  if (account && (await getMe()).id !== account.id) {
    location.hash = '#/';
    location.reload();
    await new Promise(() => {});
  }
});
onNewsOfOtherTabs((news) => {
  if (news === 'signed-out') forget('You signed out in another tab.');
});

async function start() {
  try {
    await begin();
    addEventListener('hashchange', show);
    addEventListener('sheaf-notice', () => location.hash === '#/account/notifications' && show());
  } catch (error) {
    leaveDoor();
    replaceChildren(main, failed(error, start));
  }
}

await arrive(openedLink);
await start();
