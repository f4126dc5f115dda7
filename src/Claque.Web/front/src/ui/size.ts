// How wide an element is, followed.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A reference to put on an element, and its width in pixels. */
export function useWidth<E extends HTMLElement>(standard = 900): [RefObject<E>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(standard);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const measure = () => setWidth(Math.max(240, Math.floor(observed.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
