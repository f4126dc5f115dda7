// Tables: a caption, a line under the heads, figures to the right; rows can be walked with j and k.
import type { ComponentChildren } from 'preact';
import { useRoute, withQuery } from '../state/route.ts';

/** A column: its head, what a row shows in it, and, where it can be sorted, by which value. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T, at: number) => ComponentChildren;
  /** A figure: to the right, all digits equally wide. */
  readonly n?: boolean;
  /** A text that may be long. */
  readonly wide?: boolean;
  /** Makes the column the head of its row. */
  readonly key?: boolean;
  readonly by?: (row: T) => number | string;
}

/** A table of rows that are all here. Sorting stands in the address under `name`. */
export function Table<T>({ caption, columns, rows, name, empty = 'None.', hide = false, rowClass }: {
  caption: string;
  columns: readonly (Column<T> | null | false)[];
  rows: readonly T[];
  name?: string;
  empty?: string;
  hide?: boolean;
  rowClass?: (row: T) => string;
}) {
  const { query } = useRoute();
  if (rows.length === 0) return <p class="none">{empty}</p>;
  const shown = columns.filter((column) => !!column);
  const order = name ? (query.get(name) ?? '') : '';
  const at = Number.parseInt(order.replace('-', ''), 10);
  const by = shown[at]?.by;
  const sorted = by ? [...rows].sort((a, b) => compare(by(a), by(b)) * (order.startsWith('-') ? -1 : 1)) : rows;
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={hide ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {shown.map((column, place) => (
              <th scope="col" class={css(column)} aria-sort={by && place === at ? (order.startsWith('-') ? 'descending' : 'ascending') : undefined}>
                {name && column.by ? (
                  <a class="sort" href={withQuery({ [name]: next(order, place, !!column.n) })} data-move="push">
                    {column.head}
                    <span aria-hidden="true">{by && place === at ? (order.startsWith('-') ? ' ↓' : ' ↑') : ''}</span>
                  </a>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, line) => (
            <tr data-row tabIndex={-1} class={rowClass?.(row)}>
              {shown.map((column) =>
                column.key ? <th scope="row" class={css(column)}>{column.cell(row, line)}</th> : <td class={css(column)}>{column.cell(row, line)}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const css = <T,>(column: Column<T>) => [column.n && 'n', column.wide && 'w'].filter(Boolean).join(' ') || undefined;

const compare = (a: number | string, b: number | string) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));

// Figures begin with the largest, words with the first letter; a third click gives the order of the server again.
function next(order: string, place: number, figure: boolean): string {
  const [first, second] = figure ? [`-${place}`, `${place}`] : [`${place}`, `-${place}`];
  return order === first ? second : order === second ? '' : first;
}
