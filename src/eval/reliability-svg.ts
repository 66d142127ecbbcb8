// Reliability diagram: a bar per bin of confidence, as high as the share that was right.

import type { Reliability } from '../learn/reliability.ts';

const SIZE = 280;
const LEFT = 40;
const TOP = 8;
/** Bins with fewer answers are drawn pale: their height says little. */
const FEW = 10;

export function reliabilityDiagram({ bins }: Reliability): string {
  const x = (share: number) => (LEFT + share * SIZE).toFixed(1);
  const y = (share: number) => (TOP + (1 - share) * SIZE).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .map(
      (tick) => `<line x1="${LEFT}" x2="${LEFT + SIZE}" y1="${y(tick)}" y2="${y(tick)}" stroke="var(--line)"/>
<text x="${LEFT - 6}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick * 100}</text>
<text x="${x(tick)}" y="${TOP + SIZE + 16}" text-anchor="middle">${tick * 100}</text>`,
    )
    .join('');
  const bars = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => {
      const width = (bin.to - bin.from) * SIZE - 3;
      const title = `${bin.count} answers, ${(100 * bin.confidence).toFixed(0)} % sure, ${(100 * bin.accuracy).toFixed(0)} % right`;
      return `<rect x="${(Number(x(bin.from)) + 1.5).toFixed(1)}" y="${y(bin.accuracy)}" width="${width.toFixed(1)}" height="${(bin.accuracy * SIZE).toFixed(1)}" fill="var(--accent)" opacity="${bin.count < FEW ? 0.35 : 0.85}"><title>${title}</title></rect>`;
    })
    .join('');
  return `<svg viewBox="0 0 ${LEFT + SIZE + 10} ${TOP + SIZE + 36}" width="100%" style="max-width:${LEFT + SIZE + 10}px;font:11px system-ui" fill="var(--dim)" role="img" aria-label="Reliability diagram">
${ticks}${bars}<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="var(--dim)" stroke-dasharray="4 4"/>
<text x="${LEFT + SIZE / 2}" y="${TOP + SIZE + 32}" text-anchor="middle">confidence, %</text></svg>`;
}
