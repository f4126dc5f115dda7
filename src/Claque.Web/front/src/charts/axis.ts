// A time axis: where a time stands, and where its ticks are.
import { iso } from '../state/format.ts';

const second = 1000;
const dayLength = 86400 * second;
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000, 604800, 1209600, 2592000,
  7776000, 15552000, 31536000,
].map((step) => step * second);

/** A tick: where and what it says. */
export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Times from first to last (milliseconds since 1970, UTC) over a stretch of pixels. */
export interface TimeAxis {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** Where a time stands. An axis without length puts everything in its middle. */
export function xOf(axis: TimeAxis, ms: number): number {
  if (axis.last <= axis.first) return (axis.left + axis.right) / 2;
  return axis.left + ((ms - axis.first) / (axis.last - axis.first)) * (axis.right - axis.left);
}

/** The time at a place. */
export function timeAt(axis: TimeAxis, x: number): number {
  if (axis.last <= axis.first) return axis.first;
  const share = Math.min(1, Math.max(0, (x - axis.left) / (axis.right - axis.left)));
  return axis.first + share * (axis.last - axis.first);
}

/** Round times, at least `apart` pixels from each other. */
export function ticks(axis: TimeAxis, apart = 110): Tick[] {
  if (axis.last <= axis.first) return [{ x: xOf(axis, axis.first), label: `${day(axis.first)} ${clock(axis.first)}` }];
  const room = Math.max(1, Math.floor((axis.right - axis.left) / apart));
  const length = axis.last - axis.first;
  const step = steps.find((candidate) => length / candidate <= room) ?? Math.ceil(length / room / dayLength) * dayLength;
  const found: Tick[] = [];
  let dayBefore = '';
  for (let at = Math.ceil(axis.first / step) * step; at <= axis.last; at += step) {
    found.push({ x: xOf(axis, at), label: label(at, step, dayBefore) });
    dayBefore = day(at);
  }
  return found;
}

function label(at: number, step: number, dayBefore: string): string {
  if (step >= dayLength) return day(at);
  const text = step < 60 * second ? clock(at) : clock(at).slice(0, 5);
  return day(at) === dayBefore ? text : `${day(at).slice(5)} ${text}`;
}

const day = (ms: number) => iso(ms).slice(0, 10);
const clock = (ms: number) => iso(ms).slice(11, 19);
