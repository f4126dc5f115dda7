// Two texts compared word by word. A stretch counts as common when it is telling: three words or more, six characters of a
// script without blanks, or a link, hashtag or mention; equal texts are common from end to end. O(nd), Myers 1986,
// doi:10.1007/BF01840446.

/** A stretch of a text, common to both texts or not. */
export interface Stretch {
  readonly text: string;
  readonly common: boolean;
}

/** Two texts compared. The stretches of a side together are its text. */
export interface Comparison {
  readonly a: readonly Stretch[];
  readonly b: readonly Stretch[];
  readonly commonWords: number;
  readonly wordsA: number;
  readonly wordsB: number;
}

const tellingWords = 3;
const tellingCharacters = 6;
const mostEdits = 1500;

/** Compares two texts, case and spelling as they stand. Texts that differ in more than 1,500 places count as different. */
export function compare(a: string, b: string): Comparison {
  const [piecesA, piecesB] = [split(a), split(b)];
  const commonA = new Array<boolean>(piecesA.length).fill(false);
  const commonB = new Array<boolean>(piecesB.length).fill(false);
  let commonWords = 0;
  for (let [fromA, fromB, length] of matches(piecesA, piecesB)) {
    while (length > 0 && isBlank(piecesA[fromA]!)) [fromA, fromB, length] = [fromA + 1, fromB + 1, length - 1];
    while (length > 0 && isBlank(piecesA[fromA + length - 1]!)) length--;
    if (length === 0 || (a !== b && !isTelling(piecesA.slice(fromA, fromA + length)))) continue;
    commonA.fill(true, fromA, fromA + length);
    commonB.fill(true, fromB, fromB + length);
    commonWords += piecesA.slice(fromA, fromA + length).filter(isWord).length;
  }
  return {
    a: stretches(piecesA, commonA),
    b: stretches(piecesB, commonB),
    commonWords,
    wordsA: piecesA.filter(isWord).length,
    wordsB: piecesB.filter(isWord).length,
  };
}

// Han, kana, Bopomofo, Thai, Lao, Tibetan, Myanmar, Khmer: scripts that do not put blanks between words.
const noBlanks = '\\u0e00-\\u0fff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u312f\\u3190-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9d\\u{20000}-\\u{3ffff}';
const wordRun = `(?:(?![${noBlanks}])[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}_\\u200c\\u200d])+`;
const pieceForm = new RegExp(`https?://\\S+|\\s+|[#@]${wordRun}|${wordRun}|[${noBlanks}]\\p{M}*|.\\p{M}*`, 'giu');
const wordStart = /^(?:https?:\/\/|[#@][^\s]|[\p{L}\p{Nd}\p{Mn}\p{Mc}])/iu;
const linkOrTag = /^(?:https?:\/\/|[#@][^\s])/i;
const withoutBlanks = new RegExp(`^[${noBlanks}]`, 'u');

/** The text in pieces: blanks, links, hashtags, words, single characters of scripts without blanks, signs. */
export const split = (text: string): string[] => text.match(pieceForm) ?? [];

const isBlank = (piece: string) => /^\s/.test(piece);
const isWord = (piece: string) => wordStart.test(piece);

function isTelling(run: readonly string[]): boolean {
  let [words, characters] = [0, 0];
  for (const piece of run) {
    if (linkOrTag.test(piece)) return true;
    if (!isWord(piece)) continue;
    if (withoutBlanks.test(piece)) characters++;
    else words++;
  }
  return words >= tellingWords || characters >= tellingCharacters;
}

function stretches(all: readonly string[], common: readonly boolean[]): Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && common[end] === common[start]) end++;
    found.push({ text: all.slice(start, end).join(''), common: common[start]! });
  }
  return found;
}

// Runs that both have, in order: (start in a, start in b, length).
function matches(a: readonly string[], b: readonly string[]): [number, number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const inner = shortestEdit(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const runs: [number, number, number][] = [];
  const add = (x: number, y: number, length: number) => {
    const last = runs[runs.length - 1];
    if (length === 0) return;
    if (last && last[0] + last[2] === x && last[1] + last[2] === y) last[2] += length;
    else runs.push([x, y, length]);
  };
  add(0, 0, head);
  for (const [x, y] of inner) add(head + x, head + y, 1);
  add(a.length - tail, b.length - tail, tail);
  return runs;
}

function shortestEdit(a: readonly string[], b: readonly string[]): [number, number][] {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return [];
  const most = Math.min(n + m, mostEdits);
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      let x = k === -edits || (k !== edits && reach[middle + k - 1]! < reach[middle + k + 1]!) ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (x < n && x - k < m && a[x] === b[x - k]) x++;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) return walkBack(trail, n, m);
    }
  }
  return [];
}

function walkBack(trail: readonly Int32Array[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const row = trail[edits]!;
    const at = (k: number) => row[k + edits + 1]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(from);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && x > 0 && y > 0) pairs.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
