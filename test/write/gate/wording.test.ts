import { describe, expect, it, test } from 'vitest';
import { checkSupport, openJudge } from '../../../src/write/gate/check-support.ts';
import type { GateSource } from '../../../src/write/gate/gate-source.ts';

const passage = (text: string): GateSource => ({ id: 's', kind: 'passage', subject: 'a', text });
const judged = (value: string, ...texts: string[]) => openJudge({ sources: texts.map(passage) })(value);

describe("words that stand for the source's own", () => {
  test.each([
    [
      'a verb for a verb',
      'Ported the refund service from PHP to Go.',
      'Rewrote the refund service from PHP to Go.',
      { text: 'Ported', instead: 'Rewrote' },
    ],
    [
      'another form of one word',
      'Cared for patients on ventilators each shift.',
      'Cared for ventilated patients each shift.',
      { text: 'ventilators', instead: 'ventilated' },
    ],
    [
      'a verb for a verb in German',
      'Der Schaden wurde vom Fahrer auf dem Lieferschein eingetragen.',
      'Der Fahrer kritzelte den Schaden auf den Lieferschein.',
      { text: 'eingetragen', instead: 'kritzelte' },
    ],
  ])('%s is told, and nothing is refused', (_name, value, text, wording) => {
    expect(judged(value, text)).toMatchObject({ unsupported: [], wording: [wording] });
  });

  test.each([
    [
      'a word that comes beside the others',
      'Ported the refund service to Go overnight.',
      'Rewrote the refund service to Go.',
    ],
    ['another thing', 'Treated shoulder injuries.', 'Treated knee injuries.'],
    ['another measure', 'Answered 20 requests a week.', 'Answered 20 requests a month.'],
    ['a rank', 'Directed the choir in Leeds.', 'Joined the choir in Leeds.'],
    ['a result', 'Won the regatta in Leeds.', 'Entered the regatta in Leeds.'],
    ['a decision', 'Approved the purchase of new folders.', 'Discussed the purchase of new folders.'],
    ['help that is left out', 'Ported the refund service to Go.', 'Helped to rewrite the refund service in Go.'],
    ['a name', 'Rewrote the refund service in Rust.', 'Rewrote the refund service in Go.'],
  ])('%s is refused, not shown', (_name, value, text) => {
    const { unsupported, wording } = judged(value, text);
    expect(unsupported).not.toEqual([]);
    expect(wording).toEqual([]);
  });

  it('are not told beside what is refused, and where nobody looks they are refused', () => {
    const [value, text] = ['Ported the refund service from PHP to Go.', 'Rewrote the refund service from PHP to Go.'];
    expect(judged(`${value} Won a prize.`, text).wording).toEqual([]);
    expect(checkSupport({ value, sources: [passage(text)] })).toMatchObject([
      { kind: 'claim', text: 'Ported', why: 'The source says "Rewrote".' },
    ]);
  });
});
