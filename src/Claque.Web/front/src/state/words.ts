// The words for behaviours, tiers and gaps; the same as in the report.
import { and, duration, durationInWords, type Step } from './format.ts';

export const commonText = 'common-text';

const sameWords: Record<string, string> = {
  link: 'the same link',
  domain: 'a link to the same site',
  reshare: 'a reshare of the same post',
  reply: 'a reply to the same post',
  mention: 'a mention of the same account',
  hashtags: 'the same hashtags in the same order',
  text: 'the same text',
  'similar-text': 'nearly the same text',
  [commonText]: 'the same original text',
  media: 'the same image, video or sound',
  object: 'the same object',
};

const objectWords: Record<string, string> = {
  link: 'links',
  domain: 'linked sites',
  reshare: 'reshared posts',
  reply: 'posts replied to',
  mention: 'accounts mentioned',
  hashtags: 'hashtag sequences',
  text: 'texts',
  'similar-text': 'nearly identical texts',
  [commonText]: 'original texts in common',
  media: 'images, videos or sounds',
  object: 'objects',
};

const column = (behaviour: string) => (behaviour.startsWith('column:') ? behaviour.slice(7) : behaviour);

/** What two posts share: `the same link`. */
export const same = (behaviour: string): string => sameWords[behaviour] ?? `the same value of “${column(behaviour)}”`;

/** What the objects of a behaviour are: `links`. */
export const objects = (behaviour: string): string => objectWords[behaviour] ?? `values of “${column(behaviour)}”`;

/** The objects of several behaviours: `links and texts`. */
export const objectsOf = (behaviours: readonly string[]): string => and(behaviours.map(objects));

/** What a tier is called. */
export function tierName(tier: string): string {
  return { named: 'named', weak: 'weak', lead: 'lead', at_publication: 'at publication', '': 'no tier' }[tier] ?? tier;
}

/** What a tier means, as a sentence. */
export function tierMeaning(tier: string): string {
  return (
    {
      named: 'Named: it stands at the strict error rate of the run.',
      weak: 'Weak: it stands only at the looser error rate of the run.',
      lead: 'Lead: worth a look, without an error rate; not a finding.',
      at_publication: 'Together at publication: the posts follow the publication of what they share, so they may only show haste.',
    }[tier] ?? 'No tier: the run made no test of it.'
  );
}

const order: Step[] = ['microsecond', 'millisecond', 'second', 'minute', 'hour', 'day'];

/** The coarser of two clocks. */
export const coarser = (a: Step, b: Step): Step => (order.indexOf(a) > order.indexOf(b) ? a : b);

/** How far apart two posts are, as far as their clocks tell. */
export function gap(seconds: number, step: Step): string {
  if (seconds === 0) return `in the same ${step}`;
  return `${durationInWords(seconds)} later${order.indexOf(step) >= 3 ? `, by clocks that show whole ${step}s` : ''}`;
}

/** The same in short: `+3 s`, `same minute`. */
export const shortGap = (seconds: number, step: Step): string => (seconds === 0 ? `same ${step}` : `+${duration(seconds)}`);
