// node duckdb.mjs CSV QUERY.sql WINDOW LEAST RUNS [MEMORY]: loads t,o,a, then measures the query alone and prints what it found and took, as JSON.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const [csv, query, window, least, runs, memory = '6GB'] = process.argv.slice(2);
const sql = readFileSync(query, 'utf8').replaceAll('$window', Number(window)).replaceAll('$least', Number(least));
const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: memory, temp_directory: `${csv}.spill`, autoinstall_known_extensions: 'false' });
const connection = await instance.connect();
await connection.run('SET preserve_insertion_order = false');
await connection.run(`CREATE TABLE acts AS SELECT t::INTEGER AS t, o::INTEGER AS o, a::INTEGER AS a FROM read_csv('${csv}', header = true)`);
const inputMb = process.memoryUsage().rss / 2 ** 20;

let best;
for (let run = 0; run < Number(runs); run++) {
  const [cpu, wall] = [process.cpuUsage(), process.hrtime.bigint()];
  const [row] = (await connection.runAndReadAll(sql)).getRows();
  const { user, system } = process.cpuUsage(cpu);
  const [Edges, Weights, Gaps, Checksum, Measures = -1] = row.map(Number);
  const result = { CpuS: (user + system) / 1e6, WallS: Number(process.hrtime.bigint() - wall) / 1e9, InputMb: inputMb, Edges, Weights, Gaps, Checksum, Measures };
  if (!best || result.CpuS < best.CpuS) best = result;
}

console.log(JSON.stringify({ ...best, PeakMb: process.resourceUsage().maxRSS / 1024 }));
