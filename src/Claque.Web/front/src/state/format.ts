// Numbers, times and durations as people read them: no more digits than are known.

const thin = '\u202f';
const blank = '\u00a0';

/** `1,234,567`, as in sentences, reports and on the terminal. */
export function count(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
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

const lengths: Record<string, number> = { microsecond: 26, millisecond: 23, second: 19, minute: 16, hour: 13, day: 10 };

/** `2024-05-01 08:00:02 UTC`, cut to what the clock showed, from an ISO 8601 text. */
export function time(text: string | null | undefined, step = 'second'): string {
  if (!text) return '–';
  return text.replace('T', ' ').replace(/Z$/, '').slice(0, lengths[step] ?? 19) + (step === 'hour' ? 'h' : '') + ' UTC';
}

/** `2024-05-01`. */
export const day = (text: string | null | undefined): string => text?.slice(0, 10) ?? '–';

/** ISO 8601 to the second: `2024-05-01T08:00:02Z`. */
export const iso = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** Milliseconds since 1970 of an ISO 8601 time in UTC; null when it is none. */
export function parseIso(text: string | null | undefined): number | null {
  if (!text) return null;
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? text + 'T00:00:00Z' : /Z$|[+-]\d\d:?\d\d$/.test(text) ? text : text + 'Z');
  return Number.isNaN(ms) ? null : ms;
}

/** `3 s`, `1 min 12 s`, `412 ms`: the two largest units that matter. */
export function duration(seconds: number): string {
  const units = ['ms', 's', 'min', 'h', 'd'];
  const size = Math.abs(seconds);
  const unit = (amount: number, at: number) => count(amount) + blank + units[at];
  const two = (small: number, per: number, at: number) => {
    const [large, rest] = [Math.floor(small / per), small % per];
    return rest === 0 ? unit(large, at) : `${unit(large, at)} ${unit(rest, at - 1)}`;
  };
  if (size === 0) return `0${blank}s`;
  if (size < 0.001) return `under 1${blank}ms`;
  if (size < 0.9995) return unit(Math.round(size * 1000), 0);
  if (size < 9.95 && Math.abs(size - Math.round(size)) >= 0.05) return `${size.toFixed(1)}${blank}s`;
  if (size < 59.5) return unit(Math.round(size), 1);
  if (size < 3599.5) return two(Math.round(size), 60, 2);
  if (size < 86370) return two(Math.round(size / 60), 60, 3);
  return two(Math.round(size / 3600), 24, 4);
}

/** `a`, `a and b`, `a, b and c`. */
export function and(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : items.slice(0, -1).join(', ') + ' and ' + items[items.length - 1];
}

function superscript(value: number): string {
  return [...String(value)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)).join('');
}
