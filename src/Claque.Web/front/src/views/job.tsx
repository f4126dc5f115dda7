import { useEffect, useState } from 'preact/hooks';
import type { JobList, JobState } from '../api.ts';
import { bytes, duration, of, time } from '../state/format.ts';
import { forget, post } from '../state/load.ts';
import { go } from '../state/route.ts';
import { usePage } from '../state/shell.ts';
import { Await, Page, Warn } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';
import { ReceiptTable } from './sources.tsx';

/** The work of this server. */
export function JobsView() {
  const page = usePage<JobList>();
  return (
    <Await of={page} title="Work">
      {(list) => (
        <Page title="Work">
          <Table
            caption="Work of this server, newest first"
            hide
            rows={list.jobs}
            columns={[
              { head: 'What', key: true, wide: true, cell: (job) => <a href={`/jobs/${job.id}`}>{job.title}</a> },
              { head: 'State', cell: (job) => job.state },
              { head: 'Started', cell: (job) => <span class="nb">{time(job.started)}</span> },
              { head: 'Took', n: true, cell: (job) => duration(job.elapsed_s) },
            ]}
          />
        </Page>
      )}
    </Await>
  );
}

/** One piece of work: its progress while it runs, which survives a reload, and what came of it. */
export function JobView() {
  const page = usePage<JobState>();
  return <Await of={page} title="Work">{(job) => <Followed key={job.id} of={job} />}</Await>;
}

function Followed({ of: first }: { of: JobState }) {
  const [job, setJob] = useState(first);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (first.state !== 'running') return setJob(first);
    const events = new EventSource(`/api/jobs/${first.id}/events`);
    events.addEventListener('progress', (event) => {
      const now = JSON.parse((event as MessageEvent<string>).data) as JobState;
      setJob(now);
      if (now.state === 'running') return;
      events.close();
      forget();
    });
    return () => events.close();
  }, [first]);
  const running = job.state === 'running';
  return (
    <Page title={job.title} sub={{ running: 'running', done: 'done', failed: 'failed', cancelled: 'cancelled' }[job.state] ?? job.state}>
      {running && (
        <>
          <p role="status" aria-live="polite">{job.stage}</p>
          <progress aria-label={job.title} {...(job.total ? { value: job.done, max: job.total } : {})} />
          <p class="soft">{amount(job.done, job.unit)}{job.total !== null && <> of {amount(job.total, job.unit)}</>}{job.per_second > 0 && <>, {amount(job.per_second, job.unit)} a second</>}, {duration(Math.round(job.elapsed_s))} so far</p>
          {job.can_cancel && <p><button type="button" onClick={() => void post(`/api/jobs/${job.id}/cancel`).catch((error: Error) => setProblem(error.message))}>Cancel</button></p>}
        </>
      )}
      {problem && <Warn>{problem}</Warn>}
      {job.error && <Warn>{job.error}</Warn>}
      {job.state === 'cancelled' && <p>It was cancelled. {job.kind === 'import' ? 'What had been read by then is kept; doing it again goes on from there.' : 'What was not finished is not kept; it can be begun again.'}</p>}
      {!running && (
        <p class="buttons">
          {job.state === 'done' && job.href && <a class="button main" href={job.href}>{job.kind === 'import' ? 'The receipt of the file' : 'What was found'}</a>}
          {job.kind === 'import' && job.state === 'done' && (job.receipt && job.receipt.articles > 0 ? <a class="button" href="/articles">The articles</a> : <a class="button" href="/detect">Find who acts in concert</a>)}
          {job.kind === 'import' && <a class="button" href="/">Import another file</a>}
          <span class="soft">Took {duration(job.elapsed_s)}.</span>
        </p>
      )}
      {job.kind === 'prepare' && job.state === 'cancelled' && <p><button type="button" onClick={() => void post('/api/case/prepare').then(() => go('/jobs'), (error: Error) => setProblem(error.message))}>Prepare it after all</button> <span class="soft">Until then, search finds nothing and pages of large cases are slow.</span></p>}
      {job.receipt && <ReceiptTable of={job.receipt} />}
    </Page>
  );
}

const amount = (value: number, unit: string) => (unit === 'bytes' ? bytes(value) : of(value, unit.replace(/s$/, ''), unit));

