// How the body of each kind is told, so that they can be compared with each other.

import { type Tellers, tellResume } from './assess-texts.ts';

export const tellers: Tellers = { 'careers/resume': tellResume };
