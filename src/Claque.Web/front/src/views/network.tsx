import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NetworkPage, OverviewPage, PairList } from '../api.ts';
import { VolumeChart } from '../charts/volume.tsx';
import { coloursOf } from '../network/colours.ts';
import { Painter } from '../network/painter.ts';
import { Scene, type View } from '../network/scene.ts';
import { count, day, duration, iso, of, parseIso, probability } from '../state/format.ts';
import { useKeys } from '../state/keys.ts';
import { useLoad } from '../state/load.ts';
import { go, setQuery, useRoute, withQuery } from '../state/route.ts';
import { useSettings } from '../state/settings.ts';
import { twin, usePage, useShell } from '../state/shell.ts';
import { AccountLink, Await, Choices, Page, Tier, label } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { useWidth } from '../ui/size.ts';
import { Table } from '../ui/table.tsx';
import { Ties, parameters } from './ties.tsx';

/** Who acted with whom, as a picture and as a table. */
export function NetworkView() {
  const page = usePage<NetworkPage>(parameters);
  return <Await of={page} title="Network">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: NetworkPage }) {
  const { query } = useRoute();
  const asTable = query.get('table') === '1';
  const windows = page.windows_s;
  const step = (by: number) => {
    const at = windows.indexOf(page.filter.window_s);
    const next = windows[Math.min(windows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setQuery({ window: next, after: '' });
  };
  useKeys({
    '[': { does: 'Narrower time window', act: () => step(-1) },
    ']': { does: 'Wider time window', act: () => step(1) },
    v: { does: 'Picture or table', act: () => setQuery({ table: asTable ? '' : 1, after: '' }) },
  });
  return (
    <Page title="Network">
      <p class="lead">{page.sentence}</p>
      <Filters of={page} asTable={asTable} />
      {asTable ? <Ties /> : page.nodes.x.length > 0 ? <Picture of={page} /> : <p class="none">No tie under this filter.</p>}
      <Brush of={page} />
    </Page>
  );
}

function Filters({ of: page, asTable }: { of: NetworkPage; asTable: boolean }) {
  const { filter } = page;
  return (
    <div class="filters">
      <Choices name="table" label="Show" options={[['', 'picture'], ['1', 'table']]} />
      <label>
        Behaviour <select value={filter.behaviour} onChange={(event) => setQuery({ behaviour: event.currentTarget.value, after: '' })}>
          <option value="">all</option>
          {page.behaviours.map((name) => <option value={name}>{name}</option>)}
        </select>
      </label>
      <label>
        Window <select value={String(filter.window_s)} onChange={(event) => setQuery({ window: event.currentTarget.value, after: '' })}>
          {page.windows_s.map((seconds) => <option value={String(seconds)}>{duration(seconds)}</option>)}
        </select>
      </label>
      <label>
        Tier <select value={filter.tier} onChange={(event) => setQuery({ tier: event.currentTarget.value, after: '' })}>
          <option value="named">named</option>
          <option value="weak">named or weak</option>
          <option value="all">all, leads too</option>
        </select>
      </label>
      <label>
        Objects in common, at least <input type="number" min={1} max={Math.max(1, page.weights_max)} value={filter.min} onChange={(event) => setQuery({ min: event.currentTarget.value, after: '' })} />
      </label>
      <DayField label="From" name="from" value={filter.from || page.first} />
      <DayField label="To" name="to" value={filter.to || page.last} />
      {(filter.from || filter.to) && <a href={withQuery({ from: '', to: '', after: '' })} data-move="push">Whole time</a>}
      {filter.group && <a href={withQuery({ group: '', after: '', sel: '' })} data-move="push">All groups again</a>}
      {!asTable && page.level === 'groups' && <a href={withQuery({ level: 'accounts' })} data-move="push">Show accounts</a>}
      {!asTable && page.level === 'accounts' && page.nodes_total > 60 && <a href={withQuery({ level: 'groups' })} data-move="push">Show groups</a>}
    </div>
  );
}

function DayField({ label: what, name, value }: { label: string; name: string; value: string | null }) {
  return (
    <label>
      {what} <input
        class="day" inputMode="numeric" spellcheck={false} value={value ? day(value) : ''} placeholder="2024-01-31"
        onChange={(event) => {
          const chosen = parseIso(event.currentTarget.value.trim());
          if (chosen !== null || event.currentTarget.value === '') setQuery({ [name]: chosen === null ? '' : event.currentTarget.value.trim(), after: '' });
        }}
      />
    </label>
  );
}

// Posts per day; dragging over them chooses the stretch of time. The same as the fields above it.
function Brush({ of: page }: { of: NetworkPage }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const overview = usePage<OverviewPage>([], '/overview');
  return (
    <div ref={box} class="netbrush">
      {overview.value && overview.value.days.length > 1 && (
        <VolumeChart
          days={overview.value.days} width={width} height={84} title="Posts per day, to choose a stretch of time"
          {...(page.filter.from ? { from: page.filter.from } : {})} {...(page.filter.to ? { to: page.filter.to } : {})}
          onRange={(from, to) => setQuery({ from, to, after: '' })}
          onDay={(chosen) => setQuery({ from: chosen, to: iso(parseIso(chosen)! + 86_400_000).slice(0, 10), after: '' })}
        />
      )}
    </div>
  );
}

function Picture({ of: page }: { of: NetworkPage }) {
  const { query } = useRoute();
  const { scheme } = useSettings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const hovered = useRef(-1);
  const scene = useMemo(() => new Scene(page.nodes, page.edges, page.level === 'groups' ? [] : page.groups.map((group) => `Group ${group.number}`)), [page]);
  const selected = page.nodes.id.indexOf(Number(query.get('sel') ?? NaN));
  const [spoken, setSpoken] = useState('');

  useLayoutEffect(() => {
    const made = new Painter(canvas.current!, overlay.current!, scene, coloursOf(document.body), viewOf(query.get('view')), (view) =>
      setQuery({ view: [view.x, view.y, view.k].map((value) => Math.round(value * 10) / 10).join(',') }, 'replace'),
    );
    painter.current = made;
    (globalThis as { claquePainter?: Painter }).claquePainter = made;
    made.mark(-1, selected);
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(canvas.current!);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => made.show(scene, coloursOf(document.body));
    dark.addEventListener('change', repaint);
    return () => {
      made.stop();
      observer.disconnect();
      dark.removeEventListener('change', repaint);
    };
  }, [scene]);
  useEffect(() => painter.current?.show(scene, coloursOf(document.body)), [scheme]);
  useEffect(() => painter.current?.mark(hovered.current, selected), [selected, scene]);
  // Wheel listeners of the framework are passive: the page would scroll along.
  useEffect(() => {
    const element = overlay.current!;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      painter.current?.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, []);

  const choose = (node: number) => {
    setQuery({ sel: node < 0 ? '' : page.nodes.id[node]! }, 'replace');
    if (node >= 0) {
      painter.current?.reveal(node);
      const group = page.groups[page.nodes.group[node]!];
      setSpoken(`${label(page.nodes.label[node]!, 60)}, ${of(page.nodes.degree[node]!, 'tie', 'ties')}${group ? `, group ${group.number}` : ''}`);
    } else setSpoken('Nothing chosen');
  };
  const keyboard = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const neighbours = selected >= 0 ? scene.neighbours(selected) : [];
    if (direction && event.shiftKey) painter.current?.pan(-direction[0]! * 80, -direction[1]! * 80);
    else if (direction) {
      const next = selected < 0 ? scene.first() : scene.towards(selected, direction[0]!, direction[1]!);
      if (next >= 0) choose(next);
    } else if (event.key === '.' && neighbours.length) choose(neighbours[0]!);
    else if (event.key === 'Enter' && selected >= 0) go(page.nodes.href[selected]!);
    else if (event.key === 'Escape') choose(-1);
    else if (event.key === '+' || event.key === '=') painter.current?.zoom(1.3);
    else if (event.key === '-') painter.current?.zoom(1 / 1.3);
    else if (event.key === '0') painter.current?.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={selected >= 0 ? 'net chosen' : 'net'}>
      <div class="canvas">
        <canvas ref={canvas} aria-hidden="true" />
        <canvas
          ref={overlay}
          tabIndex={0}
          role="application"
          aria-label={`Network of ${of(page.nodes.x.length, 'node', 'nodes')} and ${of(page.edges.a.length, 'tie', 'ties')}. The table shows the same.`}
          aria-describedby="net-keys"
          onKeyDown={keyboard}
          onPointerDown={(event) => {
            pointers.current.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
            event.currentTarget.setPointerCapture(event.pointerId);
            moved.current = 0;
          }}
          onPointerMove={(event) => {
            const before = pointers.current.get(event.pointerId);
            const here = { x: event.offsetX, y: event.offsetY };
            if (!before) {
              hovered.current = painter.current?.at(here.x, here.y) ?? -1;
              event.currentTarget.classList.toggle('over', hovered.current >= 0);
              return painter.current?.mark(hovered.current, selected);
            }
            moved.current += Math.abs(here.x - before.x) + Math.abs(here.y - before.y);
            const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
            if (other) painter.current?.zoom(Math.hypot(here.x - other.x, here.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), other.x, other.y);
            else painter.current?.pan(here.x - before.x, here.y - before.y);
            pointers.current.set(event.pointerId, here);
          }}
          onPointerUp={(event) => {
            pointers.current.delete(event.pointerId);
            if (moved.current < 5) choose(painter.current?.at(event.offsetX, event.offsetY) ?? -1);
          }}
          onPointerCancel={(event) => pointers.current.delete(event.pointerId)}
          onPointerLeave={() => {
            hovered.current = -1;
            painter.current?.mark(-1, selected);
          }}
          onDblClick={(event) => painter.current?.zoom(2, event.offsetX, event.offsetY)}
        />
        <div class="zoom" role="group" aria-label="Move the picture">
          <button type="button" aria-label="Closer" onClick={() => painter.current?.zoom(1.4)}>+</button>
          <button type="button" aria-label="Farther" onClick={() => painter.current?.zoom(1 / 1.4)}>−</button>
          <button type="button" aria-label="Left" onClick={() => painter.current?.pan(90, 0)}>←</button>
          <button type="button" aria-label="Right" onClick={() => painter.current?.pan(-90, 0)}>→</button>
          <button type="button" aria-label="Up" onClick={() => painter.current?.pan(0, 90)}>↑</button>
          <button type="button" aria-label="Down" onClick={() => painter.current?.pan(0, -90)}>↓</button>
          <button type="button" onClick={() => painter.current?.fit()}>All</button>
        </div>
      </div>
      <p class="vh" role="status">{spoken}</p>
      {selected >= 0 && <Card page={page} node={selected} />}
      <p id="net-keys" class="hint">
        Arrows go to the nearest node, <kbd>.</kbd> to the strongest tie, <kbd>Enter</kbd> opens it, <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd> zoom, <kbd>Shift</kbd> with arrows moves the picture. A disc is {page.level === 'groups' ? 'a group, as large as its accounts are many' : 'a named account, a ring one that is not; as large as its ties are many'}. Colours tell neighbouring groups apart; thicker lines have more objects in common.
      </p>
    </div>
  );
}

function Card({ page, node }: { page: NetworkPage; node: number }) {
  const { query } = useRoute();
  const { nodes } = page;
  const group = page.groups[nodes.group[node]!];
  const tiers = useShell()?.tiers ?? [];
  const isAccount = page.level !== 'groups';
  const key = isAccount ? decodeURIComponent(nodes.href[node]!.split('?')[0]!.split('/').pop()!) : '';
  const ties = new URLSearchParams(query);
  ties.set('account', key);
  ties.delete('after');
  const pairs = useLoad<PairList>(isAccount ? twin('/network/edges', ties, [...parameters, 'account']) : null);
  return (
    <aside class="card" aria-label="Chosen node">
      <h2><a href={nodes.href[node]!}><Said text={nodes.label[node]!} most={60} /></a></h2>
      <p>
        {isAccount ? <Tier name={tiers[nodes.tier[node]!]?.name ?? ''} /> : of(nodes.size[node]!, 'account', 'accounts')} {of(nodes.degree[node]!, 'tie', 'ties')}
        {group && isAccount && <>, <a href={group.href}>group {group.number}</a> ({of(group.accounts, 'account', 'accounts')})</>}
      </p>
      {group && <p class="soft">{group.sentence}</p>}
      {group && !query.get('group') && <p><a href={withQuery({ group: group.key, level: '', sel: '', view: '' })} data-move="push">Open this group here</a></p>}
      {pairs.value && (
        <Table
          caption="Its ties, strongest first"
          rows={pairs.value.pairs.slice(0, 12)}
          columns={[
            { head: 'With', key: true, cell: (pair) => <AccountLink of={pair.a.key === key ? pair.b : pair.a} /> },
            { head: 'By', cell: (pair) => pair.behaviour },
            { head: 'Objects', n: true, cell: (pair) => count(pair.weight) },
            { head: 'q', n: true, cell: (pair) => probability(pair.q) },
          ]}
        />
      )}
      <p><a href={withQuery({ sel: '' })} data-move="push">Close</a></p>
    </aside>
  );
}

function viewOf(text: string | null): View | null {
  const [x, y, k] = (text ?? '').split(',').map(Number);
  return x !== undefined && y !== undefined && k !== undefined && [x, y, k].every(Number.isFinite) && k > 0 ? { x, y, k } : null;
}
