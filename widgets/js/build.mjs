// Compila la pantalla: un archivo por componente (sirve tal cual en JupyterLab), la página propia,
// y una sola hoja de estilos. Nada de lo que sale de aquí se versiona.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comoCss, comoTs, leerFichas } from "./fichas.mjs";
import { paraLaPagina } from "./pagina.build.mjs";

const AQUI = import.meta.dirname;
const DESTINO = join(AQUI, "../mesa_territorial_widgets/estatico");
// Se compila aparte y se cambia archivo por archivo: un servidor en marcha nunca ve uno a medias.
const SALIDA = join(AQUI, `node_modules/.estatico-${process.pid}`);
const fichas = leerFichas(join(AQUI, "../../src/mesa_territorial/fichas_de_diseno.toml"));

writeFileSync(join(AQUI, "src/lib/fichas.ts"), comoTs(fichas));
rmSync(SALIDA, { recursive: true, force: true });
mkdirSync(SALIDA, { recursive: true });

// d3-zoom arrastra d3-transition y d3-interpolate enteros para animaciones que el mapa hace por su cuenta.
const sinTransicion = {
  name: "sin-transicion",
  setup: (b) => b.onResolve({ filter: /^d3-(transition|interpolate)$/ }, (a) =>
    a.importer.includes("d3-zoom") ? { path: join(AQUI, "src/mapa/sin_transicion.ts") } : undefined),
};
const comun = { bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none", logLevel: "warning" };
const componentes = readdirSync(join(AQUI, "src")).filter((f) => f.endsWith(".ts") && f !== "pagina.ts");
const huella = (f) => createHash("sha256").update(readFileSync(join(SALIDA, f))).digest("hex").slice(0, 12);
// En la página, los gráficos piden Vega aparte, sólo si se ve uno, y con su huella: se baja una vez para
// siempre. En JupyterLab, todo va en un archivo.
await build({ ...comun, entryPoints: [join(AQUI, "src/vega.ts")], outdir: SALIDA });
const conHuella = `./vega.js?v=${huella("vega.js")}`;
const vegaAparte = { name: "vega-aparte", setup: (obra) => obra.onResolve({ filter: /^\.\/vega\.ts$/ }, () => ({ path: conHuella, external: true })) };
await build({
  ...comun,
  entryPoints: componentes.filter((f) => f !== "vega.ts").map((f) => join(AQUI, "src", f)),
  outdir: SALIDA,
  plugins: [vegaAparte, sinTransicion],
});
await build({ ...comun, entryPoints: [join(AQUI, "src/lamina.ts")], outfile: join(SALIDA, "lamina_completa.js") });
await paraLaPagina(comun, AQUI, SALIDA, [vegaAparte]);

const hojas = readdirSync(join(AQUI, "css")).filter((f) => f.endsWith(".css")).sort();
const css = [comoCss(fichas), ...hojas.map((f) => readFileSync(join(AQUI, "css", f), "utf8"))].join("\n");
writeFileSync(join(SALIDA, "mesa.css"), css);
const letra = join(AQUI, "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files");
for (const f of readdirSync(letra).filter((n) => /latin(-ext)?-wght-(normal|italic)\.woff2$/.test(n)))
  cpSync(join(letra, f), join(SALIDA, f));

// El manifiesto lleva la huella de cada archivo: con ella en la dirección, el navegador lo guarda para siempre.
const huellas = Object.fromEntries(readdirSync(SALIDA).sort().map((f) => [f, huella(f)]));
writeFileSync(join(SALIDA, "manifiesto.json"), JSON.stringify(huellas, null, 1));

mkdirSync(DESTINO, { recursive: true });
const nuevos = readdirSync(SALIDA);
for (const f of nuevos) renameSync(join(SALIDA, f), join(DESTINO, f));
for (const f of readdirSync(DESTINO)) if (!nuevos.includes(f)) rmSync(join(DESTINO, f), { recursive: true });
rmSync(SALIDA, { recursive: true });
