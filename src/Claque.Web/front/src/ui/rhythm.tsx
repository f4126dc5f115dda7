// What the hours of an account or byline say, and what they cannot.
import type { RhythmOf } from '../api.ts';
import { probability, share } from '../state/format.ts';
import { Note } from './parts.tsx';
import { Said } from './said.tsx';

const hour = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value).toFixed(1).replace(/\.0$/, '')}`;
const plus = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
const clock = (value: number) => `${String(Math.floor(value)).padStart(2, '0')}:${String(Math.round((value % 1) * 60) % 60).padStart(2, '0')}`;

/** Office hours beside those of accounts that are like it otherwise. */
const beside = (rhythm: RhythmOf) => rhythm.office_as_high !== null && <>; <strong>{rhythm.office_as_high} of {rhythm.office_matched} accounts like it</strong> keep them as much or more <span class="soft">log odds {plus(rhythm.office_index!)} beside their middle, {plus(rhythm.office_low!)} to {plus(rhythm.office_high!)} over the range of offsets</span></>;

/** Offset, daily gap and regularity, each with its range; what the times do not support says why. */
export function RhythmFacts({ of: rhythm }: { of: RhythmOf }) {
  return (
    <>
      <dl class="facts">
        <div>
          <dt>Offset from UTC</dt>
          <dd>{rhythm.offset !== null ? <><strong>{hour(rhythm.offset_low!)} to {hour(rhythm.offset_high!)} hours</strong>, best guess {hour(rhythm.offset)}: there its hours look most like people's days</> : 'not told by these times'}</dd>
        </div>
        {rhythm.sleep_hours !== null && <div><dt>Longest quiet part of the day</dt><dd>{rhythm.sleep_hours.toFixed(1)} hours from {clock(rhythm.sleep_start_utc!)} UTC (range {rhythm.sleep_low!.toFixed(1)} to {rhythm.sleep_high!.toFixed(1)} hours)</dd></div>}
        {rhythm.burstiness !== null && <div><dt>Burstiness</dt><dd>{rhythm.burstiness.toFixed(2)} <span class="soft">−1 a metronome, 0 chance, towards 1 bursts</span></dd></div>}
        {rhythm.quarter_hour_share !== null && <div><dt>On the quarter hour</dt><dd>{share(rhythm.quarter_hour_share)} <span class="soft">7{'\u202f'}% by chance; chance of so uneven minutes {probability(rhythm.minute_p)}</span></dd></div>}
        {rhythm.top_second_share !== null && <div><dt>In its commonest second</dt><dd>{share(rhythm.top_second_share)} <span class="soft">2{'\u202f'}% by chance; chance of so uneven seconds {probability(rhythm.second_p)}</span></dd></div>}
        {rhythm.office_share !== null && <div><dt>In office hours at that offset</dt><dd>{share(rhythm.office_share)}, weekends {rhythm.weekend_ratio?.toFixed(2)} times other days{beside(rhythm)}</dd></div>}
        {rhythm.clients && <div><dt>Its two most used clients</dt><dd><Said text={rhythm.clients} most={600} /></dd></div>}
        {rhythm.problems.length > 0 && <div><dt>What cannot be said</dt><dd>{rhythm.problems.join(' ')}</dd></div>}
      </dl>
      <Note><p>{rhythm.caution}</p></Note>
      <details class="readings"><summary>What hours cannot say</summary><ul>{rhythm.limits.map((one) => <li>{one}</li>)}</ul></details>
    </>
  );
}
