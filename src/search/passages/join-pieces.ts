// Pieces that are not cut (sentences, rows, headings) → ranges of passages: long enough to say something, short enough for the encoder.

import { estimateTokens } from './estimate-tokens.ts';

/** A part of a text that stays whole. */
export interface Piece {
  start: number;
  end: number;
  kind: 'text' | 'heading';
  /** What it stands under. */
  context: string | null;
}

export interface Range {
  start: number;
  end: number;
  context: string | null;
}

/** A passage that has so many words ends at the next border. */
const ENOUGH_WORDS = 120;
/** One that has fewer goes on over a heading. */
const FEW_WORDS = 60;
const MOST_WORDS = 200;
/** Of the encoder's 256, without those that begin and end every text. */
const MOST_TOKENS = 250;
const MOST_CONTEXT = 120;

interface Counted extends Piece {
  words: number;
  tokens: number;
}

/** In order. Pieces must not overlap and stand in the order of the text. */
export function joinPieces(text: string, pieces: readonly Piece[]): Range[] {
  const groups: Counted[][] = [];
  let group: Counted[] = [];
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const piece of pieces.flatMap((each) => cutToSize(text, each))) {
    if (endsBefore(piece, group)) {
      const headings = takeLastHeadings(group);
      close();
      group = headings;
    }
    group.push(piece);
  }
  close();
  return mergeTail(groups).map((members) => ({
    start: members[0]!.start,
    end: members.at(-1)!.end,
    context: contextOf(members),
  }));
}

function endsBefore(piece: Counted, group: readonly Counted[]): boolean {
  if (group.length === 0) return false;
  if (!fits([...group, piece])) return true;
  const words = sum(group, 'words');
  return words >= ENOUGH_WORDS || (piece.kind === 'heading' && words >= FEW_WORDS);
}

function fits(members: readonly Counted[]): boolean {
  return (
    sum(members, 'words') <= MOST_WORDS &&
    sum(members, 'tokens') + estimateTokens(contextOf(members) ?? '') <= MOST_TOKENS
  );
}

const sum = (members: readonly Counted[], key: 'words' | 'tokens'): number =>
  members.reduce((total, member) => total + member[key], 0);

/** A heading belongs to what follows it; alone it stays where it is. */
function takeLastHeadings(group: Counted[]): Counted[] {
  const at = group.findLastIndex((piece) => piece.kind !== 'heading') + 1;
  return at === 0 ? [] : group.splice(at);
}

/** A short end says little alone. */
function mergeTail(groups: Counted[][]): Counted[][] {
  const [before, last] = [groups.at(-2), groups.at(-1)];
  if (!before || !last || sum(last, 'words') >= FEW_WORDS || !fits([...before, ...last])) return groups;
  return [...groups.slice(0, -2), [...before, ...last]];
}

function contextOf(members: readonly Counted[]): string | null {
  const context = members.find((piece) => piece.kind !== 'heading')?.context ?? null;
  // A heading that stands in the passage itself is not said twice.
  return context && context.length > MOST_CONTEXT ? context.slice(0, MOST_CONTEXT).toWellFormed() : context;
}

/** Cuts what no passage could hold, between words where there are any. */
function cutToSize(text: string, piece: Piece): Counted[] {
  const whole = count(text, piece);
  const contextTokens = estimateTokens(piece.context?.slice(0, MOST_CONTEXT) ?? '');
  if (whole.words <= MOST_WORDS && whole.tokens + contextTokens <= MOST_TOKENS) return [whole];
  const cuts: Counted[] = [];
  let current: Counted | undefined;
  for (const [word] of text.slice(piece.start, piece.end).matchAll(/\S{1,60}\s*/gu)) {
    const start: number = current ? current.end : piece.start;
    const next = count(text, { ...piece, start, end: start + word.length });
    if (current && current.words < ENOUGH_WORDS && current.tokens + next.tokens + contextTokens <= MOST_TOKENS) {
      current = {
        ...current,
        end: next.end,
        words: current.words + next.words,
        tokens: current.tokens + next.tokens,
      };
    } else {
      if (current) cuts.push(current);
      current = next;
    }
  }
  if (current) cuts.push(current);
  return cuts.map((cut) => ({ ...cut, end: cut.start + text.slice(cut.start, cut.end).trimEnd().length }));
}

function count(text: string, piece: Piece): Counted {
  const own = text.slice(piece.start, piece.end);
  return { ...piece, words: own.match(/\S+/gu)?.length ?? 0, tokens: estimateTokens(own) };
}
