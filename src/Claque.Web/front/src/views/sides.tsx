// Rival accounts side by side: what each rests on, figures, claims in three columns, names, loaded words.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FigureOf, NameCorrection, SideArticle, SideClaim, SideRow, Sides } from '../api.ts';
import { count, of, share } from '../state/format.ts';
import { post, useLoad } from '../state/load.ts';
import { address, useRoute, withQuery } from '../state/route.ts';
import { ArticleCard } from '../ui/article.tsx';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { Choices, Note, Twins, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

const signs: Record<string, string> = { agree: '=', differ: '≠', 'differ, compatible': '≈', conflict: '≠', 'only here': '◧', 'characterised otherwise': '⇄', 'no verdict': '·' };

/** A relation by sign and word, never by colour alone. */
function Relation({ name }: { name: string }) {
  return <span class={`rel r-${name.endsWith('compatible') ? 'compatible' : name.split(' ')[0]}`}><span aria-hidden="true">{signs[name] ?? ''}</span> {name}</span>;
}

const basis: Record<string, string> = { hearsay: 'what others said', neither: 'neither what the writer saw nor what others said', 'first-hand': 'what the writer saw or did', both: 'what others said, and what the writer saw or did' };

/** Both sides of the address. */
export function SidesOf({ left, right }: { left: string; right: string }) {
  const sides = useLoad<Sides>(address('/compare/sides.json', { left, right }));
  if (sides.problem) return <Warn>{sides.problem.message}</Warn>;
  if (!sides.value) return <p class="soft">Reading …</p>;
  return <Shown of={sides.value} left={left} right={right} />;
}

function Shown({ of: sides, left, right }: { of: Sides; left: string; right: string }) {
  useAddKey();
  return (
    <>
      <div class="two versions-head">
        <div>{sides.left.map((one) => <ArticleCard of={one.article} side="Left" />)}</div>
        <div class="between"><p><a href={withQuery({ left: right, right: left })} data-move="push">⇄ exchange</a></p></div>
        <div>{sides.right.map((one) => <ArticleCard of={one.article} side="Right" />)}</div>
      </div>
      {[...sides.left, ...sides.right].filter((one) => one.problem).map((one) => <Warn>{one.article.title || one.article.id}: {one.problem}</Warn>)}
      <Note><p>{sides.caution}</p></Note>
      <nav class="within" aria-label="On this page">
        <a href="#figures">Figures {count(sides.figures.length)}</a>
        <a href="#claims">Claims {count(sides.rows.length)}</a>
        <a href="#names">Names {count(sides.names.length)}</a>
        <a href="#words">Loaded words {count(sides.loaded.length)}</a>
        <a href="#rests">What each rests on</a>
        <a href="#making">What each says of its own making</a>
      </nav>
      <Figures of={sides} />
      <Claims of={sides} left={left} right={right} />
      <Names of={sides} />
      <Loaded of={sides} />
      <Rests of={sides} />
      <Making of={sides} />
    </>
  );
}

function Figures({ of: sides }: { of: Sides }) {
  return (
    <section id="figures">
      <h2>Figures</h2>
      {sides.figures.length === 0 && <p class="none">No figure of the one is about the same thing as a figure of the other.</p>}
      {sides.figures.map((row) => (
        <div class="row3 figure-row" data-row tabIndex={-1}>
          <FigureSide of={row.left} side="Left" />
          <div class="middle"><p><Relation name={row.relation} /></p><p><AddToReport of={row.choice} what={`${row.left.text} and ${row.right.text}`} /></p></div>
          <FigureSide of={row.right} side="Right" />
        </div>
      ))}
      {sides.comparable > 0 && <p class="soft">{of(sides.comparable, 'pair of figures is', 'pairs of figures are')} about the same kind of thing, but what they count is not shown to be the same: no verdict.</p>}
    </section>
  );
}

function FigureSide({ of: figure, side }: { of: FigureOf; side: string }) {
  return (
    <div>
      <p class="column" aria-hidden="true">{side}</p>
      <p class="big"><span class="vh">{side}: </span><a href={figure.href}><Said text={figure.text} /></a></p>
      {figure.around && <p class="quote" dir="auto">{figure.around}</p>}
      <p class="holder">on the word of <Said text={figure.holder || 'nobody named'} most={80} /></p>
    </div>
  );
}

const kinds: [string, string][] = [['', 'all'], ['differ', 'differ'], ['agree', 'agree'], ['characterised otherwise', 'characterised otherwise'], ['no verdict', 'no verdict'], ['only here', 'words only here']];

function Claims({ of: sides, left, right }: { of: Sides; left: string; right: string }) {
  const { query } = useRoute();
  const relation = query.get('relation') ?? '';
  const aspect = query.get('aspect') ?? '';
  const aspects = [...new Set(sides.rows.map((row) => row.aspect))].sort();
  const rows = sides.rows.filter((row) => (relation === '' || row.relation === relation) && (aspect === '' || row.aspect === aspect));
  const entities = [...new Set(rows.map((row) => row.entity))];
  return (
    <section id="claims">
      <h2>Claims <span class="sub">{sides.relations.map((one) => `${one.count} ${one.name}`).join(' · ')}</span></h2>
      <p class="lead">{sides.how_sure} {sides.of_subject}</p>
      <div class="filters">
        <Choices name="relation" label="Relation" options={kinds} />
        {aspects.length > 1 && <Choices name="aspect" label="Aspect" options={[['', 'all'], ...aspects.map((one): [string, string] => [one, one])]} />}
      </div>
      {rows.length === 0 && <p class="none">No claim in this selection.</p>}
      <div class="row3 claims heads" aria-hidden="true"><p>Words only left</p><p>Both</p><p>Words only right</p></div>
      {entities.map((entity) => <Entity key={entity} name={entity} rows={rows.filter((row) => row.entity === entity)} />)}
      <p><Twins csv={address('/compare/sides.csv', { left, right })} json={address('/compare/sides.json', { left, right })} /></p>
    </section>
  );
}

function Entity({ name, rows }: { name: string; rows: readonly SideRow[] }) {
  const onlyLeft = rows.filter((row) => row.right.length === 0);
  const onlyRight = rows.filter((row) => row.left.length === 0);
  const both = rows.filter((row) => row.left.length > 0 && row.right.length > 0);
  return (
    <section class="entity">
      <h3><Said text={name} most={80} /></h3>
      <div class="row3 claims">
        <div>
          {onlyLeft.length > 0 && <p class="column">Words only left</p>}
          {onlyLeft.map((row) => <OneSided of={row} name={name} claims={row.left} />)}
        </div>
        <div>
          {both.length > 0 && <p class="column">Both</p>}
          {both.map((row) => (
            <div class="claimrow" data-row tabIndex={-1}>
              <p class="aspect">{row.aspect} <Relation name={row.compatible ? 'differ, compatible' : row.relation} /></p>
              {row.reasons.length > 0 && <p class="holder">{row.reasons.map((reason, at) => <>{at > 0 && '; '}<b><Said text={reason.left} most={60} /></b> against <b><Said text={reason.right} most={60} /></b></>)}</p>}
              <div class="pairs">
                <div><p class="sidename">Left</p>{row.left.map((claim) => <Claim of={claim} />)}</div>
                <div><p class="sidename">Right</p>{row.right.map((claim) => <Claim of={claim} />)}</div>
              </div>
              <AddToReport of={row.choice} what={`${name}, ${row.aspect}`} />
            </div>
          ))}
        </div>
        <div>
          {onlyRight.length > 0 && <p class="column">Words only right</p>}
          {onlyRight.map((row) => <OneSided of={row} name={name} claims={row.right} />)}
        </div>
      </div>
    </section>
  );
}

function OneSided({ of: row, name, claims }: { of: SideRow; name: string; claims: readonly SideClaim[] }) {
  return (
    <div class="claimrow" data-row tabIndex={-1}>
      <p class="aspect">{row.aspect}</p>
      {claims.map((claim) => <Claim of={claim} />)}
      <AddToReport of={row.choice} what={`${name}, ${row.aspect}`} />
    </div>
  );
}

function Claim({ of: claim }: { of: SideClaim }) {
  return (
    <blockquote class="claimed" dir="auto">
      <a class="quote" href={claim.href}><Said text={claim.text} most={420} /></a>
      <footer class="holder"><Said text={claim.holder} most={80} /> <span class="kind">({claim.holder_kind}) · words: <Said text={claim.words.join(', ')} most={80} /></span></footer>
    </blockquote>
  );
}

function Names({ of: sides }: { of: Sides }) {
  return (
    <section id="names">
      <h2>What each calls the same thing</h2>
      <Table
        caption="Names under all their forms"
        hide
        rows={sides.names}
        empty="No name."
        columns={[
          { head: 'Name', key: true, cell: (one) => <><Said text={one.name} most={60} /> <span class="kind">{one.kind === 'unknown' ? '' : one.kind}</span></> },
          { head: 'Left', wide: true, cell: (one) => <Forms of={one.forms.filter((form) => form.left > 0).map((form) => [form.form, form.left])} /> },
          { head: 'Right', wide: true, cell: (one) => <Forms of={one.forms.filter((form) => form.right > 0).map((form) => [form.form, form.right])} /> },
          { head: 'Taken for one because', wide: true, cell: (one) => (one.links.length === 0 ? <span class="soft">one form</span> : <>{one.links.slice(0, 6).map((link, at) => <>{at > 0 && '; '}<Said text={link.a} most={40} /> = <Said text={link.b} most={40} /> <span class="kind">({link.reason}{link.weak && ', weak'})</span></>)}</>) },
        ]}
      />
      <Correct />
    </section>
  );
}

function Forms({ of: forms }: { of: (string | number)[][] }) {
  if (forms.length === 0) return <span class="soft">–</span>;
  return <>{forms.slice(0, 8).map(([form, times], at) => <>{at > 0 && ', '}<Said text={String(form)} most={50} /> <span class="soft">{times}</span></>)}</>;
}

// The user's word on names is kept in the case and holds against every rule.
function Correct() {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  return (
    <details>
      <summary>Correct a name</summary>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const body: NameCorrection = { a: String(form.get('a')), b: String(form.get('b')), same: form.get('same') === 'same' };
          setProblem('');
          post<NameCorrection>('/api/names', body).then((kept) => setSaid(`Kept in the case: ${kept.a} and ${kept.b} are ${kept.same ? 'one' : 'two'}.`), (error: Error) => setProblem(error.message));
        }}
      >
        <label>One form <input name="a" required dir="auto" autocomplete="off" /></label>
        <label>and <input name="b" required dir="auto" autocomplete="off" /></label>
        <label>are <select name="same"><option value="same">one</option><option value="apart">two</option></select></label>
        <button>Keep it</button>
        {said && <span role="status">{said}</span>}
        {problem && <Warn>{problem}</Warn>}
      </form>
    </details>
  );
}

function Loaded({ of: sides }: { of: Sides }) {
  const voices = (counts: readonly number[]) => (counts.every((one) => one === 0) ? <span class="soft">–</span> : <span class="nb">{counts.map(count).join(' / ')}</span>);
  return (
    <section id="words">
      <h2>Loaded words <span class="sub">the writer's own / quoted / reported / in headings</span></h2>
      <Table
        caption="Loaded words by voice"
        hide
        rows={sides.loaded}
        empty="Neither side uses one."
        columns={[
          { head: 'Word', key: true, cell: (one) => one.word },
          { head: 'Class', cell: (one) => one.class.replace('_', ' ') },
          { head: 'Leaning', cell: (one) => (one.polarity > 0 ? '+ favourable' : '− unfavourable') },
          { head: 'Left', cell: (one) => voices(one.left) },
          { head: 'Right', cell: (one) => voices(one.right) },
        ]}
      />
    </section>
  );
}

function Rests({ of: sides }: { of: Sides }) {
  const all = [...sides.left.map((one): [string, SideArticle] => ['left', one]), ...sides.right.map((one): [string, SideArticle] => ['right', one])];
  const lines: [string, (one: SideArticle) => ComponentChildren][] = [
    ['Words', (one) => count(one.words)],
    ['Statements: quoted, partly, reported', (one) => `${one.direct}, ${one.mixed}, ${one.indirect}`],
    ['Words between quotation marks', (one) => share(one.quoted_share)],
    ['Words in other mouths', (one) => share(one.attributed_share)],
    ['Basis', (one) => <>{one.problem ? 'not read' : basis[one.basis]}{one.first_hand > 0 && <span class="soft">; {of(one.first_hand, 'sentence', 'sentences')} of what the writer saw or did</span>}</>],
    ['Who speaks', (one) => one.by_kind.map((kind) => `${kind.name} ${kind.count}`).join(', ') || 'nobody'],
    ['Heard', (one) => <Said text={one.heard.map((heard) => `${heard.name} ${heard.statements}`).join(', ') || 'nobody'} most={500} />],
    ['Named, not heard', (one) => <Said text={one.not_heard.join(', ') || 'nobody'} most={400} />],
    ['Own sentences with a figure or loaded word that name nobody for it', (one) => count(one.unattributed)],
  ];
  return (
    <section id="rests">
      <h2>What each rests on</h2>
      <div class="scroll" role="region" aria-label="What each rests on" tabIndex={0}>
        <table class="rests">
          <caption class="vh">What each rests on</caption>
          <thead><tr><td />{all.map(([side, one]) => <th scope="col" class="w">{side}: <Said text={one.article.title || one.article.id} most={60} /></th>)}</tr></thead>
          <tbody>{lines.map(([name, cell]) => <tr><th scope="row">{name}</th>{all.map(([, one]) => <td>{cell(one)}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Making({ of: sides }: { of: Sides }) {
  const told = [...sides.left.flatMap((one) => one.told.map((line) => ({ side: 'left', ...line }))), ...sides.right.flatMap((one) => one.told.map((line) => ({ side: 'right', ...line })))];
  return (
    <section id="making">
      <h2>What each says of its own making</h2>
      <Table
        caption="What each says of its own making"
        hide
        rows={told}
        empty="Nothing."
        columns={[
          { head: 'Side', key: true, cell: (one) => one.side },
          { head: 'What', cell: (one) => <span class="nb">{one.what}</span> },
          { head: 'Known how', cell: (one) => (one.how === 'inferred' ? <em>inferred</em> : one.how) },
          { head: 'Words', wide: true, cell: (one) => (one.href ? <a class="quote" href={one.href}><Said text={one.text} most={300} /></a> : <Said text={one.text} most={300} />) },
        ]}
      />
    </section>
  );
}
