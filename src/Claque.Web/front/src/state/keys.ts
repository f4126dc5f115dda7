// The keyboard. Single keys act only where nobody is typing, and can be switched off (WCAG 2.1.4).
import { useLayoutEffect } from 'preact/hooks';
import { go } from './route.ts';
import { settings } from './settings.ts';

/** What a key does on the present page. */
export interface Binding {
  readonly does: string;
  readonly act: () => void;
}

/** Pages by the letter after g. */
export const places: readonly (readonly [string, string, string])[] = [
  ['o', '/overview', 'Overview'],
  ['c', '/groups', 'Groups'],
  ['n', '/network', 'Network'],
  ['t', '/articles', 'Articles'],
  ['l', '/lineage', 'Lineage'],
  ['v', '/compare', 'Rival accounts'],
  ['p', '/personas', 'Personas'],
  ['s', '/search', 'Search'],
  ['d', '/decisions', 'Decisions'],
  ['r', '/report', 'Report'],
  ['x', '/export', 'Export'],
  ['i', '/', 'Import'],
];

const bindings = new Map<string, Binding[]>();
let waitsForPlace = 0;

/** What keys do on this page at present, for the help. */
export const present = (): [string, Binding][] => [...bindings].flatMap(([key, stack]) => stack.slice(-1).map((one): [string, Binding] => [key, one]));

/** Binds keys as long as the element is shown. */
export function useKeys(wanted: Record<string, Binding | undefined>): void {
  useLayoutEffect(() => {
    const added = Object.entries(wanted).filter((entry): entry is [string, Binding] => entry[1] !== undefined);
    for (const [key, binding] of added) bindings.set(key, [...(bindings.get(key) ?? []), binding]);
    return () => {
      for (const [key, binding] of added) {
        const rest = (bindings.get(key) ?? []).filter((one) => one !== binding);
        if (rest.length) bindings.set(key, rest);
        else bindings.delete(key);
      }
    };
  });
}

/** Listens to the keyboard. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !settings().keys) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (waitsForPlace > event.timeStamp) {
      waitsForPlace = 0;
      const place = places.find(([key]) => key === event.key);
      if (place) {
        event.preventDefault();
        return go(place[1]);
      }
    }
    if (event.key === 'g') return void (waitsForPlace = event.timeStamp + 1500);
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      return step(event.key === 'j' ? 1 : -1);
    }
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined) {
      event.preventDefault();
      return void event.target.querySelector<HTMLElement>('a[href], button')?.click();
    }
    const binding = bindings.get(event.key)?.at(-1);
    if (!binding) return;
    event.preventDefault();
    binding.act();
  });
}

/** The row that has, or holds, the focus. */
export const row = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((one) => one.offsetParent !== null);
  if (rows.length === 0) return;
  const at = rows.indexOf(row()!);
  const seen = rows.findIndex((one) => one.getBoundingClientRect().top >= 0);
  const next = at >= 0 ? at + by : by > 0 ? Math.max(0, seen) : seen - 1;
  rows[Math.min(rows.length - 1, Math.max(0, next))]!.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit', 'file'].includes(target.type);
}
