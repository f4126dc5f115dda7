// What the reader has set for this browser: light or dark, and whether single keys do things. Nothing else is kept.
import { useEffect, useState } from 'preact/hooks';

/** Light or dark, or as the system has it. */
export type Scheme = 'auto' | 'light' | 'dark';

/** The settings. */
export interface Settings {
  readonly scheme: Scheme;
  readonly keys: boolean;
}

const name = 'claque-settings';
const listeners = new Set<(settings: Settings) => void>();
let current = read();

/** The present settings. */
export const settings = (): Settings => current;

/** Changes some of them. */
export function set(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(name, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing has the settings until the page is closed.
  }
  apply();
  listeners.forEach((listener) => listener(current));
}

/** The settings, followed. */
export function useSettings(): Settings {
  const [seen, setSeen] = useState(current);
  useEffect(() => {
    listeners.add(setSeen);
    return () => void listeners.delete(setSeen);
  }, []);
  return seen;
}

/** Puts them into effect. */
export function apply(): void {
  document.documentElement.dataset['scheme'] = current.scheme;
}

function read(): Settings {
  const standard: Settings = { scheme: 'auto', keys: true };
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Settings>;
    return {
      scheme: kept.scheme === 'light' || kept.scheme === 'dark' ? kept.scheme : 'auto',
      keys: kept.keys !== false,
    };
  } catch {
    return standard;
  }
}
