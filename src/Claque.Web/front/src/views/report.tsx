import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportDraft, ReportExhibit, ReportPage } from '../api.ts';
import { count, of } from '../state/format.ts';
import { row, useKeys } from '../state/keys.ts';
import { post } from '../state/load.ts';
import { usePage } from '../state/shell.ts';
import { Await, GroupLinkTo, Page, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';

/** Chooses and orders exhibits, adds own text, and writes the report. */
export function ReportView() {
  const page = usePage<ReportPage>();
  return <Await of={page} title="Report">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: ReportPage }) {
  const { draft } = page;
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const saves = useRef(Promise.resolve());
  const focus = useRef('');
  const save = (change: Partial<ReportDraft>) => {
    setProblem('');
    saves.current = saves.current.then(() => post('/api/report', { ...draft, ...change }, 'PUT')).then(() => undefined, (error: Error) => setProblem(error.message));
  };
  const move = (at: number, by: number) => {
    const to = at + by;
    if (to < 0 || to >= draft.exhibits.length) return;
    const exhibits = [...draft.exhibits];
    [exhibits[at], exhibits[to]] = [exhibits[to]!, exhibits[at]!];
    focus.current = exhibits[to]!.exhibit;
    setSaid(`Moved to place ${to + 1} of ${exhibits.length}`);
    save({ exhibits });
  };
  const remove = (at: number) => save({ exhibits: draft.exhibits.filter((_, place) => place !== at) });
  useEffect(() => {
    if (focus.current) document.querySelector<HTMLElement>(`[data-exhibit="${CSS.escape(focus.current)}"]`)?.focus();
    focus.current = '';
  }, [draft.exhibits.map((one) => one.exhibit).join(' ')]);
  useKeys({ e: { does: 'Take the exhibit out', act: () => row()?.querySelector<HTMLElement>('[data-remove]')?.click() } });
  return (
    <Page title="Report" sub={draft.exhibits.length ? of(draft.exhibits.length, 'exhibit', 'exhibits') : 'the strongest exhibits of each group'}>
      <p class="lead">{page.sentence}</p>
      {problem && <Warn>{problem}</Warn>}
      <div class="buttons">
        <a class="button main" href="/report/file.html" download data-native>Write the report</a>
        <a class="button" href="/report/preview.html" target="_blank" rel="noopener" data-native>Look at it first</a>
      </div>
      <section>
        <h2>Title and own text</h2>
        <label class="field">Title <input dir="auto" defaultValue={draft.title} onChange={(event) => save({ title: event.currentTarget.value })} /></label>
        <label class="field">Introduction, in your words <textarea rows={5} dir="auto" defaultValue={draft.introduction} onChange={(event) => save({ introduction: event.currentTarget.value })} /></label>
        <label class="check"><input type="checkbox" checked={draft.pseudonymise} onChange={(event) => save({ pseudonymise: event.currentTarget.checked })} /> Pseudonymise: names of accounts become keyed hashes; ids and addresses of posts are left out. The texts stay as published, and whoever searches for them may find the account.</label>
        <label class="check"><input type="checkbox" checked={draft.only_kept} onChange={(event) => save({ only_kept: event.currentTarget.checked })} /> Only groups that were kept{page.dismissed > 0 && `; ${of(page.dismissed, 'dismissed group is', 'dismissed groups are')} left out anyway`}</label>
      </section>
      <section>
        <h2>Exhibits, in this order</h2>
        <p class="vh" role="status">{said}</p>
        {page.exhibits.length === 0 && <p>None chosen: the report shows the strongest of each group. On the page of a group, <kbd>e</kbd> adds an exhibit.</p>}
        <ol class="composer">
          {page.exhibits.map((one, at) => (
            <Item
              key={one.key}
              of={one}
              at={at}
              count={page.exhibits.length}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(at)}
              onText={(text) => save({ exhibits: draft.exhibits.map((entry, place) => (place === at ? { ...entry, text } : entry)) })}
            />
          ))}
        </ol>
      </section>
      <section>
        <h2>Groups in it</h2>
        <ul>{page.groups.map((group) => <li><a href={group.href}>Group {group.number}</a>: {group.sentence}</li>)}</ul>
        {page.groups.length === 0 && <p>None.</p>}
        {page.dismissed > 0 && <p class="soft">{count(page.dismissed)} dismissed and left out.</p>}
      </section>
    </Page>
  );
}

function Item({ of: one, at, count: all, onMove, onRemove, onText }: { of: ReportExhibit; at: number; count: number; onMove: (by: number) => void; onRemove: () => void; onText: (text: string) => void }) {
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li data-row data-exhibit={one.key} tabIndex={-1} onKeyDown={keys}>
      <div class="buttons">
        <strong>{at + 1}.</strong> <GroupLinkTo of={one.group} />
        <span class="soft">{one.exhibit ? `${one.exhibit.same}, ${one.exhibit.gap}` : 'this run no longer has it'}</span>
        <span class="grow" />
        <button type="button" aria-label={`Move exhibit ${at + 1} up`} title="Alt+↑" disabled={at === 0} onClick={() => onMove(-1)}>↑</button>
        <button type="button" aria-label={`Move exhibit ${at + 1} down`} title="Alt+↓" disabled={at === all - 1} onClick={() => onMove(1)}>↓</button>
        <button type="button" data-remove onClick={onRemove}>Take out<span class="vh"> exhibit {at + 1}</span></button>
      </div>
      {one.exhibit && (
        <p class="pairline">
          <Said text={one.exhibit.a.account.label} />: <Said text={one.exhibit.a.text} most={110} /><br />
          <Said text={one.exhibit.b.account.label} />: <Said text={one.exhibit.b.text} most={110} />
        </p>
      )}
      <label class="field">Your words beside it <textarea rows={2} dir="auto" defaultValue={one.text} onChange={(event) => onText(event.currentTarget.value)} /></label>
    </li>
  );
}
