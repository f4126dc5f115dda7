// @ts-nocheck: Node's own modules have no types here; the bundle is checked where it is used.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks, timeAt, xOf } from '../src/charts/axis.ts';
import { rowOf } from '../src/charts/hands.tsx';
import { shade, shifted } from '../src/charts/rhythm.tsx';
import { leftOut, places } from '../src/charts/strip.tsx';
import { figureOf } from '../src/charts/timeline-figure.ts';
import { Scene } from '../src/network/scene.ts';
import { count, duration, iso, parseIso, probability, share, time } from '../src/state/format.ts';
import { label, pieces } from '../src/text/invisible.ts';

test('Numbers have thin separators and no more digits than are known', () => {
  assert.equal(count(1234567), '1,234,567');
  assert.equal(share(0.004), '<\u202f1\u202f%');
  assert.equal(share(0.999), '>\u202f99\u202f%');
  assert.equal(probability(1.7e-20), '1.7 × 10⁻²⁰');
  assert.equal(probability(9.96e-5), '1.0 × 10⁻⁴');
  assert.equal(probability(null), '–');
  assert.equal(duration(59.4), '59\u00a0s');
  assert.equal(duration(59.6), '1\u00a0min');
  assert.equal(duration(3725), '1\u00a0h 2\u00a0min');
  assert.equal(duration(0.412), '412\u00a0ms');
});

test('A time is cut to what its clock showed', () => {
  assert.equal(time('2024-05-01T08:00:02.123456Z', 'minute'), '2024-05-01 08:00 UTC');
  assert.equal(time('2024-05-01T08:00:02.123456Z', 'millisecond'), '2024-05-01 08:00:02.123 UTC');
  assert.equal(time('2024-05-01T08:00:02Z', 'day'), '2024-05-01 UTC');
  assert.equal(iso(parseIso('2024-05-01T08:00:02Z')), '2024-05-01T08:00:02Z');
  assert.equal(parseIso('2024-05-01'), Date.UTC(2024, 4, 1));
  assert.equal(parseIso('never'), null);
});

test('Characters that act or hide are shown as a code; ordinary spelling stays', () => {
  const codes = (text) => pieces(text).filter((piece) => piece.code).map((piece) => piece.code);
  assert.deepEqual(codes('exe.\u202egnp'), ['U+202E']);
  assert.deepEqual(codes('a\u200bb\u2060c'), ['U+200B', 'U+2060']);
  assert.deepEqual(codes('می\u200cخواهم'), []);
  assert.deepEqual(codes('ab\u200ccd'), ['U+200C']);
  assert.deepEqual(codes('👩\u200d🔧 ❤\ufe0f'), []);
  assert.deepEqual(codes('tag\u{e0041}'), ['U+E0041']);
  assert.equal(codes('z' + '\u0301'.repeat(9)).length, 4);
  assert.equal(pieces('a\u202eb').map((piece) => piece.text).join(''), 'a\u202eb');
  assert.equal(label('a\u202eb'), '\u2068a[U+202E]b\u2069');
});

test('An axis puts times where they belong, with round ticks far enough apart', () => {
  const axis = { first: Date.UTC(2024, 2, 4), last: Date.UTC(2024, 2, 24), left: 100, right: 900 };
  assert.equal(xOf(axis, axis.first), 100);
  assert.equal(xOf(axis, axis.last), 900);
  assert.equal(timeAt(axis, 500), (axis.first + axis.last) / 2);
  const found = ticks(axis);
  assert.ok(found.length >= 3 && found.every((tick) => /^\d{4}-\d\d-\d\d$/.test(tick.label)));
  for (let i = 1; i < found.length; i++) assert.ok(found[i].x - found[i - 1].x >= 110);
  assert.equal(ticks({ ...axis, last: axis.first }).length, 1);
});

test('A moment holds posts of several accounts within five minutes of one another', () => {
  const account = (name) => ({ key: name, number: 1, platform: '', native_id: name, handle: name, name, label: name });
  const timeline = {
    accounts: ['ann', 'bob', 'cem'].map(account),
    objects: [{ behaviour: 'link', name: 'x', marks: 4 }],
    row: [0, 1, 2, 0], time_ms: [0, 300_000, 600_001, 9e9], object: [0, 0, 0, 0], post: [1, 2, 3, 4], left_out: 0, coarsest: 'second',
  };
  const figure = figureOf(timeline, 0, 1e10, 40);
  assert.deepEqual(figure.moments.map((moment) => moment.rows), [[0, 1]]);
  assert.equal(figure.marks.length, 4);
  assert.equal(figureOf(timeline, 0, 1000, 40).marks.length, 1);
  assert.equal(figureOf(timeline, 0, 1e10, 1).rowsLeftOut, 2);
});

test('Articles of a family stand in their order at their times, those without a time at the edge', () => {
  const article = (number, published) => ({ number, href: '', id: `a${number}`, title: '', outlet: '', byline: '', published, precision: 'second' });
  const axis = { first: Date.UTC(2024, 2, 4), last: Date.UTC(2024, 2, 6), left: 46, right: 446 };
  const at = places([article(3, '2024-03-04T00:00:00Z'), article(1, '2024-03-05T00:00:00Z'), article(2, null)], axis);
  assert.deepEqual([at.get(3)[0], at.get(1)[0]], [46, 246]);
  assert.ok(at.get(2)[0] < axis.left);
  assert.ok(at.get(3)[1] < at.get(1)[1] && at.get(1)[1] < at.get(2)[1]);
  assert.ok(places([article(1, null)], axis, 1).get(1)[1] > places([article(1, null)], axis).get(1)[1], 'A parent that is not here has a row of its own.');
  assert.equal(leftOut(Array.from({ length: 70 }, (_, i) => article(i, null))), 10);
  assert.deepEqual([0, 1, null].map((hand) => rowOf({ hand })), [0, 1, 2]);
});

test('The hours of the week move with the zone and keep their sum', () => {
  const hours = Array.from({ length: 168 }, (_, hour) => hour);
  assert.equal(shifted(hours, 3)[3], 0);
  assert.equal(shifted(hours, -1)[167], 0);
  assert.equal(shifted(hours, 5).reduce((a, b) => a + b), hours.reduce((a, b) => a + b));
  assert.deepEqual([shade(0, 10), shade(1, 100), shade(100, 100)], [0, 1, 6]);
});

test('The nearest node is the one that a plain search finds', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const n = 500;
  const column = (of) => Array.from({ length: n }, of);
  const nodes = { id: column((_, i) => i), label: column(() => ''), href: column(() => ''), x: column(random), y: column(random), group: column(() => 0), size: column(() => 1), degree: column(() => 1), tier: column(() => 0) };
  const scene = new Scene(nodes, { a: [0, 1, 2], b: [1, 2, 3], weight: [1, 2, 3], tier: [0, 0, 0] });
  for (let turn = 0; turn < 200; turn++) {
    const [x, y, within] = [random(), random(), 0.02 + random() * 0.05];
    let [best, least] = [-1, within];
    for (let i = 0; i < n; i++) {
      const d = Math.hypot(nodes.x[i] - x, nodes.y[i] - y);
      if (d <= least) [best, least] = [i, d];
    }
    assert.equal(scene.nearest(x, y, within), best);
  }
  assert.deepEqual(scene.neighbours(2), [3, 1]);
  assert.equal(new Scene({ ...nodes, x: [], y: [], id: [] }, { a: [], b: [], weight: [], tier: [] }).nearest(0, 0, 1), -1);
});
