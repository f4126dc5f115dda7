import type { ExportFormat, ExportPage } from '../api.ts';
import { count } from '../state/format.ts';
import { setQuery, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Await, Figures, Note, Page } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';

// None found is not the same as not looked for.
const found = (number: number | null) => (number === null ? 'not looked for' : count(number));

/** The run as files for other programs. */
export function ExportView() {
  const page = usePage<ExportPage>();
  const { query } = useRoute();
  return (
    <Await of={page} title="Export">
      {(shown) => {
        const hidden = (query.get('pseudonymise') ?? (shown.pseudonymise ? '1' : '0')) === '1';
        const dismissed = query.get('dismissed') === '1';
        const file = (format: string) => {
          const parameters = new URLSearchParams({ format, pseudonymise: hidden ? '1' : '0', dismissed: dismissed ? '1' : '0' });
          const run = query.get('run');
          if (run) parameters.set('run', run);
          return `/export/file?${parameters}`;
        };
        return (
          <Page title="Export">
            <label class="check"><input type="checkbox" checked={hidden} onChange={(event) => setQuery({ pseudonymise: event.currentTarget.checked ? '1' : '0' }, 'replace')} /> Pseudonymise: accounts and bylines, with their ids, become keyed hashes or numbers</label>
            <label class="check"><input type="checkbox" checked={dismissed} onChange={(event) => setQuery({ dismissed: event.currentTarget.checked ? '1' : '' }, 'replace')} /> With what was dismissed</label>
            {shown.formats.length > 0 && <section>
              <h2>Who acts in concert</h2>
              <Figures of={[[count(shown.accounts), 'accounts in a pair, named or not'], [count(shown.pairs), 'pairs, named or not'], [count(dismissed ? shown.groups : shown.groups - shown.dismissed), 'groups'], [count(shown.dismissed), 'groups dismissed']]} />
              <Formats of={shown.formats} caption="Formats of the run" file={file} />
              {shown.warning && <Note warn><p>{shown.warning}</p></Note>}
            </section>}
            {shown.article_formats.length > 0 && <section>
              <h2>Articles</h2>
              <Figures of={[[count(shown.articles), 'articles'], [found(shown.families), 'families of copies'], [found(shown.byline_pairs), 'pairs of bylines with a ratio']]} />
              <Formats of={shown.article_formats} caption="Formats of what was found among articles" file={file} />
              <Note warn><p>{shown.article_warning}</p></Note>
            </section>}
            <p class="soft">The report is written on <a href="/report">its own page</a>. <a href={twin('/export', query, [])} data-native>JSON</a></p>
          </Page>
        );
      }}
    </Await>
  );
}

function Formats({ of: formats, caption, file }: { of: readonly ExportFormat[]; caption: string; file: (format: string) => string }) {
  return (
    <Table
      caption={caption}
      hide
      rows={formats}
      columns={[
        { head: 'Format', key: true, cell: (one) => <a href={file(one.name)} download data-native>{one.label}</a> },
        { head: 'For', wide: true, cell: (one) => one.description },
        { head: 'File', cell: (one) => <code>{one.file}</code> },
      ]}
    />
  );
}
