import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "./Icon";

/** Takes files by dropping and by a button, so that nobody needs a mouse. */
export function DropZone({ drop, accept, label, note, multiple = false, children }: {
  drop: (files: File[]) => void; accept?: string; label: string; note?: string; multiple?: boolean; children?: ComponentChildren;
}) {
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) drop(multiple ? files : files.slice(0, 1));
  };
  const drag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    over.value = true;
  };
  return (
    <div class={`drop${over.value ? " over" : ""}`} onDragEnter={drag} onDragOver={drag} onDragLeave={() => { over.value = false; }}
      onDrop={(event) => { if (!over.value) return; event.preventDefault(); over.value = false; take(event.dataTransfer?.files); }}>
      {children}
      <div class="drop-foot">
        <input ref={input} type="file" class="sr" tabIndex={-1} aria-label={label} accept={accept} multiple={multiple} onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }} />
        <button type="button" class="button" onClick={() => input.current?.click()}><Icon name="upload" />{label}</button>
        {note !== undefined && <span class="hint">{note}</span>}
      </div>
    </div>
  );
}
