import { keyOf } from "./table";

/** The key of a command as it is now, on a button; nothing where it has none. */
export function Key({ of }: { of: string }) {
  const key = keyOf(of);
  return key === "" ? null : <kbd>{key}</kbd>;
}
