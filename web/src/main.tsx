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
import { speakChosen } from "./texts/languages";

// Texts are looked up when a page's code is read, so the language comes first; where its catalogue does not come, it is English.
await speakChosen().catch(() => undefined);
const [{ App }, { listenForKeys }] = await Promise.all([import("./App"), import("./commands/keys")]);
listenForKeys();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
