import type { SurfacedPage } from '../api.ts';
import { count } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { AccountLink, Await, Choices, Note, Page, Pager, Tier, Twins, useObjectsOf } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

const parameters = ['tier', 'after'];

/** Accounts that are worth a look and that nothing names: never among the findings. */
export function SurfacedView() {
  const page = usePage<SurfacedPage>(parameters);
  const { query } = useRoute();
  const objectsOf = useObjectsOf();
  return (
    <Await of={page} title="Worth a look, no finding">
      {(shown) => (
        <Page title={shown.title} above={<a href="/accounts">Accounts</a>}>
          <Note warn><p><strong>Nobody on this page is found to act in concert.</strong> {shown.meaning}</p></Note>
          {shown.tiers.length > 0 && <dl class="facts">{shown.tiers.map((one) => <div><dt><Tier name={one.tier} /> {count(one.accounts)}</dt><dd>{one.meaning}</dd></div>)}</dl>}
          {shown.tiers.length > 1 && <div class="filters"><Choices name="tier" label="Show" options={[['', 'all'], ...shown.tiers.map((one): [string, string] => [one.tier, one.caption])]} /></div>}
          <Table
            caption="Accounts that are worth a look"
            hide
            rows={shown.accounts}
            empty="None in this run. That says nothing about who was not looked at."
            columns={[
              { head: 'Account', key: true, cell: (one) => <AccountLink of={one.account} name /> },
              { head: 'Why', wide: true, cell: (one) => <Said text={one.why} most={600} /> },
              { head: 'By', cell: (one) => objectsOf(one.behaviours) },
              shown.accounts.some((one) => one.circle !== null) && { head: 'Circle', n: true, cell: (one) => one.circle ?? '–' },
              { head: 'Kind', cell: (one) => <Tier name={one.tier} /> },
            ]}
          />
          <Pager next={shown.next} total={shown.total} shown={shown.accounts.length} what="accounts" />
          <p><Twins csv={twin('/surfaced', query, ['tier'], 'csv')} json={twin('/surfaced', query, parameters)} /></p>
        </Page>
      )}
    </Await>
  );
}
