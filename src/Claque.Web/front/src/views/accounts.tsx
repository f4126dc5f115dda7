import type { AccountList } from '../api.ts';
import { count, probability } from '../state/format.ts';
import { setQuery, useRoute } from '../state/route.ts';
import { twin, usePage, useShell } from '../state/shell.ts';
import { AccountLink, Await, Choices, GroupLinkTo, Page, Pager, Tier, Twins } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';

const parameters = ['tier', 'q', 'after'];

/** The accounts of the run. */
export function AccountsView() {
  const page = usePage<AccountList>(parameters);
  const { query } = useRoute();
  const tiers = useShell()?.tiers ?? [];
  return (
    <Await of={page} title="Accounts">
      {(list) => (
        <Page title="Accounts" sub={`${count(list.total)} that acted with others`}>
          <p class="lead">That an account is listed says what its posts in these files did. It says nothing about the person who holds it. Accounts that nothing names, and that one may look at next, stand apart: <a href="/surfaced">worth a look, no finding</a>. <a href="/personas/accounts">One hand behind several accounts?</a></p>
          <div class="filters">
            <label>
              Handle, name or id <input type="search" dir="auto" value={query.get('q') ?? ''} onChange={(event) => setQuery({ q: event.currentTarget.value, after: '' })} />
            </label>
            <Choices name="tier" label="Tier" options={[['', 'all'], ...tiers.filter((tier) => tier.name).map((tier): [string, string] => [tier.name, tier.label || tier.name])]} />
          </div>
          <Table
            caption="Accounts"
            hide
            rows={list.accounts}
            empty="No account."
            columns={[
              { head: 'Account', key: true, cell: (row) => <AccountLink of={row.account} name /> },
              { head: 'Tier', cell: (row) => <Tier name={row.tier} /> },
              { head: 'q', n: true, cell: (row) => probability(row.q) },
              { head: 'Group', cell: (row) => <GroupLinkTo of={row.group} /> },
              { head: 'Behaviours', cell: (row) => row.behaviours.join(', ') },
              { head: 'Ties', n: true, cell: (row) => count(row.ties) },
              { head: 'Weight', n: true, cell: (row) => count(row.weight) },
              { head: 'Joint posts', n: true, cell: (row) => count(row.joint_posts) },
              { head: 'All posts', n: true, cell: (row) => count(row.posts) },
            ]}
          />
          <Pager next={list.next} total={list.total} shown={list.accounts.length} what="accounts" />
          <p><Twins csv={twin('/accounts', query, parameters, 'csv')} json={twin('/accounts', query, parameters)} /></p>
        </Page>
      )}
    </Await>
  );
}
