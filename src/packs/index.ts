// The explicit list of packs. A pack is added by its folder and one line here.

import type { Pack } from '../pipeline/pack.ts';
import { careers } from './careers/index.ts';
import { procurement } from './procurement/index.ts';

export const packs: readonly Pack[] = [procurement, careers];
