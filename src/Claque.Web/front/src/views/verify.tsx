import type { Verified, VerifyPage } from '../api.ts';
import { count } from '../state/format.ts';
import { address, setQuery, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Choose } from '../ui/choose.tsx';
import { Limits } from '../ui/limits.tsx';
import { Await, Figures, Note, Page, Twins, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { StudyBar } from '../ui/study.tsx';
import { Table } from '../ui/table.tsx';
import { Ratio, Verdict } from './personas.tsx';

const here = '/personas/verify';
const parameters = ['a', 'byline', 'b'];

/** Two texts, or the texts of a byline and one more: are they of one hand? */
export function VerifyView() {
  const page = usePage<VerifyPage>(parameters);
  const { query } = useRoute();
  return (
    <Await of={page} title="Two texts, one hand?">
      {(shown) => (
        <Page title="Two texts, one hand?" above={<a href="/personas">Personas</a>}>
          <StudyBar of={shown.study} what="All bylines are compared with each other first." button="Compare the bylines" />
          {shown.study.state !== 'none' && (
            <>
              {shown.problem && <Warn>{shown.problem}</Warn>}
              {shown.answer && <Answer of={shown} answer={shown.answer} />}
              <Note><p>{shown.bar}</p></Note>
              <section id="choose">
                <h2>{shown.answer ? 'Ask of other texts' : 'Choose two'}</h2>
                <label class="field">
                  The known texts: all articles of a byline, or one article from the list below
                  <select value={shown.byline} onChange={(event) => setQuery({ byline: event.currentTarget.value, a: '' })}>
                    <option value="">one article</option>
                    {shown.bylines.map((name) => <option value={name}>{name}</option>)}
                  </select>
                </label>
                <Choose names={['a', 'b']} heads={['Known', 'Asked about']} chosen={[shown.a ? [shown.a] : [], shown.b ? [shown.b] : []]} one instead="byline" />
              </section>
              <Limits of={shown.limits} />
              <p><Twins csv={shown.answer ? twin(here, query, parameters, 'csv') : ''} json={twin(here, query, parameters)} />{shown.answer && <> <a href={twin(here, query, parameters).replace('.json', '.jsonl')} download data-native>The question as claque verify takes it</a></>}</p>
            </>
          )}
        </Page>
      )}
    </Await>
  );
}

function Answer({ of: page, answer }: { of: VerifyPage; answer: Verified }) {
  const byline = page.a?.byline;
  return (
    <>
      <p class="claim"><Verdict of={answer.verdict} /> {answer.reason}</p>
      <p>This compares texts; it does not say who wrote them.</p>
      <Figures
        of={[
          [<><Ratio of={answer.log_ratio} />{answer.ratio && <span class="soft"> {answer.ratio}</span>}</>, 'natural logarithm of the likelihood ratio: above 0 for one hand'],
          [answer.sides.map((side) => count(side.words)).join(' · '), 'clean words'],
          [count(answer.writers), 'other bylines serve as reference'],
        ]}
      />
      {answer.reference && <p>{answer.reference}</p>}
      {answer.rival && <Note><p>The nearest other byline: <a href={answer.rival_href}><Said text={answer.rival} /></a> has <Ratio of={answer.rival_ratio} /> ({answer.rival_shown}) with the text asked about. A pair that does not stand out from that says little.</p></Note>}
      {answer.needs && <p>{answer.needs}{byline && <> <a href={address(here, { byline, b: page.b!.number })}>Ask with all articles by <Said text={byline} /></a></>}</p>}
      <Table
        caption="Both sides"
        rows={answer.sides}
        columns={[
          { head: 'Side', key: true, wide: true, cell: (one, at) => <><span class="kind">{at ? 'asked about' : 'known'}: </span><a href={one.href}><Said text={one.name} most={90} /></a></> },
          { head: 'Texts', n: true, cell: (one) => count(one.texts) },
          { head: 'Clean words', n: true, cell: (one) => count(one.words) },
          { head: 'Out: quoted', n: true, cell: (one) => count(one.quoted_words) },
          { head: 'Out: shared', n: true, cell: (one) => count(one.shared_words) },
          { head: 'Out: not own prose', n: true, cell: (one) => count(one.other_words) },
        ]}
      />
    </>
  );
}
