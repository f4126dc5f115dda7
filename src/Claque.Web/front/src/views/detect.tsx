import { useState } from 'preact/hooks';
import type { DetectPage, DetectSettings, JobState } from '../api.ts';
import { count, duration, time } from '../state/format.ts';
import { post } from '../state/load.ts';
import { address, go } from '../state/route.ts';
import { usePage } from '../state/shell.ts';
import { Await, Page, Warn } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';

/** Looks for accounts that act in concert. */
export function DetectView() {
  const page = usePage<DetectPage>();
  const [problem, setProblem] = useState('');
  const start = (settings: DetectSettings) => {
    setProblem('');
    post<JobState>('/api/detect', settings).then((job) => go(`/jobs/${job.id}`), (error: Error) => setProblem(error.message));
  };
  return (
    <Await of={page} title="Find who acts in concert">
      {(shown) => (
        <Page title="Find who acts in concert" sub={`in ${count(shown.posts)} posts`} above={<><a href="/sources">Data</a></>}>
          {problem && <Warn>{problem}</Warn>}
          <Form of={shown} onStart={start} />
          {shown.runs.length > 0 && (
            <section>
              <h2>Runs so far</h2>
              <Table
                caption="Runs"
                hide
                rows={[...shown.runs].reverse()}
                columns={[
                  { head: 'Run', key: true, cell: (run) => <a href={address('/overview', { run: run.number })}>{run.number}</a> },
                  { head: 'Started', cell: (run) => <span class="nb">{time(run.started)}</span> },
                  { head: 'Groups', n: true, cell: (run) => count(run.groups) },
                  { head: 'How often it is wrong', wide: true, cell: (run) => run.error_control },
                ]}
              />
            </section>
          )}
        </Page>
      )}
    </Await>
  );
}

function Form({ of: page, onStart }: { of: DetectPage; onStart: (settings: DetectSettings) => void }) {
  const standard = page.defaults;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const number = (name: string) => (form.get(name) === '' ? null : Number(form.get(name)));
        onStart({
          behaviours: form.getAll('behaviour') as string[],
          windows_s: String(form.get('windows') ?? '').split(/[\s,;]+/).filter(Boolean).map(Number).filter((value) => value > 0),
          min_weight: number('min'),
          alpha: number('alpha') === null ? null : number('alpha')! / 100,
          seed: number('seed'),
          test: form.get('test') === 'on',
        });
      }}
    >
      <p>The standard settings are right for most cases: all behaviours that the data hold, three windows, error control at {(standard.alpha ?? 0.01) * 100}&nbsp;%.</p>
      <p><button class="main">Start</button></p>
      <details>
        <summary>Other settings</summary>
        <fieldset>
          <legend>Behaviours (none marked: all)</legend>
          <div class="boxes">
            {page.behaviours.map((one) => <label class="check"><input type="checkbox" name="behaviour" value={one.name} defaultChecked={standard.behaviours.includes(one.name)} /> {one.name} <span class="kind">{one.same}</span></label>)}
          </div>
        </fieldset>
        <label class="field">Windows in seconds <input name="windows" defaultValue={standard.windows_s.join(', ')} placeholder={`standard: ${standard.windows_s.map(duration).join(', ') || '10, 60, 300'}`} /></label>
        <label class="field">Objects that a pair must have in common, at least <input type="number" name="min" min={1} defaultValue={standard.min_weight ?? ''} /></label>
        <label class="field">False-discovery rate, percent <input type="number" name="alpha" min={0.01} max={50} step="any" defaultValue={standard.alpha === null ? '' : standard.alpha * 100} /></label>
        <label class="field">Seed of everything random <input type="number" name="seed" min={0} defaultValue={standard.seed ?? ''} /></label>
        <label class="check"><input type="checkbox" name="test" defaultChecked={standard.test} /> Test against chance. Without it, everything found is a lead without an error rate.</label>
      </details>
    </form>
  );
}
