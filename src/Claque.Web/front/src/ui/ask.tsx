// A dialog that asks for one line of text, such as the reason of a dismissal.
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What is asked. */
export interface Question {
  readonly title: string;
  readonly explain: string;
  readonly label: string;
  readonly button: string;
  readonly hints: readonly string[];
  readonly long?: boolean;
  readonly answer: (text: string) => void;
}

/** The dialog; null shows none. */
export function Ask({ question, onClose }: { question: Question | null; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // Before the next key can come: what is typed at once after the key that asks belongs into the field.
  useLayoutEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  return (
    <dialog ref={dialog} aria-labelledby="ask-t" onClose={onClose}>
      {question && (
        <form
          method="dialog"
          onSubmit={(event) => {
            const text = field.current?.value.trim() ?? '';
            if (text === '') return event.preventDefault();
            question.answer(text);
          }}
        >
          <h2 id="ask-t">{question.title}</h2>
          <p>{question.explain}</p>
          <label class="field">
            {question.label}
            {question.long ? <textarea ref={field} rows={4} dir="auto" required /> : <input ref={field} dir="auto" required autocomplete="off" />}
          </label>
          {question.hints.length > 0 && (
            <p class="hints">
              {question.hints.map((hint) => (
                <button
                  type="button"
                  class="hintbutton"
                  onClick={() => {
                    field.current!.value = hint;
                    field.current!.focus();
                  }}
                >
                  {hint}
                </button>
              ))}
            </p>
          )}
          <p class="buttons">
            <button class="main">{question.button}</button>
            <button type="button" onClick={() => dialog.current?.close()}>Cancel</button>
          </p>
        </form>
      )}
    </dialog>
  );
}
