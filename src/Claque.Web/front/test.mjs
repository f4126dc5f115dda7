// Runs the tests of the pure parts with the test runner of Node, bundled into a temporary folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'claque-front-'));
const tests = readdirSync(join(here, 'test')).filter((name) => name.endsWith('.test.ts'));
await build({ absWorkingDir: here, entryPoints: tests.map((name) => `test/${name}`), bundle: true, platform: 'node', format: 'esm', outdir: folder, outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((name) => join(folder, name.replace('.ts', '.mjs')))], { stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
