import { chooseLanguage, chosenLanguage, languages, ownName } from "../texts/languages";
import { t } from "../texts/texts";
import { SelectField } from "./fields";

/** The language of the pages, where there is more than one to choose from. */
export function LanguageChoice() {
  if (languages.length < 2) return null;
  return <SelectField label={t("Language of the pages")} value={chosenLanguage()} set={chooseLanguage} choices={languages.map((tag) => [tag, ownName(tag)] as const)} />;
}
