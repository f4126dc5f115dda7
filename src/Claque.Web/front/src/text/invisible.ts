// Characters of an untrusted text that act or hide are shown as a code. The rule is that of the report: ordinary spelling
// (a joiner between letters of a joining script, inside an emoji, one variation selector) stays as it is.

/** A piece of a text: plain, or one character that must be shown as a code. */
export interface Piece {
  readonly text: string;
  /** `U+202E`; empty for plain text. */
  readonly code: string;
  /** What the character does; empty for plain text. */
  readonly does: string;
}

const most = 5;

/** The text in pieces; together they are the text. */
export function pieces(text: string): Piece[] {
  if (!suspicious.test(text)) return text === '' ? [] : [plain(text)];
  const found: Piece[] = [];
  let start = 0;
  let before = 0;
  let stacked = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const length = code > 0xffff ? 2 : 1;
    const after = at + length < text.length ? text.codePointAt(at + length)! : 0;
    stacked = stacking.test(String.fromCodePoint(code)) ? stacked + 1 : 0;
    if (stacked > most || isShown(code, before, after)) {
      if (at > start) found.push(plain(text.slice(start, at)));
      found.push({ text: text.slice(at, at + length), code: 'U+' + code.toString(16).toUpperCase().padStart(4, '0'), does: does(code) });
      start = at + length;
    }
    before = code;
    at += length;
  }
  if (start < text.length) found.push(plain(text.slice(start)));
  return found;
}

/** True when the text holds something that acts or hides. */
export const hides = (text: string): boolean => pieces(text).some((piece) => piece.code !== '');

const plain = (text: string): Piece => ({ text, code: '', does: '' });

// Anything that could matter; a text without any is passed through untouched.
const suspicious = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Mn}\p{Me}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff]/u;
const stacking = /^(?![\ufe00-\ufe0f\u180b-\u180f\u{e0100}-\u{e01ef}])[\p{Mn}\p{Me}]$/u;
const format = /^\p{Cf}$/u;
const hidden = /^[\p{Zl}\p{Zp}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufdd0-\ufdef]$/u;
const letterOrMark = /^[\p{L}\p{Mn}\p{Mc}]$/u;
const pictogram = /^[\p{So}\p{Sk}\ufe0f]$/u;

function isShown(code: number, before: number, after: number): boolean {
  if (code === 10 || code === 9) return false;
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad;
  if (isVariation(code)) return before <= 0x20 || isVariation(before) || isFormat(before);
  if ((code === 0x200c || code === 0x200d) && joins(before) && joins(after)) return false;
  if (code === 0x200d && isPictogram(before) && isPictogram(after)) return false;
  return isFormat(code) || (code & 0xfffe) === 0xfffe || hidden.test(String.fromCodePoint(code));
}

const isVariation = (code: number) =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x180b && code <= 0x180f) || (code >= 0xe0100 && code <= 0xe01ef);

// Number signs and end-of-verse marks are formats to Unicode, and yet are seen.
const seenFormats = new Set([0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd]);
const isFormat = (code: number) => !seenFormats.has(code) && code > 0 && format.test(String.fromCodePoint(code));
const isPictogram = (code: number) => code > 0 && pictogram.test(String.fromCodePoint(code));

const joins = (code: number) =>
  ((code >= 0x600 && code <= 0xdff) || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x18af) ||
    (code >= 0xfb50 && code <= 0xfdcf) || (code >= 0xfdf0 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)) &&
  letterOrMark.test(String.fromCodePoint(code));

function does(code: number): string {
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x200e || code === 0x200f || code === 0x61c)
    return 'turns the direction of writing';
  if ((code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return 'has no width';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 'control character';
  if (code >= 0xd800 && code <= 0xdfff) return 'broken character';
  if (code >= 0xe0000 && code <= 0xe007f) return 'hidden tag';
  return 'not seen';
}

/** The text for places that take no elements (a drawing, a title): codes in brackets, cut, and kept from turning what stands around it. */
export function label(text: string, most = 200): string {
  const shown = pieces(text).map((piece) => (piece.code ? `[${piece.code}]` : piece.text)).join('').replace(/\s+/g, ' ');
  const characters = [...shown];
  return `\u2068${characters.length > most ? characters.slice(0, most - 1).join('') + '…' : shown}\u2069`;
}
