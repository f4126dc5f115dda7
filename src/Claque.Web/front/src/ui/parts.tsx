// Small parts that every page uses.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Account, GroupLink, GroupRow, Post } from '../api.ts';
import { label } from '../text/invisible.ts';
import { time } from '../state/format.ts';
import type { Loaded, Problem } from '../state/load.ts';
import { useRoute, withQuery } from '../state/route.ts';
import { useShell } from '../state/shell.ts';
import { Parts, Said } from './said.tsx';

/** A page: its heading takes the focus when one arrives, and names the window. */
export function Page({ title, sub, above, children }: { title: string; sub?: ComponentChildren; above?: ComponentChildren; children?: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · Claque`;
  }, [title]);
  return (
    <>
      {above && <p class="eyebrow">{above}</p>}
      <h1 tabIndex={-1}>
        {title}
        {sub && <span class="sub">{sub}</span>}
      </h1>
      {children}
    </>
  );
}

/** What was read, or why it is not there. */
export function Await<T>({ of, title, children }: { of: Loaded<T>; title: string; children: (value: T) => ComponentChildren }) {
  if (of.value !== undefined) return <div class={of.stale ? 'stale' : undefined} aria-busy={of.stale}>{children(of.value)}</div>;
  if (of.problem) return <Failed title={title} problem={of.problem} />;
  return (
    <Page title={title}>
      <p class="soft" role="status">Reading …</p>
    </Page>
  );
}

function Failed({ title, problem }: { title: string; problem: Problem }) {
  return (
    <Page title={problem.status === 404 ? 'Not found' : title}>
      <Warn>{problem.message}</Warn>
      <p><a href="/">To the start</a></p>
    </Page>
  );
}

/** A remark beside the text. */
export function Note({ children, warn = false }: { children: ComponentChildren; warn?: boolean }) {
  return <div class={warn ? 'banner warn' : 'banner'}>{children}</div>;
}

/** A remark that must not be overlooked. */
export function Warn({ children }: { children: ComponentChildren }) {
  return (
    <div class="banner warn" role="alert">
      <p>{children}</p>
    </div>
  );
}

/** A row of figures with their words. */
export function Figures({ of }: { of: readonly (readonly [ComponentChildren, string] | null | false)[] }) {
  return (
    <dl class="figures">
      {of.filter((one) => !!one).map(([value, what]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A tier as a small sign: shape and word, never colour alone. */
export function Tier({ name }: { name: string }) {
  const word = useShell()?.tiers.find((tier) => tier.name === name);
  return (
    <span class={`tier t-${name || 'none'}`} title={word?.meaning ?? ''}>
      {word?.label || name.replace('_', ' ') || 'no tier'}
    </span>
  );
}

/** What was decided about a group. */
export function Status({ name }: { name: string }) {
  return name === 'kept' || name === 'dismissed' ? <span class={`status s-${name}`}>{name}</span> : null;
}

/** What behaviours are called in lists. */
export function useObjectsOf(): (behaviours: readonly string[]) => string {
  const words = useShell()?.behaviours ?? [];
  return (behaviours) => behaviours.map((name) => words.find((word) => word.name === name)?.objects ?? name).join(', ');
}

/** An account as a link to its page. */
export function AccountLink({ of: account, name = false }: { of: Account; name?: boolean }) {
  return (
    <>
      <a href={`/accounts/${encodeURIComponent(account.key)}`}><Said text={account.label} most={60} /></a>
      {name && account.name && account.name !== account.label && <span class="kind"> <Said text={account.name} most={60} /></span>}
    </>
  );
}

/** A group as a link to its page. */
export function GroupLinkTo({ of: group }: { of: GroupLink | null }) {
  if (!group) return <span class="soft">none</span>;
  return <a href={group.href}>group {group.number}</a>;
}

/** Names of groups by people: `Group 3`, of one behaviour `Group link 1`. */
export const groupName = (group: GroupRow): string => (group.behaviour ? `Group ${group.behaviour} ${group.number}` : `Group ${group.number}`);

/** A post with where it came from. */
export function PostCard({ of: post, here = false, short = false, children }: { of: Post; here?: boolean; short?: boolean; children?: ComponentChildren }) {
  return (
    <div class={short ? 'post short' : 'post'}>
      <p class="who">
        <AccountLink of={post.account} name />
        {post.account.platform && <span class="kind"> {post.account.platform}</span>}
      </p>
      <p class="when">
        {here ? time(post.time, post.precision) : <a href={post.href}>{time(post.time, post.precision)}</a>}
        {!short && <span class="kind"> clock to the {post.precision}</span>}
      </p>
      <Parts parts={post.parts} cut={post.cut} />
      {post.links.filter((link) => !post.text.includes(link)).map((link) => (
        <p class="link">Link: <Said text={link} /></p>
      ))}
      <p class="from">
        Source: <a href={`/sources/${post.source_number}`}><Said text={post.source} /></a>, line {post.line}
        {post.native_id && <>{short ? ' · post id ' : <><br />Post id: </>}<Said text={post.native_id} /></>}
        {post.url && <>{short ? ' · ' : <br />}Address: <Said text={post.url} /></>}
      </p>
      {children}
    </div>
  );
}

/** Choices that stand in the address: a row of links, the present one marked. */
export function Choices({ name, label: what, options, standard = '' }: { name: string; label: string; options: readonly (readonly [string, string])[]; standard?: string }) {
  const { query } = useRoute();
  const chosen = query.get(name) ?? standard;
  return (
    <div class="choices" role="group" aria-label={what}>
      <span class="what" aria-hidden="true">{what}</span>
      {options.map(([value, text]) => (
        <a href={withQuery({ [name]: value === standard ? '' : value, after: '' })} data-move="push" aria-current={value === chosen ? 'true' : undefined}>{text}</a>
      ))}
    </div>
  );
}

/** To the next page of a list, and back to its first. */
export function Pager({ next, total, shown, name = 'after', what }: { next: string | null; total: number | null; shown: number; name?: string; what: string }) {
  const { query } = useRoute();
  const inside = !!query.get(name);
  if (!next && !inside) return null;
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      {inside && <a href={withQuery({ [name]: '' })} data-move="push">First page</a>}
      {next && <a href={withQuery({ [name]: next })} data-move="push">Next page</a>}
      <span class="soft">{shown} on this page{total !== null && <>, {total} in all</>}</span>
    </nav>
  );
}

/** The same as data: the JSON and CSV twins of an address. */
export function Twins({ json, csv }: { json?: string; csv?: string }) {
  return (
    <span class="twins">
      {csv && <a href={csv} download data-native>CSV</a>}
      {json && <a href={json} data-native>JSON</a>}
    </span>
  );
}

export { label };
