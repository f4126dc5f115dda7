import type { SentenceRow, VersionsPage } from '../api.ts';
import { count, of, share } from '../state/format.ts';
import { address, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleCard, FamilyLinkTo } from '../ui/article.tsx';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { Await, Choices, Figures, Page, Twins } from '../ui/parts.tsx';
import { Said, Spans } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

const parameters = ['a', 'b'];

/** Two versions of a text: what was done to the one to make the other. */
export function VersionsView() {
  const page = usePage<VersionsPage>(parameters);
  return <Await of={page} title="Two versions">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: VersionsPage }) {
  const { query } = useRoute();
  useAddKey();
  return (
    <Page title="Two versions" sub={page.relation === 'nothing' ? 'nothing in common' : page.relation} above={<><a href="/articles">Articles</a>{page.family && <> · <FamilyLinkTo of={page.family} /></>}</>}>
      <div class="two versions-head">
        <ArticleCard of={page.a} side="Left" />
        <div class="between"><p><a href={address('/versions', { a: page.b.number, b: page.a.number })} data-move="push">⇄ exchange</a></p></div>
        <ArticleCard of={page.b} side="Right" />
      </div>
      <p>{page.sentence} <span class="soft">Edits are read from left to right; that does not say which came first.</span></p>
      {page.edge && <p>{page.edge.directed ? <>The family draws <strong>{page.edge.from === page.a.number ? 'left → right' : 'right → left'}</strong>, chance {share(page.edge.chance)}: {page.edge.reason}.</> : <>Tie without direction: {page.edge.reason}.</>}</p>}
      <p class="buttons"><AddToReport of={page.choice} what="these two versions" /></p>
      <Figures
        of={[
          [share(page.in_a), 'of the words of the left stand in copied passages'],
          [share(page.in_b), 'of the words of the right do'],
          [count(page.passages.filter((one) => one.is_copy).length), 'copied passages'],
          [count(page.edits.length), page.reworded ? `edits of a known kind; ${count(page.reworded)} rewordings` : 'edits of a known kind'],
        ]}
      />
      <section id="edits">
        <h2>What was changed</h2>
        <Table
          caption="Edits, headline and credits first"
          hide
          rows={page.edits}
          empty="No edit of a known kind. Rewordings are marked in the sentences below."
          columns={[
            { head: 'Edit', key: true, cell: (one) => <span class="edit">{one.kind}</span> },
            { head: 'Left', wide: true, cell: (one) => <Place text={one.before} href={one.href_a} /> },
            { head: 'Right', wide: true, cell: (one) => <Place text={one.after} href={one.href_b} /> },
          ]}
        />
      </section>
      <Sentences of={page} />
      <section id="passages">
        <h2>Passages in common <span class="sub">{count(page.passages.length)}</span></h2>
        <Table
          caption="Passages in common"
          hide
          rows={page.passages}
          empty="None."
          columns={[
            { head: 'Begins with', key: true, wide: true, cell: (one) => <Said text={one.beginning} most={110} /> },
            { head: 'Class', cell: (one) => <span class={`pass p-${one.class.replace(' ', '-')}`}>{one.class}</span> },
            { head: 'Counts as copying', cell: (one) => (one.is_copy ? 'yes' : 'no') },
            { head: 'Words', n: true, cell: (one) => count(one.words) },
            { head: 'Equal', n: true, cell: (one) => share(one.identity) },
            { head: 'Why', wide: true, cell: (one) => one.reason },
            { head: 'Places', cell: (one) => <span class="nb"><a href={one.href_a}>left</a> · <a href={one.href_b}>right</a></span> },
          ]}
        />
      </section>
      <p><Twins csv={twin('/versions', query, parameters, 'csv')} json={twin('/versions', query, parameters)} /></p>
    </Page>
  );
}

function Place({ text, href }: { text: string; href: string }) {
  if (!text) return <span class="soft">–</span>;
  return href ? <a class="quote" href={href}><Said text={text} most={260} /></a> : <Said text={text} most={260} />;
}

const isChanged = (row: SentenceRow) => row.moved || row.a.length === 0 || row.b.length === 0 || row.a.some((part) => part.kind === 'gone') || row.b.some((part) => part.kind === 'new');

// Sentences in which nothing changed are folded away, so that the changes stand together.
function Sentences({ of: page }: { of: VersionsPage }) {
  const { query } = useRoute();
  const all = query.get('show') === 'all';
  const rows: (SentenceRow | number)[] = [];
  for (const row of page.sentences) {
    if (all || isChanged(row)) rows.push(row);
    else if (typeof rows[rows.length - 1] === 'number') rows[rows.length - 1] = (rows[rows.length - 1] as number) + 1;
    else rows.push(1);
  }
  return (
    <section id="sentences">
      <h2>Sentence by sentence</h2>
      <p class="lead"><del>Struck out</del> is not in the right version, <ins>underlined</ins> is not in the left. The line at the side says in which kind of passage a sentence stands.</p>
      <div class="filters"><Choices name="show" label="Show" options={[['', 'what changed'], ['all', 'everything']]} /></div>
      <div class="scroll" role="region" aria-label="Both versions, sentence by sentence" tabIndex={0}>
        <table class="versions">
          <caption class="vh">Both versions, sentence by sentence</caption>
          <thead><tr><th scope="col">Passage</th><th scope="col">Left</th><th scope="col">Right</th></tr></thead>
          <tbody>
            {rows.map((row) => typeof row === 'number'
              ? <tr class="folded"><td colSpan={3}>{of(row, 'sentence is', 'sentences are')} the same</td></tr>
              : (
                <tr data-row tabIndex={-1}>
                  <td class="class">{row.class ? <span class={`pass p-${row.class.replace(' ', '-')}`}>{row.class}</span> : <span class="soft">{row.a.length === 0 ? 'only right' : row.b.length === 0 ? 'only left' : 'own'}</span>}{row.moved && <span class="kind"> moved</span>}</td>
                  <td class="text" dir="auto" data-side="Left"><Spans parts={row.a} /></td>
                  <td class="text" dir="auto" data-side="Right"><Spans parts={row.b} /></td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {page.sentences_left > 0 && <p class="none">And {count(page.sentences_left)} more sentences, which are not shown here.</p>}
    </section>
  );
}
