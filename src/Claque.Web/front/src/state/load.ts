// Reading from and writing to the server. What was read is kept, so that going back shows the page at once; every write forgets it.
import { useEffect, useState } from 'preact/hooks';

/** What the server says when something cannot be done: a sentence for the user. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Something read: there, on its way, or not to be had. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** True while the value shown is that of the address before. */
  readonly stale: boolean;
}

const kept = new Map<string, unknown>();
const mostKept = 60;
const followers = new Set<() => void>();

/** Reads an address of the server as JSON. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await send(address, signal ? { signal } : {});
  const value = (await response.json()) as T;
  kept.delete(address);
  kept.set(address, value);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return value;
}

/** Sends something; what was read before is read again. */
export async function post<T>(address: string, body?: unknown, method = 'POST'): Promise<T> {
  const file = body instanceof Blob;
  const response = await send(address, {
    method,
    ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body), headers: { 'content-type': file ? 'application/octet-stream' : 'application/json' } }),
  });
  const text = await response.text();
  forget();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Forgets what was read; what is shown is read again. */
export function forget(): void {
  kept.clear();
  followers.forEach((follower) => follower());
}

/** Follows an address: its value, read again after every write. Null reads nothing. */
export function useLoad<T>(address: string | null): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { address: string | null }>({ ...start<T>(address), address });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const follower = () => setTurn((before) => before + 1);
    followers.add(follower);
    return () => void followers.delete(follower);
  }, []);
  useEffect(() => {
    if (address === null) return setState({ value: undefined, problem: undefined, stale: false, address });
    const known = kept.get(address) as T | undefined;
    if (known !== undefined) return setState({ value: known, problem: undefined, stale: false, address });
    setState((before) => ({ ...before, stale: true }));
    const stop = new AbortController();
    get<T>(address, stop.signal).then(
      (value) => setState({ value, problem: undefined, stale: false, address }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const problem = error instanceof Problem ? error : new Problem(String(error), 0);
        setState({ value: undefined, problem, stale: false, address });
      },
    );
    return () => stop.abort();
  }, [address, turn]);
  // The path is another page: the value of the page before must not be shown for this one.
  if (state.address !== address && pathOf(state.address) !== pathOf(address)) return start<T>(address);
  return state;
}

const start = <T>(address: string | null): Loaded<T> => ({
  value: address === null ? undefined : (kept.get(address) as T | undefined),
  problem: undefined,
  stale: true,
});

const pathOf = (address: string | null) => address?.split('?')[0];

async function send(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem('The server does not answer. Is claque serve still running in its terminal?', 0);
  }
  if (response.ok) return response;
  const text = await response.text();
  throw new Problem(sentence(text) || `The server answered ${response.status} ${response.statusText}.`, response.status);
}

// RFC 9457 problem details, or plain text.
function sentence(text: string): string {
  try {
    const problem = JSON.parse(text) as { detail?: string; title?: string };
    return problem.detail || problem.title || '';
  } catch {
    return text.length < 400 && !text.startsWith('<') ? text : '';
  }
}
