import { forget, tryAgain, type Upload } from "../recorder/uploads";
import { Bar, Notice } from "./basics";
import { Icon } from "./Icon";
import { sizeWords } from "./words";

/** A file on its way: how much is stored, and what is wrong when it stops. */
export function UploadCard({ upload }: { upload: Upload }) {
  const { size } = upload.file;
  const part = size === 0 ? 0 : upload.storedBytes / size;
  const leave = <button class="button small" onClick={() => forget(upload.key)}>Leave it</button>;
  return (
    <article class="panel recording" aria-label={upload.file.name}>
      <div class="recording-head">
        <Icon name={size === 0 ? "file" : "upload"} />
        <div class="grow"><h2 dir="auto">{upload.file.name}</h2><p class="small quiet-text">{size === 0 ? "An empty file" : `${sizeWords(upload.storedBytes)} of ${sizeWords(size)} stored safely`}</p></div>
        {size > 0 && <span class="quiet-text">{Math.floor(part * 100)} %</span>}
      </div>
      {upload.state === "sending" && size > 0 && <Bar part={part} label={`Storing ${upload.file.name}`} />}
      {upload.away !== null && <Notice kind="warning">{/does not answer/.test(upload.away) ? "The server is away." : upload.away} What is stored is safe; sending goes on by itself as soon as that is over.</Notice>}
      {upload.state === "failed" && (
        <Notice kind="problem" action={size === 0 ? leave : <><button class="button small" onClick={() => tryAgain(upload.key)}>Try again</button>{leave}</>}>{upload.problem}</Notice>
      )}
    </article>
  );
}
