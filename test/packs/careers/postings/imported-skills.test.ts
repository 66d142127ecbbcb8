// Skills that an operator imported count in postings as those do that Sheaf brings.

import { afterEach, expect, test } from 'vitest';
import { profileOfFixture, readFixture } from './support-read-fixtures.ts';
