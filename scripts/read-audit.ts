// What `npm audit --json` printed.

export type Audit =
  | { outcome: 'clean' | 'found'; told: string }
  /** The registry did not say: no verdict at all. */
  | { outcome: 'unreachable'; reason: string };

export function readAudit(stdout: string): Audit {
  const report = parse(stdout);
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) return { outcome: 'unreachable', reason: reasonIn(report) };
  const bad = (counts.high ?? 0) + (counts.critical ?? 0);
  const told = Object.entries(counts)
    .filter(([severity]) => severity !== 'total')
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ');
  return { outcome: bad > 0 ? 'found' : 'clean', told };
}

interface Report {
  metadata?: { vulnerabilities?: Record<string, number> };
  statusCode?: number;
  error?: { summary?: string; code?: string };
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}

/** Without the address of the registry: logs are shown to others. */
function reasonIn(report: Report | undefined): string {
  if (report?.statusCode) return `status ${report.statusCode}`;
  return report?.error?.code ?? 'no report';
}
