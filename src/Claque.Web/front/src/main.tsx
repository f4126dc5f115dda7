import { render } from 'preact';
import { App } from './app.tsx';
import { startKeys } from './state/keys.ts';
import { startRouting } from './state/route.ts';
import { apply } from './state/settings.ts';

apply();
startRouting();
startKeys();
render(<App />, document.getElementById('app')!);
