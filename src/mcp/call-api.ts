// How tools reach Sheaf: by its own HTTP API, as the person or key that asks. So permissions, quotas, limits and the audit log are
// the same code for programs as for everybody else.

export interface ApiCall {
  method: 'GET' | 'POST';
  /** Below /api/v1, with its parts encoded. */
  path: string;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: unknown;
}

export interface ApiAnswer {
  status: number;
  /** Parsed JSON; undefined where there was none. */
  body: unknown;
}

export interface SheafApi {
  call(call: ApiCall): Promise<ApiAnswer>;
  /** Whether this server has such an operation, as `GET /search`. */
  has(operation: string): boolean;
}

export function addressOf({ path, query = {} }: Pick<ApiCall, 'path' | 'query'>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return `/api/v1${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
}
