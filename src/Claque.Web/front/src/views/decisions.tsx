import { useState } from 'preact/hooks';
import type { Decision, DecisionLog } from '../api.ts';
import { count, time } from '../state/format.ts';
import { post } from '../state/load.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Await, Page, Pager, Twins, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

/** The log of all decisions; nothing is ever taken out of it. */
export function DecisionsView() {
  const page = usePage<DecisionLog>(['after']);
  const { query } = useRoute();
  const [problem, setProblem] = useState('');
  const undo = (one: Decision) => {
    setProblem('');
    post('/api/decisions/undo', { decision: one.number }).catch((error: Error) => setProblem(error.message));
  };
  return (
    <Await of={page} title="Decisions">
      {(log) => (
        <Page title="Decisions" sub={count(log.total)}>
          <p class="lead">Every decision is kept, with its time; undoing one is a decision too. A dismissed group is left out of the report and stays visible among the <a href="/groups?status=dismissed">groups</a>.</p>
          {problem && <Warn>{problem}</Warn>}
          <Table
            caption="Decisions, newest first"
            hide
            rows={log.decisions}
            empty="Nothing has been decided yet. On the page of a group, a family or a pair of bylines, y keeps it and d dismisses it."
            rowClass={(one) => (one.undone_by !== null ? 'undone' : '')}
            columns={[
              { head: 'Time', key: true, cell: (one) => <span class="nb">{time(one.time)}</span> },
              { head: 'Decision', wide: true, cell: (one) => <><Said text={one.sentence} most={800} />{one.undone_by !== null && <span class="soft"> Taken back.</span>}</> },
              { head: 'About', cell: (one) => (one.href ? <a href={one.href}>{one.group_number ? `group ${one.group_number}` : one.group.startsWith('family-') ? 'family' : one.group.startsWith('bylines-') ? 'bylines' : 'group'}</a> : '–') },
              { head: 'Undo', cell: (one) => (one.can_undo && one.undone_by === null ? <button type="button" onClick={() => undo(one)}>Undo<span class="vh"> {one.sentence}</span></button> : '') },
            ]}
          />
          <Pager next={log.next} total={log.total} shown={log.decisions.length} what="decisions" />
          <p><Twins csv={twin('/decisions', query, [], 'csv')} json={twin('/decisions', query, ['after'])} /></p>
        </Page>
      )}
    </Await>
  );
}
