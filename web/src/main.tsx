import "./tokens.css";
import "./base.css";
import "./parts/shell.css";
import "./parts/parts.css";
import { render } from "preact";
import { App } from "./App";
import { listenForKeys } from "./commands/keys";

listenForKeys();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
