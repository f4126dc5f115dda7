import type { ArticleList } from '../api.ts';
import { count, time } from '../state/format.ts';
import { setQuery, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo, FamilyLinkTo } from '../ui/article.tsx';
import { Await, Choices, Page, Pager, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';
import { FacetList } from './search.tsx';

const parameters = ['q', 'outlet', 'byline', 'sort', 'after'];

/** The articles of the case. */
export function ArticlesView() {
  const page = usePage<ArticleList>(parameters);
  const { query } = useRoute();
  return (
    <Await of={page} title="Articles">
      {(list) => (
        <Page title="Articles" sub={count(list.total)}>
          <p class="lead">What is <strong>stated</strong> the page or the text says of itself; what is <em>inferred</em> a rule concludes. What nobody says is missing.</p>
          <div class="filters">
            <label>
              Words in title, outlet, byline or text <input type="search" dir="auto" value={query.get('q') ?? ''} onChange={(event) => setQuery({ q: event.currentTarget.value, after: '' })} />
            </label>
            <Choices name="sort" label="Sort" options={[['', 'as they came'], ['date', 'date'], ['outlet', 'outlet'], ['byline', 'byline'], ['words', 'words']]} />
          </div>
          <div class="withfacets">
            <aside aria-label="Narrow the list" class="facets">
              <FacetList title="Outlet" name="outlet" of={list.outlets} />
              <FacetList title="Byline" name="byline" of={list.bylines} />
            </aside>
            <div>
              <Table
                caption="Articles"
                hide
                rows={list.articles}
                empty="No article."
                columns={[
                  { head: 'No.', n: true, cell: (row) => row.article.number },
                  { head: 'Article', key: true, wide: true, cell: (row) => <ArticleLinkTo of={row.article} /> },
                  { head: 'Outlet', cell: (row) => <Said text={row.article.outlet || '–'} most={40} /> },
                  { head: 'Byline', cell: (row) => <Said text={row.article.byline || '–'} most={40} /> },
                  { head: 'Published', cell: (row) => <Dated text={row.dated} how={row.dated_how} precision={row.article.precision} /> },
                  { head: 'Words', n: true, cell: (row) => count(row.words) },
                  { head: 'Family', cell: (row) => <FamilyLinkTo of={row.family} /> },
                  list.articles.some((row) => row.posts > 0) && { head: 'Posts that link to it', n: true, cell: (row) => count(row.posts) },
                ]}
              />
              <Pager next={list.next} total={list.total} shown={list.articles.length} what="articles" />
              {list.lineage.state === 'none' && list.total > 1 && <p class="soft">Which of them are copies has not been looked at yet. <a href="/lineage">Look for copies</a></p>}
              <p><Twins csv={twin('/articles', query, parameters.slice(0, -1), 'csv')} json={twin('/articles', query, parameters)} /></p>
            </div>
          </div>
        </Page>
      )}
    </Await>
  );
}

function Dated({ text, how, precision }: { text: string; how: string; precision: string }) {
  if (!text) return <span class="soft">not known</span>;
  const shown = /^\d{4}-\d\d-\d\dT/.test(text) ? time(text, precision === 'day' || precision === 'hour' ? precision : 'minute') : text;
  return <>{how === 'inferred' ? <em>{shown}</em> : <span class="nb">{shown}</span>} <span class="kind nb">{how}</span></>;
}
