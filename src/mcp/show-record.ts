// A record as a program needs it: values with what speaks for them, without the boxes on the page.

interface FullValue {
  value: unknown;
  raw: string;
  origin: string;
  confidence: number;
  evidence: { page: number; text: string; locator?: string }[];
}

const showValue = ({ value, origin, confidence, evidence }: FullValue) => ({
  value,
  origin,
  confidence,
  evidence: evidence
    .slice(0, 3)
    .map(({ page, text, locator }) => (page === 0 ? { page, text, locator } : { page, text })),
});

const showValues = (values: Record<string, FullValue>) =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, showValue(value)]));

export function showRecordBriefly(body: unknown): unknown {
  const { id, document, type, confidence, version, assessment, structured, fields, lines, lineProof, issues } =
    body as {
      fields: Record<string, FullValue>;
      lines: Record<string, FullValue>[];
      lineProof?: { summary: string } | null;
      issues: { rule: string; severity: string; path: string; message: string }[];
      [name: string]: unknown;
    };
  return {
    id,
    document,
    type,
    confidence,
    version,
    assessment,
    ...(structured ? { structured } : {}),
    fields: showValues(fields),
    lines: lines.map(showValues),
    ...(lineProof ? { linesProved: lineProof.summary } : {}),
    issues: issues.map(({ rule, severity, path, message }) => ({ rule, severity, path, message })),
  };
}
