import { forget, tryAgain, type Upload } from "../recorder/uploads";
import { Bar, Notice } from "./basics";
import { Icon } from "./Icon";
import { sizeWords } from "./words";
import { t } from "../texts/texts";
import { notAnswering } from "../api/client";

/** A file on its way: how much is stored, and what is wrong when it stops. */
export function UploadCard({ upload }: { upload: Upload }) {
  const { size } = upload.file;
  const part = size === 0 ? 0 : upload.storedBytes / size;
  const leave = <button class="button small" onClick={() => forget(upload.key)}>{t("Leave it")}</button>;
  return (
    <article class="panel recording" aria-label={upload.file.name}>
      <div class="recording-head">
        <Icon name={size === 0 ? "file" : "upload"} />
        <div class="grow"><h2 dir="auto">{upload.file.name}</h2><p class="small quiet-text">{size === 0 ? t("An empty file") : t("{storedBytes} of {size} stored safely", { storedBytes: sizeWords(upload.storedBytes), size: sizeWords(size) })}</p></div>
        {size > 0 && <span class="quiet-text">{Math.floor(part * 100)} %</span>}
      </div>
      {upload.state === "sending" && size > 0 && <Bar part={part} label={t("Storing {file}", { file: upload.file.name })} />}
      {upload.away !== null && <Notice kind="warning">{t("{which} What is stored is safe; sending goes on by itself as soon as that is over.", { which: upload.away === notAnswering ? t("The server is away.") : upload.away })}</Notice>}
      {upload.state === "failed" && (
        <Notice kind="problem" action={size === 0 ? leave : <><button class="button small" onClick={() => tryAgain(upload.key)}>{t("Try again")}</button>{leave}</>}>{upload.problem}</Notice>
      )}
    </article>
  );
}
