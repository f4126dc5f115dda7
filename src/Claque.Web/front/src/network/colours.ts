/** Colours that follow the light or dark of the page. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly edge: string;
  readonly strong: string;
  readonly focus: string;
  readonly groups: readonly string[];
}

/** The colours of the page at present. */
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const resolve = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const groups = Array.from({ length: 10 }, (_, place) => resolve(`--c${place}`));
  const colours: Colours = {
    paper: resolve('--paper'), ink: resolve('--ink'), soft: resolve('--soft'), edge: resolve('--edge'), strong: resolve('--edge-strong'),
    focus: resolve('--focus'), groups,
  };
  probe.remove();
  return colours;
}
