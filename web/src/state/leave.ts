import { useEffect } from "preact/hooks";
import { guardLeaving } from "../router";
import { t } from "../texts/texts";

/** While `unsaved`, leaving the page or closing the window asks first: this cannot be undone. */
export function useLeaveGuard(unsaved: boolean, question = t("What you changed here is not saved yet. Leave anyway?")): void {
  useEffect(() => {
    if (!unsaved) return;
    const open = guardLeaving(() => !window.confirm(question));
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => { open(); window.removeEventListener("beforeunload", warn); };
  }, [unsaved, question]);
}
