import type { PostPage } from '../api.ts';
import { count } from '../state/format.ts';
import { usePage } from '../state/shell.ts';
import { ExhibitCard } from '../ui/exhibit.tsx';
import { Await, Page, PostCard } from '../ui/parts.tsx';
import { Said } from '../ui/said.tsx';

/** One post, whole, with where it came from and the exhibits it stands in. */
export function PostView() {
  const page = usePage<PostPage>();
  return (
    <Await of={page} title="Post">
      {(shown) => (
        <Page title={`Post ${shown.post.number}`} above={shown.is_reshare ? 'A reshare' : 'A post'}>
          <PostCard of={shown.post} here>
            {shown.post.cut > 0 && (
              <details>
                <summary>The whole text ({count([...shown.full_text].length)} characters)</summary>
                <p class="text" dir="auto"><Said text={shown.full_text} most={1e9} /></p>
              </details>
            )}
          </PostCard>
          <dl class="facts">
            <Fact name="Reshare of" value={shown.reshare_of} />
            <Fact name="Reply to" value={shown.reply_to} />
            <Fact name="Quotes" value={shown.quote_of} />
            <Fact name="Language" value={shown.post.language} />
            <Fact name="Hashtags" value={shown.hashtags.join(' ')} />
            <Fact name="Mentions" value={shown.mentions.join(' ')} />
            <Fact name="Media" value={shown.media.join(' ')} />
            <Fact name="Program" value={shown.client} />
            {shown.time_from_id && <Fact name="Time" value="restored from the id of the post" />}
            <Fact name="SHA-256 of the file" value={shown.sha256} />
          </dl>
          {shown.exhibits.length > 0 && <h2>Exhibits it stands in</h2>}
          {shown.exhibits.map((exhibit, at) => <ExhibitCard key={exhibit.key} of={exhibit} number={at + 1} group={null} />)}
        </Page>
      )}
    </Await>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null;
  return <div><dt>{name}</dt><dd><Said text={value} most={2000} /></dd></div>;
}
