// The parts of the gate's set, in the order in which they are told. A part is a file beside this one, `<name>.txt`.

export interface GatePart {
  name: string;
  /** Its single errors are looked at, so its figures prove little. The limits of the bench hold for the others. */
  tuned: boolean;
}

/** A part whose errors nobody has looked at is added here, with `tuned: false`; once they are, it says `true`. */
export const gateParts: readonly GatePart[] = [
  { name: 'dev', tuned: true },
  { name: 'held-out', tuned: true },
  { name: 'fresh', tuned: true },
  { name: 'unseen', tuned: true },
  { name: 'paraphrase', tuned: true },
  { name: 'unseen-2', tuned: false },
  { name: 'unseen-3', tuned: false },
  { name: 'resume-dev', tuned: true },
  { name: 'resume-unseen', tuned: false },
];
