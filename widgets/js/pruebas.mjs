// Compila pruebas/*.prueba.ts y las corre con el corredor de Node.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const AQUI = import.meta.dirname;
const SALIDA = join(AQUI, ".pruebas");
rmSync(SALIDA, { recursive: true, force: true });
const pruebas = readdirSync(join(AQUI, "pruebas")).filter((f) => f.endsWith(".prueba.ts"));
await build({
  entryPoints: pruebas.map((f) => join(AQUI, "pruebas", f)), outdir: SALIDA, bundle: true, platform: "node",
  format: "esm", target: "node18", external: ["jsdom"], outExtension: { ".js": ".mjs" }, logLevel: "warning",
});
const elegidas = process.argv[2] ? pruebas.filter((f) => f.includes(process.argv[2])) : pruebas;
const r = spawnSync(process.execPath, ["--test", ...elegidas.map((f) => join(SALIDA, f.replace(/\.ts$/, ".mjs")))], { stdio: "inherit", cwd: AQUI });
process.exit(r.status ?? 1);
