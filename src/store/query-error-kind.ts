// What kind of trouble a query had, by the class of its SQLSTATE (PostgreSQL, appendix A) or the code of the connection.

export type QueryErrorKind =
  | 'constraint'
  | 'conflict'
  | 'timeout'
  | 'connection'
  | 'resources'
  | 'shutdown'
  | 'statement';

const byCode: Record<string, QueryErrorKind> = {
  57014: 'timeout',
  '55P03': 'timeout',
  57: 'shutdown',
  '23': 'constraint',
  '40': 'conflict',
  '08': 'connection',
  '53': 'resources',
};

export function queryErrorKind(error: unknown): QueryErrorKind {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code !== 'string') return /timeout|terminated|ended/i.test(message) ? 'connection' : 'statement';
  if (/^[0-9A-Z]{5}$/.test(code)) return byCode[code] ?? byCode[code.slice(0, 2)] ?? 'statement';
  return 'connection';
}
