// Looking at matches: lists, one with its decisions, how they stand.

import { SheafError } from '../errors.ts';
import type { RescoreReason } from '../match/why-rescore.ts';
import { inWorkspace } from '../store/database.ts';
import { countDecisions, listDecisions, type MatchDecisionRow } from '../store/match-decisions.ts';
import { listModels } from '../store/match-models.ts';
import { countOutcomes } from '../store/match-outcomes.ts';
import { findScoring, hasSubjects } from '../store/match-scorings.ts';
import { countMatches, findMatch, listMatches, type MatchFilter, type MatchRow } from '../store/matches.ts';
import { findRecord } from '../store/records.ts';
import type { MatchState } from '../store/schema-matching.ts';
import { listReasons } from './queue-due-rescores.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'matching'>;

export async function getMatches({ db }: Deps, { workspaceId }: Actor, filter: MatchFilter): Promise<MatchRow[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    if (filter.recordId && !(await findRecord(trx, filter.recordId))) throw new SheafError('record.not-found');
    return listMatches(trx, filter);
  });
}

export type MatchWithDecisions = MatchRow & { decisions: MatchDecisionRow[] };

/** Throws `match.not-found`. */
export async function getMatch({ db }: Deps, { workspaceId }: Actor, id: string): Promise<MatchWithDecisions> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const match = await findMatch(trx, id);
    if (!match) throw new SheafError('match.not-found');
    return { ...match, decisions: await listDecisions(trx, id) };
  });
}

export interface MatchStatistics {
  spec: string;
  title: string;
  version: string;
  states: Record<MatchState, number>;
  decisions: { accepted: number; dismissed: number; undone: number };
  /** What cases say of matches that nobody decided on. */
  outcomes: { for: number; against: number };
  /** Of the weights in use; 0 = as declared. */
  model: { version: number; weightsFrom: number; calibration: string; calibrationFrom: number };
  /** When all matches of the workspace were last scored again; null: never. */
  lastRescored: Date | null;
  /** Why the server will score them again by itself; null: there is no cause yet. */
  nextBecause: RescoreReason | null;
}

/** One for each declaration, in their order. */
export async function getMatchStatistics({ db, matching }: Deps, { workspaceId }: Actor): Promise<MatchStatistics[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const states = await countMatches(trx);
    const decisions = await countDecisions(trx);
    const outcomes = await countOutcomes(trx);
    const models = await listModels(trx);
    const scoring = await findScoring(trx);
    const reasons = scoring || (await hasSubjects(trx)) ? await listReasons(trx, matching, scoring) : {};
    return matching.specs.map(({ id, title, version }) => {
      const countOf = (state: MatchState): number =>
        states.find((row) => row.spec === id && row.state === state)?.count ?? 0;
      const decided = decisions.find((row) => row.spec === id);
      const told = outcomes.find((row) => row.spec === id);
      const row = models.find((each) => each.spec === id && each.spec_version === version);
      const model = row?.model as { outcomes: number; calibration: { method: string; outcomes: number } } | undefined;
      return {
        spec: id,
        title,
        version,
        states: {
          proposed: countOf('proposed'),
          accepted: countOf('accepted'),
          dismissed: countOf('dismissed'),
          superseded: countOf('superseded'),
        },
        decisions: {
          accepted: decided?.accepted ?? 0,
          dismissed: decided?.dismissed ?? 0,
          undone: decided?.undone ?? 0,
        },
        outcomes: { for: told?.for ?? 0, against: told?.against ?? 0 },
        model: {
          version: row?.version ?? 0,
          weightsFrom: model?.outcomes ?? 0,
          calibration: model?.calibration.method ?? 'prior',
          calibrationFrom: model?.calibration.outcomes ?? 0,
        },
        lastRescored: scoring?.scored_at ?? null,
        nextBecause: reasons[id] ?? null,
      };
    });
  });
}
