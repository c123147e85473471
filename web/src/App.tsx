import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "./api/calls";
import { whenNotSignedIn } from "./api/client";
import { Problem, sentence } from "./api/problem";
import type { Role } from "./api/types";
import { useSignal } from "@preact/signals";
import { Notice } from "./parts/basics";
import { Shell } from "./parts/Shell";
import { SignInAgain } from "./parts/SignInAgain";
import { Centre } from "./pages/Centre";
import { EnrolmentPage } from "./pages/EnrolmentPage";
import { Glossary } from "./pages/Glossary";
import { Home } from "./pages/Home";
import { Keys } from "./pages/Keys";
import { Learners } from "./pages/Learners";
import { MatrixPage } from "./pages/MatrixPage";
import { Models } from "./pages/Models";
import { NotFound, NotYours } from "./pages/NotFound";
import { Passages } from "./pages/Passages";
import { Password } from "./pages/Password";
import { People } from "./pages/People";
import { RecordPage } from "./pages/RecordPage";
import { Search } from "./pages/Search";
import { SessionPage } from "./pages/SessionPage";
import { ChangePlan, NewSession } from "./pages/SessionPlan";
import { Setup } from "./pages/Setup";
import { SignIn } from "./pages/SignIn";
import { UnitImport } from "./pages/UnitImport";
import { UnitPage } from "./pages/UnitPage";
import { Units } from "./pages/Units";
import { Workspace } from "./pages/Workspace";
import { address, go, match, path } from "./router";
import { sendWhatWasLeft } from "./recording/returning";
import { hasRole, me, signInOver, signInsAgain } from "./state/me";
import { t } from "./texts/texts";

interface Route {
  pattern: string;
  page: (parameters: Record<string, string>) => JSX.Element;
  /** open without being signed in */
  open?: boolean;
  /** without the bar at the top */
  bare?: boolean;
  /** who can do something there; absent: everybody */
  roles?: Role[];
}

const routes: Route[] = [
  { pattern: "/", page: () => <Home /> },
  { pattern: "/sign-in", page: () => <SignIn />, open: true, bare: true },
  { pattern: "/setup", page: () => <Setup />, open: true, bare: true },
  { pattern: "/password", page: () => <Password /> },
  { pattern: "/keys", page: () => <Keys /> },
  { pattern: "/learners", page: () => <Learners /> },
  { pattern: "/enrolments/:id", page: ({ id = "" }) => <EnrolmentPage key={id} id={id} /> },
  { pattern: "/enrolments/:id/matrix", page: ({ id = "" }) => <MatrixPage key={id} id={id} /> },
  { pattern: "/units", page: () => <Units /> },
  { pattern: "/units/import", page: () => <UnitImport key={address.value.search} />, roles: ["administrator", "assessor"] },
  { pattern: "/units/:id", page: ({ id = "" }) => <UnitPage key={id} id={id} /> },
  { pattern: "/sessions/new", page: () => <NewSession />, roles: ["assessor"] },
  { pattern: "/sessions/:id", page: ({ id = "" }) => <SessionPage key={id} id={id} /> },
  { pattern: "/sessions/:id/plan", page: ({ id = "" }) => <ChangePlan key={id} id={id} /> },
  { pattern: "/sessions/:id/record", page: ({ id = "" }) => <RecordPage key={id} id={id} />, bare: true },
  { pattern: "/recordings/:id", page: ({ id = "" }) => <Workspace key={id} id={id} /> },
  { pattern: "/passages", page: () => <Passages /> },
  { pattern: "/search", page: () => <Search /> },
  { pattern: "/glossary", page: () => <Glossary /> },
  { pattern: "/models", page: () => <Models /> },
  { pattern: "/centre", page: () => <Centre />, roles: ["administrator"] },
  { pattern: "/people", page: () => <People />, roles: ["administrator"] },
];

/** The server no longer knows the person: an open page stays and asks on top; where nobody was signed in there is nothing to keep. */
function notSignedIn(): void {
  if (me.value) signInOver.value = true;
  else toSignIn();
}

/** Goes to the sign-in page and remembers where the person was. */
function toSignIn(): void {
  const here = address.value.pathname + address.value.search;
  me.value = null;
  if (address.value.pathname === "/sign-in" || address.value.pathname === "/setup") return;
  go(`/sign-in${here === "/" ? "" : `?next=${encodeURIComponent(here)}`}`, { replace: true });
}

export function App() {
  const problem = useSignal<string | null>(null);
  const ask = () => {
    problem.value = null;
    api.me().then(
      (answer) => { me.value = answer; },
      (failure: unknown) => {
        if (failure instanceof Problem && failure.status === 401) me.value = null;
        else problem.value = sentence(failure);
      },
    );
  };
  useEffect(() => {
    whenNotSignedIn(notSignedIn); }, []);
  const found = find(path.value);
  const open = found?.route.open === true;
  // the pages for those who are not signed in need not ask who is
  useEffect(() => { if (!open && me.value === undefined) ask(); }, [open]);
  const who = me.value?.person.id;
  const again = signInsAgain.value;
  useEffect(() => { if (who !== undefined) void sendWhatWasLeft(); }, [who, again]);
  const signedOut = me.value === null && !open;
  useEffect(() => { if (signedOut) toSignIn(); }, [signedOut]);
  useEffect(() => { if (!me.value) signInOver.value = false; }, [me.value]);

  if (problem.value !== null) {
    return <Shell bare><div class="page narrow"><Notice kind="problem" action={<button class="button small" onClick={ask}>{t("Try again")}</button>}>{problem.value}</Notice></div></Shell>;
  }
  if (me.value === undefined && !open) return <Shell bare><span class="sr" role="status">{t("Loading")}</span></Shell>;
  if (signedOut) return null;
  return <Shell bare={found?.route.bare === true || !me.value}>{found === null ? <NotFound /> : found.route.roles === undefined || hasRole(...found.route.roles) ? found.route.page(found.parameters) : <NotYours />}<SignInAgain /></Shell>;
}

function find(pathname: string): { route: Route; parameters: Record<string, string> } | null {
  for (const route of routes) {
    const parameters = match(route.pattern, pathname);
    if (parameters !== null) return { route, parameters };
  }
  return null;
}
