import type { Receipt, RejectList, SourceList } from '../api.ts';
import { bytes, count, time } from '../state/format.ts';
import { useLoad } from '../state/load.ts';
import { useRoute } from '../state/route.ts';
import { twin, usePage } from '../state/shell.ts';
import { Await, Figures, Page, Pager, Twins, Warn } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';
import { Table } from '../ui/table.tsx';

/** The files of the case. */
export function SourcesView() {
  const page = usePage<SourceList>();
  const { query } = useRoute();
  return (
    <Await of={page} title="Data">
      {(list) => (
        <Page title="Data" sub={list.sources.length === 1 ? '1 file' : `${list.sources.length} files`}>
          <p class="buttons"><a class="button main" href="/">Import a file</a> <a class="button" href="/detect">Find who acts in concert</a> <a href="/jobs">Work so far</a></p>
          <Table
            caption="Files"
            hide
            rows={list.sources}
            empty="No file has been imported yet."
            columns={[
              { head: 'File', key: true, wide: true, cell: (one) => <a href={`/sources/${one.source}`}><Said text={one.file} /></a> },
              { head: 'Recognised as', cell: (one) => one.format },
              { head: 'Rows', n: true, cell: (one) => count(one.rows) },
              { head: 'New posts', n: true, cell: (one) => count(one.posts_new) },
              { head: 'Known already', n: true, cell: (one) => count(one.posts_known) },
              list.sources.some((one) => one.articles > 0) && { head: 'Articles', n: true, cell: (one) => count(one.articles) },
              { head: 'Not usable', n: true, cell: (one) => count(one.rows_rejected) },
              { head: 'Clock', cell: (one) => one.precision },
              { head: 'State', cell: (one) => (one.complete ? 'complete' : 'incomplete') },
              { head: 'SHA-256', cell: (one) => <code title={one.sha256}>{one.sha256.slice(0, 12)}…</code> },
            ]}
          />
          <p><Twins csv={twin('/sources', query, [], 'csv')} json={twin('/sources', query, [])} /></p>
        </Page>
      )}
    </Await>
  );
}

/** The receipt of one file. */
export function SourceView() {
  const page = usePage<Receipt>();
  const { path, query } = useRoute();
  const rejects = useLoad<RejectList>(twin(`${path}/rejects`, query, ['after']));
  return (
    <Await of={page} title="File">
      {(receipt) => (
        <Page title={receipt.file} above={<a href="/sources">Data</a>}>
          <ReceiptTable of={receipt} />
          {rejects.value && rejects.value.total > 0 && (
            <section>
              <h2>Rows that could not be used <span class="sub">{count(rejects.value.total)}</span></h2>
              <Table
                caption="Rows that could not be used"
                hide
                rows={rejects.value.rows}
                columns={[
                  { head: 'Line', n: true, key: true, cell: (one) => one.line },
                  { head: 'Reason', wide: true, cell: (one) => <Said text={one.reason} /> },
                  { head: 'Begins with', wide: true, cell: (one) => <Said text={one.excerpt} most={120} /> },
                ]}
              />
              <Pager next={rejects.value.next} total={rejects.value.total} shown={rejects.value.rows.length} what="rows" />
              <p><Twins csv={twin(`${path}/rejects`, query, [], 'csv')} /></p>
            </section>
          )}
        </Page>
      )}
    </Await>
  );
}

/** What came of an import. */
export function ReceiptTable({ of: receipt }: { of: Receipt }) {
  return (
    <section class="receipt">
      {!receipt.complete && <Warn>{receipt.reason || 'The file was not read to its end. Importing it again goes on where it stopped.'}</Warn>}
      <Figures
        of={receipt.articles > 0 ? [[<a href="/articles">{count(receipt.articles)}</a>, 'articles'], [count(receipt.rows_rejected), 'records that could not be used']] : [
          [count(receipt.rows), 'rows read'],
          [count(receipt.posts_new), 'new posts'],
          [count(receipt.posts_known), receipt.rows_adding ? `known already; ${count(receipt.rows_adding)} added something` : 'known already, merged'],
          [count(receipt.rows_rejected), 'rows that could not be used'],
        ]}
      />
      <dl class="facts">
        <div><dt>File</dt><dd><Said text={receipt.file} />, {bytes(receipt.bytes)}</dd></div>
        <div><dt>SHA-256</dt><dd><code>{receipt.sha256}</code></dd></div>
        <div><dt>Recognised as</dt><dd>{receipt.format}</dd></div>
        {receipt.articles === 0 && (
          <>
            <div><dt>Mapping</dt><dd><Said text={receipt.mapping} most={2000} /></dd></div>
            <div><dt>First and last post</dt><dd>{time(receipt.first)} – {time(receipt.last)}</dd></div>
            <div><dt>Clock</dt><dd>to the {receipt.precision}, at its coarsest</dd></div>
          </>
        )}
      </dl>
      {receipt.rejects.length > 0 && (
        <Table
          caption="Not usable, by reason"
          rows={receipt.rejects}
          columns={[
            { head: 'Reason', key: true, cell: (one) => one.kind },
            { head: 'Rows', n: true, cell: (one) => count(one.count) },
            { head: 'Example', wide: true, cell: (one) => <Said text={one.example} /> },
            { head: 'Line', n: true, cell: (one) => one.line },
          ]}
        />
      )}
      {receipt.notes.length > 0 && <ul>{receipt.notes.map((note) => <li><Said text={note} most={600} /></li>)}</ul>}
    </section>
  );
}
