const shapes = {
  back: "M10 3 5 8l5 5",
  next: "m6 3 5 5-5 5",
  down: "m3 6 5 5 5-5",
  up: "m3 10 5-5 5 5",
  plus: "M8 3v10M3 8h10",
  close: "m4 4 8 8M12 4l-8 8",
  check: "m3 8.5 3.2 3.2L13 5",
  info: "M8 7.2v4.3M8 4.6v.1M8 14.4A6.4 6.4 0 1 0 8 1.6a6.4 6.4 0 0 0 0 12.8",
  warning: "M8 6v3.6M8 11.8v.1M7.1 2.2 1.4 12.4a1 1 0 0 0 .9 1.5h11.4a1 1 0 0 0 .9-1.5L8.9 2.2a1 1 0 0 0-1.8 0",
  play: "M4.5 2.8v10.4l8.4-5.2z",
  pause: "M5 3v10M11 3v10",
  mic: "M8 1.8a2 2 0 0 0-2 2v4a2 2 0 1 0 4 0v-4a2 2 0 0 0-2-2M3.5 7.5a4.5 4.5 0 0 0 9 0M8 12v2.4",
  file: "M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2",
  upload: "M8 10.5v-8M4.8 5.4 8 2.2l3.2 3.2M2.5 10.5v3h11v-3",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.7 10.7 14 14",
  trash: "M2.8 4.2h10.4M6.2 4.2V2.4h3.6v1.8M4 4.2l.7 9.4h6.6l.7-9.4",
  edit: "m2.5 13.5.7-3.1 7.4-7.4 2.4 2.4-7.4 7.4z",
  tag: "M2 7.4V2.4h5l6.6 6.6-5 5zM5 5.2v.1",
  person: "M8 7.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.6 14c.5-2.9 2.6-4.4 5.4-4.4s4.9 1.5 5.4 4.4",
} as const;

export type IconName = keyof typeof shapes;

/** A small line drawing; always beside words or inside a labelled control, so hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill={name === "play" ? "currentColor" : "none"} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
