// Numbers, times and durations as people read them: thin separators, no more digits than are known.

const thin = '\u202f';
const blank = '\u00a0';

/** `1 234 567`. */
export function count(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, thin);
}

/** `1 account`, `2 accounts`. */
export function of(value: number, one: string, many: string): string {
  return count(value) + blank + (value === 1 ? one : many);
}

/** `38 %`; `< 1 %` rather than a false 0. */
export function share(value: number): string {
  if (!(value > 0)) return `0${thin}%`;
  if (value < 0.01) return `<${thin}1${thin}%`;
  if (value > 0.99 && value < 1) return `>${thin}99${thin}%`;
  return `${Math.round(value * 100)}${thin}%`;
}

/** `0.031`, `1.2 × 10⁻⁹`; a dash when there is none. */
export function probability(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (value === 0) return '0';
  if (value >= 0.001) return value.toFixed(value >= 0.1 ? 2 : value >= 0.01 ? 3 : 4);
  let exponent = Math.floor(Math.log10(value));
  let digits = Math.round((value / 10 ** exponent) * 10) / 10;
  if (digits >= 10) [digits, exponent] = [1, exponent + 1];
  return `${digits.toFixed(1)} × 10${superscript(exponent)}`;
}

/** `12.4 MB`, in powers of 1,000. */
export function bytes(value: number): string {
  if (value < 1000) return of(value, 'byte', 'bytes');
  const [size, unit] = value < 1e6 ? [value / 1e3, 'kB'] : value < 1e9 ? [value / 1e6, 'MB'] : [value / 1e9, 'GB'];
  return `${size < 100 ? size.toFixed(1).replace(/\.0$/, '') : size.toFixed(0)}${blank}${unit}`;
}

/** How finely a clock runs, as the server names it. */
export type Step = 'microsecond' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day';

const lengths: Record<Step, number> = { microsecond: 26, millisecond: 23, second: 19, minute: 16, hour: 13, day: 10 };

/** `2024-05-01 08:00:02 UTC`, cut to what the clock showed. */
export function time(us: number, step: Step = 'second'): string {
  const digits = isoDigits(us);
  if (digits === null) return `${us} µs since 1970`;
  return digits.slice(0, lengths[step]) + (step === 'hour' ? 'h' : '') + ' UTC';
}

/** `2024-05-01`. */
export function day(us: number): string {
  return isoDigits(us)?.slice(0, 10) ?? `${us} µs since 1970`;
}

/** `08:00:02`. */
export function clock(us: number): string {
  return isoDigits(us)?.slice(11, 19) ?? '';
}

/** ISO 8601 to the second, as the server takes it in a query: `2024-05-01T08:00:02Z`. */
export function iso(us: number): string {
  return (isoDigits(us)?.slice(0, 19).replace(' ', 'T') ?? '') + 'Z';
}

/** Microseconds of an ISO 8601 time in UTC; null when it is none. */
export function parseIso(text: string | null | undefined): number | null {
  if (!text) return null;
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? text + 'T00:00:00Z' : /Z$|[+-]\d\d:?\d\d$/.test(text) ? text : text + 'Z');
  return Number.isNaN(ms) ? null : ms * 1000;
}

/** `3 s`, `1 min 12 s`, `412 ms`: the two largest units that matter. */
export function duration(seconds: number): string {
  return spell(seconds, [['ms', 'ms'], ['s', 's'], ['min', 'min'], ['h', 'h'], ['d', 'd']]);
}

/** `3 seconds`, `1 minute 12 seconds`. */
export function durationInWords(seconds: number): string {
  return spell(seconds, [['millisecond', 'milliseconds'], ['second', 'seconds'], ['minute', 'minutes'], ['hour', 'hours'], ['day', 'days']]);
}

/** `a`, `a and b`, `a, b and c`. */
export function and(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : items.slice(0, -1).join(', ') + ' and ' + items[items.length - 1];
}

function spell(seconds: number, units: [string, string][]): string {
  const size = Math.abs(seconds);
  const unit = (amount: number, at: number) => count(amount) + blank + units[at]![amount === 1 ? 0 : 1];
  const two = (small: number, per: number, at: number) => {
    const [large, rest] = [Math.floor(small / per), small % per];
    return rest === 0 ? unit(large, at) : `${unit(large, at)} ${unit(rest, at - 1)}`;
  };
  if (size === 0) return `0${blank}${units[1]![1]}`;
  if (size < 0.001) return `under 1${blank}${units[0]![0]}`;
  if (size < 0.9995) return unit(Math.round(size * 1000), 0);
  if (size < 9.95 && Math.abs(size - Math.round(size)) >= 0.05) return `${size.toFixed(1)}${blank}${units[1]![1]}`;
  if (size < 59.5) return unit(Math.round(size), 1);
  if (size < 3599.5) return two(Math.round(size), 60, 2);
  if (size < 86370) return two(Math.round(size / 60), 60, 3);
  return two(Math.round(size / 3600), 24, 4);
}

function isoDigits(us: number): string | null {
  const ms = Math.floor(us / 1000);
  const date = new Date(ms);
  if (!Number.isFinite(us) || Number.isNaN(date.getTime())) return null;
  const rest = String(us - ms * 1000).padStart(3, '0');
  return date.toISOString().replace('T', ' ').replace('Z', rest);
}

function superscript(value: number): string {
  return [...String(value)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)).join('');
}
