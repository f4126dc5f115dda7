import { useRef } from 'preact/hooks';
import type { GroupPage, PostPage, Timeline } from '../api.ts';
import { Swatch, TimelineChart } from '../charts/timeline.tsx';
import { figureOf, type Figure } from '../charts/timeline-figure.ts';
import { count, duration, iso, of, parseIso, time } from '../state/format.ts';
import { useKeys } from '../state/keys.ts';
import { useLoad } from '../state/load.ts';
import { setQuery, useRoute, withQuery } from '../state/route.ts';
import { twin } from '../state/shell.ts';
import { AccountLink, PostCard, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { useWidth } from '../ui/size.ts';
import { Table } from '../ui/table.tsx';

const fewRows = 40;

/** The synchronised timeline of a group, with a brush, its moments and the same as a table. */
export function TimelineSection({ of: page }: { of: GroupPage }) {
  const { query, path } = useRoute();
  const [box, width] = useWidth<HTMLDivElement>();
  const [from, to] = [parseIso(query.get('from')), parseIso(query.get('to'))];
  const narrowed = from !== null || to !== null;
  const closer = useLoad<Timeline>(narrowed && page.timeline.left_out > 0 ? twin(`${path}/timeline`, query, ['from', 'to']) : null);
  const timeline = closer.value ?? page.timeline;
  const whole = rangeOf(page.timeline);
  const picked = query.get('post');
  const rows = query.get('rows') === 'all' ? Infinity : fewRows;
  const shape = query.get('shape');
  const object = shape === null ? null : Number(shape);
  const [first, last] = [from ?? whole[0], to ?? whole[1]];
  const figure = figureOf(timeline, first, last, rows, object);
  const move = (by: number) => {
    const length = last - first;
    const start = Math.min(Math.max(whole[0], first + by * length), Math.max(whole[0], whole[1] - length));
    range(start, start + length);
  };
  const zoom = (by: number) => {
    const [middle, half] = [(first + last) / 2, Math.max(1000, ((last - first) * by) / 2)];
    if (2 * half >= whole[1] - whole[0]) setQuery({ from: '', to: '', after: '' });
    else range(middle - half, middle + half);
  };
  useKeys({
    '[': { does: 'Timeline: earlier', act: () => move(-0.5) },
    ']': { does: 'Timeline: later', act: () => move(0.5) },
    '+': { does: 'Timeline: closer', act: () => zoom(0.5) },
    '-': { does: 'Timeline: farther', act: () => zoom(2) },
  });
  if (timeline.time_ms.length === 0 && !narrowed) return null;
  return (
    <section id="timeline">
      <h2>Timeline</h2>
      <p class="lead">
        Each row is an account, each mark a post (UTC), each shape what was shared. A band stands behind posts of several accounts that follow one another within five minutes.
        {figure.others > 0 && ` To stay readable, ${of(figure.others, 'other object is', 'other objects are')} drawn as grey strokes.`}
        {timeline.left_out > 0 && ` ${count(timeline.left_out)} marks are left out here; look closer, or at the CSV.`}
      </p>
      <div class="filters">
        <div class="choices" role="group" aria-label="Stretch of time">
          <button type="button" onClick={() => move(-0.5)} aria-label="Earlier">←</button>
          <button type="button" onClick={() => move(0.5)} aria-label="Later">→</button>
          <button type="button" onClick={() => zoom(0.5)} aria-label="Closer">+</button>
          <button type="button" onClick={() => zoom(2)} aria-label="Farther">−</button>
          <TimeField label="From" ms={first} name="from" />
          <TimeField label="To" ms={last} name="to" />
          {narrowed && <a href={withQuery({ from: '', to: '', after: '' })} data-move="push">Whole time</a>}
        </div>
      </div>
      <div ref={box}>
        <TimelineChart
          of={timeline} from={first} to={last} width={width} object={object} rows={rows} onRange={range}
          onMark={(mark) => setQuery({ post: timeline.post[mark]!, shape: timeline.object[mark]! }, 'replace')}
        />
      </div>
      {figure.rowsLeftOut > 0 && <p><a href={withQuery({ rows: 'all' })} data-move="push">Show all {count(timeline.accounts.length)} accounts</a></p>}
      <Legend of={figure} timeline={timeline} chosen={object} />
      {picked && <Picked number={picked} />}
      <Moments of={figure} timeline={timeline} />
      <MarkTable of={figure} timeline={timeline} />
      <p><Twins csv={twin(`${path}/timeline`, query, ['from', 'to'], 'csv')} /></p>
    </section>
  );
}

function range(from: number, to: number): void {
  setQuery({ from: iso(from), to: iso(to + 999), after: '' });
}

function rangeOf(timeline: Timeline): [number, number] {
  const [first, last] = [timeline.time_ms[0] ?? 0, timeline.time_ms[timeline.time_ms.length - 1] ?? 0];
  const room = Math.max(1000, (last - first) * 0.015);
  return [first - room, last + room];
}

function TimeField({ label, ms, name }: { label: string; ms: number; name: string }) {
  return (
    <label>
      {label} <input
        type="text" class="time" inputMode="numeric" spellcheck={false} value={iso(ms).replace('T', ' ').replace('Z', '')}
        onChange={(event) => {
          const chosen = parseIso(event.currentTarget.value.trim().replace(' ', 'T'));
          if (chosen !== null) setQuery({ [name]: iso(chosen), after: '' });
        }}
      />
    </label>
  );
}

function Legend({ of: figure, timeline, chosen }: { of: Figure; timeline: Timeline; chosen: number | null }) {
  return (
    <ul class="legend" aria-label="Shapes">
      {figure.shaped.map((object) => {
        const one = timeline.objects[object]!;
        return (
          <li>
            <Swatch place={figure.place(object)} />
            <a href={withQuery({ shape: chosen === object ? '' : object })} data-move="push" aria-current={chosen === object ? 'true' : undefined}>
              <span class="kind">{one.behaviour}</span> <Said text={one.name} most={90} />
            </a>
          </li>
        );
      })}
      {figure.others > 0 && <li><Swatch place={10} /><span>{of(figure.others, 'other object', 'other objects')}</span></li>}
    </ul>
  );
}

function Picked({ number }: { number: string }) {
  const page = useLoad<PostPage>(`/posts/${number}.json`);
  const box = useRef<HTMLDivElement>(null);
  return (
    <div class="picked" ref={box} role="status">
      <p class="buttons"><strong>The post of the mark</strong> <a href={withQuery({ post: '', shape: '' })} data-move="push">Close</a></p>
      {page.value ? <PostCard of={page.value.post} /> : <p class="soft">{page.problem?.message ?? 'Reading …'}</p>}
    </div>
  );
}

function Moments({ of: figure, timeline }: { of: Figure; timeline: Timeline }) {
  if (figure.moments.length === 0) return null;
  return (
    <>
      <h3>Closest moments</h3>
      <Table
        caption="Moments with the most accounts, then the closest"
        rows={figure.moments.slice(0, 8)}
        columns={[
          {
            head: 'From (UTC)', key: true,
            cell: (one) => <a class="nb" href={withQuery({ from: iso(one.from - Math.max(5000, (one.to - one.from) * 0.2)), to: iso(one.to + Math.max(6000, (one.to - one.from) * 0.2)), after: '' })} data-move="push">{time(iso(one.from))}</a>,
          },
          { head: 'Accounts', n: true, cell: (one) => count(one.rows.length) },
          { head: 'First to last', n: true, cell: (one) => duration((one.to - one.from) / 1000) },
          { head: 'What', wide: true, cell: (one) => <><span class="kind">{timeline.objects[one.object]!.behaviour}</span> <Said text={timeline.objects[one.object]!.name} most={80} /></> },
        ]}
      />
    </>
  );
}

function MarkTable({ of: figure, timeline }: { of: Figure; timeline: Timeline }) {
  const most = 300;
  return (
    <details>
      <summary>The same as a table ({of(figure.marks.length, 'post', 'posts')})</summary>
      {figure.marks.length > most && <p>The first {most}; the CSV holds all.</p>}
      <Table
        caption="Posts of the timeline"
        hide
        rows={figure.marks.slice(0, most)}
        columns={[
          { head: 'Time', key: true, cell: (mark) => <a class="nb" href={`/posts/${timeline.post[mark]}`}>{time(iso(timeline.time_ms[mark]!))}</a> },
          { head: 'Account', cell: (mark) => <AccountLink of={timeline.accounts[timeline.row[mark]!]!} /> },
          { head: 'Behaviour', cell: (mark) => timeline.objects[timeline.object[mark]!]!.behaviour },
          { head: 'Object', wide: true, cell: (mark) => <Said text={timeline.objects[timeline.object[mark]!]!.name} most={110} /> },
        ]}
      />
    </details>
  );
}
