import type { PairList } from '../api.ts';
import { count, duration, probability } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { AccountLink, Pager, Tier, Twins } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';

/** What of the address filters the network. */
export const parameters = ['behaviour', 'window', 'min', 'tier', 'from', 'to', 'group', 'level'];

/** The ties that the filter leaves, as a table. */
export function Ties() {
  const page = usePage<PairList>([...parameters, 'sort', 'after'], '/network/edges');
  const { query } = useRoute();
  if (!page.value) return <p class="soft" role="status">{page.problem?.message ?? 'Reading …'}</p>;
  return (
    <>
      <TieTable of={page.value} />
      <Pager next={page.value.next} total={page.value.total} shown={page.value.pairs.length} what="ties" />
      <p><Twins csv={twin('/network/edges', query, [...parameters, 'sort'], 'csv')} json={twin('/network/edges', query, [...parameters, 'sort', 'after'])} /></p>
    </>
  );
}

function TieTable({ of: list }: { of: PairList }) {
  return (
    <Table
      caption="Pairs of accounts"
      hide
      rows={list.pairs}
      columns={[
        { head: 'Account', key: true, cell: (pair) => <AccountLink of={pair.a} /> },
        { head: 'With', cell: (pair) => <AccountLink of={pair.b} /> },
        { head: 'By', cell: (pair) => <span class="nb">{pair.behaviour}{pair.window_s > 0 && ` ${duration(pair.window_s)}`}</span> },
        { head: 'Objects', n: true, cell: (pair) => count(pair.weight) },
        { head: 'Co-acts', n: true, cell: (pair) => count(pair.co_acts) },
        { head: 'Median gap', n: true, cell: (pair) => duration(pair.median_gap_s) },
        { head: 'First was', n: true, cell: (pair) => `${count(pair.a_first)} : ${count(pair.b_first)}` },
        { head: 'p', n: true, cell: (pair) => probability(pair.p) },
        { head: 'q', n: true, cell: (pair) => probability(pair.q) },
        { head: 'Tier', cell: (pair) => <Tier name={pair.tier} /> },
        { head: 'Posts', cell: (pair) => (pair.group ? <a href={`${pair.group}${pair.group.includes('?') ? '&' : '?'}a=${encodeURIComponent(pair.a.key)}&b=${encodeURIComponent(pair.b.key)}`}>side by side</a> : '–') },
      ]}
    />
  );
}
