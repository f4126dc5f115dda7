import type { BylinePage, HandMark } from '../api.ts';
import { HandsStrip } from '../charts/hands.tsx';
import { Rhythm, zoneName } from '../charts/rhythm.tsx';
import { count, of, probability } from '../state/format.ts';
import { address, setQuery, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { ArticleLinkTo, When } from '../ui/article.tsx';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { Limits } from '../ui/limits.tsx';
import { Await, Figures, Page, Twins, label } from '../ui/parts.tsx';
import { RhythmFacts } from '../ui/rhythm.tsx';
import { useWidth } from '../ui/size.ts';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';
import { PairTable, Verdict } from './personas.tsx';

const parameters = ['name'];

/** One byline: what was counted, whether several hands wrote under it, its pairs and its hours. */
export function BylineView() {
  const page = usePage<BylinePage>(parameters);
  return <Await of={page} title="Byline">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: BylinePage }) {
  const { query } = useRoute();
  const { byline } = page;
  useAddKey();
  return (
    <Page title={label(byline.byline, 80)} sub="byline" above={<a href="/personas">Personas</a>}>
      {page.study.state === 'behind' && <StudyBar of={page.study} what="" button="" />}
      <p class="claim"><Verdict of={byline.hands} /> {byline.reason}</p>
      <Figures
        of={[
          [count(byline.articles), 'articles'],
          [count(byline.words), 'clean words'],
          [count(byline.quoted_words), 'words taken out as quotations'],
          [count(byline.shared_words), 'as passages shared with other articles'],
          [count(byline.other_words), 'as not its own prose'],
        ]}
      />
      <Hands of={page} />
      <section id="pairs"><h2>Compared with other bylines</h2><PairTable of={page.pairs} empty="It gets no ratio with any other byline: too few clean words, or no reference." /></section>
      {page.habits.length > 0 && (
        <section id="habits">
          <h2>Habits: shown, not scored</h2>
          <p class="lead">An editor or a program changes them all at once, so they count for nothing above.</p>
          <dl class="facts">{page.habits.map((habit) => <div><dt>{habit.habit}</dt><dd>{habit.forms.map((form) => `${form.name} ${count(form.count)}`).join(' · ')}</dd></div>)}</dl>
        </section>
      )}
      <Hours of={page} />
      <Limits of={page.limits} />
      <p><Twins csv={twin('/personas/byline', query, parameters, 'csv')} json={twin('/personas/byline', query, parameters)} /></p>
    </Page>
  );
}

function Hands({ of: page }: { of: BylinePage }) {
  const { hands } = page;
  const [box, width] = useWidth<HTMLDivElement>();
  const told = hands.marks.some((mark) => mark.hand !== null);
  return (
    <section id="hands">
      <h2>One hand or several?</h2>
      <p>
        {of(hands.asked, 'article is', 'articles are')} long enough to be asked; {count(hands.needed)} are needed.
        {hands.dispersion !== null && hands.reference !== null && <> Its articles differ from each other by {hands.dispersion.toFixed(3)} on average; in the middle of the other bylines it is {hands.reference.toFixed(3)}.</>}
        {hands.split_p !== null && <> The best split into two, found on runs of letters, separates function words by {hands.separation!.toFixed(1)} spreads of random splits (chance {probability(hands.split_p)}).</>}
      </p>
      {hands.change && <p>{hands.change}</p>}
      {told && (
        <details open={hands.stands_out}>
          <summary>{hands.stands_out ? 'The articles by hand' : 'If there were two hands, which the verdict does not say: where each article would go'}</summary>
          <div ref={box} class="plot">
            <HandsStrip marks={hands.marks} width={width} change={hands.change_at} />
            <p class="hint">Which hand an article would go to, if there were two; “not told” where the two sets of features disagree or the article is too short. A split can always be made: whether it means anything is what the verdict above says.</p>
          </div>
        </details>
      )}
      <details open={!told || (hands.stands_out && hands.marks.length <= 12)}>
        <summary>The articles of the byline</summary>
        <Table
          caption="Articles of the byline"
          hide
          rows={hands.marks}
          columns={[
            { head: 'Article', key: true, wide: true, cell: (mark) => <ArticleLinkTo of={mark.article} outlet /> },
            { head: 'Published', cell: (mark) => <When of={mark.article} /> },
            { head: 'Would go to', cell: (mark) => handOf(mark) },
            { head: 'Nearer by', n: true, cell: (mark) => (mark.margin === null ? '–' : mark.margin.toFixed(3)) },
          ]}
        />
      </details>
      <p><a href={address('/personas/changes', { byline: page.byline.byline })}>Where the style changes within its articles</a> · <a href={address('/personas/verify', { byline: page.byline.byline })}>Is another text of one hand with it?</a></p>
    </section>
  );
}

const handOf = (mark: HandMark) => (mark.hand !== null ? ['first hand', 'second hand'][mark.hand] : mark.asked ? 'not told' : <span class="soft">not asked</span>);

function Hours({ of: page }: { of: BylinePage }) {
  const { query } = useRoute();
  const ahead = Number(query.get('zone')) || 0;
  return (
    <section id="rhythm">
      <h2>Rhythm <span class="sub">from {of(page.rhythm.posts, 'time', 'times')} of publication, clock to the {page.rhythm.precision}</span></h2>
      <RhythmFacts of={page.rhythm} />
      <p class="buttons"><AddToReport of={page.choice} what="its rhythm" /></p>
      {page.rhythm.hours.length > 0 && <><Zone ahead={ahead} /><Rhythm hours={page.rhythm.hours} ahead={ahead} /></>}
    </section>
  );
}

/** Chooses the zone in which hours are shown. */
export function Zone({ ahead }: { ahead: number }) {
  return (
    <label class="field inline">
      Show the hours of <select value={String(ahead)} onChange={(event) => setQuery({ zone: Number(event.currentTarget.value) || '' }, 'replace')}>
        {Array.from({ length: 27 }, (_, at) => at - 12).map((zone) => <option value={String(zone)}>{zoneName(zone)}</option>)}
      </select>
    </label>
  );
}
