// The keyboard, shown with "?", and the switch that turns single keys off.
import { useEffect, useRef } from 'preact/hooks';
import { places, present } from '../state/keys.ts';
import { set, useSettings } from '../state/settings.ts';

/** A dialog with what keys do on the present page. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { keys } = useSettings();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-t" onClose={onClose}>
      {open && (
        <>
          <h2 id="help-t">Keyboard</h2>
          <div class="side">
            <Keys title="On this page" of={[['j', 'Next row'], ['k', 'Row before'], ['Enter', 'Open the row'], ...present().map(([key, binding]): [string, string] => [key, binding.does])]} />
            <Keys title="Go to" of={places.map(([key, , name]): [string, string] => [`g ${key}`, name])} />
          </div>
          <p>In charts and the network, Tab reaches everything that the pointer does; what keys do there is said beside them.</p>
          <label class="check">
            <input type="checkbox" checked={keys} onChange={(event) => set({ keys: event.currentTarget.checked })} />
            Single keys act (switch off if they get in the way of your screen reader or voice control)
          </label>
          <p><button type="button" onClick={() => dialog.current?.close()}>Close</button></p>
        </>
      )}
    </dialog>
  );
}

function Keys({ title, of }: { title: string; of: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {of.map(([key, does]) => (
          <div>
            <dt>{key.split(' ').map((one) => <kbd>{one}</kbd>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
