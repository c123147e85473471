import { useId } from "preact/hooks";
import type { Strength } from "../api/types";
import { keyOf, tip } from "../commands/table";
import { strengthName, strengths, StrengthSign } from "../parts/StrengthSign";

/** How far a passage meets its criterion: three choices side by side, each with its sign and its word. */
export function StrengthChoice({ value, set, keys = false }: { value: Strength; set: (strength: Strength) => void; /** the keys of the palette change it */ keys?: boolean }) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="label">How far does it meet it?{keys && <span class="optional"> <kbd>{keyOf("weaker")}</kbd> <kbd>{keyOf("stronger")}</kbd></span>}</legend>
      <div class="segments small strength-choice" title={keys ? tip("weaker") : undefined}>
        {strengths.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={value === each} onChange={() => set(each)} />
            <span><StrengthSign strength={each} /> {strengthName(each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
