// An exhibit: two posts side by side, the earlier one first, with what they share and how far apart they are.
import { useState } from 'preact/hooks';
import type { Exhibit, ReportPage } from '../api.ts';
import { duration } from '../state/format.ts';
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
      {group && <AddButton exhibit={exhibit} group={group} />}
    </article>
  );
}

function AddButton({ exhibit, group }: { exhibit: Exhibit; group: string }) {
  const [problem, setProblem] = useState('');
  const toggle = async () => {
    try {
      setProblem('');
      if (exhibit.in_report) await post<ReportPage>(`/api/report/exhibits/${encodeURIComponent(exhibit.key)}`, undefined, 'DELETE');
      else await post<ReportPage>('/api/report/exhibits', { group, exhibit: exhibit.key, text: '' });
    } catch (error) {
      setProblem(String((error as Error).message));
    }
  };
  return (
    <p class="buttons">
      <button type="button" data-add aria-pressed={exhibit.in_report} onClick={() => void toggle()}>
        {exhibit.in_report ? '✓ In the report' : 'Add to the report'}
      </button>
      {problem && <span class="problem" role="alert">{problem}</span>}
    </p>
  );
}
