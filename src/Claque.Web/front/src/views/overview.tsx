import type { OverviewPage } from '../api.ts';
import { VolumeChart } from '../charts/volume.tsx';
import { count, day, duration, of, probability } from '../state/format.ts';
import { address, go, useRoute } from '../state/route.ts';
import { twin, usePage, useShell } from '../state/shell.ts';
import { Await, Figures, Note, Page, Status, Tier, Twins, groupName, useObjectsOf } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { useWidth } from '../ui/size.ts';
import { Table } from '../ui/table.tsx';

/** What is in the case and what was found, as sentences. */
export function OverviewView() {
  const page = usePage<OverviewPage>();
  return (
    <Await of={page} title="Overview">
      {(overview) => (
        <Page title={overview.question || 'Overview'} above="Case">
          <Figures
            of={[
              [count(overview.posts), 'posts'],
              [count(overview.accounts), 'accounts'],
              [<span class="nb">{day(overview.first)} <span class="soft">to</span> {day(overview.last)}</span>, 'first and last post (UTC)'],
              [count(overview.groups), overview.dismissed ? `groups, ${count(overview.dismissed)} dismissed` : 'groups that acted together'],
            ]}
          />
          <div class="wide2">
            <Findings of={overview} />
            <div>
              <Health of={overview} />
              <Tallies title="Languages" of={overview.languages} facet="language" />
              <Tallies title="Platforms" of={overview.platforms} />
            </div>
          </div>
          <Articles />
          {overview.days.length > 0 && <Volume of={overview} />}
          <Objects of={overview} />
          <Looked of={overview} />
        </Page>
      )}
    </Await>
  );
}

// The questions that articles answer, where the case has any.
function Articles() {
  const articles = useShell()?.case?.articles ?? 0;
  if (articles === 0) return null;
  const questions: [string, string, string][] = [
    ['/articles', of(articles, 'article', 'articles'), 'What is the article, what the site around it, and what is stated or inferred of where it comes from.'],
    ['/lineage', 'Lineage', 'Which are copies, who took from whom, and what each copy cut, added and changed.'],
    ['/compare', 'Rival accounts', 'Who says what, on whose word, and where accounts of one subject collide.'],
    ['/personas', 'Personas', 'One hand under several names, or several under one; mostly the texts cannot say.'],
  ];
  return (
    <section>
      <h2>Articles</h2>
      <ul class="questions">{questions.map(([href, name, what]) => <li data-row tabIndex={-1}><a href={href}>{name}</a> <span>{what}</span></li>)}</ul>
    </section>
  );
}

function Findings({ of: overview }: { of: OverviewPage }) {
  const { query } = useRoute();
  const articles = useShell()?.case?.articles ?? 0;
  if (overview.posts === 0) return <p>The case holds no posts{articles > 0 ? '; its articles are looked at below' : ' yet'}. <a href="/">Import a file</a></p>;
  if (!overview.run)
    return (
      <section>
        <h2>Findings</h2>
        <p>Nothing has been looked for yet. <a class="button" href="/detect">Find who acts in concert</a></p>
      </section>
    );
  return (
    <section>
      <h2>Findings</h2>
      <Note warn={!overview.is_validated}><p>{overview.error_control}</p></Note>
      {overview.findings.length === 0 && <p>No group. That is no proof that nobody coordinates: these posts, looked at in this way, do not show it.</p>}
      <ol class="findings">
        {overview.findings.map((group) => (
          <li data-row tabIndex={-1} value={group.number}>
            <a href={group.href}>{groupName(group)}</a> <Tier name={group.tier} /> <Status name={group.status} /> {group.sentence}
            {group.q !== null && <span class="soft"> Largest q {probability(group.q)}.</span>}
          </li>
        ))}
      </ol>
      {overview.surfaced > 0 && <p>Apart from these: <a href="/surfaced">{of(overview.surfaced, 'account is', 'accounts are')} worth a look, and no finding</a>.</p>}
      <p>
        {overview.groups > overview.findings.length && <><a href="/groups">All {of(overview.groups, 'group', 'groups')}</a> · </>}
        <a href="/detect">Look again, with other windows</a> <Twins json={twin('/overview', query, [])} />
      </p>
    </section>
  );
}

function Volume({ of: overview }: { of: OverviewPage }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { query } = useRoute();
  return (
    <section>
      <h2>Posts per day</h2>
      <div ref={box}>
        <VolumeChart days={overview.days} width={width} title="Posts per day" onDay={(chosen) => go(address('/search', { day: chosen }))} />
      </div>
      <details>
        <summary>The same as a table ({of(overview.days.length, 'day', 'days')})</summary>
        <Table
          caption="Posts per UTC day"
          rows={overview.days}
          columns={[
            { head: 'Day', key: true, cell: (one) => <a href={address('/search', { day: one.day.slice(0, 10) })}>{one.day.slice(0, 10)}</a> },
            { head: 'Posts', n: true, cell: (one) => count(one.posts) },
          ]}
        />
        <p><Twins csv={twin('/overview', query, [], 'csv')} /></p>
      </details>
    </section>
  );
}

function Tallies({ title, of: tallies, facet }: { title: string; of: OverviewPage['languages']; facet?: string }) {
  const most = Math.max(1, ...tallies.map((one) => one.count));
  return (
    <section>
      <h2>{title}</h2>
      <table class="tallies">
        <caption class="vh">{title}</caption>
        <thead class="vh"><tr><th scope="col">Name</th><th scope="col">Posts</th></tr></thead>
        <tbody>
          {tallies.slice(0, 8).map((one) => (
            <tr>
              <th scope="row">{facet && one.name ? <a href={address('/search', { [facet]: one.name })}><Said text={one.name} /></a> : one.name ? <Said text={one.name} /> : <span class="soft">unknown</span>}</th>
              <td class="n">{count(one.count)}<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="bar" width={(one.count / most) * 100} height="4" /></svg></td>
            </tr>
          ))}
        </tbody>
      </table>
      {tallies.length > 8 && <p class="soft">and {of(tallies.length - 8, 'other', 'others')}</p>}
    </section>
  );
}

function Health({ of: overview }: { of: OverviewPage }) {
  const health = overview.health;
  return (
    <section class="health">
      <h2>How good the data are</h2>
      {health.sentences.length === 0 && <p>Nothing stands out.</p>}
      <ul>
        {health.sentences.map((one) => (
          <li>{one.href ? <a href={one.href}>{one.text}</a> : one.text}</li>
        ))}
      </ul>
      <dl class="meta">
        <div><dt>Clocks</dt><dd>{health.precisions.map((one) => `${one.name} ${count(one.count)}`).join(', ') || '–'}</dd></div>
        <div><dt>Without an id</dt><dd>{count(health.without_id)}</dd></div>
        <div><dt>Longest silence</dt><dd>{duration(health.longest_gap_s)}</dd></div>
        <div><dt>Files</dt><dd><a href="/sources">{count(overview.sources.length)}</a></dd></div>
      </dl>
    </section>
  );
}

function Objects({ of: overview }: { of: OverviewPage }) {
  const objectsOf = useObjectsOf();
  if (overview.objects.length === 0) return null;
  return (
    <section>
      <h2>Objects with most accounts together</h2>
      <Table
        caption="Objects with most accounts together"
        hide
        rows={overview.objects}
        columns={[
          { head: 'Object', key: true, wide: true, cell: (one) => <a href={one.href}><Said text={one.name} most={90} /></a> },
          { head: 'Kind', cell: (one) => objectsOf([one.behaviour]) },
          { head: 'Accounts', n: true, cell: (one) => count(one.accounts) },
          { head: 'Co-acts', n: true, cell: (one) => count(one.co_acts) },
        ]}
      />
    </section>
  );
}

function Looked({ of: overview }: { of: OverviewPage }) {
  const words = useShell()?.behaviours ?? [];
  if (overview.layers.length === 0) return null;
  return (
    <details>
      <summary>What was looked at, and what was left out</summary>
      <Table
        caption="Behaviours and windows"
        rows={overview.layers}
        columns={[
          { head: 'Behaviour', key: true, cell: (one) => words.find((word) => word.name === one.behaviour)?.name ?? one.behaviour },
          { head: 'Window', n: true, cell: (one) => (one.window_s > 0 ? duration(one.window_s) : '–') },
          { head: 'Acts', n: true, cell: (one) => count(one.acts) },
          { head: 'Accounts', n: true, cell: (one) => count(one.accounts) },
          { head: 'Objects', n: true, cell: (one) => count(one.objects) },
          { head: 'Pairs', n: true, cell: (one) => count(one.pairs) },
          { head: 'Left out: crowded objects', n: true, cell: (one) => count(one.hub_objects) },
          { head: 'Left out: coarse clocks', n: true, cell: (one) => count(one.coarse_acts) },
          { head: 'Refused', wide: true, cell: (one) => one.refused },
        ]}
      />
      <ul>{overview.notes.map((note) => <li>{note}</li>)}</ul>
    </details>
  );
}
