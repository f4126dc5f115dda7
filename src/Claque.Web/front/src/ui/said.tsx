// What people wrote, shown harmlessly: as text only, isolated from its surroundings, with hidden characters made visible.
import type { TextPart } from '../api.ts';
import { pieces } from '../text/invisible.ts';

/** A short text of the data: a handle, a name, a link, an object. */
export function Said({ text, most = 300 }: { text: string; most?: number }) {
  const characters = text.length > most ? [...text] : null;
  const shown = characters && characters.length > most ? characters.slice(0, most).join('') + '…' : text;
  return (
    <bdi>
      {pieces(shown).map((piece) => (piece.code ? <Code name={piece.code} title={piece.does} /> : piece.text))}
    </bdi>
  );
}

/** The text of a post in the parts that the server made of it. */
export function Parts({ parts, cut = 0 }: { parts: readonly TextPart[]; cut?: number }) {
  if (parts.length === 0) return <p class="none">No text in the data.</p>;
  return (
    <>
      <p class="text" dir="auto"><Spans parts={parts} /></p>
      {cut > 0 && <p class="none">And {cut.toLocaleString('en')} more characters.</p>}
    </>
  );
}

/** Parts of a text, those that are common, gone or new marked as such. */
export function Spans({ parts }: { parts: readonly TextPart[] }) {
  return (
    <>
      {parts.map((part) => {
        switch (part.kind) {
          case 'same': return <mark>{part.text}</mark>;
          case 'gone': return <del>{part.text}</del>;
          case 'new': return <ins>{part.text}</ins>;
          case 'code': return <Code name={part.text} />;
          default: return part.text;
        }
      })}
    </>
  );
}

function Code({ name, title = '' }: { name: string; title?: string }) {
  return (
    <span class="ctl" title={title || 'A character that nobody sees'}>
      {name}
    </span>
  );
}
