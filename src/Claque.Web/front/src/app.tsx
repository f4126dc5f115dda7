// The frame around every page: navigation, search, settings, the help for the keyboard; and which page an address shows.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseBrief, JobState, Shell } from './api.ts';
import { useKeys } from './state/keys.ts';
import { forget, useLoad } from './state/load.ts';
import { address, go, useRoute, withQuery } from './state/route.ts';
import { set, settings, useSettings, type Scheme } from './state/settings.ts';
import { ShellContext } from './state/shell.ts';
import { Help } from './ui/help.tsx';
import { Page, Warn } from './ui/parts.tsx';
import { AccountView } from './views/account.tsx';
import { AccountsView } from './views/accounts.tsx';
import { ArticleView } from './views/article.tsx';
import { ArticlesView } from './views/articles.tsx';
import { BylineView } from './views/byline.tsx';
import { ArticleChangesView, ChangesView } from './views/changes.tsx';
import { CompareView } from './views/compare.tsx';
import { DecisionsView } from './views/decisions.tsx';
import { DetectView } from './views/detect.tsx';
import { ExportView } from './views/export.tsx';
import { FamilyView } from './views/family.tsx';
import { FileView } from './views/file.tsx';
import { GroupView } from './views/group.tsx';
import { GroupsView } from './views/groups.tsx';
import { JobView, JobsView } from './views/job.tsx';
import { LineageView } from './views/lineage.tsx';
import { NetworkView } from './views/network.tsx';
import { OverviewView } from './views/overview.tsx';
import { PersonaPairView } from './views/persona-pair.tsx';
import { PersonasView } from './views/personas.tsx';
import { PostView } from './views/post.tsx';
import { ReportView } from './views/report.tsx';
import { SearchView } from './views/search.tsx';
import { SourceView, SourcesView } from './views/sources.tsx';
import { StartView } from './views/start.tsx';
import { SurfacedView } from './views/surfaced.tsx';
import { VerifyView } from './views/verify.tsx';
import { VersionsView } from './views/versions.tsx';

/** Props of a view: the parts of the path that its pattern leaves open. */
export interface ViewProps {
  readonly id: string;
}

const views: [RegExp, ComponentType<ViewProps>][] = [
  [/^\/$/, StartView],
  [/^\/files\/(.+)$/, FileView],
  [/^\/jobs$/, JobsView],
  [/^\/jobs\/(.+)$/, JobView],
  [/^\/overview$/, OverviewView],
  [/^\/sources$/, SourcesView],
  [/^\/sources\/(\d+)$/, SourceView],
  [/^\/detect$/, DetectView],
  [/^\/groups$/, GroupsView],
  [/^\/groups\/([^/]+)$/, GroupView],
  [/^\/network$/, NetworkView],
  [/^\/accounts$/, AccountsView],
  [/^\/accounts\/(.+)$/, AccountView],
  [/^\/surfaced$/, SurfacedView],
  [/^\/posts\/(\d+)$/, PostView],
  [/^\/articles$/, ArticlesView],
  [/^\/articles\/(\d+)$/, ArticleView],
  [/^\/articles\/(\d+)\/changes$/, ArticleChangesView],
  [/^\/lineage$/, LineageView],
  [/^\/lineage\/([^/]+)$/, FamilyView],
  [/^\/versions$/, VersionsView],
  [/^\/compare$/, CompareView],
  [/^\/personas(?:\/accounts)?$/, PersonasView],
  [/^\/personas\/byline$/, BylineView],
  [/^\/personas\/pair$/, PersonaPairView],
  [/^\/personas\/changes$/, ChangesView],
  [/^\/personas\/verify$/, VerifyView],
  [/^\/search$/, SearchView],
  [/^\/decisions$/, DecisionsView],
  [/^\/report$/, ReportView],
  [/^\/export$/, ExportView],
];

// The pages of posts are shown where the case has posts, those of articles where it has articles; others always.
const links: [string, string, 'posts' | 'articles' | 'posts alone' | ''][] = [
  ['/overview', 'Overview', ''],
  ['/groups', 'Groups', 'posts'],
  ['/network', 'Network', 'posts'],
  ['/accounts', 'Accounts', 'posts'],
  ['/articles', 'Articles', 'articles'],
  ['/lineage', 'Lineage', 'articles'],
  ['/compare', 'Rival accounts', 'articles'],
  ['/personas', 'Personas', 'articles'],
  ['/personas/accounts', 'Personas', 'posts alone'],
  ['/search', 'Search', ''],
  ['/decisions', 'Decisions', ''],
  ['/report', 'Report', ''],
  ['/export', 'Export', ''],
];

const isShown = (of: CaseBrief, about: string) => about === '' || (about === 'posts alone' && of.articles === 0) || (about === 'articles' ? of.articles > 0 : about === 'posts' && (of.posts > 0 || of.articles === 0));

/** The whole program. */
export function App() {
  const { path } = useRoute();
  const shell = useLoad<Shell>('/shell.json');
  const [help, setHelp] = useState(false);
  const found = views.find(([form]) => form.test(path));
  const id = found ? (found[0].exec(path)![1] ?? '') : '';
  const View = found?.[1];
  useKeys({
    '?': { does: 'Show this help', act: () => setHelp(true) },
    '/': { does: 'Search', act: () => document.querySelector<HTMLInputElement>('#find')?.focus() },
  });
  return (
    <ShellContext.Provider value={shell.value}>
      <a class="skip" href="#main">To the content</a>
      <Head shell={shell.value} path={path} onHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        {shell.problem && <Warn>{shell.problem.message}</Warn>}
        {View ? <View key={path} id={id} /> : <Page title="Not found"><p>There is no page at this address. <a href="/overview">To the overview</a></p></Page>}
      </main>
      <footer>
        <p>Claque{shell.value && ` ${shell.value.version}`} measures and lays side by side: who acts in concert, what was copied from where, which hands a style fits, where accounts collide. It does not say who is behind it, whether it is deceptive, or whether it does harm.</p>
      </footer>
      <Help open={help} onClose={() => setHelp(false)} />
    </ShellContext.Provider>
  );
}

function Head({ shell, path, onHelp }: { shell: Shell | undefined; path: string; onHelp: () => void }) {
  const { query } = useRoute();
  const nav = useRef<HTMLElement>(null);
  const here = (link: string) => path === link || path.startsWith(link + '/') || (link === '/lineage' && path === '/versions') || (link === '/accounts' && path === '/surfaced');
  useEffect(() => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [path]);
  return (
    <header class="frame">
      <div class="bar1">
        <a class="brand" href="/">Claque</a>
        {shell?.case && <span class="case" title={shell.case.path}><bdi>{shell.case.name}</bdi></span>}
        {shell && shell.runs.length > 1 && <RunChoice shell={shell} />}
        {shell?.jobs.filter((job) => job.state === 'running').map((job) => <Running key={job.id} job={job} />)}
        <span class="grow" />
        {shell?.case && (
          <form
            role="search"
            class="find"
            onSubmit={(event) => {
              event.preventDefault();
              go(address('/search', { q: new FormData(event.currentTarget).get('q') as string, run: query.get('run') }));
            }}
          >
            <input id="find" type="search" name="q" aria-label="Search posts and articles" placeholder="Search" dir="auto" key={query.get('q')} defaultValue={path === '/search' ? (query.get('q') ?? '') : ''} />
          </form>
        )}
        <SchemeChoice />
        <button type="button" class="plain" onClick={onHelp} aria-label="Keyboard and settings">?</button>
      </div>
      {shell?.case && (
        <nav ref={nav} aria-label="Pages">
          {links.filter(([, , about]) => isShown(shell.case!, about)).map(([link, name]) => (
            <a href={link} aria-current={here(link) ? 'page' : undefined}>{name}</a>
          ))}
          <a href="/sources" aria-current={here('/sources') || here('/files') || here('/detect') || here('/jobs') ? 'page' : undefined}>Data</a>
        </nav>
      )}
    </header>
  );
}

function RunChoice({ shell }: { shell: Shell }) {
  const { query } = useRoute();
  const last = shell.runs[shell.runs.length - 1]!.number;
  const chosen = Number(query.get('run')) || last;
  return (
    <label class="run">
      <span class="vh">Run of the detection</span>
      <select value={String(chosen)} onChange={(event) => go(withQuery({ run: Number(event.currentTarget.value) === last ? '' : event.currentTarget.value, after: '' }), 'push')}>
        {[...shell.runs].reverse().map((run) => (
          <option value={String(run.number)}>Run {run.number}{run.number === last ? ' (last)' : ''}: {run.groups} groups</option>
        ))}
      </select>
    </label>
  );
}

// A job that is running: its progress in the head of every page; when it ends, everything is read again.
function Running({ job }: { job: JobState }) {
  const [state, setState] = useState(job);
  useEffect(() => {
    const events = new EventSource(`/api/jobs/${job.id}/events`);
    events.addEventListener('progress', (event) => {
      const now = JSON.parse((event as MessageEvent<string>).data) as JobState;
      setState(now);
      if (now.state !== 'running') {
        events.close();
        forget();
      }
    });
    return () => events.close();
  }, [job.id]);
  const share = state.total ? ` ${Math.floor((state.done / state.total) * 100)}\u202f%` : '';
  return <a class="running" href={`/jobs/${job.id}`}>{state.title}{share}</a>;
}

function SchemeChoice() {
  const { scheme } = useSettings();
  const next: Record<Scheme, Scheme> = { auto: 'light', light: 'dark', dark: 'auto' };
  const names: Record<Scheme, string> = { auto: 'as the system', light: 'light', dark: 'dark' };
  const signs: Record<Scheme, string> = { auto: '◐', light: '○', dark: '●' };
  return (
    <button type="button" class="plain" onClick={() => set({ scheme: next[settings().scheme] })} aria-label={`Colours: ${names[scheme]}. Change to ${names[next[scheme]]}`} title={`Colours: ${names[scheme]}`}>
      {signs[scheme]}
    </button>
  );
}
