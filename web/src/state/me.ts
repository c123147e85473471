import { computed, signal } from "@preact/signals";
import type { Me, Role } from "../api/types";

/** Who is signed in; undefined: not asked yet, null: nobody. */
export const me = signal<Me | null | undefined>(undefined);

/** The sign-in ran out while a page was open: the page stays as it is, and asks for it again on top. */
export const signInOver = signal(false);
/** Counts how often somebody signed in again on an open page: what could not be loaded is then loaded. */
export const signInsAgain = signal(0);

export const centreName = computed(() => me.value?.centre.name ?? null);
/** The zone all times of the day are shown in. */
export const timeZone = computed(() => me.value?.centre.timeZone ?? "Europe/London");

export function hasRole(...roles: Role[]): boolean {
  return me.value?.person.roles.some((role) => roles.includes(role)) ?? false;
}
