import { useEffect, useMemo, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, Waiting } from "../parts/basics";
import { clockWords, dateWords, positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import { go } from "../router";
import { useLoad } from "../state/load";
import { byWords, paragraphsOf, partWords, stateWords } from "./hearings";

/** One version as its machine gave it, to read and to hear. Nothing here can be changed. */
export function VersionReader({ recordingId, versionId, player }: { recordingId: string; versionId: string; player: Player }) {
  const loaded = useLoad(async (signal) => {
    const [versions, words] = await Promise.all([api.versions(recordingId, signal), api.machineWords(versionId, signal)]);
    return { version: versions.find((one) => one.id === versionId) ?? null, words };
  }, [recordingId, versionId]);
  const paragraphs = useMemo(() => paragraphsOf(loaded.value?.words ?? []), [loaded.value]);
  const head = useRef<HTMLHeadingElement>(null);
  const back = () => go(`/recordings/${encodeURIComponent(recordingId)}`);
  useCommands({ later: back });
  const version = loaded.value?.version ?? null;
  useEffect(() => { if (loaded.value !== undefined) head.current?.focus({ preventScroll: true }); }, [loaded.value !== undefined]);
  return (
    <section class="reader" aria-label="A version as the machine heard it">
      <div class="reader-inner">
        <div class="row reader-head">
          <div class="grow">
            <h2 tabIndex={-1} ref={head}>{version === null ? "As the machine heard it" : byWords(version)}</h2>
            {version !== null && <p class="small quiet-text">{dateWords(version.createdAt)}, {clockWords(version.createdAt)} · {partWords(version)} · {stateWords(version.state)}. Word for word, without anybody’s corrections.</p>}
          </div>
          <button class="button small" title={tip("later", "Back to the transcript")} onClick={back}>Back to the transcript</button>
        </div>
        {loaded.value === undefined ? <Waiting problem={loaded.problem} reload={loaded.reload} what="the words" />
          : paragraphs.length === 0 ? <Notice>The machine heard no words here.</Notice>
          : <ol>{paragraphs.map((each) => (
              <li key={each.start}><button class="link time" title="Hear from here" onClick={() => player.playFrom(each.start)}>{positionWords(each.start)}</button><p dir="auto">{each.text}</p></li>
            ))}</ol>}
      </div>
    </section>
  );
}
