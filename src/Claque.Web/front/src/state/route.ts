// The state of the page is its address. One function changes it; everything else is drawn from it.
import { useEffect, useState } from 'preact/hooks';

/** Where we are: a path and a query, both immutable. */
export interface Route {
  readonly path: string;
  readonly query: URLSearchParams;
}

type Listener = (route: Route) => void;

const listeners = new Set<Listener>();
let current = read();

/** The present route. */
export const route = (): Route => current;

/** How an address came to be: a new page, a changed state that one can go back from, or one that replaces the present one. */
export type Move = 'page' | 'push' | 'replace';

/** Goes to an address of this site. Whoever looks at an earlier run stays with it. */
export function go(wanted: string, move: Move = 'page'): void {
  const address = move === 'page' ? withRun(wanted) : wanted;
  if (address === location.pathname + location.search) {
    if (move === 'page') scrollTo(0, 0);
    return;
  }
  if (move === 'replace') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  current = read();
  listeners.forEach((listener) => listener(current));
  if (move === 'page') arrive();
}

/** Changes some parameters of the query and leaves the others; an empty value takes one away. */
export function setQuery(change: Record<string, string | number | null | undefined>, move: Move = 'push'): void {
  go(withQuery(change), move);
}

/** The present address with some parameters changed. */
export function withQuery(change: Record<string, string | number | null | undefined>, path = current.path): string {
  return address(path, { ...Object.fromEntries(current.query), ...change });
}

/** An address from a path and parameters; empty ones are left out. */
export function address(path: string, parameters: Record<string, string | number | null | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The present route, followed. */
export function useRoute(): Route {
  const [seen, setSeen] = useState(current);
  useEffect(() => {
    listeners.add(setSeen);
    setSeen(current);
    return () => void listeners.delete(setSeen);
  }, []);
  return seen;
}

/** Takes over clicks on links within the site and the back button. */
export function startRouting(): void {
  addEventListener('popstate', () => {
    current = read();
    listeners.forEach((listener) => listener(current));
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download') || link.dataset['native'] !== undefined) return;
    if (link.origin !== location.origin || link.getAttribute('href')!.startsWith('#')) return;
    event.preventDefault();
    go(link.pathname + link.search, link.dataset['move'] === 'push' ? 'push' : 'page');
  });
}

function withRun(address: string): string {
  const run = current.query.get('run');
  if (!run || address === '/' || /[?&]run=/.test(address)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}run=${run}`;
}

// A new page begins at its top, and whoever reads with a screen reader begins at its heading.
function arrive(): void {
  scrollTo(0, 0);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }));
}

function read(): Route {
  let path = location.pathname;
  try {
    path = decodeURI(path);
  } catch {
    // An address that is badly written is no page; the one as it stands says so.
  }
  return { path, query: new URLSearchParams(location.search) };
}
