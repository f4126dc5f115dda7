/**
 * What the server says and takes. A test holds the property names of each interface here equal to those of the record of the
 * same name in src/Claque.Web/Contract/*.cs.
 *
 * Addresses
 *   GET  /x              the page (index.html; the program reads the address)
 *   GET  /x.json?…       its data, the interface named beside the path below; same query as the page
 *   GET  /x.csv?…        the table of that page (marked "csv")
 *   every page about findings takes ?run=N; without it the run made last is shown
 *   POST/PUT/DELETE /api/…  changes something; body and answer are JSON. Needs no header beyond what the browser sends by itself.
 *   Errors: RFC 9457 application/problem+json, see Problem. 404 no such thing, 409 not now (a job is writing), 400/422 the input.
 *
 * Conventions
 *   Times are ISO 8601 UTC texts; `precision` is the clock step: microsecond, millisecond, second, minute, hour, day.
 *   Columns for charts hold `*_ms`: milliseconds since 1970, UTC, perhaps with a fraction.
 *   `*_s` are seconds. Probabilities p and q are null where nothing was tested.
 *   A text of the data is only ever a JSON string. Where characters must be made visible or stretches marked, it comes as TextPart[].
 *   Sentences (claims, readings, notes, problems) are finished English; show them as they are.
 *   Lists are paged: `next` is the value for ?after=… of the next page, null on the last; `total` counts all, null where counting
 *   would be slow.
 */

// ---------------------------------------------------------------- common

/** The body of every error. `detail` is the sentence for the user: what was found, what was expected, what to do. */
export interface Problem { type: string; title: string; status: number; detail: string }

/** GET /shell.json: what every page needs. Fetch at start and after a case was opened, a job ended or a decision was made. */
export interface Shell {
  version: string;
  case: CaseBrief | null;      // null: no case is open; only / , /jobs and /files are there
  runs: RunBrief[];            // oldest first
  jobs: JobState[];            // running and finished ones of this server, newest first
  behaviours: BehaviourWord[]; // those that exist, in order of report
  tiers: TierWord[];           // firmest first; the empty tier last
}
export interface CaseBrief {
  name: string; path: string; question: string; created: string; pseudonymise: boolean; writable: boolean;
  posts: number; accounts: number; sources: number; searchable: boolean; groups: number; dismissed: number; articles: number;
}
export interface RunBrief { number: number; started: string; version: string; groups: number; error_control: string; is_validated: boolean }
/** `same`: "the same link"; `objects`: "links". */
export interface BehaviourWord { name: string; same: string; objects: string }
/** `meaning` is empty for the empty tier. */
export interface TierWord { name: string; label: string; meaning: string }

/** `key` is what stands in addresses: /accounts/{key}. `label` is what people read (handle, else id). */
export interface Account { key: string; number: number; platform: string; native_id: string; handle: string; name: string; label: string }
/** kind: "own" plain; "same" common to both texts; "code" a character made visible: text is then its name, such as U+202E. */
export interface TextPart { text: string; kind: string }
/** `text` is cut after 2,000 characters, `cut` counts those left out. `parts` together are the text shown. `href` is the post's page. */
export interface Post {
  number: number; href: string; account: Account; native_id: string; time: string; precision: string; language: string;
  text: string; cut: number; parts: TextPart[]; links: string[]; url: string; source: string; source_number: number; line: number;
}
export interface Tally { name: string; count: number }
export interface Day { day: string; posts: number }
/** A sentence with a link. */
export interface Finding { text: string; href: string }

// ---------------------------------------------------------------- / : start, files and jobs

/** GET /start.json (page /). */
export interface StartPage {
  version: string; case: CaseBrief | null; formats: Format[]; files: StagedFile[]; jobs: JobState[];
  folder: string;              // where new cases are made when only a name is given
  cases: string[];             // *.claque files in that folder
  demo_folder: string;
}
export interface Format { name: string; description: string; recognised_by: string }

/** POST /api/case {path} · POST /api/case/new {path, question, pseudonymise} · POST /api/case/close. Answer: Shell. */
export interface OpenCase { path: string }
export interface NewCase { path: string; question: string; pseudonymise: boolean }
/** POST /api/case/demo (no body): answer 202 JobState (kind "demo"); when it is done the demo case is open, at /overview. */

/**
 * POST /api/files?name=posts.csv with the bytes of the file as body (fetch(url, {method, body: file})): answer 201 StagedFile.
 * GET /files/{id}.json (page /files/{id}). POST /api/files/{id}/mapping with FileMapping: inspected anew. DELETE /api/files/{id}.
 * A file stays until it is imported or deleted, or the server ends. POST /api/files/{id}/import (no body): 202 JobState;
 * POST /api/files/import: all that wait and can be read.
 */
export interface StagedFile {
  id: string; name: string; bytes: number; recognised: boolean; format: string; description: string; score: number; runner_up: string;
  encoding: string; delimiter: string; compressed: boolean;
  mapping: FieldColumn[];      // what is read now: field -> column (a list field may come several times)
  fields: string[];            // all fields that a mapping may name
  columns: string[];           // all columns, or members of the JSON by dotted path
  rows: PreviewRow[]; rows_sampled: number;
  first: string | null; last: string | null; precision: string; time_zone: string; // zone that times without one are read in
  behaviours: string[];        // what can be compared
  problems: string[];          // what was assumed, what cannot be used
  asked: FileMapping;          // what the user has said so far
  error: string;               // why it cannot be read at all; empty when it can
  known_as: string;            // the case has this very file already under this name; empty when it has not
  sha256: string;
  articles: number;            // above 0: the file holds articles, not posts
}
/** GET /files.json: the files that wait. */
export interface FileList { files: StagedFile[] }
export interface FieldColumn { field: string; column: string }
export interface PreviewRow { line: number; values: FieldValue[]; rejected: string }
export interface FieldValue { field: string; value: string }
/** Everything empty: recognised by itself. An empty column in `map` leaves the field out. */
export interface FileMapping { format: string; map: FieldColumn[]; object_columns: string[]; time_format: string; time_zone: string; delimiter: string }

/**
 * Work that takes its time. GET /jobs.json: JobList (page /jobs). GET /jobs/{id}.json: JobState (page /jobs/{id}).
 * GET /api/jobs/{id}/events: server-sent events "progress" with a JobState each, the present one first; the last one has
 * state done, failed or cancelled, then the stream ends. POST /api/jobs/{id}/cancel: JobState. One job at a time; another is 409.
 */
export interface JobList { jobs: JobState[] }
export interface JobState {
  id: string; kind: string;    // import, detect, demo, prepare, study
  title: string; state: string; // running, done, failed, cancelled
  stage: string;               // "importing", "pairing link" …
  done: number; total: number | null; unit: string; per_second: number; // unit: bytes, posts, accounts, steps
  started: string; elapsed_s: number;
  error: string;               // the sentence, when failed
  receipt: Receipt | null;     // of an import, once done; when cancelled or failed, what was kept
  run: number | null;          // of a detection, once done
  href: string;                // where to go when done: /sources/3, /overview …
  can_cancel: boolean;
}
export interface Receipt {
  source: number; file: string; sha256: string; bytes: number; format: string; mapping: string; rows: number; posts_new: number; posts_known: number;
  rows_rejected: number; rows_adding: number; rows_skipped: number; was_complete: boolean; complete: boolean; reason: string;
  first: string | null; last: string | null; precision: string; rejects: Reject[]; notes: string[];
  articles: number;            // of this file that the case holds
}
export interface Reject { kind: string; count: number; example: string; line: number }

/** POST /api/detect with DetectSettings: 202 JobState. GET /detect.json: DetectPage (page /detect). */
export interface DetectPage { defaults: DetectSettings; behaviours: BehaviourWord[]; posts: number; runs: RunBrief[] }
/** Empty lists and nulls mean the default. `test` false counts only: no error rate. */
export interface DetectSettings { behaviours: string[]; windows_s: number[]; min_weight: number | null; alpha: number | null; seed: number | null; test: boolean }

/** GET /sources.json (page /sources, csv); GET /sources/{n}.json: Receipt (page); GET /sources/{n}/rejects.json?after= (csv): RejectList. */
export interface SourceList { sources: Receipt[] }
export interface RejectList { rows: RejectedLine[]; next: string | null; total: number }
export interface RejectedLine { line: number; kind: string; reason: string; excerpt: string }

// ---------------------------------------------------------------- /overview

/** GET /overview.json (csv: posts per day). */
export interface OverviewPage {
  question: string; posts: number; accounts: number; first: string | null; last: string | null;
  days: Day[]; platforms: Tally[]; languages: Tally[]; objects: TopObject[]; health: Health; sources: Receipt[];
  run: RunBrief | null;        // null: nothing detected yet
  error_control: string; is_validated: boolean;
  findings: GroupRow[];        // the first ten groups that are not dismissed
  groups: number; dismissed: number; notes: string[]; layers: Layer[];
  surfaced: number;            // accounts that are worth a look and that nothing names
}
export interface TopObject { behaviour: string; name: string; accounts: number; co_acts: number; href: string }
export interface Layer { behaviour: string; window_s: number; acts: number; accounts: number; objects: number; pairs: number; hub_objects: number; hub_acts: number; coarse_acts: number; refused: string }
export interface Health {
  precisions: Tally[]; coarse_posts: number; rejected_rows: number; known_rows: number; without_id: number; without_text: number; times_from_id: number;
  longest_gap_s: number; gap_from: string | null; gap_to: string | null; incomplete_sources: number;
  sentences: Finding[];        // each point worth knowing
}

// ---------------------------------------------------------------- /groups

/** GET /groups.json?status=&tier=&behaviour=&tag=&sort= (csv). status: new, kept, dismissed, all (default: all). */
export interface GroupList { run: RunBrief | null; groups: GroupRow[]; total: number; shown: number; filter: GroupFilter; tags: string[] }
export interface GroupFilter { status: string; tier: string; behaviour: string; tag: string; sort: string }
/** `key` stands in addresses and is the same in every run that finds the same members; `number` is for people and may differ. */
export interface GroupRow {
  key: string; href: string; number: number; behaviour: string; sentence: string; tier: string; q: number | null; p: number | null;
  accounts: number; pairs: number; density: number; objects: number; weight: number; median_gap_s: number; first: string; last: string;
  behaviours: string[]; languages: string[]; status: string; tags: string[]; notes: number; explained: boolean; members: Account[]; // the first five
}

/** GET /groups/{key}.json; {key} may also be the number. */
export interface GroupPage {
  run: RunBrief; group: GroupRow;
  claims: string[]; not_claimed: string[]; readings: string[];
  tier_meaning: string; error_control: string; is_validated: boolean; alpha: number | null;
  expected_false: string;      // what the error rate means for this group, as a sentence; empty when there is none
  p_smallest: number | null; q_largest: number | null; pairs_named: number; pairs_weak: number;
  joint_posts: number; posts: number;
  sensitivity: Sensitivity | null; // null where the run did not look at other settings
  members: Member[]; objects: SharedObject[]; // the first 100 each
  members_total: number; objects_total: number;
  timeline: Timeline;
  exhibits_total: number;
  by_behaviour: GroupRow[];    // groups of single behaviours that share members
  decisions: Decision[];       // about this group, newest first
  notes: Note[];
  in_report: number;           // exhibits of it that are in the report
  previous: string | null; next: string | null; // href of the neighbours in the list
}
/** The group when the run is made in other ways; the first row is the run as it was made. A reading of stability, not a test. */
export interface Sensitivity { sentence: string; caution: string; rows: SensitivityRow[] }
/** named, weak: members that still form such a pair with another member; parts: pieces into which those pairs tie them; q: median of the members' smallest. */
export interface SensitivityRow { kind: string; setting: string; members: number; named: number; weak: number; parts: number; q: number; holds: boolean }
export interface Member {
  account: Account; ties: number; joint_posts: number; posts: number; joint_share: number; tier: string; q: number | null;
  first_in: number; // co-acts within the group in which it was the earlier one, of all its co-acts there
  co_acts: number;
}
export interface SharedObject { behaviour: string; name: string; accounts: number; co_acts: number; first: string; last: string; spread_s: number; index: number }
/** Marks in order of time, at most 3,000 (`left_out` counts the others). `row`: index in accounts; `object`: index in objects. */
export interface Timeline { accounts: Account[]; objects: TimelineObject[]; row: number[]; time_ms: number[]; object: number[]; post: number[]; left_out: number; coarsest: string }
export interface TimelineObject { behaviour: string; name: string; marks: number }
export interface Note { id: number; time: string; text: string }

/** GET /groups/{key}/members.json?after= (csv): MemberList · /groups/{key}/objects.json (csv): ObjectList · /groups/{key}/timeline.json?from=&to= (csv): Timeline. */
export interface MemberList { members: Member[]; total: number; next: string | null }
export interface ObjectList { objects: SharedObject[]; total: number; next: string | null }

/** GET /groups/{key}/exhibits.json?after=&behaviour=&object=&a=&b=&from=&to= (csv). a, b: keys of accounts. 20 a page. */
export interface ExhibitList { group: GroupRow | null; exhibits: Exhibit[]; total: number; next: string | null }
/** The earlier post is a. `key` names the exhibit in reports and addresses; stable across runs. */
export interface Exhibit {
  key: string; behaviour: string; object: string; same: string; // same: "the same link"
  gap_s: number; gap: string;  // gap: "3 seconds later", "in the same minute"
  likeness: string;            // "12 words in common, of 14 and 15"; empty without texts
  a: Post; b: Post; in_report: boolean;
}
/** GET /groups/{key}/pairs.json?after= (csv): PairList. */
export interface PairList { pairs: PairRow[]; total: number; next: string | null }
export interface PairRow {
  a: Account; b: Account; behaviour: string; window_s: number; weight: number; co_acts: number; posts_a: number; posts_b: number;
  mean_gap_s: number; median_gap_s: number; a_first: number; b_first: number; p: number | null; q: number | null; tier: string;
  group: string;               // href of the group that holds both; empty when none does
}

// ---------------------------------------------------------------- /network

/**
 * GET /network.json?behaviour=&window=&min=&tier=&from=&to=&group=&level=
 * behaviour: one, or empty for all. window: seconds, one of windows_s. min: smallest weight. tier: named, weak or all (default:
 * what stands, or all where nothing was tested). from, to: ISO times of the time brush. group: key of a group to open.
 * level: groups or accounts; without it accounts up to 5,000 nodes, groups above.
 */
export interface NetworkPage {
  run: RunBrief | null; level: string; filter: NetworkFilter;
  behaviours: string[]; windows_s: number[]; weights_max: number; first: string | null; last: string | null;
  nodes_total: number; edges_total: number; // under this filter, before any cut
  nodes: NetworkNodes; edges: NetworkEdges; groups: NetworkGroup[];
  sentence: string;            // what is shown and what was left out
}
export interface NetworkFilter { behaviour: string; window_s: number; min: number; tier: string; from: string; to: string; group: string; level: string }
/** Columns of equal length. x and y run over about -1 to 1; group: index in groups, -1 for none; size: accounts inside (1 at account level); tier: index in Shell.tiers; id: account number, or group number at group level. */
export interface NetworkNodes { id: number[]; label: string[]; href: string[]; x: number[]; y: number[]; group: number[]; size: number[]; degree: number[]; tier: number[] }
/** Columns of equal length. a and b: index in nodes; weight: objects (over behaviours: the sum). Heaviest last, so that they are drawn on top. */
export interface NetworkEdges { a: number[]; b: number[]; weight: number[]; tier: number[] }
export interface NetworkGroup { key: string; href: string; number: number; accounts: number; tier: string; status: string; sentence: string }
/** GET /network/edges.json?…same filter…&account=&sort=&after= (csv): PairList. account: key, for one account's ties. 100 a page. sort: weight (default), q. */

// ---------------------------------------------------------------- /accounts

/** GET /accounts.json?after=&tier=&q= (csv): accounts of the run, by tier, then weight. q: text in handle, name or id. */
export interface AccountList { accounts: AccountRow[]; total: number; next: string | null }
export interface AccountRow {
  account: Account; tier: string; q: number | null; group: GroupLink | null; behaviours: string[]; ties: number; weight: number; joint_posts: number; posts: number;
}
export interface GroupLink { key: string; href: string; number: number; status: string }
/** GET /accounts/{key}.json */
export interface AccountPage {
  account: Account; row: AccountRow | null; // null when it stands in no pair of the run
  names: NameSeen[]; posts: number; first: string | null; last: string | null; languages: Tally[]; clients: Tally[]; reshares: number; replies: number;
  hours: number[];             // 168 counts: hour of the week in UTC, Monday 00:00 first
  hours_known: number;         // posts whose clock tells the hour
  objects: SharedObject[];     // what it shared with others, first 50
  partners: Partner[];         // the accounts it acted with, first 50, firmest first
  partners_total: number;
  groups: GroupRow[];
  rhythm: RhythmOf;            // beside accounts that are like it otherwise
  choice: Choice;              // its rhythm as an exhibit
  surfaced: SurfacedRow[];     // why it is worth a look, where nothing names it
}
/** GET /surfaced.json?tier=&after= (csv). Accounts that are worth a look and that nothing names: no findings, without an error rate. */
export interface SurfacedPage { title: string; meaning: string; tiers: SurfacedTier[]; accounts: SurfacedRow[]; total: number; next: string | null }
export interface SurfacedTier { tier: string; caption: string; meaning: string; accounts: number }
/** circle: the number of the circle that it is in; null for those that are together at publication. */
export interface SurfacedRow { account: Account; tier: string; circle: number | null; behaviours: string[]; why: string }
export interface NameSeen { handle: string; name: string; first: string; last: string }
export interface Partner { account: Account; tier: string; q: number | null; p: number | null; weight: number; co_acts: number; behaviours: string[]; median_gap_s: number; first_in: number; group: string }
/** GET /accounts/{key}/posts.json?after=&from=&to= (csv): PostList, oldest first, 50 a page. */
export interface PostList { posts: Post[]; next: string | null; total: number | null }
/** GET /accounts/{key}/partners.json (csv): PartnerList. */
export interface PartnerList { partners: Partner[]; total: number; next: string | null }

// ---------------------------------------------------------------- /posts/{number}

/** GET /posts/{number}.json */
export interface PostPage {
  post: Post; full_text: string; reshare_of: string; reply_to: string; quote_of: string; client: string; is_reshare: boolean; time_from_id: boolean;
  hashtags: string[]; mentions: string[]; media: string[]; sha256: string; // of the file it was read from
  exhibits: Exhibit[];         // co-acts it stands in, first 20
}

// ---------------------------------------------------------------- /search

/**
 * GET /search.json?q=&kind=&account=&language=&day=&group=&behaviour=&after= (csv: posts, or articles with kind=article). Every word must occur;
 * best match first; 50 posts or 20 articles a page. kind: post, article, or empty for posts with the first five articles. The other facets are of posts.
 */
export interface SearchPage {
  query: string; posts: SearchHit[]; total: number; total_is_least: boolean; next: string | null;
  languages: Facet[]; days: Facet[]; accounts: Facet[]; groups: Facet[]; behaviours: Facet[];
  searchable: boolean; sentence: string; // searchable false: the index is being made; sentence says so
  kinds: Facet[]; articles: ArticleHit[]; articles_total: number;
}
/** parts of the post: kind "same" marks the words that were found. */
export interface SearchHit { post: Post; group: GroupLink | null }
/** An article that was found, with its clearest places; `places` is the number of all. */
export interface ArticleHit { article: ArticleLink; snippets: Snippet[]; places: number }
/** Some words around a place; kind "same" marks those that were found. href opens the place in the article. */
export interface Snippet { href: string; parts: TextPart[] }
/** value is what goes into the address; label is what people read. */
export interface Facet { value: string; label: string; count: number; chosen: boolean }

// ---------------------------------------------------------------- decisions

/**
 * POST /api/decisions with DecisionRequest: Decision. POST /api/decisions/undo (body Undo): the Decision that takes it back.
 * action: keep, dismiss (needs text: the reason), reopen (back to new), note (text), remove-note (id), tag (text), untag (text).
 * GET /decisions.json?after= (page /decisions, csv): DecisionLog, newest first. Nothing is ever removed from the log.
 */
export interface DecisionRequest { action: string; group: string; text: string; id: number | null }
export interface Undo { decision: number }
export interface Decision {
  number: number; time: string; action: string; group: string; group_number: number | null; href: string; text: string;
  sentence: string;            // "Dismissed group 3: a newsroom's accounts"
  can_undo: boolean; undoes: number | null; undone_by: number | null;
}
export interface DecisionLog { decisions: Decision[]; next: string | null; total: number }

// ---------------------------------------------------------------- /report and /export

/**
 * GET /report.json: ReportPage. PUT /api/report with ReportDraft (answer ReportPage) keeps the draft in the case.
 * POST /api/report/exhibits {group, exhibit} adds one, with group "" what a Choice names; DELETE /api/report/exhibits/{exhibit} takes it out. Answer: ReportPage.
 * GET /report/preview.html: the report as it would be (for an iframe or a new tab). GET /report/file.html: the same as a download.
 */
export interface ReportPage { draft: ReportDraft; exhibits: ReportExhibit[]; run: RunBrief | null; groups: GroupRow[]; dismissed: number; sentence: string }
/** exhibits: keys in order; empty: the strongest of each group. sections: own text, shown before the groups. */
export interface ReportDraft { title: string; introduction: string; exhibits: DraftExhibit[]; pseudonymise: boolean; only_kept: boolean; run: number | null }
export interface DraftExhibit { exhibit: string; group: string; text: string }
/** `exhibit` of posts, or `finding` of articles or hours; both null: the run, or the case, no longer has it. */
export interface ReportExhibit { key: string; group: GroupLink | null; text: string; exhibit: Exhibit | null; finding: ReportFinding | null }
/** status "dismissed": it is left out of the report, and the report says so. */
export interface ReportFinding { kind: string; title: string; summary: string; href: string; status: string }
export interface AddExhibit { group: string; exhibit: string; text: string }
/** What a page shows, as something that can be chosen for the report. */
export interface Choice { exhibit: string; in_report: boolean }

/** GET /export.json: ExportPage. GET /export/file?format=csv&pseudonymise=1&dismissed=0: the file (csv: a zip of tables). */
export interface ExportPage {
  formats: ExportFormat[]; posts: number; accounts: number; pairs: number; groups: number; dismissed: number; pseudonymise: boolean; warning: string;
  article_formats: ExportFormat[]; articles: number; families: number | null; byline_pairs: number | null; article_warning: string;
}
/** The file of /export/file?format=articles-json. Pseudonymised: bylines are keyed hashes, ids are numbers, addresses empty. */
export interface ArticleExportFile {
  version: string; pseudonymised: boolean; articles: ArticleLink[]; relations: RelationRow[]; families: ExportedFamily[]; bylines: BylineRow[];
  pairs: PersonaPair[]; pairs_made: number;
}
export interface ExportedFamily { family: FamilyRow; members: number[]; edges: FamilyEdge[]; missing: MissingRow[] }
export interface ExportFormat { name: string; label: string; description: string; file: string }

// ---------------------------------------------------------------- articles

/**
 * A question about all articles of the case. POST /api/studies/{name}: 202 JobState; what it finds is kept in the case.
 * name: lineage, subjects, personas, changes; accounts looks at posts. state: none, made, behind (more have come since; `sentence` says so). articles: how many
 * the case has; of: of what, articles or posts.
 */
export interface StudyState { name: string; state: string; made: string | null; version: string; looked: number; articles: number; sentence: string; of: string }
/** `number` is the place in the case, from 1, and stands in addresses. `published` with its `precision`; null when it is not known. */
export interface ArticleLink { number: number; href: string; id: string; title: string; outlet: string; byline: string; published: string | null; precision: string }

/** GET /articles.json?q=&outlet=&byline=&sort=&after= (csv). */
export interface ArticleList { articles: ArticleRow[]; total: number; next: string | null; outlets: Facet[]; bylines: Facet[]; lineage: StudyState }
/** `dated_how`: stated, inferred, or empty when nothing is known. */
export interface ArticleRow { article: ArticleLink; dated: string; dated_how: string; words: number; family: FamilyLink | null; posts: number }
export interface FamilyLink { href: string; number: number; articles: number }

/** GET /articles/{number}.json?at=120-180,300-320 (csv: its facts). {number} may also be the id; `at` marks stretches of the text. */
export interface ArticlePage {
  article: ArticleLink; url: string; language: string; file: string; source: number; sha256: string;
  characters: number; words: number; // words of its own prose
  blocks: TextBlock[]; cut: number; classes: Tally[]; facts: FactRow[]; notes: string[];
  family: FamilyLink | null; kin: Kin[];
  posts: Post[]; posts_total: number; // posts that link to it, the first twenty
  lineage: StudyState;
  changes: string;             // what was found of changes of style within it, as a sentence; empty when nobody has looked yet
  previous: string | null; next: string | null;
}
/** What a run of the text is, and why. start, end: UTF-16 offsets into the text as stored. In parts, "same" is what `at` asked for. */
export interface TextBlock { class: string; reason: string; is_prose: boolean; start: number; end: number; parts: TextPart[] }
/** `stated` false: a rule concludes it. `href` opens its words in the text; empty when it stands in the page's markup or file only. */
export interface FactRow { kind: string; value: string; stated: boolean; rule: string; confidence: number; href: string }
/** An article with something in common. here, there: share of the words of either that stand in copied passages. */
export interface Kin { article: ArticleLink; relation: string; here: number; there: number; copied_words: number; href: string }

// ---------------------------------------------------------------- /lineage, /versions

/** GET /lineage.json (csv: families). */
export interface LineagePage { study: StudyState; relations: RelationRow[]; families: FamilyRow[]; notes: string[] }
export interface RelationRow { relation: string; pairs: number; meaning: string }
/** `key` is the same whenever the same articles are found to be a family. */
export interface FamilyRow {
  key: string; href: string; number: number; title: string; articles: number; outlets: string[]; first: string | null; last: string | null;
  earliest: ArticleLink | null; directed: number; undirected: number; missing: string[]; status: string; tags: string[];
}
/** GET /lineage/{key}.json (csv: edges); {key} may also be the number. Members by time. Decided like a group: POST /api/decisions. */
export interface FamilyPage {
  study: StudyState; family: FamilyRow; members: ArticleLink[]; edges: FamilyEdge[]; missing: MissingRow[]; note: string; limits: string[];
  decisions: Decision[]; notes: Note[]; previous: string | null; next: string | null; choice: Choice;
}
/** from, to: numbers of articles; `from` 0: of an article that is not there, named `missing`. in_from, in_to: share of the words in copied passages. */
export interface FamilyEdge {
  from: number; to: number; missing: string; directed: boolean; chance: number; score: number; reason: string; relation: string;
  in_from: number; in_to: number; evidence: EdgeEvidence[]; edits: Tally[]; href: string;
}
/** `weight` above 0 speaks for this direction: natural logarithm of odds. */
export interface EdgeEvidence { kind: string; weight: number; text: string }
export interface MissingRow { name: string; reason: string; articles: number }

/** GET /versions.json?a=&b= (csv: edits): any two articles. `reworded` counts edits of no kind of their own, which only the sentences show. */
export interface VersionsPage {
  a: ArticleLink; b: ArticleLink; relation: string; sentence: string; in_a: number; in_b: number;
  passages: PassageRow[]; edits: EditRow[]; reworded: number; sentences: SentenceRow[]; sentences_left: number;
  edge: FamilyEdge | null; family: FamilyLink | null; choice: Choice;
}
export interface PassageRow { class: string; is_copy: boolean; words: number; identity: number; reason: string; href_a: string; href_b: string; beginning: string }
export interface EditRow { kind: string; before: string; after: string; href_a: string; href_b: string }
/** Parts: "gone" is not in b, "new" is not in a. `class`: of the passage in which most of it stands; empty for none. */
export interface SentenceRow { class: string; moved: boolean; a: TextPart[]; b: TextPart[] }

// ---------------------------------------------------------------- /compare

/** GET /compare.json?left=1,2&right=3: groups of articles that seem to be of one subject, and the articles that were chosen. */
export interface ComparePage { study: StudyState; subjects: Subject[]; alone: number; left: ArticleLink[]; right: ArticleLink[] }
/** `href` lays the first beside the others; empty where there are more than a page can hold. */
export interface Subject { number: number; articles: ArticleLink[]; href: string }

/** GET /compare/sides.json?left=1,2&right=3 (csv: claims). Numbers or ids of articles. */
export interface Sides {
  left: SideArticle[]; right: SideArticle[]; rows: SideRow[]; relations: Tally[]; figures: SideFigure[];
  comparable: number;          // pairs of figures about the same kind of thing, without a verdict
  names: SideName[]; loaded: LoadedRow[]; caution: string; how_sure: string; of_subject: string;
}
/** What an article rests on. `problem`: why it was not read; empty when it was. basis: first-hand, hearsay, both, neither. */
export interface SideArticle {
  article: ArticleLink; problem: string; words: number; direct: number; mixed: number; indirect: number; quoted_share: number; attributed_share: number;
  basis: string; first_hand: number; by_kind: Tally[]; heard: HeardRow[]; not_heard: string[]; unattributed: number; told: Told[];
}
export interface HeardRow { name: string; kind: string; statements: number; direct: number }
/** What an article says of its own making. how: in the text, stated, inferred. */
export interface Told { what: string; how: string; text: string; href: string }
/** relation: agree, differ, only here (one side alone has words of the aspect), characterised otherwise, no verdict. compatible: what differs can both hold. */
export interface SideRow { entity: string; aspect: string; relation: string; compatible: boolean; reasons: Reason[]; left: SideClaim[]; right: SideClaim[]; choice: Choice }
export interface Reason { left: string; right: string }
/** words: those of the aspect, for which the claim stands in its row. */
export interface SideClaim { article: number; href: string; text: string; holder: string; holder_kind: string; words: string[] }
/** relation: conflict; differ, compatible; agree. */
export interface SideFigure { relation: string; left: FigureOf; right: FigureOf; choice: Choice }
export interface FigureOf { article: number; href: string; text: string; around: string; holder: string }
/** left, right: how often each side writes it. */
export interface SideName { name: string; kind: string; forms: NameForm[]; links: NameLink[]; left: number; right: number }
export interface NameForm { form: string; left: number; right: number }
export interface NameLink { a: string; b: string; reason: string; weak: boolean }
/** left, right: counts by voice: the writer's own, quoted, reported, in headings. */
export interface LoadedRow { word: string; class: string; polarity: number; left: number[]; right: number[] }
/** POST /api/names: two written forms are one entity, or are not; kept in the case. */
export interface NameCorrection { a: string; b: string; same: boolean }

// ---------------------------------------------------------------- /personas

/** GET /personas.json (csv: pairs). The first 200 pairs that get a ratio, strongest first. GET /personas/accounts.json (csv) is the same of accounts, whose posts
    are pooled into pieces. opening: what pooling gave and left out; found: signs of several hands or devices. */
export interface PersonasPage {
  study: StudyState; sentence: string; bars: PersonaBars; bylines: BylineRow[]; pairs: PersonaPair[]; pairs_made: number; pairs_with_ratio: number;
  opening: string[]; found: Finding[]; limits: string[];
}
export interface PersonaBars {
  words_for_ratio: number; words_for_one_hand: number; ratio: number; alpha: number; reference_needed: number; reference_bylines: number;
  articles: number; without_byline: number;
}
/** words: clean ones; the others were left out before anything was counted. hands: no sign, several, abstain. */
export interface BylineRow {
  byline: string; href: string; articles: number; words: number; quoted_words: number; shared_words: number; other_words: number;
  hands: string; reason: string; score: number | null;
}
/** verdict: same, different, abstain. rival: a third byline, nearest to rival_to. */
export interface PersonaPair {
  key: string; a: string; b: string; href: string; log_ratio: number | null; two_hands_chance: number | null; q: number | null; verdict: string; reason: string;
  rival: string; rival_to: string; rival_ratio: number | null; words_a: number; words_b: number; topic: number; status: string;
}
/** GET /personas/byline.json?name= (csv: hands). */
export interface BylinePage { study: StudyState; byline: BylineRow; hands: HandsOf; habits: HabitRow[]; pairs: PersonaPair[]; rhythm: RhythmOf; limits: string[]; choice: Choice }
/** asked: articles long enough; change_at: the first article after the clearest change; stands_out: that change, or several hands, is found. */
export interface HandsOf {
  asked: number; needed: number; dispersion: number | null; reference: number | null; separation: number | null; split_p: number | null;
  change_at: number | null; change_p: number | null; before: number; after: number; change: string; stands_out: boolean; marks: HandMark[];
}
/** hand: 0 or 1; null where the two sets of features disagree or the article was too short to be asked. */
export interface HandMark { article: ArticleLink; hand: number | null; margin: number | null; asked: boolean }
export interface HabitRow { habit: string; forms: Tally[] }
/** GET /personas/pair.json?a=&b= (csv: evidence). Decided like a group, by the key of the pair. */
export interface PersonaPairPage {
  study: StudyState; pair: PersonaPair; a: BylineRow; b: BylineRow; evidence: StyleEvidence[]; sentence: string; habits: HabitPair[]; limits: string[];
  decisions: Decision[]; notes: Note[]; choice: Choice;
}
/** contribution above 0 speaks for one hand. family: word, letters. */
export interface StyleEvidence {
  feature: string; family: string; contribution: number; per_thousand_a: number; per_thousand_b: number; per_thousand_reference: number;
  a: StyleExample | null; b: StyleExample | null;
}
export interface StyleExample { href: string; before: string; text: string; after: string }
export interface HabitPair { habit: string; a: Tally[]; b: Tally[] }
/** GET /personas/changes.json?byline=&after= (csv). What `claque hands` says of all articles, those with most changes first. */
export interface StyleChangesPage { study: StudyState; sentence: string; bar: string; texts: ChangesRow[]; total: number; next: string | null; limits: string[] }
/** changes: "6 (0.58)", after which paragraph with which chance; open: after which it cannot be said; why: why nothing is said of it. */
export interface ChangesRow { article: ArticleLink; href: string; paragraphs: number; changes: string; open: string; why: string }
/** GET /articles/{number}/changes.json (csv: breaks). copies: a warning where copies were not looked for; empty otherwise. */
export interface ArticleChangesPage { study: StudyState; article: ArticleLink; sentence: string; bar: string; copies: string; paragraphs: StyleParagraph[]; limits: string[] }
/** quoted, shared: what of it are, or may be, somebody else's words. after: the break behind it; null for the last. */
export interface StyleParagraph { number: number; href: string; parts: TextPart[]; cut: number; quoted: string; shared: Finding[]; after: StyleBreak | null }
/** answer: change, none, open. signs: empty where the chance is far below the bar. */
export interface StyleBreak { answer: string; chance: number; signs: StyleSign[] }
/** log_odds above 0 speaks for a change. */
export interface StyleSign { sign: string; log_odds: number }
/**
 * GET /personas/verify.json?a=1&b=2 or ?byline=&b= (csv: the answer as `claque verify --csv` gives it; jsonl: the problems that it takes).
 * a, byline: whose texts are known; b: the text asked about; null and empty until they are chosen. problem: why it cannot be answered.
 */
export interface VerifyPage {
  study: StudyState; bylines: string[]; a: ArticleLink | null; byline: string; b: ArticleLink | null; answer: Verified | null; problem: string; bar: string;
  limits: string[];
}
/** verdict: same, different, abstain. score: chance at even odds, 0.5 is no answer. ratio, rival_shown: in whole numbers, such as 40 : 1. needs: what an answer would need. */
export interface Verified {
  verdict: string; reason: string; score: number; log_ratio: number | null; ratio: string; reference: string; writers: number; rival: string; rival_href: string;
  rival_ratio: number | null; rival_shown: string; needs: string; sides: VerifiedSide[];
}
export interface VerifiedSide { name: string; href: string; texts: number; words: number; quoted_words: number; shared_words: number; other_words: number }
/** hours: 168 counts in UTC, Monday 00:00 first; empty when the clock does not tell hours. What the times cannot support is null, with the reason in problems.
    office_matched: accounts like it otherwise; office_index: log odds of office hours beside their middle, null with fewer than five. clients: what tells its two clients apart, or empty. */
export interface RhythmOf {
  posts: number; precision: string; hours: number[]; offset: number | null; offset_low: number | null; offset_high: number | null;
  sleep_hours: number | null; sleep_low: number | null; sleep_high: number | null; sleep_start_utc: number | null; burstiness: number | null;
  quarter_hour_share: number | null; minute_p: number | null; top_second_share: number | null; second_p: number | null;
  office_share: number | null; weekend_ratio: number | null; office_matched: number; office_index: number | null; office_low: number | null;
  office_high: number | null; office_as_high: number | null; clients: string; problems: string[]; caution: string; limits: string[];
}
