import type { BylineRow, PersonaPair, PersonasPage } from '../api.ts';
import { count, of, probability } from '../state/format.ts';
import { useRoute, withQuery } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Limits } from '../ui/limits.tsx';
import { Await, Figures, Note, Page, Status, Twins } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';

const fewPairs = 20;

const here = '/personas';
const words = { one: 'Byline', many: 'bylines', pieces: 'articles' };
const ofAccounts = { one: 'Account', many: 'accounts', pieces: 'pieces' };

/** Bylines, or accounts, and pairs of them whose style was compared. */
export function PersonasView() {
  const page = usePage<PersonasPage>();
  const { path, query } = useRoute();
  const accounts = path !== here;
  const { one, many } = accounts ? ofAccounts : words;
  return (
    <Await of={page} title="Personas">
      {(shown) => (
        <Page title={accounts ? 'One hand behind several accounts?' : 'Is this persona one person?'} sub={shown.study.state === 'none' ? '' : of(shown.bylines.length, one.toLowerCase(), many)}>
          <p class="lead">Style is compared after quotations, shared passages and all that is not the writer's own prose are taken out. Mostly the answer is that these texts cannot say. “Written by” is never said.</p>
          <StudyBar of={shown.study} what={`All ${many} are compared with each other, and each with itself: one hand under several names, several hands under one.`} button={`Compare the ${many}`} />
          <p>Also: {accounts ? <a href={here}>bylines</a> : <a href="/personas/accounts">Accounts by their posts</a>} · <a href="/personas/verify">Two texts, one hand?</a> · <a href="/personas/changes">Where the style changes within a text</a></p>
          {shown.study.state !== 'none' && <><Body of={shown} accounts={accounts} /><p><Twins csv={twin(path, query, [], 'csv')} json={twin(path, query, [])} /></p></>}
        </Page>
      )}
    </Await>
  );
}

function Body({ of: page, accounts }: { of: PersonasPage; accounts: boolean }) {
  const { bars } = page;
  const { one: head, many, pieces } = accounts ? ofAccounts : words;
  const { query } = useRoute();
  const pairs = query.get('more') === '1' ? page.pairs : page.pairs.slice(0, fewPairs);
  const sum = (part: (one: BylineRow) => number) => page.bylines.reduce((all, one) => all + part(one), 0);
  return (
    <>
      <p class="claim">{page.sentence}</p>
      <Figures
        of={[
          [count(page.bylines.length), `${many} over ${count(bars.articles)} ${pieces}; ${count(bars.without_byline)} have ${accounts ? 'too few words' : 'none'}`],
          [count(sum((one) => one.words)), 'clean words'],
          [count(sum((one) => one.quoted_words + one.shared_words + one.other_words)), 'words taken out before counting'],
          [count(bars.reference_bylines), `${many} serve as reference, ${bars.reference_needed} are needed`],
          [count(page.pairs_with_ratio), `of ${count(page.pairs_made)} pairs get a ratio`],
        ]}
      />
      <Note><p>The bar for “one hand”: {count(bars.words_for_one_hand)} clean words on each side, a ratio of {count(bars.ratio)} (log ratio {Math.log(bars.ratio).toFixed(1)}), a chance of two hands of at most {Math.round(bars.alpha * 100)}{'\u202f'}% after as many comparisons. A ratio needs {count(bars.words_for_ratio)} words on each side. Pairs are never joined into chains.</p></Note>
      {page.opening.map((one) => <p>{one}</p>)}
      {page.found.length > 0 && <section id="found"><h2>One account, several hands or devices</h2><ul>{page.found.map((one) => <li data-row tabIndex={-1}><Said text={one.text} most={2000} /> <a href={one.href}>The account</a></li>)}</ul></section>}
      <section id="pairs"><h2>Pairs</h2><PairTable of={pairs} empty="No pair gets a ratio." />{pairs.length < page.pairs.length && <p><a class="button" href={withQuery({ more: 1 })} data-move="push">Show {count(page.pairs.length - pairs.length)} more</a></p>}{page.pairs_with_ratio > page.pairs.length && <p class="soft">The strongest {count(page.pairs.length)} of {count(page.pairs_with_ratio)}.</p>}</section>
      <section id="bylines"><h2>{head}s</h2><BylineTable of={page.bylines} head={head} pieces={pieces} /><p><Twins csv={accounts ? '/personas/accounts/list.csv' : '/personas/bylines.csv'} /></p></section>
      <Limits of={page.limits} />
    </>
  );
}

const verdicts: Record<string, string> = { same: '● style of one hand', different: '○ style of two hands', abstain: '◌ no answer' };
const hands: Record<string, string> = { 'no sign': '– no sign of several', several: '◑ style of several hands', abstain: '◌ no answer' };

/** A verdict by sign and word. */
export const Verdict = ({ of: verdict }: { of: string }) => <span class={`tier v-${verdict.replace(' ', '-')}`}>{verdicts[verdict] ?? hands[verdict] ?? verdict}</span>;

/** A ratio as its natural logarithm, and in words of size where it is large. */
export function Ratio({ of: value }: { of: number | null }) {
  if (value === null) return <span class="soft">–</span>;
  return <>{value < 0 ? '−' : '+'}{Math.abs(value).toFixed(1)}</>;
}

/** Pairs of bylines, strongest first. */
export function PairTable({ of: pairs, empty }: { of: readonly PersonaPair[]; empty: string }) {
  return (
    <Table
      caption="Pairs, strongest ratio first"
      hide
      rows={pairs}
      empty={empty}
      rowClass={(pair) => (pair.status === 'dismissed' ? 'dismissed' : '')}
      columns={[
        { head: 'Pair', key: true, wide: true, cell: (pair) => <><a href={pair.href || undefined}><Said text={pair.a} most={40} /> and <Said text={pair.b} most={40} /></a> <Status name={pair.status} /></> },
        { head: 'Verdict', cell: (pair) => <Verdict of={pair.verdict} /> },
        { head: 'log ratio', n: true, cell: (pair) => <Ratio of={pair.log_ratio} /> },
        { head: 'Chance of two hands', n: true, cell: (pair) => probability(pair.two_hands_chance) },
        { head: 'Clean words', n: true, cell: (pair) => `${count(pair.words_a)} · ${count(pair.words_b)}` },
        { head: 'Nearest other', wide: true, cell: (pair) => (pair.rival ? <><Said text={pair.rival} most={40} />, <Ratio of={pair.rival_ratio} /> from <Said text={pair.rival_to} most={40} /></> : <span class="soft">none</span>) },
        { head: 'Why', wide: true, cell: (pair) => pair.reason },
      ]}
    />
  );
}

function BylineTable({ of: bylines, head, pieces }: { of: readonly BylineRow[]; head: string; pieces: string }) {
  return (
    <Table
      caption={`${head}s`}
      hide
      name="order"
      rows={bylines}
      columns={[
        { head, key: true, by: (one) => one.byline, cell: (one) => <a href={one.href}><Said text={one.byline} most={50} /></a> },
        { head: pieces, n: true, by: (one) => one.articles, cell: (one) => count(one.articles) },
        { head: 'Clean words', n: true, by: (one) => one.words, cell: (one) => count(one.words) },
        { head: 'Several hands?', by: (one) => one.hands, cell: (one) => <Verdict of={one.hands} /> },
        { head: 'Score', n: true, by: (one) => one.score ?? -99, cell: (one) => (one.score === null ? '–' : one.score.toFixed(1)) },
        { head: 'Out: quoted', n: true, by: (one) => one.quoted_words, cell: (one) => count(one.quoted_words) },
        { head: 'Out: shared', n: true, by: (one) => one.shared_words, cell: (one) => count(one.shared_words) },
        { head: 'Out: not own prose', n: true, by: (one) => one.other_words, cell: (one) => count(one.other_words) },
        { head: 'Why', wide: true, cell: (one) => one.reason },
      ]}
    />
  );
}
