import type { AccountPage, PostList } from '../api.ts';
import { Rhythm } from '../charts/rhythm.tsx';
import { count, day, duration, of, probability, time } from '../state/format.ts';
import { useLoad } from '../state/load.ts';
import { address, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { AccountLink, Await, Figures, Note, Page, Pager, PostCard, Tier, Twins, label, useObjectsOf } from '../ui/parts.tsx';
import { RhythmFacts } from '../ui/rhythm.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';
import { Zone } from './byline.tsx';
import { GroupTable } from './groups.tsx';

/** One account: its names, its hours, what it shared and with whom. */
export function AccountView() {
  const page = usePage<AccountPage>();
  return <Await of={page} title="Account">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: AccountPage }) {
  const { account, row } = page;
  const { query, path } = useRoute();
  useAddKey();
  return (
    <Page title={label(account.label, 80)} above={<><a href={address('/accounts', { run: query.get('run') })}>Accounts</a>{account.platform && <> · {account.platform}</>}{account.native_id !== account.label && <> · id <Said text={account.native_id} /></>}</>}>
      <p>
        {row ? <><Tier name={row.tier} /> Acted together with {of(row.ties, 'account', 'accounts')}{row.q !== null && <> (smallest q {probability(row.q)})</>}{row.group && <>; in <a href={row.group.href}>group {row.group.number}</a></>}.</> : 'It stands in no pair of this run.'}
        {' '}That says what its posts in these files did, and nothing about the person who holds it.
      </p>
      {page.surfaced.map((one) => <Note><p><a href="/surfaced">Worth a look, no finding</a>: <Said text={one.why} most={600} /></p></Note>)}
      <Figures
        of={[
          [count(page.posts), 'posts'],
          row && [count(row.joint_posts), 'of them joint in its group'],
          [count(page.reshares), 'reshares'],
          [count(page.replies), 'replies'],
          [<span class="nb">{day(page.first)} <span class="soft">to</span> {day(page.last)}</span>, 'first and last post (UTC)'],
        ]}
      />
      <Names of={page} />
      <Hours of={page} />
      <Partners of={page} />
      <Objects of={page} />
      {page.groups.length > 0 && <section><h2>Its groups</h2><GroupTable of={page.groups} caption="Its groups" /></section>}
      <Posts />
      <p><Twins json={twin(path, query, [])} /></p>
    </Page>
  );
}

function Names({ of: page }: { of: AccountPage }) {
  return (
    <section>
      <h2>Names over time</h2>
      <Table
        caption="Handles and display names"
        hide
        rows={page.names}
        empty="The data hold neither handle nor name."
        columns={[
          { head: 'Handle', key: true, cell: (one) => <Said text={one.handle || '–'} /> },
          { head: 'Name', cell: (one) => <Said text={one.name || '–'} /> },
          { head: 'First seen', cell: (one) => <span class="nb">{time(one.first)}</span> },
          { head: 'Last seen', cell: (one) => <span class="nb">{time(one.last)}</span> },
        ]}
      />
      <dl class="meta">
        <div><dt>Languages</dt><dd>{page.languages.map((one) => `${one.name || 'unknown'} ${count(one.count)}`).join(', ') || '–'}</dd></div>
        <div><dt>Programs</dt><dd><Said text={page.clients.map((one) => `${one.name || 'unknown'} ${count(one.count)}`).join(', ') || '–'} /></dd></div>
      </dl>
    </section>
  );
}

function Hours({ of: page }: { of: AccountPage }) {
  const { query } = useRoute();
  const ahead = Number(query.get('zone')) || 0;
  return (
    <section>
      <h2>Rhythm</h2>
      {page.hours_known < page.posts && <p>{count(page.posts - page.hours_known)} of {count(page.posts)} posts have a clock that does not tell the hour; they are left out.</p>}
      <RhythmFacts of={page.rhythm} />
      <p class="buttons"><AddToReport of={page.choice} what="its rhythm" /></p>
      <Zone ahead={ahead} />
      <Rhythm hours={page.hours} ahead={ahead} />
    </section>
  );
}

function Partners({ of: page }: { of: AccountPage }) {
  const { path, query } = useRoute();
  return (
    <section>
      <h2>Acted together with</h2>
      {page.partners_total > page.partners.length && <p>The first {count(page.partners.length)} of {count(page.partners_total)}; the CSV holds all.</p>}
      <Table
        caption="Accounts it acted with"
        hide
        name="partners"
        rows={page.partners}
        empty="With nobody, as far as these posts show."
        columns={[
          { head: 'Account', key: true, by: (one) => one.account.label, cell: (one) => <AccountLink of={one.account} name /> },
          { head: 'Tier', by: (one) => one.tier, cell: (one) => <Tier name={one.tier} /> },
          { head: 'q', n: true, by: (one) => one.q ?? 2, cell: (one) => probability(one.q) },
          { head: 'p', n: true, by: (one) => one.p ?? 2, cell: (one) => probability(one.p) },
          { head: 'Objects', n: true, by: (one) => one.weight, cell: (one) => count(one.weight) },
          { head: 'Co-acts', n: true, by: (one) => one.co_acts, cell: (one) => count(one.co_acts) },
          { head: 'Median gap', n: true, by: (one) => one.median_gap_s, cell: (one) => duration(one.median_gap_s) },
          { head: 'It was first in', n: true, by: (one) => one.first_in, cell: (one) => count(one.first_in) },
          { head: 'By', cell: (one) => one.behaviours.join(', ') },
          { head: 'Posts', cell: (one) => one.group ? <a href={`${one.group}${one.group.includes('?') ? '&' : '?'}a=${encodeURIComponent(page.account.key)}&b=${encodeURIComponent(one.account.key)}`}>side by side</a> : '–' },
        ]}
      />
      <p><Twins csv={twin(`${path}/partners`, query, [], 'csv')} /></p>
    </section>
  );
}

function Objects({ of: page }: { of: AccountPage }) {
  const objectsOf = useObjectsOf();
  if (page.objects.length === 0) return null;
  return (
    <section>
      <h2>What it shared with others</h2>
      <Table
        caption="Shared objects"
        hide
        rows={page.objects}
        columns={[
          { head: 'Object', key: true, wide: true, cell: (one) => <Said text={one.name} most={110} /> },
          { head: 'Kind', cell: (one) => objectsOf([one.behaviour]) },
          { head: 'Accounts', n: true, cell: (one) => count(one.accounts) },
          { head: 'Co-acts', n: true, cell: (one) => count(one.co_acts) },
          { head: 'First', cell: (one) => <span class="nb">{time(one.first)}</span> },
        ]}
      />
    </section>
  );
}

function Posts() {
  const { path, query } = useRoute();
  const list = useLoad<PostList>(twin(`${path}/posts`, query, ['after', 'from', 'to']));
  return (
    <section>
      <h2>Posts</h2>
      {list.problem && <p class="problem">{list.problem.message}</p>}
      <div class="posts">
        {list.value?.posts.map((post) => <article data-row tabIndex={-1}><PostCard of={post} short /></article>)}
      </div>
      {list.value && <Pager next={list.value.next} total={list.value.total} shown={list.value.posts.length} what="posts" />}
      <p><Twins csv={twin(`${path}/posts`, query, ['from', 'to'], 'csv')} /></p>
    </section>
  );
}
