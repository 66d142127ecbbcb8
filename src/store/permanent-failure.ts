// A failure that another try would meet again: the job is dead at once.

import { SheafError } from '../errors.ts';

export class PermanentFailure extends SheafError {}
