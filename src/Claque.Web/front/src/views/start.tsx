import { useRef, useState } from 'preact/hooks';
import type { JobState, Shell, StagedFile, StartPage } from '../api.ts';
import { bytes, count, time } from '../state/format.ts';
import { post } from '../state/load.ts';
import { go } from '../state/route.ts';
import { usePage } from '../state/shell.ts';
import { Await, Page, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

/** Opens, makes or tries a case; takes files into the one that is open. */
export function StartView() {
  const page = usePage<StartPage>();
  return (
    <Await of={page} title="Claque">
      {(start) => (start.case ? <Import of={start} /> : <Choose of={start} />)}
    </Await>
  );
}

function Choose({ of: start }: { of: StartPage }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const run = (work: Promise<unknown>, then: (value: unknown) => void) => {
    setProblem('');
    setBusy(true);
    work.then(then, (error: Error) => setProblem(error.message)).finally(() => setBusy(false));
  };
  const open = (path: string) => run(post<Shell>('/api/case', { path }), (shell) => go((shell as Shell).case?.posts ? '/overview' : (shell as Shell).case?.articles ? '/articles' : '/'));
  return (
    <Page title="Organised applause, found and shown">
      <p class="claim">Claque looks in exports of posts for accounts that act in concert more often than timing chance allows, and in articles for copies, rival accounts and hands, and shows the evidence. Everything stays on this computer.</p>
      {problem && <Warn>{problem}</Warn>}
      <div class="cards">
        <section>
          <h2>Try the demo</h2>
          <p>An invented town with five planted groups and twenty kinds of innocent look-alikes. Takes about a minute.</p>
          <p><button type="button" class="main" disabled={busy} onClick={() => run(post<JobState>('/api/case/demo'), (job) => go(`/jobs/${(job as JobState).id}`))}>Try the demo</button></p>
          <p class="soft">Written to <bdi>{start.demo_folder}</bdi></p>
        </section>
        <section>
          <h2>New case</h2>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const form = new FormData(event.currentTarget);
              run(post<Shell>('/api/case/new', { path: form.get('path'), question: form.get('question'), pseudonymise: form.get('pseudonymise') === 'on' }), () => go('/'));
            }}
          >
            <label class="field">Name of the file <input name="path" required placeholder="harbour.claque" autocomplete="off" /></label>
            <label class="field">What do you want to know? <input name="question" dir="auto" placeholder="Which accounts …" autocomplete="off" /></label>
            <label class="check"><input type="checkbox" name="pseudonymise" /> Pseudonymise reports and exports</label>
            <p><button class="main" disabled={busy}>Make it</button></p>
          </form>
        </section>
        <section>
          <h2>Open a case</h2>
          <form onSubmit={(event) => { event.preventDefault(); open(String(new FormData(event.currentTarget).get('path'))); }}>
            <label class="field">Path of the file <input name="path" required placeholder="/home/…/harbour.claque" autocomplete="off" /></label>
            <p><button class="main" disabled={busy}>Open it</button></p>
          </form>
          {start.cases.length > 0 && (
            <>
              <p class="soft">In <bdi>{start.folder}</bdi>:</p>
              <ul class="plainlist">{start.cases.map((path) => <li><button type="button" class="link" data-row onClick={() => open(path)}><bdi>{path.split(/[\\/]/).pop()}</bdi></button></li>)}</ul>
            </>
          )}
        </section>
      </div>
      <Formats of={start} />
    </Page>
  );
}

function Import({ of: start }: { of: StartPage }) {
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const send = async (files: FileList | null) => {
    setProblem('');
    for (const file of files ?? []) {
      setSending((before) => [...before, file.name]);
      try {
        const staged = await post<StagedFile>(`/api/files?name=${encodeURIComponent(file.name)}`, file);
        if (files!.length === 1) go(`/files/${staged.id}`);
      } catch (error) {
        setProblem(`${file.name}: ${(error as Error).message}`);
      }
      setSending((before) => before.filter((name) => name !== file.name));
    }
  };
  const openCase = start.case!;
  return (
    <Page title="Import" sub={openCase.name} above={openCase.question || 'Case'}>
      {!openCase.writable && <Warn>The case is open for reading only: its file cannot be written.</Warn>}
      <p>The case holds {count(openCase.posts)} posts of {count(openCase.accounts)} accounts{openCase.articles > 0 && <> and <a href="/articles">{count(openCase.articles)} articles</a></>}{openCase.groups > 0 && <>; <a href="/groups">{count(openCase.groups)} groups</a> were found</>}. <a href="/overview">To the overview</a></p>
      {problem && <Warn>{problem}</Warn>}
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); void send(event.dataTransfer?.files ?? null); }}
      >
        <p><strong>Drop files here</strong>, or</p>
        <p><button type="button" class="main" onClick={() => field.current?.click()}>Choose files</button></p>
        <input ref={field} type="file" multiple class="vh" tabIndex={-1} aria-label="Files to import" onChange={(event) => void send(event.currentTarget.files)} />
        <p class="soft">They are looked at first; nothing goes into the case before you say so. Nothing leaves this computer.</p>
        <p role="status">{sending.length > 0 && <>Looking at {sending.join(', ')} …</>}</p>
      </div>
      {start.files.length > 0 && (
        <section>
          <h2>Looked at, not yet imported</h2>
          {start.files.filter((file) => file.recognised && !file.error).length > 1 && (
            <p><button type="button" class="main" onClick={() => post<JobState>('/api/files/import').then((job) => go(`/jobs/${job.id}`), (error: Error) => setProblem(error.message))}>Import all of them</button></p>
          )}
          <div class="cards">{start.files.map((file) => <FileCard key={file.id} of={file} onProblem={setProblem} />)}</div>
        </section>
      )}
      <Formats of={start} />
      <p><button type="button" class="quiet" onClick={() => void post('/api/case/close').catch((error: Error) => setProblem(error.message))}>Close this case</button></p>
    </Page>
  );
}

function FileCard({ of: file, onProblem }: { of: StagedFile; onProblem: (problem: string) => void }) {
  return (
    <section data-row tabIndex={-1}>
      <h3><a href={`/files/${file.id}`}><Said text={file.name} most={80} /></a></h3>
      <p>{file.error ? <span class="problem">{file.error}</span> : <>{file.description || file.format}, {bytes(file.bytes)}</>}</p>
      {!file.error && file.first && <p class="soft">{time(file.first)} – {time(file.last)}, clock to the {file.precision}</p>}
      {file.known_as && <p class="problem">The case has this file already, as <Said text={file.known_as} />.</p>}
      <p class="buttons">
        {file.recognised && !file.error && <button type="button" class="main" onClick={() => post<JobState>(`/api/files/${file.id}/import`).then((job) => go(`/jobs/${job.id}`), (error: Error) => onProblem(error.message))}>Import</button>}
        <a class="button" href={`/files/${file.id}`}>Look at the mapping</a>
        <button type="button" class="quiet" onClick={() => void post(`/api/files/${file.id}`, undefined, 'DELETE').catch((error: Error) => onProblem(error.message))}>Forget it</button>
      </p>
    </section>
  );
}

function Formats({ of: start }: { of: StartPage }) {
  return (
    <details open={!start.case || start.case.posts === 0}>
      <summary>What can be read</summary>
      <Table
        caption="Formats"
        hide
        rows={start.formats}
        columns={[
          { head: 'Format', key: true, cell: (one) => one.name },
          { head: 'What it is', wide: true, cell: (one) => one.description },
          { head: 'Recognised by', wide: true, cell: (one) => one.recognised_by },
        ]}
      />
    </details>
  );
}
