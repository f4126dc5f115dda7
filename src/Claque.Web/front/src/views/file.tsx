import { useState } from 'preact/hooks';
import type { FileMapping, JobState, StagedFile } from '../api.ts';
import { bytes, count, time } from '../state/format.ts';
import { post } from '../state/load.ts';
import { go } from '../state/route.ts';
import { usePage } from '../state/shell.ts';
import { Await, Page, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';

/** A file before it is imported: what it was taken for, a preview, what cannot be used; all of it can be corrected. */
export function FileView() {
  const page = usePage<StagedFile>();
  return <Await of={page} title="File">{(file) => <Body of={file} />}</Await>;
}

function Body({ of: file }: { of: StagedFile }) {
  const [problem, setProblem] = useState('');
  const failed = (error: Error) => setProblem(error.message);
  const start = () => post<JobState>(`/api/files/${file.id}/import`).then((job) => go(`/jobs/${job.id}`), failed);
  const drop = () => post(`/api/files/${file.id}`, undefined, 'DELETE').then(() => go('/'), failed);
  const ask = (change: Partial<FileMapping>) => {
    setProblem('');
    post<StagedFile>(`/api/files/${file.id}/mapping`, { ...file.asked, ...change }).catch(failed);
  };
  const usable = file.recognised && !file.error;
  return (
    <Page title={file.name} sub={bytes(file.bytes)} above={<a href="/">Import</a>}>
      {file.error && <Warn>{file.error}</Warn>}
      {file.known_as && <Warn>The case has this very file already, as {file.known_as}.</Warn>}
      {problem && <Warn>{problem}</Warn>}
      <p class="claim">{usable ? <>Recognised as <strong>{file.format}</strong>: {file.description}</> : 'Not recognised. Say below which column holds what.'}</p>
      <p class="buttons">
        <button type="button" class="main" disabled={!usable} onClick={() => void start()}>Import</button>
        <button type="button" onClick={() => void drop()}>Forget it</button>
      </p>
      <dl class="facts">
        <div><dt>First and last time</dt><dd>{time(file.first)} – {time(file.last)}{file.precision && <>, clock to the {file.precision}</>}</dd></div>
        {file.articles === 0 && <><div><dt>Time zone</dt><dd>{file.time_zone} <span class="soft">for times that name none</span></dd></div>
        <div><dt>Can be compared</dt><dd>{file.behaviours.join(', ') || 'nothing yet'}</dd></div>
        <div><dt>Encoding</dt><dd>{file.encoding}{file.delimiter && <>, columns parted by {spelled(file.delimiter)}</>}{file.compressed && ', compressed'}</dd></div></>}
        {file.runner_up && <div><dt>Could also be</dt><dd>{file.runner_up}</dd></div>}
        <div><dt>SHA-256</dt><dd><code>{file.sha256}</code></dd></div>
      </dl>
      {file.problems.length > 0 && (
        <section class="readings">
          <h2>Assumed, or not usable</h2>
          <ul>{file.problems.map((one) => <li><Said text={one} most={600} /></li>)}</ul>
        </section>
      )}
      <Preview of={file} />
      {file.articles === 0 && <Correct of={file} ask={ask} />}
    </Page>
  );
}

function Preview({ of: file }: { of: StagedFile }) {
  const fields = [...new Set(file.rows.flatMap((row) => row.values.map((value) => value.field)))];
  if (file.rows.length === 0) return null;
  return (
    <section>
      <h2>Preview <span class="sub">{count(file.rows.length)} of {count(file.rows_sampled)} {file.articles > 0 ? 'articles' : 'rows looked at'}</span></h2>
      <div class="scroll" role="region" aria-label="Preview" tabIndex={0}>
        <table>
          <caption class="vh">The first rows as they would be read</caption>
          <thead>
            <tr>
              <th scope="col" class="n">{file.articles > 0 ? 'No.' : 'Line'}</th>
              {fields.map((field) => <th scope="col">{field}{file.articles === 0 && <><br /><span class="kind">from <Said text={file.mapping.filter((one) => one.field === field).map((one) => one.column).join(', ') || '–'} /></span></>}</th>)}
              {file.rows.some((row) => row.rejected) && <th scope="col">Not usable</th>}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row) => (
              <tr>
                <th scope="row" class="n">{row.line}</th>
                {fields.map((field) => <td class="t"><Said text={row.values.filter((one) => one.field === field).map((one) => one.value).join(', ')} most={120} /></td>)}
                {file.rows.some((other) => other.rejected) && <td class="problem"><Said text={row.rejected} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Correct({ of: file, ask }: { of: StagedFile; ask: (change: Partial<FileMapping>) => void }) {
  return (
    <details open={!file.recognised}>
      <summary>Change the mapping</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const map = file.fields
            .map((field) => ({ field, column: String(form.get(`field-${field}`) ?? '') }))
            .filter((one) => one.column !== '' && one.column !== '=')
            .map((one) => ({ ...one, column: one.column === '-' ? '' : one.column }));
          ask({ map, time_format: String(form.get('format')), time_zone: String(form.get('zone')), delimiter: String(form.get('delimiter')) });
        }}
      >
        <div class="mapping">
          {file.fields.map((field) => (
            <label class="field">
              {field}
              <select name={`field-${field}`} value={chosen(file, field)}>
                <option value="=">as recognised: {file.mapping.filter((one) => one.field === field).map((one) => one.column).join(', ') || 'none'}</option>
                <option value="-">leave out</option>
                {file.columns.map((column) => <option value={column}>{column}</option>)}
              </select>
            </label>
          ))}
        </div>
        <label class="field">Time zone of times that name none <input name="zone" defaultValue={file.asked.time_zone} placeholder={file.time_zone || 'UTC'} /></label>
        <label class="field">Form of the times <input name="format" defaultValue={file.asked.time_format} placeholder="recognised" /></label>
        <label class="field">Columns are parted by <input name="delimiter" defaultValue={file.asked.delimiter} placeholder={spelled(file.delimiter) || 'recognised'} /></label>
        <p><button class="main">Look again</button></p>
      </form>
    </details>
  );
}

function chosen(file: StagedFile, field: string): string {
  const asked = file.asked.map.find((one) => one.field === field);
  return asked ? asked.column || '-' : '=';
}

const spelled = (delimiter: string) => ({ '\t': 'tab', ',': 'comma', ';': 'semicolon', '|': 'bar', ' ': 'blank' })[delimiter] ?? delimiter;
