// Which failures of the database pass by themselves: the caller may try again, and is told so.

/** Too many connections, out of memory there, a statement that took too long, a lock that did not come. */
const busyCodes = new Set(['53300', '53200', '53000', '57014', '55P03', '40001', '40P01']);
/** The server is stopping, starting, or gone. */
const awayCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
]);
/** pg's pool has no codes of its own. */
const poolMessages = /^timeout exceeded when trying to connect$/;
const awayMessages = /^Connection terminated/;

/** undefined for every other error. */
export function databaseTrouble(error: Error): 'store.busy' | 'store.unavailable' | undefined {
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && busyCodes.has(code)) return 'store.busy';
  if (typeof code === 'string' && awayCodes.has(code) && isOfDatabase(error, code)) return 'store.unavailable';
  if (poolMessages.test(error.message)) return 'store.busy';
  if (awayMessages.test(error.message)) return 'store.unavailable';
  return undefined;
}

/** Sockets to other services break with the same codes: a refused connection counts when it is one that was made to connect. */
function isOfDatabase(error: Error, code: string): boolean {
  if (!code.startsWith('E')) return true;
  return /\/node_modules\/pg(-pool)?\//.test(error.stack ?? '');
}
