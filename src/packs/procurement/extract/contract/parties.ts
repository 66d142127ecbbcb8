// The parties of a contract: what its preamble, its opening words, its letterhead and its signatures say, put together.

import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { normalizeCompanyName, sameCompany } from '../../../../recognize/company-names-compare.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { findDefinedNames } from './defined-names.ts';
import { findLetter } from './letter-parties.ts';
import { findPartyClause, type NamedParty } from './party-clause.ts';
import { findSignatureParties } from './signature-blocks.ts';

type Source = 'clause' | 'defined' | 'letter' | 'signature';

interface Sighting {
  party: NamedParty;
  source: Source;
  weight: number;
}

interface Cluster {
  key: string;
  sightings: Sighting[];
  score: number;
}

/** Log-odds that each source alone gives a name. */
const WEIGHT: Record<Source, number> = { clause: 2.6, defined: 1.1, letter: 0.9, signature: 1.3 };
/** A signature alone is enough; a letterhead or a defined term must be seen with something else. */
const BELIEVED = 1.25;
const MOST = 60;

export const contractParties: Extractor = {
  id: 'contract/parties',
  writes: ['parties[].name', 'parties[].role'],
  extract: (reading: Reading) => {
    const view = contractText(reading);
    return toCandidates(view, chooseParties(view));
  },
};

interface Chosen {
  cluster: Cluster;
  believed: boolean;
}

function chooseParties(view: ContractText): Chosen[] {
  const clause = findPartyClause(view.text);
  const named = clause?.parties ?? [];
  const sightings: Sighting[] = named.map((party) => ({
    party,
    source: 'clause',
    weight: WEIGHT.clause * Math.min(1, 0.45 + 0.6 * party.certainty) + (party.role ? 0.4 : 0),
  }));
  const complete = named.length >= 2 && named.filter((party) => party.certainty >= 0.45).length >= 2;
  if (!complete) {
    for (const party of findDefinedNames(view.text)) add(sightings, party, 'defined');
    const letter = findLetter(view);
    for (const party of letter?.parties ?? []) add(sightings, party, 'letter');
  }
  const signatures = findSignatureParties(view);
  for (const party of signatures) add(sightings, party, 'signature');
  const clusters = clusterSightings(sightings).slice(0, MOST);
  const open = clause !== undefined && !complete;
  const chosen = clusters.map((cluster) => ({ cluster, believed: isBelieved(cluster, complete, open) }));
  if (chosen.length > 0 && !chosen.some((one) => one.believed)) {
    const best = chosen.reduce((a, b) => (b.cluster.score > a.cluster.score ? b : a));
    best.believed = best.cluster.score >= 0.8;
  }
  addCompany(chosen);
  // Indexes of the group count the parties; names that are not believed stand behind them.
  return [...chosen.filter((one) => one.believed), ...chosen.filter((one) => !one.believed)];
}

/** Persons sign with a firm: when only persons are believed, the best-seen firm is believed too. */
function addCompany(chosen: readonly Chosen[]): void {
  const isFirm = ({ cluster }: Chosen): boolean => cluster.sightings.some((s) => s.party.kind === 'company');
  if (chosen.some((one) => one.believed && isFirm(one))) return;
  const firms = chosen.filter((one) => isFirm(one) && one.cluster.score >= 1);
  if (firms.length > 0) firms.reduce((a, b) => (b.cluster.score > a.cluster.score ? b : a)).believed = true;
}

function add(sightings: Sighting[], party: NamedParty, source: Source): void {
  if (party.kind === 'other') return;
  const weight = WEIGHT[source] * (party.kind === 'person' && source !== 'signature' ? 0.7 : 1);
  sightings.push({ party, source, weight });
}

function isBelieved(cluster: Cluster, complete: boolean, open: boolean): boolean {
  const sources = new Set(cluster.sightings.map((s) => s.source));
  if (sources.has('clause')) return cluster.score > 1;
  if (complete) return false;
  // The clause leaves a party blank: who signs is it.
  if (open && sources.has('signature')) return true;
  return cluster.score >= BELIEVED;
}

function clusterSightings(sightings: readonly Sighting[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const sighting of sightings) {
    const key = normalizeCompanyName(sighting.party.name);
    const home = clusters.find((cluster) => isSameParty(cluster, key, sighting.party));
    if (home) home.sightings.push(sighting);
    else if (clusters.length < 2 * MOST) clusters.push({ key, sightings: [sighting], score: 0 });
  }
  for (const cluster of clusters) {
    const best = new Map<Source, number>();
    for (const { source, weight } of cluster.sightings) best.set(source, Math.max(best.get(source) ?? 0, weight));
    cluster.score = [...best.values()].reduce((sum, weight) => sum + weight, 0);
  }
  return clusters;
}

function isSameParty(cluster: Cluster, key: string, party: NamedParty): boolean {
  if (cluster.key === key) return true;
  const other = cluster.sightings[0]!.party;
  if (other.kind === 'person' && party.kind === 'person') {
    const words = (name: string) => name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
    const [a, b] = [words(other.name), words(party.name)];
    return a.at(-1) === b.at(-1) && a[0]?.[0] === b[0]?.[0];
  }
  return sameCompany(other.name, party.name) > 0.92;
}

function toCandidates(view: ContractText, chosen: readonly Chosen[]): Candidate[] {
  return chosen.flatMap(({ cluster, believed }, index) => {
    const best = preferredSighting(cluster);
    const signals: Record<string, number> = { believed: believed ? 0 : -3 - cluster.score };
    for (const { source, weight } of cluster.sightings) signals[source] = Math.max(signals[source] ?? 0, weight);
    const score = Object.values(signals).reduce((sum, part) => sum + part, 0);
    const { party, source } = best;
    const name: Candidate = {
      path: `parties[${index}].name`,
      value: party.name,
      raw: view.text.slice(party.start, party.end),
      origin: 'read',
      evidence: view.evidence(party.start, party.end),
      score,
      source: `contract/party-${source}`,
      signals,
    };
    const roleSighting = cluster.sightings.find((s) => s.party.role !== undefined);
    const role = roleSighting?.party.role;
    if (!roleSighting || role === undefined || !believed) return [name];
    const at = view.text.indexOf(role, roleSighting.party.end);
    const near = at >= 0 && at - roleSighting.party.end < 1_200;
    const evidence = near
      ? view.evidence(at, at + role.length)
      : view.evidence(roleSighting.party.start, roleSighting.party.end);
    const roleScore = Math.min(score, 1.6);
    return [
      name,
      {
        path: `parties[${index}].role`,
        value: role,
        raw: role,
        origin: 'read',
        evidence,
        score: roleScore,
        source: 'contract/party-role',
        signals: { party: roleScore },
      },
    ];
  });
}

/** The preamble's spelling first; elsewhere mixed case before capitals. */
function preferredSighting(cluster: Cluster): Sighting {
  const clause = cluster.sightings.find((s) => s.source === 'clause');
  return clause ?? cluster.sightings.find((s) => s.party.name !== s.party.name.toUpperCase()) ?? cluster.sightings[0]!;
}
