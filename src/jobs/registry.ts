// Which job works which queue. What does not fit together is refused before anything is started.

import { nextRun } from '../store/job-schedules.ts';
import type { QueueSpec } from '../store/queue-spec.ts';
import { type Job, type JobDeps, startJob } from './job.ts';

/** Throws an Error that names every mistake: a queue without a job, two jobs for one, a schedule that never comes due. */
export function ensureComplete(queues: readonly QueueSpec[], jobs: readonly Job[]): void {
  const mistakes = [...queues.flatMap((queue) => mistakesOfQueue(queue, jobs)), ...jobs.flatMap(mistakesOf(queues))];
  const names = queues.map((queue) => queue.name);
  for (const name of new Set(names)) {
    if (names.filter((each) => each === name).length > 1) mistakes.push(`the queue ${name} is declared twice`);
  }
  if (mistakes.length > 0) throw new Error(`The jobs do not fit together:\n  ${mistakes.join('\n  ')}`);
}

function mistakesOfQueue({ name }: QueueSpec, jobs: readonly Job[]): string[] {
  const count = jobs.filter((job) => job.queue.name === name).length;
  if (count === 0) return [`the queue ${name} has no job`];
  return count > 1 ? [`the queue ${name} has ${count} jobs`] : [];
}

const mistakesOf =
  (queues: readonly QueueSpec[]) =>
  (job: Job): string[] => {
    const { name } = job.queue;
    const mistakes: string[] = [];
    if (!queues.includes(job.queue)) mistakes.push(`the job ${name} works a queue that is not declared`);
    if (job.payload !== job.queue.payload)
      mistakes.push(`the job ${name} expects another payload than its queue takes`);
    if (typeof job.handle !== 'function') mistakes.push(`the job ${name} has no handler`);
    if (typeof job.giveUp !== 'function') mistakes.push(`the job ${name} does not say how it is given up`);
    if (!(Number.isInteger(job.concurrency) && job.concurrency > 0))
      mistakes.push(`the job ${name} has no workers: its concurrency is ${job.concurrency}`);
    return [...mistakes, ...mistakesOfSchedule(job)];
  };

function mistakesOfSchedule({ queue, schedule }: Job): string[] {
  if (!schedule) return [];
  const mistakes: string[] = [];
  try {
    nextRun(schedule.cron);
  } catch (error) {
    mistakes.push(`the schedule of the job ${queue.name}: ${(error as Error).message}`);
  }
  if (!queue.payload.safeParse(schedule.payload).success)
    mistakes.push(`the schedule of the job ${queue.name} carries what its queue does not take`);
  return mistakes;
}

/** Starts all jobs and their schedules. */
export async function startJobs(deps: JobDeps, queues: readonly QueueSpec[], jobs: readonly Job[]): Promise<void> {
  ensureComplete(queues, jobs);
  for (const job of jobs) await startJob(deps, job);
  await deps.queue.schedules.set(
    jobs.flatMap(({ queue, schedule }) => (schedule ? [{ queue: queue.name, ...schedule }] : [])),
  );
}
