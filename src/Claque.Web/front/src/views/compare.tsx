import type { ArticleLink, ArticleList, ComparePage, Subject } from '../api.ts';
import { count, of } from '../state/format.ts';
import { useLoad } from '../state/load.ts';
import { address, setQuery, useRoute, withQuery } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo, When } from '../ui/article.tsx';
import { Await, Page, Pager, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { StudyBar } from '../ui/study.tsx';
import { SidesOf } from './sides.tsx';

const parameters = ['left', 'right'];

/** Which articles belong together, and two sides of them laid beside each other. */
export function CompareView() {
  const page = usePage<ComparePage>(parameters);
  const { query } = useRoute();
  const chosen = !!query.get('left') && !!query.get('right');
  return (
    <Await of={page} title="Rival accounts">
      {(shown) => (
        <Page title={chosen ? 'Side by side' : 'Rival accounts'} above={chosen && <a href="/compare">Rival accounts</a>}>
          {chosen ? (
            <>
              <SidesOf left={query.get('left')!} right={query.get('right')!} />
              <details class="rechoose">
                <summary>Choose other articles</summary>
                <Choose of={shown} />
              </details>
            </>
          ) : (
            <>
              <p class="lead">Articles on one event or subject are laid side by side: what both say, what only one says, which figures differ, what each calls the same thing. It judges nothing.</p>
              <Subjects of={shown} />
              <section><h2>Choose yourself</h2><Choose of={shown} /></section>
            </>
          )}
          <p><Twins json={twin('/compare', query, parameters)} /></p>
        </Page>
      )}
    </Await>
  );
}

function Subjects({ of: page }: { of: ComparePage }) {
  return (
    <section>
      <h2>Proposed: articles that seem to be of one subject</h2>
      <StudyBar of={page.study} what="The likeness of all articles is worked out, by their words, names and figures." button="Propose groups" />
      {page.study.state !== 'none' && (
        <>
          {page.subjects.length === 0 && <p class="none">No two articles are alike enough to be proposed.</p>}
          <div class="subjects">{page.subjects.slice(0, 60).map((subject) => <SubjectCard key={subject.number} of={subject} />)}</div>
          <p class="soft">{page.subjects.length > 60 && `${count(page.subjects.length - 60)} more groups are in the JSON. `}{of(page.alone, 'article is', 'articles are')} like no other.</p>
        </>
      )}
    </section>
  );
}

function SubjectCard({ of: subject }: { of: Subject }) {
  const outlets = new Set(subject.articles.map((one) => one.outlet).filter(Boolean));
  return (
    <section class="subject" data-row tabIndex={-1}>
      <h3>{of(subject.articles.length, 'article', 'articles')}{outlets.size > 1 && <span class="sub">{of(outlets.size, 'outlet', 'outlets')}</span>}</h3>
      <ul class="plainlist">
        {subject.articles.slice(0, 6).map((one) => <li><ArticleLinkTo of={one} outlet most={70} /></li>)}
        {subject.articles.length > 6 && <li class="soft">and {count(subject.articles.length - 6)} more</li>}
      </ul>
      {subject.href
        ? <p class="buttons"><a class="button" href={subject.href}>Lay side by side</a>{subject.articles.length > 2 && <span class="soft">the first against the others</span>}</p>
        : <p class="soft">More than a page can hold: choose from them below.</p>}
    </section>
  );
}

const numbers = (text: string | null) => (text ?? '').split(',').filter(Boolean);

function Choose({ of: page }: { of: ComparePage }) {
  const { query } = useRoute();
  const list = useLoad<ArticleList>(address('/articles.json', { q: query.get('pick'), after: query.get('after') }));
  const [left, right] = [numbers(query.get('left')), numbers(query.get('right'))];
  const put = (side: 'left' | 'right', article: ArticleLink) => {
    const key = String(article.number);
    const without = (of: string[]) => of.filter((one) => one !== key);
    const [mine, other] = side === 'left' ? [left, right] : [right, left];
    const next = mine.includes(key) ? without(mine) : [...mine, key];
    setQuery({ [side]: next.join(','), [side === 'left' ? 'right' : 'left']: without(other).join(',') });
  };
  const shown = list.value?.articles ?? [];
  return (
    <>
      <div class="filters">
        <label>Words in title, outlet, byline or text <input type="search" dir="auto" value={query.get('pick') ?? ''} onChange={(event) => setQuery({ pick: event.currentTarget.value, after: '' })} /></label>
        {(left.length > 0 || right.length > 0) && <a href={withQuery({ left: '', right: '' })} data-move="push">Choose none</a>}
      </div>
      {(page.left.length > 0 || page.right.length > 0) && (
        <p role="status">Left: {page.left.map((one) => <span class="tag"><Said text={one.title || one.id} most={50} /></span>)}{page.left.length === 0 && 'none yet'} · Right: {page.right.map((one) => <span class="tag"><Said text={one.title || one.id} most={50} /></span>)}{page.right.length === 0 && 'none yet'}</p>
      )}
      <div class="scroll" role="region" aria-label="Articles to choose from" tabIndex={0}>
        <table>
          <caption class="vh">Articles to choose from</caption>
          <thead><tr><th scope="col">Side</th><th scope="col">Article</th><th scope="col">Outlet</th><th scope="col">Published</th></tr></thead>
          <tbody>
            {shown.map(({ article }) => (
              <tr data-row tabIndex={-1}>
                <td class="nb">
                  {(['left', 'right'] as const).map((side) => (
                    <button type="button" aria-pressed={(side === 'left' ? left : right).includes(String(article.number))} onClick={() => put(side, article)}>{side}<span class="vh">: {article.title || article.id}</span></button>
                  ))}
                </td>
                <th scope="row" class="w"><ArticleLinkTo of={article} /></th>
                <td><Said text={article.outlet || '–'} most={40} /></td>
                <td><When of={article} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.value && <Pager next={list.value.next} total={list.value.total} shown={shown.length} what="articles" />}
    </>
  );
}
