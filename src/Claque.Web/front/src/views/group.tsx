import type { ExhibitList, GroupPage, Sensitivity } from '../api.ts';
import { count, duration, of, probability, share, time } from '../state/format.ts';
import { useLoad } from '../state/load.ts';
import { address, go, useRoute, withQuery } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Decide, Log } from '../ui/decide.tsx';
import { ExhibitCard, useAddKey } from '../ui/exhibit.tsx';
import { AccountLink, Await, Choices, Figures, Note, Page, Pager, Status, Tier, Twins, Warn, groupName, label, useObjectsOf } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';
import { GroupTable } from './groups.tsx';
import { TimelineSection } from './group-timeline.tsx';

const exhibitParameters = ['behaviour', 'object', 'a', 'b', 'from', 'to', 'after'];
const fewExhibits = 5;
const reasons = ['A newsroom or one office', 'A feed or scheduling tool', 'A fan club or party that says so', 'A live event', 'One person with several accounts, openly'];

/** One group: what is claimed, on what evidence, and what one may decide about it. */
export function GroupView({ id }: { id: string }) {
  const page = usePage<GroupPage>();
  return <Await of={page} title={`Group ${id}`}>{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: GroupPage }) {
  const { query, path } = useRoute();
  const { group } = page;
  return (
    <Page
      title={groupName(group)}
      sub={of(group.accounts, 'account', 'accounts')}
      above={
        <>
          <a href={address('/groups', { run: query.get('run') })}>Groups</a>
          {page.previous && <> · <a href={page.previous}>previous</a></>}
          {page.next && <> · <a href={page.next}>next</a></>}
        </>
      }
    >
      <p class="claim">{page.claims[0]}</p>
      {page.claims.slice(1).map((claim) => <p>{claim}</p>)}
      <p><Tier name={group.tier} /> {meaning(page.tier_meaning)} <Status name={group.status} /></p>
      <Decide of={{ key: group.key, name: groupName(group).toLowerCase(), status: group.status, tags: group.tags, decisions: page.decisions, reasons, inReport: true }}>
        {page.in_report > 0 && <a href="/report">{of(page.in_report, 'exhibit', 'exhibits')} in the report</a>}
      </Decide>
      <Figures
        of={[
          [count(group.accounts), 'accounts'],
          [count(group.objects), 'objects in common'],
          [duration(group.median_gap_s), 'median gap of its pairs'],
          [share(group.density), 'of possible pairs are tied'],
          [`${count(page.joint_posts)} of ${count(page.posts)}`, `of their posts are joint (${share(page.posts ? page.joint_posts / page.posts : 0)})`],
          page.q_largest !== null && [probability(page.q_largest), 'largest q-value of its pairs'],
          page.p_smallest !== null && [probability(page.p_smallest), 'smallest p-value'],
        ]}
      />
      {(page.expected_false || page.error_control) && (
        <Note warn={!page.is_validated}>
          {page.expected_false && <p><strong>{page.expected_false}</strong></p>}
          <p>{page.error_control}</p>
        </Note>
      )}
      <div class="side even">
        <section class="readings">
          <h2>Other readings to rule out</h2>
          <ul>{page.readings.map((reading) => <li>{reading}</li>)}</ul>
          {page.readings.length === 0 && <p>The run recorded none for this group.</p>}
        </section>
        <section class="readings">
          <h2>What is not claimed</h2>
          <ul>{page.not_claimed.map((claim) => <li>{claim}</li>)}</ul>
        </section>
      </div>
      <nav class="within" aria-label="On this page">
        <a href="#timeline">Timeline</a>
        <a href="#exhibits">Exhibits {count(page.exhibits_total)}</a>
        <a href="#members">Members {count(page.members_total)}</a>
        <a href="#objects">Shared {count(page.objects_total)}</a>
        {page.sensitivity && <a href="#sensitivity">Other settings</a>}
      </nav>
      <TimelineSection of={page} />
      <Exhibits of={page} />
      <Members of={page} />
      <Objects of={page} />
      {page.sensitivity && <SensitivityTable of={page.sensitivity} />}
      {page.by_behaviour.length > 0 && (
        <section>
          <h2>Groups of single behaviours with these members</h2>
          <GroupTable of={page.by_behaviour} caption="Groups of single behaviours" />
        </section>
      )}
      <Log notes={page.notes} decisions={page.decisions} />
      <p><Twins json={twin(path, query, [])} /></p>
    </Page>
  );
}

// The sign before it says the tier's name already.
function meaning(sentence: string): string {
  const rest = sentence.replace(/^[^:]{1,30}: /, '').replace(/\.?$/, '.');
  return sentence === '' ? '' : rest[0]!.toUpperCase() + rest.slice(1);
}

function Exhibits({ of: page }: { of: GroupPage }) {
  const { query, path } = useRoute();
  const list = useLoad<ExhibitList>(twin(`${path}/exhibits`, query, exhibitParameters));
  useAddKey();
  const shown = list.value;
  const narrowed = ['object', 'a', 'b', 'from', 'to'].some((name) => query.get(name));
  const start = Number(query.get('after')) || 0;
  const few = start === 0 && query.get('more') !== '1' ? fewExhibits : Infinity;
  const listed = (shown?.exhibits ?? []).slice(0, few);
  return (
    <section id="exhibits">
      <h2>Exhibits <span class="sub">{shown && (shown.total === page.exhibits_total ? count(shown.total) : `${count(shown.total)} of ${count(page.exhibits_total)}`)}</span></h2>
      <p class="lead">The earlier post stands first. <mark>Marked</mark> are stretches of three words or more, links, hashtags and mentions that the two texts have in common, letter by letter.</p>
      <div class="filters">
        {page.group.behaviours.length > 1 && <Choices name="behaviour" label="Behaviour" options={[['', 'all'], ...page.group.behaviours.map((one): [string, string] => [one, one])]} />}
        {narrowed && <a href={withQuery({ object: '', a: '', b: '', from: '', to: '', after: '' })} data-move="push">Show all exhibits</a>}
        <Twins csv={twin(`${path}/exhibits`, query, exhibitParameters, 'csv')} json={twin(`${path}/exhibits`, query, exhibitParameters)} />
      </div>
      {list.problem && <Warn>{list.problem.message}</Warn>}
      {!shown && !list.problem && <p class="soft">Reading …</p>}
      {shown?.exhibits.length === 0 && <p class="none">No exhibit {narrowed ? 'in this selection' : 'of this group was kept'}.</p>}
      {listed.map((exhibit, at) => <ExhibitCard key={exhibit.key} of={exhibit} number={start + at + 1} group={page.group.key} />)}
      {shown && shown.exhibits.length > listed.length && <p><a class="button" href={withQuery({ more: 1 })} data-move="push">Show {count(shown.exhibits.length - listed.length)} more</a></p>}
      {shown && shown.exhibits.length === listed.length && <Pager next={shown.next} total={shown.total} shown={shown.exhibits.length} what="exhibits" />}
    </section>
  );
}

function Members({ of: page }: { of: GroupPage }) {
  const { path, query } = useRoute();
  return (
    <section id="members">
      <h2>Members</h2>
      {page.members_total > page.members.length && <p>The first {count(page.members.length)} of {count(page.members_total)}; the CSV holds all.</p>}
      <Table
        caption="Members"
        hide
        name="members"
        rows={page.members}
        columns={[
          { head: 'Account', key: true, by: (one) => one.account.label, cell: (one) => <AccountLink of={one.account} name /> },
          { head: 'Tier', by: (one) => one.tier, cell: (one) => <Tier name={one.tier} /> },
          { head: 'Tied to', n: true, by: (one) => one.ties, cell: (one) => count(one.ties) },
          { head: 'Joint posts', n: true, by: (one) => one.joint_posts, cell: (one) => count(one.joint_posts) },
          { head: 'All posts', n: true, by: (one) => one.posts, cell: (one) => count(one.posts) },
          { head: 'Joint share', n: true, by: (one) => one.joint_share, cell: (one) => share(one.joint_share) },
          { head: 'First in', n: true, by: (one) => one.first_in / Math.max(1, one.co_acts), cell: (one) => `${count(one.first_in)} of ${count(one.co_acts)}` },
          { head: 'q', n: true, by: (one) => one.q ?? 2, cell: (one) => probability(one.q) },
          { head: 'Exhibits', cell: (one) => <a href={withQuery({ a: one.account.key, b: '', object: '', after: '' })} data-move="push">with this account</a> },
        ]}
      />
      <p><Twins csv={twin(`${path}/members`, query, [], 'csv')} /></p>
    </section>
  );
}

function Objects({ of: page }: { of: GroupPage }) {
  const objectsOf = useObjectsOf();
  const { path, query } = useRoute();
  return (
    <section id="objects">
      <h2>What they shared</h2>
      {page.objects_total > page.objects.length && <p>The first {count(page.objects.length)} of {count(page.objects_total)}; the CSV holds all.</p>}
      <Table
        caption="Shared objects"
        hide
        name="objects"
        rows={page.objects}
        columns={[
          { head: 'Object', key: true, wide: true, by: (one) => one.name, cell: (one) => <Said text={one.name} most={110} /> },
          { head: 'Kind', cell: (one) => objectsOf([one.behaviour]) },
          { head: 'Accounts', n: true, by: (one) => one.accounts, cell: (one) => count(one.accounts) },
          { head: 'Co-acts', n: true, by: (one) => one.co_acts, cell: (one) => count(one.co_acts) },
          { head: 'First', by: (one) => one.first, cell: (one) => <span class="nb">{time(one.first)}</span> },
          { head: 'First to last', n: true, by: (one) => one.spread_s, cell: (one) => duration(one.spread_s) },
          { head: 'Exhibits', cell: (one) => <button type="button" class="link" onClick={() => choose(one.name, one.behaviour)}>show<span class="vh"> exhibits of {label(one.name, 60)}</span></button> },
        ]}
      />
      <p><Twins csv={twin(`${path}/objects`, query, [], 'csv')} /></p>
    </section>
  );
}

function choose(object: string, behaviour: string): void {
  go(withQuery({ object, behaviour, after: '' }), 'push');
  requestAnimationFrame(() => document.getElementById('exhibits')?.scrollIntoView());
}

function SensitivityTable({ of: sensitivity }: { of: Sensitivity }) {
  return (
    <section id="sensitivity">
      <h2>Does it hold under other settings?</h2>
      <p>{sensitivity.sentence} <span class="soft">{sensitivity.caution}</span></p>
      <div class="scroll" role="region" aria-label="Other settings" tabIndex={0}>
        <table>
          <caption class="vh">The group under other settings</caption>
          <thead>
            <tr>
              <th scope="col">Setting</th>
              <th scope="col" class="n">Members named</th>
              <th scope="col" class="n">Weak</th>
              <th scope="col" class="n">Pieces</th>
              <th scope="col" class="n">q</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody>
            {sensitivity.rows.map((row) => (
              <tr>
                <th scope="row">{row.setting}</th>
                <td class="n">{count(row.named)} of {count(row.members)}</td>
                <td class="n">{count(row.weak)}</td>
                <td class="n">{count(row.parts)}</td>
                <td class="n">{probability(row.q)}</td>
                <td>{row.kind === 'as_run' ? 'as run' : row.holds ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
