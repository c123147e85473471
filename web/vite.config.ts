import { defineConfig } from "vitest/config";

/** The server that `npm run dev` passes /api on to; another with COLLOQUY=http://localhost:9000. */
const server = process.env["COLLOQUY"] ?? "http://localhost:8080";

export default defineConfig({
  build: { outDir: "../target/classes/web", emptyOutDir: true, sourcemap: true, target: "es2022" },
  server: { proxy: { "/api": server } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"] },
});
