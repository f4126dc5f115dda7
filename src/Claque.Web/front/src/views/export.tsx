import type { ExportPage } from '../api.ts';
import { count } from '../state/format.ts';
import { setQuery, useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Await, Figures, Note, Page } from '../ui/parts.tsx';
import { Table } from '../ui/table.tsx';

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
            <Figures of={[[count(shown.accounts), 'accounts'], [count(shown.pairs), 'pairs'], [count(dismissed ? shown.groups : shown.groups - shown.dismissed), 'groups'], [count(shown.dismissed), 'groups dismissed']]} />
            <label class="check"><input type="checkbox" checked={hidden} onChange={(event) => setQuery({ pseudonymise: event.currentTarget.checked ? '1' : '0' }, 'replace')} /> Pseudonymise: handles and ids become keyed hashes</label>
            <label class="check"><input type="checkbox" checked={dismissed} onChange={(event) => setQuery({ dismissed: event.currentTarget.checked ? '1' : '' }, 'replace')} /> With the dismissed groups</label>
            {shown.warning && <Note warn><p>{shown.warning}</p></Note>}
            <Table
              caption="Formats"
              hide
              rows={shown.formats}
              columns={[
                { head: 'Format', key: true, cell: (one) => <a href={file(one.name)} download data-native>{one.label}</a> },
                { head: 'For', wide: true, cell: (one) => one.description },
                { head: 'File', cell: (one) => <code>{one.file}</code> },
              ]}
            />
            <p class="soft">The report is written on <a href="/report">its own page</a>. <a href={twin('/export', query, [])} data-native>JSON</a></p>
          </Page>
        );
      }}
    </Await>
  );
}
