import { computed, signal } from "@preact/signals";
import type { Me, Role } from "../api/types";

/** Who is signed in; undefined: not asked yet, null: nobody. */
export const me = signal<Me | null | undefined>(undefined);

export const centreName = computed(() => me.value?.centre.name ?? null);
/** The zone all times of the day are shown in. */
export const timeZone = computed(() => me.value?.centre.timeZone ?? "Europe/London");

export function hasRole(...roles: Role[]): boolean {
  return me.value?.person.roles.some((role) => roles.includes(role)) ?? false;
}
