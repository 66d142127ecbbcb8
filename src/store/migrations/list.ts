// Every migration in order. A migration that has been released is never edited; a change is a new one.

import type { Migration } from 'kysely/migration';
import { up as documentsAndRecords } from './0001-documents-and-records.ts';
import { up as accountsAndMemberships } from './0002-accounts-and-memberships.ts';
import { up as emails } from './0003-emails.ts';
import { up as keeping } from './0004-keeping.ts';
import { up as limits } from './0005-limits.ts';
import { up as apiKeysAndDevices } from './0006-api-keys-and-devices.ts';
import { up as invitationsAndAdministration } from './0007-invitations-and-administration.ts';
import { up as quarantine } from './0008-quarantine.ts';
import { up as closedAccounts } from './0009-closed-accounts.ts';
import { up as installationKeys } from './0010-installation-keys.ts';
import { up as jobs } from './0011-jobs.ts';
import { up as backups } from './0012-backups.ts';
import { up as extensions } from './0013-extensions.ts';
import { up as search } from './0014-search.ts';
import { up as passagesAndSavedSearches } from './0015-passages-and-saved-searches.ts';
import { up as matching } from './0016-matching.ts';
import { up as languageModels } from './0017-language-models.ts';
import { up as artifacts } from './0018-artifacts.ts';
import { up as lessons } from './0019-lessons.ts';
import { up as notices } from './0020-notices.ts';
import { up as vectorCodes } from './0021-vector-codes.ts';
import { up as recordCandidates } from './0022-record-candidates.ts';
import { up as matchScorings } from './0023-match-scorings.ts';
import { up as structuredRecords } from './0024-structured-records.ts';
import { up as heldDocuments } from './0025-held-documents.ts';
import { up as intake } from './0026-intake.ts';
import { up as documentTypes } from './0027-document-types.ts';
import { up as findings } from './0028-findings.ts';
import { up as shorterSearches } from './0029-shorter-searches.ts';
import { up as reviews } from './0030-reviews.ts';
import { up as lineProof } from './0031-line-proof.ts';
import { up as lessonKinds } from './0032-lesson-kinds.ts';
import { up as cases } from './0033-cases.ts';
import { up as outcomesChecksAndFeeds } from './0034-outcomes-checks-and-feeds.ts';

export const migrations: Record<string, Migration> = {
  '0001-documents-and-records': { up: documentsAndRecords },
  '0002-accounts-and-memberships': { up: accountsAndMemberships },
  '0003-emails': { up: emails },
  '0004-keeping': { up: keeping },
  '0005-limits': { up: limits },
  '0006-api-keys-and-devices': { up: apiKeysAndDevices },
  '0007-invitations-and-administration': { up: invitationsAndAdministration },
  '0008-quarantine': { up: quarantine },
  '0009-closed-accounts': { up: closedAccounts },
  '0010-installation-keys': { up: installationKeys },
  '0011-jobs': { up: jobs },
  '0012-backups': { up: backups },
  '0013-extensions': { up: extensions },
  '0014-search': { up: search },
  '0015-passages-and-saved-searches': { up: passagesAndSavedSearches },
  '0016-matching': { up: matching },
  '0017-language-models': { up: languageModels },
  '0018-artifacts': { up: artifacts },
  '0019-lessons': { up: lessons },
  '0020-notices': { up: notices },
  '0021-vector-codes': { up: vectorCodes },
  '0022-record-candidates': { up: recordCandidates },
  '0023-match-scorings': { up: matchScorings },
  '0024-structured-records': { up: structuredRecords },
  '0025-held-documents': { up: heldDocuments },
  '0026-intake': { up: intake },
  '0027-document-types': { up: documentTypes },
  '0028-findings': { up: findings },
  '0029-shorter-searches': { up: shorterSearches },
  '0030-reviews': { up: reviews },
  '0031-line-proof': { up: lineProof },
  '0032-lesson-kinds': { up: lessonKinds },
  '0033-cases': { up: cases },
  '0034-outcomes-checks-and-feeds': { up: outcomesChecksAndFeeds },
};
