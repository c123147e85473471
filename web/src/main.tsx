import "./tokens.css";
import "./base.css";
import "./parts/shell.css";
import "./parts/parts.css";
import "./parts/strip.css";
import "./pages/door.css";
import "./pages/home.css";
import "./pages/learners.css";
import "./pages/units.css";
import "./pages/sessions.css";
import "./pages/record.css";
import "./pages/glossary.css";
import { render } from "preact";
import { App } from "./App";
import { listenForKeys } from "./commands/keys";

listenForKeys();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
