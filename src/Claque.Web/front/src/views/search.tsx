import type { Facet, SearchPage } from '../api.ts';
import { count, of } from '../state/format.ts';
import { address, go, useRoute, withQuery } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Await, GroupLinkTo, Note, Page, Pager, PostCard, Twins } from '../ui/parts.tsx';
import { ArticleLinkTo, When } from '../ui/article.tsx';
import { Said, Spans } from '../ui/said.tsx';

const parameters = ['q', 'kind', 'account', 'language', 'day', 'group', 'behaviour', 'after'];

/** Full text over posts and articles, with facets. */
export function SearchView() {
  const page = usePage<SearchPage>(parameters);
  const { query } = useRoute();
  return (
    <Await of={page} title="Search">
      {(found) => (
        <Page title="Search">
          <form
            class="bigfind"
            onSubmit={(event) => {
              event.preventDefault();
              go(withQuery({ q: new FormData(event.currentTarget).get('q') as string, after: '' }), 'push');
            }}
          >
            <label class="field">Words, in any script <input type="search" name="q" dir="auto" defaultValue={found.query} key={found.query} /></label>
            <button class="main">Search</button>
          </form>
          {found.sentence && (found.searchable ? <p class="lead">{found.sentence}</p> : <Note warn><p>{found.sentence}</p></Note>)}
          <div class="withfacets">
            <aside aria-label="Narrow the search" class="facets">
              <FacetList title="In" name="kind" of={found.kinds} />
              <FacetList title="Day" name="day" of={found.days} />
              <FacetList title="Language" name="language" of={found.languages} />
              <FacetList title="Group" name="group" of={found.groups} />
              <FacetList title="Behaviour" name="behaviour" of={found.behaviours} />
              <FacetList title="Account" name="account" of={found.accounts} />
              {parameters.some((name) => name !== 'q' && name !== 'after' && query.get(name)) && <p><a href={address('/search', { q: query.get('q') })}>Without any of these</a></p>}
            </aside>
            <div>
              {found.articles.length > 0 && <Articles of={found} />}
              {found.posts.length === 0 && found.articles.length === 0 && <p class="none">Nothing.</p>}
              {found.posts.length > 0 && found.articles.length > 0 && <h2>Posts</h2>}
              <div class="posts">
                {found.posts.map((hit) => (
                  <article data-row tabIndex={-1}>
                    <PostCard of={hit.post} short>{hit.group && <p class="link">Its author is in <GroupLinkTo of={hit.group} /></p>}</PostCard>
                  </article>
                ))}
              </div>
              {query.get('kind') === 'article'
                ? <Pager next={found.next} total={found.articles_total} shown={found.articles.length} what="articles" />
                : <Pager next={found.next} total={found.total_is_least ? null : found.total} shown={found.posts.length} what="posts" />}
              <p><Twins csv={twin('/search', query, parameters.slice(0, -1), 'csv')} json={twin('/search', query, parameters)} /></p>
            </div>
          </div>
        </Page>
      )}
    </Await>
  );
}

function Articles({ of: found }: { of: SearchPage }) {
  const rest = found.articles_total - found.articles.length;
  return (
    <section>
      <h2>Articles</h2>
      <div class="posts">
        {found.articles.map((hit) => (
          <article class="post short" data-row tabIndex={-1}>
            <p class="who"><ArticleLinkTo of={hit.article} outlet most={120} /></p>
            <p class="when">{hit.article.byline && <><Said text={hit.article.byline} most={60} /> · </>}<When of={hit.article} />{hit.places > hit.snippets.length && <span class="kind"> · {count(hit.places)} places</span>}</p>
            {hit.snippets.map((one) => <p class="snippet" dir="auto"><a class="quote" href={one.href}><Spans parts={one.parts} /></a></p>)}
          </article>
        ))}
      </div>
      {rest > 0 && found.posts.length > 0 && <p><a href={withQuery({ kind: 'article', after: '' })} data-move="push">All {of(found.articles_total, 'article', 'articles')}</a> · <a href={withQuery({ kind: 'article', after: '' }, '/search.csv')} download data-native>CSV of the articles</a></p>}
    </section>
  );
}

/** The values of a property as links that narrow the list. */
export function FacetList({ title, name, of: facets }: { title: string; name: string; of: readonly Facet[] }) {
  if (facets.length === 0) return null;
  return (
    <details open={facets.length < 13 || facets.some((one) => one.chosen)}>
      <summary>{title}</summary>
      <ul>
        {facets.map((one) => (
          <li>
            <a href={withQuery({ [name]: one.chosen ? '' : one.value, after: '' })} data-move="push" aria-current={one.chosen ? 'true' : undefined}>
              {one.label ? <Said text={one.label} most={40} /> : 'unknown'}
            </a>
            <span class="soft">{count(one.count)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
