import type { Command } from "./table";

/** The keys of the transcript workspace and of the search page. */
export const workspaceCommands: Command[] = [];
