import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, Waiting } from "../parts/basics";
import { clockWords, dateWords, positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import { go } from "../router";
import { useLoad } from "../state/load";
import { byWords, paragraphsOf, partWords, stateWords } from "./hearings";
import { t } from "../texts/texts";

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
  useLayoutEffect(() => { if (loaded.value !== undefined) head.current?.focus({ preventScroll: true }); }, [loaded.value !== undefined]);
  return (
    <section class="reader" aria-label={t("A version as the machine heard it")}>
      <div class="reader-inner">
        <div class="row reader-head">
          <div class="grow">
            <h2 tabIndex={-1} ref={head}>{version === null ? t("As the machine heard it") : byWords(version)}</h2>
            {version !== null && <p class="small quiet-text">{t("{createdAt}, {createdAt2} · {version} · {state}. Word for word, without anybody’s corrections.", { createdAt: dateWords(version.createdAt), createdAt2: clockWords(version.createdAt), version: partWords(version), state: stateWords(version.state) })}</p>}
          </div>
          <button class="button small" title={tip("later", t("Back to the transcript"))} onClick={back}>{t("Back to the transcript")}</button>
        </div>
        {loaded.value === undefined ? <Waiting problem={loaded.problem} reload={loaded.reload} what={t("the words")} />
          : paragraphs.length === 0 ? <Notice>{t("The machine heard no words here.")}</Notice>
          : <ol>{paragraphs.map((each) => (
              <li key={each.start}><button class="link time" title={t("Hear from here")} onClick={() => player.playFrom(each.start)}>{positionWords(each.start)}</button><p dir="auto">{each.text}</p></li>
            ))}</ol>}
      </div>
    </section>
  );
}
