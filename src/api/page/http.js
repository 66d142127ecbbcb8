// Calls to the server. Every failure becomes an Error whose message a person can act on; a session that ran out is
// renewed, and the request sent once more.

import { tell } from './banner.js';
import { duration, showMoment } from './format.js';
import { refresh, signedIn } from './session.js';

export const base = '/api/v1';
/** Longer waits are left to the person. */
const LONGEST_WAIT_SECONDS = 60;
const MOST_WAITS = 3;

/** What the API's advice says to programs, in words for the person at the page. */
const advice = {
  'artifact.changed': 'Load the page again, and propose anew on what stands there now',
  'artifact.decided': 'It was applied or forgotten meanwhile: propose anew',
  'artifact.full': 'Delete what is not needed, or begin another text',
  'artifact.no-undo': 'Look at the versions: you can go back to any of them',
  'artifact.not-found': 'It was deleted meanwhile, or belongs to another of your workspaces',
  'artifact.nothing-accepted': 'Each change says why: give the fact that is missing, and propose anew',
  'auth.required': 'Sign in to go on',
  'auth.forbidden': 'Ask an administrator of the workspace for a role that allows it',
  'auth.locked': 'Wait as long as the button says, or set a new password by mail',
  'case.already-open': 'Go on with the open one, or end it first',
  'case.changed': 'It was loaded again: look at it once more',
  'case.illegal-move': 'The card shows where it can go',
  'case.not-found': 'It was deleted, or is somebody else’s own: go back to the board',
  'case.nothing-to-take-back': 'Move it on instead',
  'document.not-found': 'It may have been deleted, or belong to another of your workspaces',
  'invitation.not-found': 'It was answered or taken back meanwhile: load the page again',
  'key.not-found': 'It was revoked already: load the page again',
  'lesson.changed': 'Load the page again, and repeat the change on what is there now',
  'lesson.not-found': 'It was deleted, or is somebody else’s own: go back to the list',
  'lesson.not-tested': 'Press “Try it on the past” first, and activate it when it has passed',
  'lesson.worsens': 'Look at what the test on the past says, and change or reject it',
  'match.changed': 'It was loaded again: look at it once more, then decide',
  'match.decided': 'Somebody decided it meanwhile: it was loaded again',
  'match.not-decided': 'It was taken back meanwhile: load the page again',
  'match.not-found': 'One of its documents was deleted, or it belongs to another of your workspaces',
  'member.not-found': 'They left meanwhile: load the page again',
  'passkey.not-found': 'It was removed already: load the page again',
  'person.last-owner': 'Hand those workspaces to somebody else, or delete them, first',
  'retention.kept': 'Wait until then, or tick that it goes all the same',
  'quota.exceeded':
    'Wait until then, or ask whoever runs this server for a higher tier. Your account shows under Usage what is left',
  'record.changed': 'Load the page again, and repeat the change on what is there now',
  'review.blocked': 'Decide on what the reasons name first, or reject the record',
  'review.decided': 'Somebody decided it meanwhile: it was loaded again',
  'review.not-found': 'It has no review: it was read before there were any, or was deleted',
  'review.other-person': 'Ask a colleague who did not correct it last',
  'settings.changed': 'Load the page again, and repeat the change on what is there now',
  'session.not-found': 'It has ended already: load the page again',
  'workspace.not-found': 'It was deleted, or you do not belong to it any more',
  'request.timeout': 'Try again over a faster connection',
  internal: 'Try again. If it stays, tell whoever runs this server',
};

/** Moments as a person writes them. */
const inWords = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, showMoment);

export class ApiError extends Error {
  constructor(problem, { status, retryAfter } = {}) {
    const parts = [problem.detail ?? problem.title, advice[problem.code] ?? problem.advice].filter(Boolean);
    super(
      parts
        .map((part) => inWords(part).replace(/[.\s]+$/, ''))
        .join('. ')
        .concat('.'),
    );
    this.code = problem.code;
    this.status = status;
    this.errors = problem.errors ?? [];
    /** Seconds; undefined when the server named none. */
    this.retryAfter = retryAfter;
  }
}

/**
 * `init` is fetch's. With `session: false` (signing in itself) a refusal is final: nobody is asked to sign in, and
 * nothing is waited for.
 */
export async function call(path, { session = true, ...init } = {}) {
  let asked = false;
  for (let waits = 0; ; ) {
    const response = await send(path, init);
    if (response.ok) return response;
    const error = await errorOf(response);
    // Other refusals with 401 are about a code or a passkey, not about the session.
    if (session && error.code === 'auth.required' && !asked) {
      asked = true;
      if (!(await renewed())) await signedIn();
      continue;
    }
    // A refusal for too many requests came before anything was done: sending it again repeats nothing.
    const worthWaiting = error.status === 429 && error.retryAfter <= LONGEST_WAIT_SECONDS && waits < MOST_WAITS;
    if (!session || !worthWaiting) throw error;
    waits++;
    await wait(error.retryAfter);
  }
}

async function renewed() {
  try {
    return await refresh();
  } catch {
    throw unreachable();
  }
}

async function send(path, init) {
  try {
    return await fetch(base + path, init);
  } catch {
    throw unreachable();
  }
}

const unreachable = () =>
  navigator.onLine
    ? new ApiError({ title: 'The server does not answer', advice: 'Check that it still runs, then try again' })
    : new ApiError({ title: 'You are offline', advice: 'Check your connection, then try again' });

async function errorOf(response) {
  const problem = await response.json().catch(() => ({ title: `The server answered ${response.status}` }));
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(problem, {
    status: response.status,
    retryAfter: Number.isFinite(seconds) ? seconds : undefined,
  });
}

async function wait(seconds) {
  const quiet = tell(`The server wants a pause of ${duration(seconds)}. After that it goes on by itself.`);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  quiet();
}

export const getJson = async (path, options) => (await call(path, options)).json();

/** Sends `body` as JSON. Returns the answer, or undefined when it has none. */
export async function sendJson(method, path, body, { headers = {}, ...options } = {}) {
  const response = await call(path, {
    ...options,
    method,
    ...(body === undefined ? { headers } : { headers: { ...headers, 'content-type': 'application/json' } }),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.status === 204 ? undefined : response.json();
}

/** Sees to it that what the browser loads by itself (pictures, downloads) finds a session. */
export const ensureSession = () => call('/types');
