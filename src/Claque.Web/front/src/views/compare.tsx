import type { ComparePage, Subject } from '../api.ts';
import { count, of } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo } from '../ui/article.tsx';
import { Choose } from '../ui/choose.tsx';
import { Await, Page, Twins } from '../ui/parts.tsx';
import { StudyBar } from '../ui/study.tsx';
import { SidesOf } from './sides.tsx';

const parameters = ['left', 'right'] as const;
const sides = (page: ComparePage) => ({ names: parameters, heads: ['Left', 'Right'], chosen: [page.left, page.right] });

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
                <Choose {...sides(shown)} />
              </details>
            </>
          ) : (
            <>
              <p class="lead">Articles on one event or subject are laid side by side: what both say, what only one says, which figures differ, what each calls the same thing. It judges nothing.</p>
              <Subjects of={shown} />
              <section><h2>Choose yourself</h2><Choose {...sides(shown)} /></section>
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
