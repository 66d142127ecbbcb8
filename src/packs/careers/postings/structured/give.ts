// How readers of stated postings ask for a field and hand in a value.

import type { Json } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';
import type { Alias } from './aliases.ts';

/** The part of a posting that is called best by the names of a field. */
export type Get = (alias: Alias) => XmlElement | undefined;

/** `follows`: it is not stated, but follows from what `from` states. */
export type Give = (
  path: string,
  value: Json | undefined,
  from: XmlElement,
  how?: { raw?: string; follows?: boolean },
) => void;
