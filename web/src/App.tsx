import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "./api/calls";
import { whenNotSignedIn } from "./api/client";
import { Problem, sentence } from "./api/problem";
import { useSignal } from "@preact/signals";
import { Notice } from "./parts/basics";
import { Shell } from "./parts/Shell";
import { EnrolmentPage } from "./pages/EnrolmentPage";
import { Home } from "./pages/Home";
import { Learners } from "./pages/Learners";
import { Models } from "./pages/Models";
import { NotFound } from "./pages/NotFound";
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
import { me } from "./state/me";

interface Route {
  pattern: string;
  page: (parameters: Record<string, string>) => JSX.Element;
  /** open without being signed in */
  open?: boolean;
  /** without the bar at the top */
  bare?: boolean;
}

const routes: Route[] = [
  { pattern: "/", page: () => <Home /> },
  { pattern: "/sign-in", page: () => <SignIn />, open: true, bare: true },
  { pattern: "/setup", page: () => <Setup />, open: true, bare: true },
  { pattern: "/password", page: () => <Password /> },
  { pattern: "/learners", page: () => <Learners /> },
  { pattern: "/enrolments/:id", page: ({ id = "" }) => <EnrolmentPage key={id} id={id} /> },
  { pattern: "/units", page: () => <Units /> },
  { pattern: "/units/import", page: () => <UnitImport key={address.value.search} /> },
  { pattern: "/units/:id", page: ({ id = "" }) => <UnitPage key={id} id={id} /> },
  { pattern: "/sessions/new", page: () => <NewSession /> },
  { pattern: "/sessions/:id", page: ({ id = "" }) => <SessionPage key={id} id={id} /> },
  { pattern: "/sessions/:id/plan", page: ({ id = "" }) => <ChangePlan key={id} id={id} /> },
  { pattern: "/sessions/:id/record", page: ({ id = "" }) => <RecordPage key={id} id={id} />, bare: true },
  { pattern: "/recordings/:id", page: ({ id = "" }) => <Workspace key={id} id={id} /> },
  { pattern: "/search", page: () => <Search /> },
  { pattern: "/models", page: () => <Models /> },
  { pattern: "/people", page: () => <People /> },
];

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
    whenNotSignedIn(toSignIn);
    ask();
  }, []);
  const found = find(path.value);
  const signedOut = me.value === null && found?.route.open !== true;
  useEffect(() => { if (signedOut) toSignIn(); }, [signedOut]);

  if (problem.value !== null) {
    return <Shell bare><div class="page narrow"><Notice kind="problem" action={<button class="button small" onClick={ask}>Try again</button>}>{problem.value}</Notice></div></Shell>;
  }
  if (me.value === undefined && found?.route.open !== true) return <Shell bare><span class="sr" role="status">Loading</span></Shell>;
  if (signedOut) return null;
  return <Shell bare={found?.route.bare === true || !me.value}>{found === null ? <NotFound /> : found.route.page(found.parameters)}</Shell>;
}

function find(pathname: string): { route: Route; parameters: Record<string, string> } | null {
  for (const route of routes) {
    const parameters = match(route.pattern, pathname);
    if (parameters !== null) return { route, parameters };
  }
  return null;
}
