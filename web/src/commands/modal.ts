import { useLayoutEffect, useRef } from "preact/hooks";

const open = new Set<HTMLDialogElement>();

/** Whether the page rests under a dialog. Known without looking through the page, which has tens of thousands of words. */
export function underDialog(): boolean {
  return open.size > 0;
}

/** For a dialog that is over the page as long as it is mounted; afterwards the focus is where it was. `opened`: once it is shown. */
export function useModal(opened: (dialog: HTMLDialogElement) => void = () => undefined) {
  const panel = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = panel.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    open.add(dialog);
    opened(dialog);
    return () => {
      open.delete(dialog);
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return panel;
}
