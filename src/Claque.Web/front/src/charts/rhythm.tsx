// The hours of the week as a table of counts, shaded by size and shifted to a time zone.
import { of } from '../state/format.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The counts of 168 hours in UTC, Monday 00:00 first, as they are in a zone some hours ahead of UTC. */
export function shifted(hours: readonly number[], ahead: number): number[] {
  return hours.map((_, hour) => hours[(((hour - ahead) % 168) + 168) % 168] ?? 0);
}

/** A shade from 0 (none) to 6. */
export const shade = (value: number, most: number): number => (value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * 6)));

/** The table. */
export function Rhythm({ hours, ahead }: { hours: readonly number[]; ahead: number }) {
  const shown = shifted(hours, ahead);
  const most = Math.max(...shown, 0);
  return (
    <div class="scroll" role="region" aria-label="Hours of the week" tabIndex={0}>
      <table class="rhythm">
        <caption>Posts by hour of the week, {zoneName(ahead)}; the darkest hour has {of(most, 'post', 'posts')}</caption>
        <thead>
          <tr>
            <td />
            {Array.from({ length: 24 }, (_, hour) => <th scope="col">{hour}</th>)}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((name, weekday) => (
            <tr>
              <th scope="row">{name}</th>
              {shown.slice(weekday * 24, weekday * 24 + 24).map((value) => <td class={`h${shade(value, most)}`}>{value || ''}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `UTC`, `UTC+3`. */
export const zoneName = (ahead: number): string => (ahead === 0 ? 'UTC' : `UTC${ahead > 0 ? '+' : '−'}${Math.abs(ahead)}`);
