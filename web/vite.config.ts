import { defineConfig } from "vitest/config";
import { fakeServer } from "./tests/fake-server.ts";

/** The server that `npm run dev` passes /api on to; another with COLLOQUY=http://localhost:9000, none with COLLOQUY=fake. */
const server = process.env["COLLOQUY"] ?? "http://localhost:8080";

export default defineConfig({
  build: { outDir: "../target/classes/web", emptyOutDir: true, sourcemap: true, target: "es2022" },
  server: server === "fake" ? {} : { proxy: { "/api": server } },
  plugins: server === "fake"
    ? [{ name: "fake-server", configureServer: (vite) => void vite.middlewares.use("/api", (request, response) => void fakeServer(request, response)) }]
    : [],
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"] },
});
