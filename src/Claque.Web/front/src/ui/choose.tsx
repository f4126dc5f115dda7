// Chooses articles for two sides from all of them; what is chosen stands in the address.
import type { ArticleLink, ArticleList } from '../api.ts';
import { useLoad } from '../state/load.ts';
import { address, setQuery, useRoute, withQuery } from '../state/route.ts';
import { ArticleLinkTo, nameOf, When } from './article.tsx';
import { Pager } from './parts.tsx';
import { Said } from './said.tsx';

/** names: the parameters of the two sides; heads: what they are called; one: a side holds one article; instead: a parameter that the first side takes the place of. */
export function Choose({ names, heads, chosen, one = false, instead = '' }: {
  names: readonly string[];
  heads: readonly string[];
  chosen: readonly (readonly ArticleLink[])[];
  one?: boolean;
  instead?: string;
}) {
  const { query } = useRoute();
  const list = useLoad<ArticleList>(address('/articles.json', { q: query.get('pick'), after: query.get('after') }));
  const picked = names.map((name) => (query.get(name) ?? '').split(',').filter(Boolean));
  const put = (side: number, article: ArticleLink) => {
    const key = String(article.number);
    const without = (of: string[]) => of.filter((number) => number !== key);
    const [mine, other] = [picked[side]!, picked[1 - side]!];
    const next = mine.includes(key) ? without(mine) : one ? [key] : [...mine, key];
    setQuery({ [names[side]!]: next.join(','), [names[1 - side]!]: without(other).join(','), ...(side === 0 && instead && { [instead]: '' }) });
  };
  const shown = list.value?.articles ?? [];
  return (
    <>
      <div class="filters">
        <label>Words in title, outlet, byline or text <input type="search" dir="auto" value={query.get('pick') ?? ''} onChange={(event) => setQuery({ pick: event.currentTarget.value, after: '' })} /></label>
        {picked.flat().length > 0 && <a href={withQuery(Object.fromEntries(names.map((name) => [name, ''])))} data-move="push">Choose none</a>}
      </div>
      {(chosen.flat().length > 0 || (instead && query.get(instead))) && (
        <p role="status">{heads.map((head, side) => <>{side > 0 && ' · '}{head}: {chosen[side]!.map((article) => <span class="tag"><Said text={nameOf(article)} most={50} /></span>)}{!chosen[side]!.length && ((side === 0 && instead && query.get(instead)) || 'none yet')}</>)}</p>
      )}
      <div class="scroll" role="region" aria-label="Articles to choose from" tabIndex={0}>
        <table>
          <caption class="vh">Articles to choose from</caption>
          <thead><tr><th scope="col">Side</th><th scope="col">Article</th><th scope="col">Outlet, byline</th><th scope="col">Published</th></tr></thead>
          <tbody>
            {shown.map(({ article }) => (
              <tr data-row tabIndex={-1}>
                <td class="nb">
                  {heads.map((head, side) => (
                    <button type="button" aria-pressed={picked[side]!.includes(String(article.number))} onClick={() => put(side, article)}>{head.toLowerCase()}<span class="vh">: {nameOf(article)}</span></button>
                  ))}
                </td>
                <th scope="row" class="w"><ArticleLinkTo of={article} /></th>
                <td><Said text={[article.outlet, article.byline].filter(Boolean).join(', ') || '–'} most={60} /></td>
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
