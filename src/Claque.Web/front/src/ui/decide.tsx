// What one may decide about a finding: keep, dismiss with a reason, note, tag, undo; and the log of it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Decision, Note } from '../api.ts';
import { time } from '../state/format.ts';
import { useKeys } from '../state/keys.ts';
import { post } from '../state/load.ts';
import { Ask, type Question } from './ask.tsx';
import { Warn } from './parts.tsx';
import { Said } from './said.tsx';

/** A finding that can be decided about. */
export interface Decidable {
  readonly key: string;
  /** What it is called in questions: "group 3", "this family". */
  readonly name: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly decisions: readonly Decision[];
  /** True for what the report shows: a dismissal leaves it out. */
  readonly inReport?: boolean;
  /** Reasons of a dismissal that come up often. */
  readonly reasons: readonly string[];
}

/** The buttons, and the keys that do the same. */
export function Decide({ of: finding, children }: { of: Decidable; children?: ComponentChildren }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [problem, setProblem] = useState('');
  const { key, name, status } = finding;
  const decide = async (action: string, text = '', id: number | null = null) => {
    setProblem('');
    try {
      await post<Decision>('/api/decisions', { action, group: key, text, id });
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const last = finding.decisions.find((one) => one.can_undo && one.undone_by === null && one.undoes === null);
  const undo = async () => {
    if (last) await post('/api/decisions/undo', { decision: last.number }).catch((error: Error) => setProblem(error.message));
  };
  const dismiss = () =>
    setQuestion({
      title: `Dismiss ${name}`, explain: `It stays here and can be taken back${finding.inReport ? '; it is left out of the report' : ''}. The reason stands in the log of the case.`,
      label: 'Reason', button: 'Dismiss', hints: finding.reasons, answer: (text) => void decide('dismiss', text),
    });
  const note = () =>
    setQuestion({ title: 'Note', explain: `Kept in the case, beside ${name}.`, label: 'Text', button: 'Keep the note', hints: [], long: true, answer: (text) => void decide('note', text) });
  const tag = () => setQuestion({ title: 'Tag', explain: `A word to find ${name} by.`, label: 'Tag', button: 'Tag it', hints: [], answer: (text) => void decide('tag', text) });
  useKeys({
    y: status !== 'kept' ? { does: `Keep ${name}`, act: () => void decide('keep') } : undefined,
    d: status !== 'dismissed' ? { does: `Dismiss ${name}, with a reason`, act: dismiss } : undefined,
    u: last ? { does: 'Undo the last decision', act: () => void undo() } : undefined,
    n: { does: 'Write a note', act: note },
    t: { does: 'Tag', act: tag },
  });
  return (
    <div class="decide" role="group" aria-label="Decide">
      <button type="button" aria-pressed={status === 'kept'} onClick={() => void decide(status === 'kept' ? 'reopen' : 'keep')}>{status === 'kept' ? '✓ Kept' : 'Keep'}</button>
      {status === 'dismissed'
        ? <button type="button" onClick={() => void decide('reopen')}>Take it up again</button>
        : <button type="button" onClick={dismiss}>Dismiss …</button>}
      <button type="button" onClick={note}>Note …</button>
      <button type="button" onClick={tag}>Tag …</button>
      {last && <button type="button" class="quiet" onClick={() => void undo()}>Undo</button>}
      {finding.tags.map((one) => (
        <span class="tag"><Said text={one} /><button type="button" aria-label={`Remove the tag ${one}`} onClick={() => void decide('untag', one)}>×</button></span>
      ))}
      {children}
      {problem && <Warn>{problem}</Warn>}
      <Ask question={question} onClose={() => setQuestion(null)} />
    </div>
  );
}

/** Notes and decisions about a finding, newest first. */
export function Log({ notes, decisions }: { notes: readonly Note[]; decisions: readonly Decision[] }) {
  if (notes.length === 0 && decisions.length === 0) return null;
  return (
    <section>
      <h2>Notes and decisions</h2>
      {notes.map((note) => (
        <blockquote class="note" dir="auto"><Said text={note.text} most={4000} /><footer>{time(note.time)}</footer></blockquote>
      ))}
      <ul class="log">
        {decisions.map((one) => (
          <li class={one.undone_by !== null ? 'undone' : undefined}><span class="soft">{time(one.time)}</span> <Said text={one.sentence} most={600} />{one.undone_by !== null && <span class="soft"> (taken back)</span>}</li>
        ))}
      </ul>
    </section>
  );
}
