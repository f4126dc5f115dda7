// An exhibit: two posts side by side, the earlier one first, with what they share and how far apart they are.
import { useState } from 'preact/hooks';
import type { Choice, Exhibit, ReportPage } from '../api.ts';
import { duration } from '../state/format.ts';
import { row, useKeys } from '../state/keys.ts';
import { post } from '../state/load.ts';
import { PostCard } from './parts.tsx';
import { Said } from './said.tsx';

/** Shows an exhibit; with a group it can be put into the report. */
export function ExhibitCard({ of: exhibit, number, group }: { of: Exhibit; number: number; group: string | null }) {
  const id = `exhibit-${exhibit.key}`;
  return (
    <article class="exhibit" id={id} data-row tabIndex={-1} aria-labelledby={`${id}-t`} data-exhibit={exhibit.key}>
      <h3 id={`${id}-t`}>
        Exhibit {number} <span class="sub">{exhibit.same}, {exhibit.gap}</span>
      </h3>
      <p class="shared">Shared: <Said text={exhibit.object} /></p>
      <div class="two">
        <PostCard of={exhibit.a} />
        <div class="between">
          <p class="gap">{exhibit.gap_s === 0 ? exhibit.gap.replace('in the ', '') : `+${duration(exhibit.gap_s)}`}</p>
          <p>{exhibit.likeness}</p>
        </div>
        <PostCard of={exhibit.b} />
      </div>
      {group && <p class="buttons"><AddToReport of={{ exhibit: exhibit.key, in_report: exhibit.in_report }} group={group} what={`exhibit ${number}`} /></p>}
    </article>
  );
}

/** The key that puts what is shown into the report: the row that one is on, else the first. */
export function useAddKey(): void {
  useKeys({
    e: { does: 'Add the exhibit to the report, or take it out', act: () => (row()?.querySelector<HTMLElement>('[data-add]') ?? document.querySelector<HTMLElement>('[data-add]'))?.click() },
  });
}

/** The button that puts something into the report or takes it out. */
export function AddToReport({ of: choice, what, group = '' }: { of: Choice; what: string; group?: string }) {
  const [problem, setProblem] = useState('');
  const toggle = () => {
    setProblem('');
    (choice.in_report
      ? post<ReportPage>(`/api/report/exhibits/${encodeURIComponent(choice.exhibit)}`, undefined, 'DELETE')
      : post<ReportPage>('/api/report/exhibits', { group, exhibit: choice.exhibit, text: '' })
    ).catch((error: Error) => setProblem(error.message));
  };
  return (
    <>
      <button type="button" data-add aria-pressed={choice.in_report} onClick={toggle}>
        {choice.in_report ? '✓ In the report' : 'Add to the report'}<span class="vh">: {what}</span>
      </button>
      {problem && <span class="problem" role="alert">{problem}</span>}
    </>
  );
}
