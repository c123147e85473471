import { forget, tryAgain, type Upload } from "../recorder/uploads";
import { Bar, Notice } from "./basics";
import { Icon } from "./Icon";
import { sizeWords } from "./words";

/** A file on its way: how much is stored, and what is wrong when it stops. */
export function UploadCard({ upload }: { upload: Upload }) {
  const part = upload.file.size === 0 ? 0 : upload.storedBytes / upload.file.size;
  return (
    <article class="panel recording" aria-label={upload.file.name}>
      <div class="recording-head">
        <Icon name="upload" />
        <div class="grow"><h2 dir="auto">{upload.file.name}</h2><p class="small quiet-text">{sizeWords(upload.storedBytes)} of {sizeWords(upload.file.size)} stored safely</p></div>
        <span class="quiet-text">{Math.floor(part * 100)} %</span>
      </div>
      {upload.state === "sending" && <Bar part={part} label={`Storing ${upload.file.name}`} />}
      {upload.away !== null && <Notice kind="warning">The server is away. What is stored is safe; sending goes on by itself as soon as it answers.</Notice>}
      {upload.state === "failed" && (
        <Notice kind="problem" action={<><button class="button small" onClick={() => tryAgain(upload.key)}>Try again</button><button class="button small" onClick={() => forget(upload.key)}>Leave it</button></>}>{upload.problem}</Notice>
      )}
    </article>
  );
}
