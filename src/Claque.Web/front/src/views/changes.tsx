import type { ArticleChangesPage, StudyState, StyleBreak, StyleChangesPage, StyleParagraph } from '../api.ts';
import { count } from '../state/format.ts';
import { address, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleCard } from '../ui/article.tsx';
import { Limits } from '../ui/limits.tsx';
import { Await, label, Note, Page, Pager, Twins } from '../ui/parts.tsx';
import { Said, Spans } from '../ui/said.tsx';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';
import { signed } from './family.tsx';

const title = 'Where the style changes';
const list = '/personas/changes';
const parameters = ['byline', 'after'];

const Bar = ({ of: study }: { of: StudyState }) => <StudyBar of={study} what="Each break between two paragraphs of each article is measured: whether the hand changes there, or whether that cannot be said." button="Look where the style changes" />;

/** All articles with the changes of style found within them. */
export function ChangesView() {
  const page = usePage<StyleChangesPage>(parameters);
  const { query } = useRoute();
  const byline = query.get('byline');
  return (
    <Await of={page} title={title}>
      {(shown) => (
        <Page title={title} sub={byline ? `within articles by ${label(byline, 60)}` : 'within articles'} above={<><a href="/personas">Personas</a>{byline && <> · <a href={list}>all articles</a></>}</>}>
          <Bar of={shown.study} />
          {shown.study.state !== 'none' && (
            <>
              <p class="claim">{shown.sentence}</p>
              <Note><p>{shown.bar}</p></Note>
              <Table
                caption="Articles, most changes first"
                hide
                rows={shown.texts}
                columns={[
                  { head: 'Article', key: true, wide: true, cell: (one) => <><a href={one.href}><Said text={one.article.title || one.article.id} most={90} /></a><br /><span class="kind"><Said text={one.article.byline || one.article.outlet} most={60} /></span></> },
                  { head: 'Paragraphs', n: true, cell: (one) => count(one.paragraphs) },
                  { head: 'Changes after paragraph (chance)', cell: (one) => one.changes || <span class="soft">none</span> },
                  { head: 'Cannot be said after', cell: (one) => one.open || '–' },
                  shown.texts.some((one) => one.why) && { head: 'Why', wide: true, cell: (one) => one.why },
                ]}
              />
              <Pager next={shown.next} total={shown.total} shown={shown.texts.length} what="articles" />
              <Limits of={shown.limits} />
              <p><Twins csv={twin(list, query, parameters, 'csv')} json={twin(list, query, parameters)} /></p>
            </>
          )}
        </Page>
      )}
    </Await>
  );
}

/** One article, paragraph by paragraph, with what was found between them. */
export function ArticleChangesView() {
  const page = usePage<ArticleChangesPage>();
  const { path, query } = useRoute();
  return (
    <Await of={page} title={title}>
      {(shown) => (
        <Page title={title} sub="within one article" above={<><a href={list}>All articles</a>{shown.article.byline && <> · <a href={address(list, { byline: shown.article.byline })}>by <Said text={shown.article.byline} most={60} /></a></>}</>}>
          <ArticleCard of={shown.article} />
          <Bar of={shown.study} />
          {shown.sentence && (
            <>
              <p class="claim">{shown.sentence}</p>
              <p>This compares paragraphs; it does not say who wrote them.</p>
              <Note><p>{shown.bar}</p>{shown.copies && <p>{shown.copies} <a href="/lineage">Lineage</a></p>}</Note>
              <div class="blocks">{shown.paragraphs.map((one) => <Paragraph of={one} />)}</div>
              <Limits of={shown.limits} />
              <p><Twins csv={twin(path, query, [], 'csv')} json={twin(path, query, [])} /></p>
            </>
          )}
        </Page>
      )}
    </Await>
  );
}

function Paragraph({ of: one }: { of: StyleParagraph }) {
  return (
    <>
      <div class="block">
        <p class="class"><a href={one.href}>paragraph {one.number}</a></p>
        <div>
          <p class="text" dir="auto"><Spans parts={one.parts} />{one.cut > 0 && <span class="soft"> … {count(one.cut)} more characters</span>}</p>
          {(one.quoted || one.shared.length > 0) && <p class="kind">{one.quoted} {one.shared.map((note, at) => <>{at ? ', ' : 'In common with '}<a href={note.href}><Said text={note.text} most={80} /></a></>)}</p>}
        </div>
      </div>
      {one.after && <Break of={one.after} after={one} />}
    </>
  );
}

const answers: Record<string, string> = { change: '● the style changes', none: '○ no change', open: '◌ cannot be said' };

function Break({ of: found, after }: { of: StyleBreak; after: StyleParagraph }) {
  const isSure = found.answer === 'change';
  return (
    <div class={`block break x-${found.answer}`} data-row tabIndex={-1}>
      <p class="class">after {after.number}</p>
      <div>
        <p><span class="nb">{isSure ? <strong>{answers.change}</strong> : answers[found.answer]}</span> <span class="soft">chance of a change {found.chance.toFixed(2)}</span></p>
        {found.signs.length > 0 && (
          <details open={isSure}>
            <summary>What speaks for a change, and what against</summary>
            <ul class="weights">{found.signs.map((sign) => <li><span class="weight">{signed(sign.log_odds, 1)}</span><span>{sign.sign}</span></li>)}</ul>
          </details>
        )}
      </div>
    </div>
  );
}
