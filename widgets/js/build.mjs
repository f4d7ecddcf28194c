// Compila la pantalla: un archivo por componente (sirve tal cual en JupyterLab), la página propia,
// y una sola hoja de estilos. Nada de lo que sale de aquí se versiona.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comoCss, comoTs, leerFichas } from "./fichas.mjs";
import { paraLaPagina } from "./pagina.build.mjs";

const AQUI = import.meta.dirname;
const SALIDA = join(AQUI, "../mesa_territorial_widgets/estatico");
const fichas = leerFichas(join(AQUI, "../../src/mesa_territorial/fichas_de_diseno.toml"));

writeFileSync(join(AQUI, "src/lib/fichas.ts"), comoTs(fichas));
rmSync(SALIDA, { recursive: true, force: true });
mkdirSync(SALIDA, { recursive: true });

const comun = { bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none", logLevel: "warning" };
const componentes = readdirSync(join(AQUI, "src")).filter((f) => f.endsWith(".ts") && f !== "pagina.ts");
await build({
  ...comun,
  entryPoints: componentes.map((f) => join(AQUI, "src", f)),
  outdir: SALIDA,
});
await paraLaPagina(comun, AQUI, SALIDA);

const hojas = readdirSync(join(AQUI, "css")).filter((f) => f.endsWith(".css")).sort();
const css = [comoCss(fichas), ...hojas.map((f) => readFileSync(join(AQUI, "css", f), "utf8"))].join("\n");
writeFileSync(join(SALIDA, "mesa.css"), css);
const letra = join(AQUI, "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files");
for (const f of readdirSync(letra).filter((n) => /latin(-ext)?-wght-(normal|italic)\.woff2$/.test(n)))
  cpSync(join(letra, f), join(SALIDA, f));

// El manifiesto lleva la huella de cada archivo: con ella en la dirección, el navegador lo guarda para siempre.
const huellas = Object.fromEntries(
  readdirSync(SALIDA).sort().map((f) => [f, createHash("sha256").update(readFileSync(join(SALIDA, f))).digest("hex").slice(0, 12)]),
);
writeFileSync(join(SALIDA, "manifiesto.json"), JSON.stringify(huellas, null, 1));
