// The articles of a byline over time, in the row of the hand that each goes to. Pure: data in, SVG out.
import type { HandMark } from '../api.ts';
import { parseIso } from '../state/format.ts';
import { ticks, xOf, type TimeAxis } from './axis.ts';
import { markClass, markPath } from './marks.ts';

const rows = ['first hand', 'second hand', 'not told'];

/** The row of a mark: hand 0, hand 1, or neither. */
export const rowOf = (mark: HandMark): number => mark.hand ?? 2;

/** The figure. Articles without a time stand in their order at even distances. */
export function HandsStrip({ marks, width, change }: { marks: readonly HandMark[]; width: number; change: number | null }) {
  const dated = marks.every((mark) => mark.article.published);
  const at = (mark: HandMark, place: number) => (dated ? parseIso(mark.article.published)! : place);
  const values = marks.map(at);
  const axis: TimeAxis = { first: Math.min(...values), last: Math.max(...values), left: 96, right: width - 16 };
  const y = (row: number) => 34 + row * 36;
  const changed = marks.findIndex((mark) => mark.article.number === change);
  const split = changed > 0 ? (xOf(axis, values[changed]!) + xOf(axis, values[changed - 1]!)) / 2 : null;
  return (
    <svg class="strip" viewBox={`0 0 ${width} 140`} width={width} height="140" role="img" aria-label={`${marks.length} articles ${dated ? 'over time' : 'in their order'}, by hand; the table below says the same.`}>
      {dated && ticks(axis, 120).map((tick) => (
        <g>
          <line class="grid" x1={tick.x} x2={tick.x} y1={18} y2={122} />
          <text class="tick" x={tick.x} y={13} text-anchor={tick.x > width - 60 ? 'end' : 'middle'}>{tick.label}</text>
        </g>
      ))}
      {rows.map((name, row) => (
        <g>
          <line class="row" x1={axis.left} x2={axis.right} y1={y(row)} y2={y(row)} />
          <text class="tick" x={4} y={y(row) + 4}>{name}</text>
        </g>
      ))}
      {split !== null && <path class="near dashed" d={`M${Math.round(split)} 18V122`} />}
      {marks.map((mark, place) => <path class={markClass(rowOf(mark) === 2 ? 10 : rowOf(mark))} d={markPath(rowOf(mark) === 2 ? 10 : rowOf(mark), xOf(axis, values[place]!), y(rowOf(mark)), 5)} />)}
    </svg>
  );
}
