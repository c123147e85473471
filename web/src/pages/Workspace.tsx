import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import "../player/player.css";
import "../transcript/panel.css";
import "../transcript/hearing.css";
import "../transcript/transcript.css";
import "../transcript/workspace.css";
import { api } from "../api/calls";
import type { Peaks, Tag } from "../api/types";
import { Waiting } from "../parts/basics";
import { Player } from "../player/Player";
import { PlayerBar } from "../player/PlayerBar";
import { useClips } from "../player/useClips";
import { usePrint } from "../print/usePrint";
import { usePoll } from "../state/load";
import { signInsAgain } from "../state/me";
import { address } from "../router";
import { keep, kept } from "../state/kept";
import { Comparison } from "../transcript/Comparison";
import { DeskWave } from "../transcript/DeskWave";
import { Desk } from "../transcript/Desk";
import { Header } from "../transcript/Header";
import { NoTranscript } from "../transcript/NoTranscript";
import { heard } from "../transcript/passage";
import { SidePanel, type PanelView } from "../transcript/SidePanel";
import { TranscriptView } from "../transcript/TranscriptView";
import { Undo } from "../transcript/Undo";
import { useArrival } from "../transcript/useArrival";
import { usePanel } from "../transcript/usePanel";
import { VersionReader } from "../transcript/VersionReader";
import { WorkBars } from "../transcript/WorkBars";
import { toggleLoop, useWorkKeys } from "../transcript/useWorkKeys";
import { t } from "../texts/texts";

/** One recording: transcript, player, criteria. `/recordings/:id?t=SECONDS&word=N&play=1`, `?compare=1`, `?version=ID` */
export function Workspace({ id }: { id: string }) {
  const desk = useMemo(() => new Desk(id), [id]);
  const player = useMemo(() => new Player(document.createElement("audio")), [id]);
  const clips = useClips(() => player.pause());
  const peaks = useSignal<Peaks | null>(null);
  const machineTurns = useSignal<ReadonlySet<number>>(new Set());
  const speakerTurn = useSignal<number | null>(null);
  // off until somebody asks for it: shading draws the eye away from what engines are surely wrong about
  const doubt = useSignal(kept("doubt") === "shown");
  useSignalEffect(() => keep("doubt", doubt.value ? "shown" : null));
  const panel = usePanel(desk);
  const view = useSignal<PanelView>("criteria");

  useEffect(() => {
    void desk.open();
    return () => { desk.close(); player.close(); };
  }, [desk]);
  const again = signInsAgain.value;
  useEffect(() => {
    if (again === 0) return;
    if (desk.transcript.value === null) void desk.open();
    else desk.trouble.value = null;
  }, [again]);
  usePoll(desk.busy.value, 1000, () => desk.poll());
  useArrival(desk, player);
  usePrint(desk);
  const seen = useSignal(document.visibilityState === "visible");
  useEffect(() => {
    const look = () => {
      seen.value = document.visibilityState === "visible";
      if (seen.value && desk.transcript.value !== null) void desk.steps.look();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [desk]);
  // what others do comes in by itself; what one did oneself changes what the next undo does
  usePoll(seen.value && desk.transcript.value !== null, 4000, () => desk.steps.look());
  useSignalEffect(() => { if (desk.done.value !== null && desk.steps.kept.peek()) void desk.steps.look(); });

  const ready = desk.recording.value?.state === "ready";
  useEffect(() => {
    if (!ready) return;
    // without peaks the plain slider stands in for the waveform
    const readPeaks = () => { api.peaks(id).then((answer) => { peaks.value = answer; }, () => undefined); };
    player.audio.src = api.audioAddress(id);
    readPeaks();
    desk.soundChanged = () => { player.renew(api.audioAddress(id)); readPeaks(); };
  }, [ready, id]);
  useEffect(() => player.playing.subscribe((playing) => { if (playing) clips.stop(); }), [player]);

  const toggleMachine = (turnId: number) => {
    const next = new Set(machineTurns.value);
    if (!next.delete(turnId)) next.add(turnId);
    machineTurns.value = next;
    void desk.readMachine();
  };
  const comparing = address.value.searchParams.has("compare");
  const version = address.value.searchParams.get("version");
  const away = comparing || version !== null;
  const versions = (part: { start: number; end: number } | null) => {
    if (desk.transcript.value === null) return;
    desk.part.value = part;
    desk.tagging.value = false;
    panel.value = true;
    view.value = "versions";
    requestAnimationFrame(() => document.getElementById("hear-again")?.scrollIntoView({ block: "nearest" }));
  };
  desk.showChanges = () => { desk.tagging.value = false; panel.value = true; view.value = "changes"; };
  const { toDoubt, toGap, toUnchecked } = useWorkKeys({ desk, player, toggleMachine, speakerTurn, doubt, panel, away, versions });

  desk.hearing = (start, end) => player.playStretch(start, end);
  const hear = (tag: Tag) => {
    desk.following.value = true;
    player.playStretch(tag.start, tag.end);
    const position = desk.index.value.positions.get(tag.firstWord);
    if (position !== undefined) desk.reveal(position);
  };
  const loop = () => {
    const passage = desk.passage.value;
    const turn = desk.index.value.turns[desk.index.value.turnOf[Math.max(0, desk.current.value)] ?? 0];
    toggleLoop(player, passage !== null ? heard(desk.index.value, passage) : turn ?? null);
  };
  if (desk.recording.value === null) {
    return <div class="page"><h1 class="sr">{t("Recording")}</h1><Waiting problem={desk.problem.value} reload={() => void desk.open()} what={t("the recording")} /></div>;
  }
  return (
    <div class={panel.value ? "workspace" : "workspace panel-shut"}>
      <Header desk={desk} doubt={doubt} panel={panel} versions={() => versions(null)} nextUnchecked={toUnchecked} />
      {!away && <WorkBars desk={desk} player={player} doubt={doubt} nextDoubt={toDoubt} nextGap={toGap} />}
      {comparing && desk.transcript.value !== null ? <Comparison desk={desk} player={player} />
        : version !== null && desk.transcript.value !== null ? <VersionReader recordingId={id} versionId={version} player={player} />
        : desk.transcript.value !== null
        ? <TranscriptView desk={desk} player={player} machineTurns={machineTurns.value} toggleMachine={toggleMachine} speakerTurn={speakerTurn} doubt={doubt.value} again={versions} />
        : desk.recording.value.transcriptId !== null
          ? <div class="no-transcript"><Waiting problem={desk.problem.value} reload={() => void desk.open()} what={t("the transcript")} /></div>
          : <NoTranscript desk={desk} />}
      <SidePanel desk={desk} player={player} clips={clips} hear={hear} view={view} raised={panel.value} close={() => { panel.value = false; }} />
      <Undo desk={desk} />
      {ready && (
        <PlayerBar player={player} durationSeconds={desk.recording.value.durationSeconds ?? 0} loop={loop}>
          {peaks.value !== null && <DeskWave desk={desk} player={player} peaks={peaks.value} />}
        </PlayerBar>
      )}
    </div>
  );
}
