export const slowest = 0.5;
export const fastest = 2.5;
const steps = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.25, 2.5] as const;

export function clampSpeed(speed: number): number {
  return Number.isFinite(speed) ? Math.min(fastest, Math.max(slowest, speed)) : 1;
}

/** The next step up or down from any speed. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  if (direction === 1) return steps.find((one) => one > speed + 0.001) ?? fastest;
  return [...steps].reverse().find((one) => one < speed - 0.001) ?? slowest;
}

/** "1×", "1.25×" */
export function showSpeed(speed: number): string {
  return `${Number(speed.toFixed(2))}×`;
}
