import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { t } from "../texts/texts";

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  wrong?: string | null | undefined;
  optional?: boolean;
}

/** A label, its control, a hint and what is wrong, tied together for screen readers. */
export function Field({ label, hint, wrong, optional, control }: FieldProps & {
  control: (ties: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined }) => JSX.Element;
}) {
  const id = useId();
  const described = [hint !== undefined ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].filter((part) => part !== "").join(" ");
  return (
    <div class="field">
      <label for={id}>{label}{optional === true && <span class="optional">{" "}{t("(optional)")}</span>}</label>
      {control({ id, "aria-describedby": described === "" ? undefined : described, "aria-invalid": wrong ? true : undefined })}
      {hint !== undefined && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      {wrong && <div class="wrong" id={`${id}-wrong`} role="alert">{wrong}</div>}
    </div>
  );
}

type TextProps = FieldProps & { value: string; set: (value: string) => void } & Omit<JSX.IntrinsicElements["input"], "value" | "label" | "class">;

export function TextField({ label, hint, wrong, optional, value, set, ...rest }: TextProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} optional={optional} control={(ties) => (
      <input {...rest} {...ties} class="input" dir="auto" value={value} onInput={(event) => set(event.currentTarget.value)} />
    )} />
  );
}

type AreaProps = FieldProps & { value: string; set: (value: string) => void; rows?: number; placeholder?: string };

export function AreaField({ label, hint, wrong, optional, value, set, rows = 3, placeholder }: AreaProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} optional={optional} control={(ties) => (
      <textarea {...ties} class="input" dir="auto" rows={rows} placeholder={placeholder} value={value} onInput={(event) => set(event.currentTarget.value)} />
    )} />
  );
}

type SelectProps = FieldProps & { value: string; set: (value: string) => void; choices: readonly (readonly [value: string, text: string])[] };

export function SelectField({ label, hint, wrong, optional, value, set, choices }: SelectProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} optional={optional} control={(ties) => (
      <select {...ties} class="input" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {choices.map(([each, text]) => <option key={each} value={each} selected={each === value}>{text}</option>)}
      </select>
    )} />
  );
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, set, choices }: { label: string; value: T; set: (value: T) => void; choices: readonly (readonly [T, string])[] }) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="segments">
        {choices.map(([each, text]) => (
          <label key={each}><input type="radio" name={name} checked={each === value} onChange={() => set(each)} /><span>{text}</span></label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check({ checked, set, children }: { checked: boolean; set: (checked: boolean) => void; children: ComponentChildren }) {
  return <label class="check"><input type="checkbox" checked={checked} onChange={(event) => set(event.currentTarget.checked)} /><span>{children}</span></label>;
}

/** A password being chosen: can be looked at, says how long it must be. */
export function NewPassword({ label, value, set, wrong, required = true, hint = t("At least 10 characters. Three or four unrelated words do well.") }: {
  label: string; value: string; set: (value: string) => void; wrong?: string | null; hint?: string; required?: boolean;
}) {
  return <TextField label={label} hint={hint} wrong={wrong} value={value} set={set} type="password" autocomplete="new-password" minLength={10} required={required} />;
}
