// A study of all articles: how it stands, and the button that makes it.
import { useState } from 'preact/hooks';
import type { JobState, StudyState } from '../api.ts';
import { count, time } from '../state/format.ts';
import { post } from '../state/load.ts';
import { go } from '../state/route.ts';
import { Note, Warn } from './parts.tsx';

/** Says when the study was made; where it was not, or is behind, offers to make it. */
export function StudyBar({ of: study, what, button }: { of: StudyState; what: string; button: string }) {
  const [problem, setProblem] = useState('');
  const start = () => post<JobState>(`/api/studies/${study.name}`).then((job) => go(`/jobs/${job.id}`), (error: Error) => setProblem(error.message));
  if (study.articles === 0) return <p>The case holds no {study.of} yet. <a href="/">Import some</a></p>;
  return (
    <>
      {problem && <Warn>{problem}</Warn>}
      {study.state === 'none' && (
        <Note>
          <p>{what}</p>
          <p><button type="button" class="main" onClick={() => void start()}>{button}</button></p>
        </Note>
      )}
      {study.state === 'behind' && (
        <Note warn>
          <p>{study.sentence}</p>
          <p><button type="button" onClick={() => void start()}>Look again</button></p>
        </Note>
      )}
      {study.state === 'made' && (
        <p class="soft made">
          Worked out over {count(study.looked)} {study.of}, {time(study.made, 'minute')}, Claque {study.version}. <button type="button" class="link" onClick={() => void start()}>Look again</button>
        </p>
      )}
    </>
  );
}
