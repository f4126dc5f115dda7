// Posts per day as bars. Days without posts stay empty, so that a hole in the data is seen as one.
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../api.ts';
import { count, iso, of, parseIso } from '../state/format.ts';
import { ticks, timeAt, xOf, type TimeAxis } from './axis.ts';

const dayMs = 86_400_000;

/** Draws the bars; a click on one calls `onDay`, dragging over several `onRange`. */
export function VolumeChart({ days, width, height = 150, title, from, to, onDay, onRange }: {
  days: readonly Day[];
  width: number;
  height?: number;
  title: string;
  from?: string;
  to?: string;
  onDay?: (day: string) => void;
  onRange?: (from: string, to: string) => void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [over, setOver] = useState<string | null>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  if (days.length === 0) return null;
  const first = parseIso(days[0]!.day)!;
  const last = parseIso(days[days.length - 1]!.day)! + dayMs;
  const axis: TimeAxis = { first, last, left: 52, right: width - 12 };
  const most = Math.max(...days.map((one) => one.posts));
  const round = roundUp(most);
  const y = (posts: number) => 10 + (1 - posts / round) * (height - 40);
  const pitch = xOf(axis, first + dayMs) - xOf(axis, first);
  const bar = Math.max(1, pitch - Math.min(4, pitch * 0.2));
  const posts = new Map(days.map((one) => [one.day.slice(0, 10), one.posts]));
  const at = (event: PointerEvent) => {
    const box = svg.current!.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * width;
  };
  const dayAt = (x: number) => iso(Math.min(timeAt(axis, x), last - 1)).slice(0, 10);
  const chosen: [number, number] | null = drag ?? (from || to ? [xOf(axis, parseIso(from) ?? first), xOf(axis, parseIso(to) ?? last)] : null);
  return (
    <div class="plot">
      <svg
        ref={svg}
        class={onDay || onRange ? 'volume click' : 'volume'}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${title}: ${of(days.length, 'day', 'days')} with posts from ${days[0]!.day.slice(0, 10)} to ${days[days.length - 1]!.day.slice(0, 10)}, at most ${count(most)} a day.`}
        onPointerDown={(event) => {
          if (!onRange || event.button !== 0) return;
          svg.current!.setPointerCapture(event.pointerId);
          setDrag([at(event), at(event)]);
        }}
        onPointerMove={(event) => {
          if (drag) setDrag([drag[0], at(event)]);
          setOver(dayAt(at(event)));
        }}
        onPointerUp={(event) => {
          if (drag && Math.abs(drag[0] - drag[1]) > 5) onRange?.(dayAt(Math.min(...drag)), iso(parseIso(dayAt(Math.max(...drag)))! + dayMs).slice(0, 10));
          else onDay?.(dayAt(at(event)));
          setDrag(null);
        }}
        onPointerLeave={() => !drag && setOver(null)}
      >
        {[0, round / 2, round].map((value) => (
          <g>
            <line class="grid" x1={axis.left} x2={axis.right} y1={y(value)} y2={y(value)} />
            <text class="tick" x={axis.left - 8} y={y(value) + 4} text-anchor="end">{count(value)}</text>
          </g>
        ))}
        <path class="bar" d={days.map((one) => `M${round1(xOf(axis, parseIso(one.day)!))} ${round1(y(0))}V${round1(y(one.posts))}h${round1(bar)}V${round1(y(0))}Z`).join('')} />
        {ticks(axis, width < 560 ? 90 : 130).map((tick) => (
          <text class="tick" x={tick.x} y={height - 6} text-anchor={tick.x > width - 50 ? 'end' : tick.x < 80 ? 'start' : 'middle'}>{tick.label}</text>
        ))}
        {chosen && <rect class="brush" x={Math.min(...chosen)} y={6} width={Math.abs(chosen[0] - chosen[1])} height={height - 30} />}
      </svg>
      <p class="hint" aria-hidden="true">{over === null ? '\u00a0' : `${over}: ${of(posts.get(over) ?? 0, 'post', 'posts')}`}</p>
    </div>
  );
}

const round1 = (value: number) => Math.round(value * 10) / 10;

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(2, value)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
