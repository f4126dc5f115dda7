import type { ArticleLink, FamilyEdge, FamilyPage } from '../api.ts';
import { FamilyStrip, leftOut } from '../charts/strip.tsx';
import { count, of, share } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo, When } from '../ui/article.tsx';
import { Decide, Log } from '../ui/decide.tsx';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { Await, Page, Status, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { useWidth } from '../ui/size.ts';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';

const reasons = ['A wire service and its clients', 'Syndication by agreement', 'A press release', 'Two addresses of one outlet'];
const edgesShown = 60;

/** One family: over time, who took from whom and on what evidence. */
export function FamilyView() {
  const page = usePage<FamilyPage>();
  return <Await of={page} title="Family">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: FamilyPage }) {
  const { query, path } = useRoute();
  const { family } = page;
  const [box, width] = useWidth<HTMLDivElement>();
  useAddKey();
  const article = new Map(page.members.map((one) => [one.number, one]));
  return (
    <Page
      title={`Family ${family.number}`}
      sub={of(family.articles, 'article', 'articles')}
      above={<><a href="/lineage">Lineage</a>{page.previous && <> · <a href={page.previous}>previous</a></>}{page.next && <> · <a href={page.next}>next</a></>}</>}
    >
      <p class="claim">
        {family.earliest
          ? <>Earliest seen: <ArticleLinkTo of={family.earliest} outlet most={160} />, <When of={family.earliest} />. The origin may be an article that is not here.</>
          : 'No article is the earliest by its time.'}
      </p>
      {page.missing.map((one) => <p><span aria-hidden="true">◌ </span>Not among the articles, but behind some of them: <strong><Said text={one.name} /></strong>. <Said text={one.reason} />.</p>)}
      {page.note && <p>{page.note}</p>}
      <p><Status name={family.status} /></p>
      <Decide of={{ key: family.key, name: 'this family', status: family.status, tags: family.tags, decisions: page.decisions, reasons, inReport: true }}><AddToReport of={page.choice} what="this family" /></Decide>
      {page.study.state === 'behind' && <StudyBar of={page.study} what="" button="" />}
      <section>
        <h2>Over time</h2>
        <div ref={box} class="plot"><FamilyStrip members={page.members} missing={page.missing} edges={page.edges} width={width} earliest={family.earliest?.number ?? 0} /></div>
        <p class="hint">Arrows lead from an article to what was taken from it; dashed lines are ties whose direction the evidence does not decide. The ring is the earliest seen, hollow marks have no time, dashed ones are not among the articles.{leftOut(page.members) > 0 && ` ${leftOut(page.members)} more articles are not drawn.`}</p>
      </section>
      <section id="ties">
        <h2>Who took from whom <span class="sub">{of(family.directed, 'direction', 'directions')}, {of(family.undirected, 'tie', 'ties')} without one</span></h2>
        <p class="lead">“Took” says where words came from, not that it was wrong: wires, syndication and press releases make copies by agreement.</p>
        {page.edges.slice(0, edgesShown).map((edge) => <Edge of={edge} article={article} />)}
        {page.edges.length > edgesShown && <p class="soft">And {count(page.edges.length - edgesShown)} more; the CSV holds all.</p>}
      </section>
      <Members of={page} />
      <section class="readings"><h2>Limits</h2><ul>{page.limits.map((one) => <li>{one}</li>)}</ul></section>
      <Log notes={page.notes} decisions={page.decisions} />
      <p><Twins csv={twin(path, query, [], 'csv')} json={twin(path, query, [])} /></p>
    </Page>
  );
}

function Edge({ of: edge, article }: { of: FamilyEdge; article: ReadonlyMap<number, ArticleLink> }) {
  const [from, to] = [article.get(edge.from), article.get(edge.to)!];
  return (
    <article class="exhibit edge" data-row tabIndex={-1}>
      <h3>
        {from ? <ArticleLinkTo of={from} outlet most={70} /> : <><Said text={edge.missing} /> <span class="soft">(not here)</span></>}
        <span class="way"> {edge.directed ? '→' : '—'}<span class="vh">{edge.directed ? ' was taken by ' : ' is tied to '}</span> </span>
        <ArticleLinkTo of={to} outlet most={70} />
      </h3>
      <div class="edge-body">
        <div>
          <p>
            {edge.directed ? <strong>Direction, chance {share(edge.chance)}</strong> : <strong>Tie without direction</strong>}: {edge.reason}.
          </p>
          {edge.relation && <p class="soft">{edge.relation}; copied: {share(edge.in_from)} of the first, {share(edge.in_to)} of the second.</p>}
          {edge.edits.length > 0 && <p class="edits">{edge.edits.map((one) => <span class="edit">{one.name} <b>{one.count}</b></span>)}</p>}
          {edge.href && <p class="buttons"><a class="button" href={edge.href}>Both versions side by side</a></p>}
        </div>
        <Evidence of={edge} />
      </div>
    </article>
  );
}

const evidenceShown = 4;

// The heaviest items at once, the others behind a fold.
function Evidence({ of: edge }: { of: FamilyEdge }) {
  const item = (one: FamilyEdge['evidence'][number]) => <li><b class="weight">{signed(one.weight)}</b> <span>{one.kind}: <Said text={one.text} /></span></li>;
  return (
    <div>
      <p class="sidename">Evidence: above 0 speaks for this direction, below against it (logarithm of odds)</p>
      <ul class="weights">{edge.evidence.slice(0, evidenceShown).map(item)}</ul>
      {edge.evidence.length > evidenceShown && (
        <details>
          <summary>{of(edge.evidence.length - evidenceShown, 'lighter item', 'lighter items')}</summary>
          <ul class="weights">{edge.evidence.slice(evidenceShown).map(item)}</ul>
        </details>
      )}
    </div>
  );
}

/** `+1.20`, `−0.40`. */
export const signed = (value: number, digits = 2): string => (value > 0 ? '+' : value < 0 ? '−' : '') + Math.abs(value).toFixed(digits);

function Members({ of: page }: { of: FamilyPage }) {
  return (
    <section id="members">
      <h2>Articles of the family</h2>
      <Table
        caption="Articles of the family, by time"
        hide
        rows={page.members}
        columns={[
          { head: 'Article', key: true, wide: true, cell: (one) => <ArticleLinkTo of={one} /> },
          { head: 'Outlet', cell: (one) => <Said text={one.outlet || '–'} most={50} /> },
          { head: 'Byline', cell: (one) => <Said text={one.byline || '–'} most={50} /> },
          { head: 'Published', cell: (one) => <When of={one} /> },
          { head: 'Beside the earliest', cell: (one) => (page.family.earliest && page.family.earliest.number !== one.number ? <a href={`/versions?a=${page.family.earliest.number}&b=${one.number}`}>side by side<span class="vh"> with {one.title}</span></a> : '–') },
        ]}
      />
    </section>
  );
}
