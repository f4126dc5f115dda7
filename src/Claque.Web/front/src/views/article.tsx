import { useEffect } from 'preact/hooks';
import type { ArticlePage, TextBlock } from '../api.ts';
import { bytes, count, of, share } from '../state/format.ts';
import { address, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo, FamilyLinkTo, nameOf, When } from '../ui/article.tsx';
import { Await, Choices, Figures, Page, PostCard, Twins, label } from '../ui/parts.tsx';
import { Said, Spans } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

/** One article: what is the text and what the site around it, and what is known of where it comes from. */
export function ArticleView() {
  const page = usePage<ArticlePage>(['at']);
  return <Await of={page} title="Article">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: ArticlePage }) {
  const { query, path } = useRoute();
  const { article } = page;
  const at = query.get('at');
  useEffect(() => {
    if (at) document.querySelector('.blocks mark')?.scrollIntoView({ block: 'center' });
  }, [at, article.number]);
  return (
    <Page
      title={label(nameOf(article), 160)}
      above={
        <>
          <a href="/articles">Articles</a>{article.outlet && <> · <a href={address('/articles', { outlet: article.outlet })}><Said text={article.outlet} /></a></>}
          {page.previous && <> · <a href={page.previous}>previous</a></>}{page.next && <> · <a href={page.next}>next</a></>}
        </>
      }
    >
      <Figures
        of={[
          [article.byline ? <Said text={article.byline} most={60} /> : <span class="soft">none</span>, 'byline'],
          [<When of={article} />, 'published'],
          [count(page.words), 'words of its own prose'],
          [page.family ? <FamilyLinkTo of={page.family} /> : page.lineage.state === 'none' ? <a href="/lineage">not looked at</a> : 'none', 'family of copies'],
          page.posts_total > 0 && [count(page.posts_total), 'posts of the case link to it'],
        ]}
      />
      <Facts of={page} />
      <Text of={page} />
      <section id="style">
        <h2>Its style</h2>
        <p>{page.changes || 'Where the style changes within it was not looked at yet.'} <a href={`${article.href}/changes`}>Where the style changes</a></p>
        <p><a href={address('/personas/verify', { b: article.number })}>Is it of one hand with another text, or with a byline?</a></p>
      </section>
      <KinTable of={page} />
      {page.posts.length > 0 && (
        <section>
          <h2>Posts that link to it <span class="sub">{count(page.posts_total)}</span></h2>
          <div class="posts">{page.posts.map((post) => <article data-row tabIndex={-1}><PostCard of={post} short /></article>)}</div>
        </section>
      )}
      <section>
        <h2>The file</h2>
        <dl class="facts">
          <div><dt>Id</dt><dd><Said text={article.id} most={300} /></dd></div>
          {page.url && <div><dt>Address</dt><dd><Said text={page.url} most={500} /></dd></div>}
          <div><dt>File</dt><dd>{page.source > 0 ? <a href={`/sources/${page.source}`}><Said text={page.file || 'file'} /></a> : <Said text={page.file || '–'} />}, {count(page.characters)} characters of text{page.sha256 && <>, SHA-256 <code>{page.sha256}</code></>}</dd></div>
          {page.language && <div><dt>Language</dt><dd>{page.language}</dd></div>}
          {page.notes.length > 0 && <div><dt>Left out in reading</dt><dd><ul>{page.notes.map((note) => <li><Said text={note} most={600} /></li>)}</ul></dd></div>}
        </dl>
      </section>
      <p><Twins json={twin(path, query, ['at'])} csv={twin(path, query, [], 'csv')} /></p>
    </Page>
  );
}

function Facts({ of: page }: { of: ArticlePage }) {
  return (
    <section id="facts">
      <h2>Where it comes from</h2>
      <Table
        caption="What is known of its origin"
        hide
        rows={page.facts}
        empty="Neither the page nor the text says anything of its origin."
        columns={[
          { head: 'What', key: true, cell: (fact) => fact.kind },
          { head: 'Value', wide: true, cell: (fact) => (fact.href ? <a href={fact.href} data-move="push"><Said text={fact.value} /></a> : <Said text={fact.value} />) },
          { head: 'Known how', cell: (fact) => (fact.stated ? <strong>stated</strong> : <em>inferred</em>) },
          { head: 'Rule', cell: (fact) => <code>{fact.rule}</code> },
          { head: 'Right in', n: true, cell: (fact) => share(fact.confidence) },
        ]}
      />
      <p class="soft">A linked value opens its words in the text; the others stand in the page's markup or in the file. “Right in” says how often its rule is taken to be right.</p>
    </section>
  );
}

function Text({ of: page }: { of: ArticlePage }) {
  const { query } = useRoute();
  const only = query.get('show') === 'text';
  const blocks = only ? page.blocks.filter((block) => block.is_prose || block.class === 'title') : page.blocks;
  return (
    <section id="text">
      <h2>The text <span class="sub">{page.classes.map((one) => `${one.name.replace('_', ' ')} ${one.count}`).join(', ')}</span></h2>
      <div class="filters"><Choices name="show" label="Show" options={[['', 'everything, classed'], ['text', 'the article only']]} /></div>
      <div class="blocks">
        {blocks.map((block, at) => <Block key={block.start} of={block} again={blocks[at - 1]?.class === block.class} />)}
      </div>
      {page.cut > 0 && <p class="none">And {bytes(page.cut).replace(/bytes?/, 'characters')} more, which are not shown here.</p>}
    </section>
  );
}

function Block({ of: block, again }: { of: TextBlock; again: boolean }) {
  return (
    <div class={block.is_prose ? 'block' : `block around b-${block.class.replace(' ', '-')}`}>
      <p class={again ? 'class again' : 'class'} title={block.reason}>{block.class}<span class="vh">: {block.reason}</span></p>
      <p class={block.class === 'title' ? 'text big' : 'text'} dir="auto"><Spans parts={block.parts} /></p>
    </div>
  );
}

function KinTable({ of: page }: { of: ArticlePage }) {
  if (page.kin.length === 0) return null;
  return (
    <section id="kin">
      <h2>Articles with something in common <span class="sub">{of(page.kin.length, 'article', 'articles')}</span></h2>
      <Table
        caption="Articles with something in common"
        hide
        rows={page.kin}
        columns={[
          { head: 'Article', key: true, wide: true, cell: (one) => <ArticleLinkTo of={one.article} outlet /> },
          { head: 'Published', cell: (one) => <When of={one.article} /> },
          { head: 'Relation', cell: (one) => one.relation },
          { head: 'Copied words', n: true, cell: (one) => count(one.copied_words) },
          { head: 'Of this article', n: true, cell: (one) => share(one.here) },
          { head: 'Of the other', n: true, cell: (one) => share(one.there) },
          { head: 'Both', cell: (one) => <a class="nb" href={one.href}>side by side</a> },
        ]}
      />
    </section>
  );
}
