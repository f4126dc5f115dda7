// A timeline made ready to draw: which rows, which objects have a shape of their own, and which posts stand close together.
import type { Timeline } from '../api.ts';
import { markCount } from './marks.ts';

/** Posts of several accounts on one object that follow one another closely. */
export interface Moment {
  readonly object: number;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
  readonly marks: number;
}

/** What is drawn. Marks are indices into the columns of the timeline. */
export interface Figure {
  readonly rows: readonly number[];
  readonly rowsLeftOut: number;
  /** Objects with a shape, in the order of their shapes. */
  readonly shaped: readonly number[];
  /** The shape of an object; `markCount` for those without one. */
  readonly place: (object: number) => number;
  readonly marks: readonly number[];
  readonly moments: readonly Moment[];
  readonly others: number;
}

/** The widest gap between posts of one moment: five minutes, the widest window that runs look at by default. */
export const momentMs = 300_000;

/** Makes the figure of the marks between two times; `first` puts one object among those with a shape. */
export function figureOf(timeline: Timeline, from: number, to: number, mostRows: number, first: number | null = null): Figure {
  const rows = timeline.accounts.map((_, row) => row).slice(0, mostRows);
  const marks: number[] = [];
  for (let i = 0; i < timeline.time_ms.length; i++)
    if (timeline.time_ms[i]! >= from && timeline.time_ms[i]! <= to && timeline.row[i]! < mostRows) marks.push(i);
  const moments = momentsOf(timeline, marks);
  const shaped = shapedObjects(timeline, marks, moments, first);
  const places = new Map(shaped.map((object, place) => [object, place]));
  const present = new Set(marks.map((mark) => timeline.object[mark]!));
  return {
    rows,
    rowsLeftOut: timeline.accounts.length - rows.length,
    shaped,
    place: (object) => places.get(object) ?? markCount,
    marks,
    moments,
    others: [...present].filter((object) => !places.has(object)).length,
  };
}

function momentsOf(timeline: Timeline, marks: readonly number[]): Moment[] {
  const byObject = new Map<number, number[]>();
  for (const mark of marks) {
    const object = timeline.object[mark]!;
    const list = byObject.get(object);
    if (list) list.push(mark);
    else byObject.set(object, [mark]);
  }
  const moments: Moment[] = [];
  for (const [object, list] of byObject) {
    for (let start = 0, end = 0; start < list.length; start = end) {
      end = start + 1;
      while (end < list.length && timeline.time_ms[list[end]!]! - timeline.time_ms[list[end - 1]!]! <= momentMs) end++;
      const rows = [...new Set(list.slice(start, end).map((mark) => timeline.row[mark]!))];
      if (rows.length > 1)
        moments.push({ object, from: timeline.time_ms[list[start]!]!, to: timeline.time_ms[list[end - 1]!]!, rows, marks: end - start });
    }
  }
  return moments.sort((a, b) => b.rows.length - a.rows.length || a.to - a.from - (b.to - b.from) || a.from - b.from);
}

// Those with the largest moments; of those that tie for the last places some of every stretch of time.
function shapedObjects(timeline: Timeline, marks: readonly number[], moments: readonly Moment[], first: number | null): number[] {
  const size = new Map<number, number>();
  const count = new Map<number, number>();
  const start = new Map<number, number>();
  for (const moment of moments) size.set(moment.object, Math.max(size.get(moment.object) ?? 0, moment.rows.length));
  for (const mark of marks) {
    const object = timeline.object[mark]!;
    count.set(object, (count.get(object) ?? 0) + 1);
    if (!start.has(object)) start.set(object, timeline.time_ms[mark]!);
  }
  const rank = (object: number) => (object === first ? 1e9 : 0) + (size.get(object) ?? 0) * 1e4 + count.get(object)!;
  const byRank = [...count.keys()].sort((a, b) => rank(b) - rank(a) || start.get(a)! - start.get(b)!);
  const chosen = byRank.length <= markCount ? byRank : spread(byRank, rank);
  return chosen.sort((a, b) => start.get(a)! - start.get(b)!);
}

function spread(byRank: readonly number[], rank: (object: number) => number): number[] {
  const last = rank(byRank[markCount - 1]!);
  const larger = byRank.filter((object) => rank(object) > last);
  const tied = byRank.filter((object) => rank(object) === last);
  const places = markCount - larger.length;
  return [...larger, ...Array.from({ length: places }, (_, place) => tied[Math.floor((place * tied.length) / places)]!)];
}
