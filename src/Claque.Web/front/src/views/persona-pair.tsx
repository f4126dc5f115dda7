import type { PersonaPairPage, StyleEvidence, StyleExample } from '../api.ts';
import { count, probability } from '../state/format.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Decide, Log } from '../ui/decide.tsx';
import { AddToReport, useAddKey } from '../ui/exhibit.tsx';
import { Limits } from '../ui/limits.tsx';
import { Await, Figures, Note, Page, Status, Twins, label } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';
import { signed } from './family.tsx';
import { Ratio, Verdict } from './personas.tsx';

const parameters = ['a', 'b'];
const reasons = ['A pen name that is known', 'One editor for both', 'The same translator', 'Written together'];

/** Two bylines: what speaks for one hand and what against it, with places in the texts. */
export function PersonaPairView() {
  const page = usePage<PersonaPairPage>(parameters);
  return <Await of={page} title="Pair of bylines">{(shown) => <Body of={shown} />}</Await>;
}

function Body({ of: page }: { of: PersonaPairPage }) {
  const { query } = useRoute();
  const { pair, a, b } = page;
  useAddKey();
  return (
    <Page title={`${label(a.byline, 60)} and ${label(b.byline, 60)}`} above={<a href="/personas">Personas</a>}>
      <p class="claim"><Verdict of={pair.verdict} /> {pair.reason}</p>
      <p>This compares texts; it does not say who wrote them. <Status name={pair.status} /></p>
      <Decide of={{ key: pair.key, name: 'this pair', status: pair.status, tags: [], decisions: page.decisions, reasons, inReport: true }}><AddToReport of={page.choice} what="this pair" /></Decide>
      <Figures
        of={[
          [<Ratio of={pair.log_ratio} />, 'natural logarithm of the likelihood ratio: above 0 for one hand'],
          [probability(pair.two_hands_chance), 'chance of two hands, after as many comparisons'],
          [`${count(a.words)} · ${count(b.words)}`, 'clean words'],
          [pair.topic.toFixed(2), 'likeness of their topics, 0 to 1'],
        ]}
      />
      {pair.rival && <Note><p>The nearest other byline: <strong><Said text={pair.rival} /></strong> has <Ratio of={pair.rival_ratio} /> with <Said text={pair.rival_to} />. A pair that does not stand out from that says little.</p></Note>}
      <section id="evidence">
        <h2>What the ratio is made of</h2>
        {page.sentence && <p>{page.sentence}</p>}
        <Table
          caption="Features that speak most for one hand, then those that speak most against it; uses in a thousand words or runs"
          rows={page.evidence}
          empty="Nothing was kept."
          columns={[
            { head: 'Feature', key: true, cell: (one) => <Feature of={one} /> },
            { head: 'Speaks', n: true, cell: (one) => <span class="nb">{signed(one.contribution, 3)} <span class="kind">{one.contribution > 0 ? 'for' : 'against'}</span></span> },
            { head: 'Left', n: true, cell: (one) => one.per_thousand_a.toFixed(2) },
            { head: 'Right', n: true, cell: (one) => one.per_thousand_b.toFixed(2) },
            { head: 'Reference', n: true, cell: (one) => one.per_thousand_reference.toFixed(2) },
            { head: `In ${label(a.byline, 30)}`, wide: true, cell: (one) => <Example of={one.a} /> },
            { head: `In ${label(b.byline, 30)}`, wide: true, cell: (one) => <Example of={one.b} /> },
          ]}
        />
      </section>
      <section id="habits">
        <h2>Habits: shown, not scored</h2>
        <Table
          caption="Habits of both"
          hide
          rows={page.habits}
          empty="Neither has any of them."
          columns={[
            { head: 'Habit', key: true, cell: (one) => one.habit },
            { head: label(a.byline, 40), cell: (one) => one.a.map((form) => `${form.name} ${count(form.count)}`).join(' · ') },
            { head: label(b.byline, 40), cell: (one) => one.b.map((form) => `${form.name} ${count(form.count)}`).join(' · ') },
          ]}
        />
      </section>
      <p><a href={a.href}>The byline <Said text={a.byline} /></a> · <a href={b.href}>The byline <Said text={b.byline} /></a></p>
      <Limits of={page.limits} />
      <Log notes={page.notes} decisions={page.decisions} />
      <p><Twins csv={twin('/personas/pair', query, parameters, 'csv')} json={twin('/personas/pair', query, parameters)} /></p>
    </Page>
  );
}

const Feature = ({ of: one }: { of: StyleEvidence }) => (
  <span class="nb"><code>{one.feature.replaceAll(' ', '␣')}</code> <span class="kind">{one.family === 'word' ? 'word' : 'run of letters'}</span></span>
);

function Example({ of: example }: { of: StyleExample | null }) {
  if (!example) return <span class="soft">–</span>;
  return <a class="quote" href={example.href}><Said text={example.before} /><mark><Said text={example.text} /></mark><Said text={example.after} /></a>;
}
