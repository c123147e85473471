import { difference } from "./difference";

/** Two texts as one: what went out struck through, what came in underlined. */
export function Differences({ before, after }: { before: string; after: string }) {
  return (
    <p class="differences" dir="auto">
      {difference(before, after).map(({ kind, text }, at) => {
        if (kind === "same") return <span key={at}>{text} </span>;
        return kind === "out" ? <del key={at}>{text} </del> : <ins key={at}>{text} </ins>;
      })}
    </p>
  );
}
