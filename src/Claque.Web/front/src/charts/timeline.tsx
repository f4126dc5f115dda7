// The synchronised timeline: a row per account, time to the right, a shape and colour per object, a band behind each moment
// together. Dragging over it chooses a stretch of time.
import { useRef, useState } from 'preact/hooks';
import type { Timeline } from '../api.ts';
import { label } from '../text/invisible.ts';
import { duration, iso, of, time } from '../state/format.ts';
import { ticks, timeAt, xOf, type TimeAxis } from './axis.ts';
import { markClass, markCount, markPath } from './marks.ts';
import { figureOf, type Figure } from './timeline-figure.ts';

const top = 10;

/** Draws a timeline into the width given. */
export function TimelineChart({ of: timeline, from, to, width, object, rows, onRange, onMark }: {
  of: Timeline;
  from: number;
  to: number;
  width: number;
  object: number | null;
  rows: number;
  onRange: (from: number, to: number) => void;
  onMark: (mark: number) => void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const [near, setNear] = useState<number | null>(null);
  const figure = figureOf(timeline, from, to, rows, object);
  const labels = width < 560 ? 96 : 168;
  const height = figure.rows.length > 24 ? 16 : 22;
  const axis: TimeAxis = { first: from, last: to, left: labels + 14, right: width - 22 };
  const bottom = top + height * figure.rows.length;
  const y = (row: number) => top + height * (row + 0.5);
  const place = (event: PointerEvent): [number, number] => {
    const box = svg.current!.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.width) * width];
  };
  const nearest = (px: number, py: number): number | null => {
    let [best, distance] = [null as number | null, 100];
    for (const mark of figure.marks) {
      const d = (xOf(axis, timeline.time_ms[mark]!) - px) ** 2 + (y(timeline.row[mark]!) - py) ** 2;
      if (d < distance) [best, distance] = [mark, d];
    }
    return best;
  };
  return (
    <div class="plot">
      <svg
        ref={svg}
        class="timeline"
        viewBox={`0 0 ${width} ${bottom + 26}`}
        width={width}
        height={bottom + 26}
        role="img"
        aria-labelledby="timeline-t timeline-d"
        onPointerDown={(event) => {
          const [px, py] = place(event);
          if (event.button !== 0 || px < axis.left - 8 || nearest(px, py) !== null) return;
          svg.current!.setPointerCapture(event.pointerId);
          setDrag([px, px]);
        }}
        onPointerMove={(event) => {
          const [px, py] = place(event);
          if (drag) setDrag([drag[0], px]);
          else setNear(nearest(px, py));
        }}
        onPointerUp={(event) => {
          const [px, py] = place(event);
          const mark = nearest(px, py);
          if (drag && Math.abs(drag[0] - drag[1]) > 5) onRange(timeAt(axis, Math.min(...drag)), timeAt(axis, Math.max(...drag)));
          else if (mark !== null) onMark(mark);
          setDrag(null);
        }}
        onPointerLeave={() => !drag && setNear(null)}
      >
        <title id="timeline-t">Who posted what when</title>
        <desc id="timeline-d">
          {of(figure.marks.length, 'post', 'posts')} of {of(figure.rows.length, 'account', 'accounts')}, from {time(iso(from))} to {time(iso(to))}. The tables below say the same in words.
        </desc>
        {ticks(axis, width < 560 ? 84 : 120).map((tick) => (
          <g>
            <line class="grid" x1={tick.x} y1={top - 4} x2={tick.x} y2={bottom + 4} />
            <text class="tick" x={tick.x} y={bottom + 19} text-anchor={tick.x > width - 50 ? 'end' : 'middle'}>{tick.label}</text>
          </g>
        ))}
        {figure.rows.map((row) => (
          <g>
            <line class="row" x1={labels} y1={y(row)} x2={width - 8} y2={y(row)} />
            <text class="name" x={labels - 8} y={y(row) + 4} text-anchor="end">{label(timeline.accounts[row]!.label, width < 560 ? 14 : 24)}</text>
          </g>
        ))}
        <Bands of={figure} axis={axis} height={height} />
        <Marks of={figure} timeline={timeline} axis={axis} y={y} r={height < 20 ? 3.6 : 4.5} object={object} />
        {drag && <rect class="brush" x={Math.min(...drag)} y={top - 4} width={Math.abs(drag[0] - drag[1])} height={bottom - top + 8} />}
        {near !== null && <circle class="near" cx={xOf(axis, timeline.time_ms[near]!)} cy={y(timeline.row[near]!)} r={8} />}
      </svg>
      <p class="hint" aria-hidden="true">{near === null ? 'Drag over the chart to look closer; click a mark for its post.' : tip(timeline, near)}</p>
    </div>
  );
}

function Bands({ of: figure, axis, height }: { of: Figure; axis: TimeAxis; height: number }) {
  return (
    <>
      {figure.moments.filter((moment) => figure.place(moment.object) < markCount).map((moment) => {
        const [left, right] = [xOf(axis, moment.from), xOf(axis, moment.to)];
        const grow = Math.max(7, right - left + 5) - (right - left);
        const [first, last] = [Math.min(...moment.rows), Math.max(...moment.rows)];
        return (
          <rect class={`band c${figure.place(moment.object)}`} x={left - grow / 2} y={top + first * height} width={right - left + grow} height={(last - first + 1) * height} rx={2} />
        );
      })}
    </>
  );
}

function Marks({ of: figure, timeline, axis, y, r, object }: { of: Figure; timeline: Timeline; axis: TimeAxis; y: (row: number) => number; r: number; object: number | null }) {
  const paths = new Array<string>(markCount + 1).fill('');
  for (const mark of figure.marks) {
    const place = figure.place(timeline.object[mark]!);
    paths[place] += markPath(place, xOf(axis, timeline.time_ms[mark]!), y(timeline.row[mark]!), r);
  }
  const chosen = object === null ? -1 : figure.place(object);
  return (
    <>
      {[markCount, ...paths.keys()].slice(0, -1).map((place) => paths[place] && (
        <path class={markClass(place) + (chosen >= 0 && place !== chosen ? ' faint' : '')} d={paths[place]} />
      ))}
    </>
  );
}

function tip(timeline: Timeline, mark: number): string {
  const object = timeline.objects[timeline.object[mark]!]!;
  const others = timeline.time_ms.filter((ms, other) => timeline.object[other] === timeline.object[mark] && timeline.row[other] !== timeline.row[mark] && Math.abs(ms - timeline.time_ms[mark]!) < 3e5);
  const closest = Math.min(...others.map((ms) => Math.abs(ms - timeline.time_ms[mark]!)));
  return `${label(timeline.accounts[timeline.row[mark]!]!.label, 40)} · ${time(iso(timeline.time_ms[mark]!))} · ${label(object.name, 70)}${others.length ? ` · closest other ${duration(closest / 1000)} away` : ''}`;
}

/** The shape of an object as it stands in the legend. */
export function Swatch({ place }: { place: number }) {
  return (
    <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
      <path class={markClass(place)} d={markPath(place, 8, 8, place < markCount ? 4.5 : 4)} />
    </svg>
  );
}
