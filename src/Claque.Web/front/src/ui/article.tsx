// Articles as lists and pages name them.
import type { ArticleLink, FamilyLink } from '../api.ts';
import { time } from '../state/format.ts';
import { Said } from './said.tsx';

/** What to call an article: its headline, else its id. */
export const nameOf = (article: ArticleLink): string => article.title || article.id;

/** When an article was published, as finely as it is known. */
export function When({ of: article }: { of: ArticleLink }) {
  return article.published ? <span class="nb">{time(article.published, article.precision)}</span> : <span class="soft">no time</span>;
}

/** An article as a link to its page. */
export function ArticleLinkTo({ of: article, outlet = false, most = 90 }: { of: ArticleLink; outlet?: boolean; most?: number }) {
  return (
    <>
      {outlet && article.outlet && <span class="outlet"><Said text={article.outlet} most={40} />: </span>}
      <a href={article.href}><Said text={nameOf(article)} most={most} /></a>
    </>
  );
}

/** An article as a card: outlet, headline, byline and time. */
export function ArticleCard({ of: article, side }: { of: ArticleLink; side?: string }) {
  return (
    <div class="post article-card">
      {side && <p class="kind">{side}</p>}
      <p class="who"><a href={article.href}><Said text={nameOf(article)} most={160} /></a></p>
      <p class="when">
        {article.outlet && <><Said text={article.outlet} /> · </>}{article.byline && <><Said text={article.byline} /> · </>}<When of={article} />
      </p>
    </div>
  );
}

/** A family as a link to its page. */
export function FamilyLinkTo({ of: family }: { of: FamilyLink | null }) {
  return family ? <a class="nb" href={family.href}>family {family.number}<span class="soft"> of {family.articles}</span></a> : <span class="soft">–</span>;
}
