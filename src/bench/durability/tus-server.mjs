// A resumable upload server as its makers give it: @tus/server with its store of files, all options at their defaults.
//   node tus-server.mjs FOLDER      prints "Open http://127.0.0.1:PORT/files"
import { createServer } from "node:http";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const tus = new Server({ path: "/files", datastore: new FileStore({ directory: process.argv[2] }) });
const http = createServer(tus.handle.bind(tus));
http.listen(0, "127.0.0.1", () => console.log(`Open http://127.0.0.1:${http.address().port}/files`));
