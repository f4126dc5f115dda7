import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportDraft, ReportExhibit, ReportPage } from '../api.ts';
import { count, of } from '../state/format.ts';
import { row, useKeys } from '../state/keys.ts';
import { post } from '../state/load.ts';
import { usePage } from '../state/shell.ts';
import { Await, GroupLinkTo, Page, Status, Warn } from '../ui/parts.tsx';
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
  // Exhibits of posts stand inside their groups and the others after these: each kind has an order of its own.
  const lists = [true, false].map((ofPosts) => page.exhibits.map((one, at) => ({ one, at })).filter(({ at }) => (draft.exhibits[at]?.group !== '') === ofPosts));
  const move = (list: typeof lists[0], place: number, by: number) => {
    const [from, to] = [list[place]?.at, list[place + by]?.at];
    if (from === undefined || to === undefined) return;
    const exhibits = [...draft.exhibits];
    [exhibits[from], exhibits[to]] = [exhibits[to]!, exhibits[from]!];
    focus.current = exhibits[to]!.exhibit;
    setSaid(`Moved to place ${place + by + 1} of ${list.length}`);
    save({ exhibits });
  };
  const remove = (at: number) => save({ exhibits: draft.exhibits.filter((_, place) => place !== at) });
  useEffect(() => {
    if (focus.current) document.querySelector<HTMLElement>(`[data-exhibit="${CSS.escape(focus.current)}"]`)?.focus();
    focus.current = '';
  }, [draft.exhibits.map((one) => one.exhibit).join(' ')]);
  useKeys({ e: { does: 'Take the exhibit out', act: () => row()?.querySelector<HTMLElement>('[data-remove]')?.click() } });
  return (
    <Page title="Report" sub={draft.exhibits.length ? of(draft.exhibits.length, 'exhibit', 'exhibits') : page.run ? 'the strongest exhibits of each group' : 'articles and hours'}>
      <p class="lead">{page.sentence}</p>
      {problem && <Warn>{problem}</Warn>}
      {(page.run || draft.exhibits.length > 0) && <div class="buttons">
        <a class="button main" href="/report/file.html" download data-native>Write the report</a>
        <a class="button" href="/report/preview.html" target="_blank" rel="noopener" data-native>Look at it first</a>
      </div>}
      <section>
        <h2>Title and own text</h2>
        <label class="field">Title <input dir="auto" defaultValue={draft.title} onChange={(event) => save({ title: event.currentTarget.value })} /></label>
        <label class="field">Introduction, in your words <textarea rows={5} dir="auto" defaultValue={draft.introduction} onChange={(event) => save({ introduction: event.currentTarget.value })} /></label>
        <label class="check"><input type="checkbox" checked={draft.pseudonymise} onChange={(event) => save({ pseudonymise: event.currentTarget.checked })} /> Pseudonymise: accounts, bylines, and people and organisations on whose word something is said become keyed hashes; ids and addresses of posts are left out. Headlines, outlets and texts stay as published, with the names in them, and whoever searches for them may find who wrote them.</label>
        {page.run && <label class="check"><input type="checkbox" checked={draft.only_kept} onChange={(event) => save({ only_kept: event.currentTarget.checked })} /> Only groups that were kept{page.dismissed > 0 && `; ${of(page.dismissed, 'dismissed group is', 'dismissed groups are')} left out anyway`}</label>}
      </section>
      <section>
        <h2>Exhibits, in this order</h2>
        <p class="vh" role="status">{said}</p>
        {page.exhibits.length === 0 && <p>None chosen. On the pages of groups, families, versions, rival accounts, bylines and accounts, <kbd>e</kbd> or a button adds what is shown{page.run && '; a group without a chosen exhibit shows its strongest'}.</p>}
        {lists.map((list, kind) => list.length > 0 && (
          <>
            <h3>{kind === 0 ? 'Posts, inside their groups' : page.run ? 'Articles and hours, after the groups' : 'Articles and hours'}</h3>
            <ol class="composer">
              {list.map(({ one, at }, place) => (
                <Item
                  key={one.key}
                  of={one}
                  at={place}
                  count={list.length}
                  onMove={(by) => move(list, place, by)}
                  onRemove={() => remove(at)}
                  onText={(text) => save({ exhibits: draft.exhibits.map((entry, other) => (other === at ? { ...entry, text } : entry)) })}
                />
              ))}
            </ol>
          </>
        ))}
      </section>
      {page.run && <section>
        <h2>Groups in it</h2>
        <ul>{page.groups.map((group) => <li><a href={group.href}>Group {group.number}</a>: {group.sentence}</li>)}</ul>
        {page.groups.length === 0 && <p>None.</p>}
        {page.dismissed > 0 && <p class="soft">{count(page.dismissed)} dismissed and left out.</p>}
      </section>}
    </Page>
  );
}

function Item({ of: one, at, count: all, onMove, onRemove, onText }: { of: ReportExhibit; at: number; count: number; onMove: (by: number) => void; onRemove: () => void; onText: (text: string) => void }) {
  const { finding } = one;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li data-row data-exhibit={one.key} tabIndex={-1} onKeyDown={keys}>
      <div class="buttons">
        <strong>{at + 1}.</strong> {finding ? <a href={finding.href}><Said text={finding.title} most={90} /></a> : one.group && <GroupLinkTo of={one.group} />}
        <span class="soft">{one.exhibit ? `${one.exhibit.same}, ${one.exhibit.gap}` : finding ? finding.kind : 'no longer found in the case'}</span>
        {finding?.status === 'dismissed' && <><Status name="dismissed" /> <span class="soft">left out of the report</span></>}
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
      {finding && <p class="pairline"><Said text={finding.summary} most={260} /></p>}
      <label class="field">Your words beside it <textarea rows={2} dir="auto" defaultValue={one.text} onChange={(event) => onText(event.currentTarget.value)} /></label>
    </li>
  );
}
