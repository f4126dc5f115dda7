import type { GroupList, GroupRow } from '../api.ts';
import { count, day, duration, probability, share } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage, useShell } from '../state/shell.ts';
import { Await, Choices, Page, Status, Tier, Twins, groupName } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

const parameters = ['status', 'tier', 'behaviour', 'tag', 'sort'];

/** All groups of the run, with filters. */
export function GroupsView() {
  const page = usePage<GroupList>(parameters);
  const { query } = useRoute();
  const shell = useShell();
  return (
    <Await of={page} title="Groups">
      {(list) => (
        <Page title="Groups" sub={list.shown === list.total ? `${count(list.total)} in this run` : `${count(list.shown)} of ${count(list.total)}`}>
          {!list.run && <p>Nothing has been looked for yet. <a class="button" href="/detect">Find who acts in concert</a></p>}
          <div class="filters">
            <Choices name="status" label="Decision" standard="all" options={[['all', 'all'], ['new', 'new'], ['kept', 'kept'], ['dismissed', 'dismissed']]} />
            <Choices name="tier" label="Tier" options={[['', 'all'], ...(shell?.tiers ?? []).filter((tier) => tier.name).map((tier): [string, string] => [tier.name, tier.label || tier.name])]} />
            {list.tags.length > 0 && <Choices name="tag" label="Tag" options={[['', 'all'], ...list.tags.map((tag): [string, string] => [tag, tag])]} />}
          </div>
          <GroupTable of={list.groups} caption="Groups" name="order" />
          <p><Twins csv={twin('/groups', query, parameters, 'csv')} json={twin('/groups', query, parameters)} /></p>
        </Page>
      )}
    </Await>
  );
}

/** Groups as a table. */
export function GroupTable({ of: groups, caption, name }: { of: readonly GroupRow[]; caption: string; name?: string }) {
  return (
    <Table
      caption={caption}
      hide
      {...(name ? { name } : {})}
      rows={groups}
      empty="No group."
      rowClass={(group) => (group.status === 'dismissed' ? 'dismissed' : '')}
      columns={[
        {
          head: 'Group', key: true, by: (group) => group.number,
          cell: (group) => <span class="nb"><a href={group.href}>{groupName(group)}</a> <Status name={group.status} /></span>,
        },
        { head: 'Tier', by: (group) => group.tier, cell: (group) => <Tier name={group.tier} /> },
        { head: 'Accounts', n: true, by: (group) => group.accounts, cell: (group) => count(group.accounts) },
        { head: 'Objects', n: true, by: (group) => group.objects, cell: (group) => count(group.objects) },
        { head: 'Median gap', n: true, by: (group) => group.median_gap_s, cell: (group) => duration(group.median_gap_s) },
        { head: 'Pairs tied', n: true, by: (group) => group.density, cell: (group) => share(group.density) },
        { head: 'q', n: true, by: (group) => group.q ?? 2, cell: (group) => probability(group.q) },
        { head: 'Behaviours', wide: true, cell: (group) => <>{group.behaviours.join(', ')}{group.explained && <span class="kind nb"> regular delay</span>}</> },
        {
          head: 'Members', wide: true,
          cell: (group) => (
            <span class="members">
              {group.members.slice(0, 3).map((member, at) => <>{at > 0 && ', '}<Said text={member.label} most={30} /></>)}
              {group.accounts > 3 && <span class="soft"> and {count(group.accounts - Math.min(3, group.members.length))} more</span>}
              {group.tags.map((tag) => <span class="tag"><Said text={tag} /></span>)}
            </span>
          ),
        },
        { head: 'First – last', by: (group) => group.first, cell: (group) => <span class="nb">{day(group.first)} – {day(group.last)}</span> },
      ]}
    />
  );
}
