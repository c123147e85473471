import { Empty, useTitle } from "../parts/basics";
import { Link } from "../router";
import { t } from "../texts/texts";

export function NotFound() {
  useTitle(t("Not here"));
  return (
    <div class="page">
      <Empty title={t("There is nothing at this address")} actions={<Link class="button primary" to="/">{t("Go home")}</Link>}>
        {t("It may have been removed, or the address was cut short when it was copied.")}
      </Empty>
    </div>
  );
}

/** A page that the person's roles have no use for, opened by its address. */
export function NotYours() {
  useTitle(t("Not yours"));
  return (
    <div class="page">
      <Empty title={t("This page is for other roles")} actions={<Link class="button primary" to="/">{t("Go home")}</Link>}>
        {t("Your account cannot do anything here. The centre's administrator can give it another role.")}
      </Empty>
    </div>
  );
}
