// A family of articles over time: a line for each, a mark at its time, arrows from whom it was taken. Pure: data in, SVG out.
import type { ArticleLink, FamilyEdge, MissingRow } from '../api.ts';
import { parseIso } from '../state/format.ts';
import { label } from '../text/invisible.ts';
import { ticks, xOf, type TimeAxis } from './axis.ts';

const rowHeight = 30;
const top = 30;
const most = 60;

/** Where each article stands, by its number, below as many rows as are missing: those without a time at the left edge. */
export function places(members: readonly ArticleLink[], axis: TimeAxis, missing = 0): Map<number, [number, number]> {
  return new Map(members.slice(0, most).map((one, row): [number, [number, number]] => {
    const at = parseIso(one.published);
    return [one.number, [at === null ? leftEdge : xOf(axis, at), yOf(row + missing)]];
  }));
}

const leftEdge = 14;
const yOf = (row: number) => top + row * rowHeight + rowHeight / 2;

/** The figure, as wide as it is given room. */
export function FamilyStrip({ members, missing, edges, width, earliest }: {
  members: readonly ArticleLink[];
  missing: readonly MissingRow[];
  edges: readonly FamilyEdge[];
  width: number;
  earliest: number;
}) {
  const times = members.map((one) => parseIso(one.published)).filter((at) => at !== null);
  const labels = Math.min(430, Math.round(width * (width < 560 ? 0.52 : 0.42)));
  const axis: TimeAxis = { first: Math.min(...times, Infinity), last: Math.max(...times, -Infinity), left: 46, right: width - labels - 30 };
  const at = places(members, axis, missing.length);
  const height = top + (at.size + missing.length) * rowHeight + 8;
  const room = Math.floor((labels - 4) / 6.6);
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${members.length} articles over time; the same stands in the tables below.`}>
      {times.length > 1 && ticks(axis, width < 560 ? 90 : 120).map((tick) => (
        <g>
          <line class="grid" x1={tick.x} x2={tick.x} y1={20} y2={height - 4} />
          <text class="tick" x={tick.x} y={13} text-anchor={tick.x > axis.right - 30 ? 'end' : tick.x < 60 ? 'start' : 'middle'}>{tick.label}</text>
        </g>
      ))}
      {members.slice(0, most).map((one) => {
        const [x, y] = at.get(one.number)!;
        return <line class="row" x1={x} x2={width - labels - 6} y1={y} y2={y} />;
      })}
      {edges.map((edge) => {
        const absent = missing.findIndex((one) => edge.from === 0 && one.name === edge.missing);
        const [from, to] = [absent >= 0 ? ([leftEdge, yOf(absent)] as [number, number]) : at.get(edge.from), at.get(edge.to)];
        return from && to ? <Arrow from={from} to={to} directed={edge.directed} /> : null;
      })}
      {missing.map((one, row) => (
        <g>
          <circle class="dot hollow dashed" cx={leftEdge} cy={yOf(row)} r="6.5" />
          <text class="tick" x={width - labels} y={yOf(row) + 4}>{label(`${one.name} (not here)`, room)}</text>
        </g>
      ))}
      {members.slice(0, most).map((one) => {
        const [x, y] = at.get(one.number)!;
        return (
          <g>
            <circle class={one.published ? 'dot' : 'dot hollow'} cx={x} cy={y} r="5.5" />
            {one.number === earliest && <circle class="near" cx={x} cy={y} r="9" />}
            <text x={width - labels} y={y + 4}>{label(one.outlet ? `${one.outlet}: ${one.title || one.id}` : one.title || one.id, room)}</text>
          </g>
        );
      })}
    </svg>
  );
}

function Arrow({ from: [x1, y1], to: [x2, y2], directed }: { from: [number, number]; to: [number, number]; directed: boolean }) {
  const down = y2 > y1 ? 1 : -1;
  const [sy, ey] = [y1 + down * 7, y2 - down * 7];
  const middle = (sy + ey) / 2;
  const n = (value: number) => Math.round(value * 10) / 10;
  return (
    <g class="arrow">
      <path class={directed ? 'tie' : 'tie dashed'} d={`M${n(x1)} ${n(sy)}C${n(x1)} ${n(middle)} ${n(x2)} ${n(middle)} ${n(x2)} ${n(ey - (directed ? down * 5 : 0))}`} />
      {directed && <path class="head" d={`M${n(x2)} ${n(ey + down)}l-4.5 ${-down * 8}h9z`} />}
    </g>
  );
}

/** How many articles the strip leaves out. */
export const leftOut = (members: readonly ArticleLink[]): number => Math.max(0, members.length - most);
