import type { FamilyRow, LineagePage } from '../api.ts';
import { count, day, of } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo } from '../ui/article.tsx';
import { Await, Page, Status, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';

/** Families of copies. */
export function LineageView() {
  const page = usePage<LineagePage>();
  const { query } = useRoute();
  return (
    <Await of={page} title="Lineage">
      {(shown) => (
        <Page title="Where texts come from" sub={shown.study.state === 'none' ? '' : of(shown.families.length, 'family', 'families')}>
          <p class="lead">Articles that share copied prose form a family. The earliest of it is the earliest <em>seen</em>, never the origin.</p>
          <StudyBar of={shown.study} what="Every article is compared with every other: passages in common, who took from whom, and what each copy cut, added and changed." button="Look for copies" />
          {shown.study.state !== 'none' && (
            <>
              <FamilyTable of={shown.families} />
              <section>
                <h2>Pairs with something in common</h2>
                <Table
                  caption="Pairs by what they have in common"
                  hide
                  rows={shown.relations}
                  columns={[
                    { head: 'Relation', key: true, cell: (one) => one.relation },
                    { head: 'Pairs', n: true, cell: (one) => count(one.pairs) },
                    { head: 'What it means', wide: true, cell: (one) => one.meaning },
                  ]}
                />
                {shown.notes.map((note) => <p class="soft">{note}</p>)}
              </section>
              <p><Twins csv={twin('/lineage', query, [], 'csv')} json={twin('/lineage', query, [])} /></p>
            </>
          )}
        </Page>
      )}
    </Await>
  );
}

function FamilyTable({ of: families }: { of: readonly FamilyRow[] }) {
  return (
    <Table
      caption="Families of copies"
      hide
      name="order"
      rows={families}
      empty="No family: no two articles share copied prose beyond a few words."
      rowClass={(family) => (family.status === 'dismissed' ? 'dismissed' : '')}
      columns={[
        { head: 'Family', key: true, wide: true, by: (one) => one.number, cell: (one) => <><a href={one.href}>{one.number}. <Said text={one.title} most={80} /></a> <Status name={one.status} />{one.tags.map((tag) => <span class="tag"><Said text={tag} /></span>)}</> },
        { head: 'Articles', n: true, by: (one) => one.articles, cell: (one) => count(one.articles) },
        { head: 'Outlets', wide: true, by: (one) => one.outlets.length, cell: (one) => <Said text={one.outlets.slice(0, 4).join(', ') + (one.outlets.length > 4 ? ` and ${one.outlets.length - 4} more` : '') || '–'} /> },
        { head: 'Earliest seen', wide: true, cell: (one) => (one.earliest ? <ArticleLinkTo of={one.earliest} outlet most={50} /> : <span class="soft">not told by times</span>) },
        { head: 'First – last', by: (one) => one.first ?? '', cell: (one) => <span class="nb">{day(one.first)} – {day(one.last)}</span> },
        { head: 'Taken from another', n: true, by: (one) => one.directed, cell: (one) => count(one.directed) },
        { head: 'Ties without direction', n: true, by: (one) => one.undirected, cell: (one) => count(one.undirected) },
        { head: 'Not here, but behind it', wide: true, cell: (one) => <Said text={one.missing.join(', ') || '–'} /> },
      ]}
    />
  );
}
