// What every page needs: the case, its runs, the jobs, the words for behaviours and tiers.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Shell } from '../api.ts';
import { useLoad } from './load.ts';
import { route, useRoute } from './route.ts';

/** The shell, for those inside the frame. */
export const ShellContext = createContext<Shell | undefined>(undefined);

/** The shell; undefined until it is there. */
export const useShell = (): Shell | undefined => useContext(ShellContext);

/** The JSON twin of the present page, with the parameters that concern the server. */
export function usePage<T>(parameters: readonly string[] = [], path = route().path) {
  const { query } = useRoute();
  return useLoad<T>(twin(path, query, parameters));
}

/** The address of a JSON or CSV twin: path, run and the named parameters of the present query. */
export function twin(path: string, query: URLSearchParams, parameters: readonly string[], kind: 'json' | 'csv' = 'json'): string {
  const kept = new URLSearchParams();
  for (const name of ['run', ...parameters]) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  const encoded = path === '/' ? '/start' : path.split('/').map(encodeURIComponent).join('/');
  return `${encoded}.${kind}${text ? '?' + text : ''}`;
}
