// La página propia (src/pagina.ts) se compila aparte: trae el administrador de widgets y el canal del núcleo.
// Lo que no usamos de esas bibliotecas (jquery, lumino/widgets, sanitize-html, contenidos, ajustes…) se
// cambia por módulos vacíos: de 1 MB queda menos de la quinta parte.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";

const VACIOS = ["jquery", "sanitize-html", "ws", "fs", "crypto", "url", "mathjax", "minimist"];

/** Cambia `pedido` por `archivo` cuando lo pide un módulo cuya ruta contiene `desde`. */
const desvios = (aqui) => [
  { pedido: /^@lumino\/widgets$/, desde: "", archivo: "src/pagina/vacios/lumino_widgets.ts" },
  { pedido: /^@lumino\/messaging$/, desde: "jupyter-widgets", archivo: "src/pagina/vacios/lumino_widgets.ts" },
  { pedido: /^@jupyterlab\/coreutils$/, desde: "", archivo: "src/pagina/vacios/coreutils.ts" },
  { pedido: /^\.\.$/, desde: "services/lib/kernel", archivo: "src/pagina/vacios/services.ts" },
  { pedido: /^\.\/latex$/, desde: "base-manager", archivo: "src/pagina/vacios/latex.ts" },
].map((d) => ({ ...d, archivo: join(aqui, d.archivo) }));

const aligerar = (aqui) => ({
  name: "aligerar",
  setup(obra) {
    for (const { pedido, desde, archivo } of desvios(aqui))
      obra.onResolve({ filter: pedido }, ({ importer }) => (importer.replaceAll("\\", "/").includes(desde) ? { path: archivo } : undefined));
    obra.onResolve({ filter: new RegExp(`^(${VACIOS.join("|")})$`) }, () => ({ path: join(aqui, "src/pagina/vacios/nada.cjs") }));
  },
});

export async function paraLaPagina(comun, aqui, salida, plugins) {
  const entrada = join(aqui, "src/pagina.ts");
  if (!existsSync(entrada)) return undefined;
  return build({
    ...comun,
    entryPoints: [entrada],
    outdir: salida,
    plugins: [...plugins, aligerar(aqui)],
    alias: { path: "path-browserify" },
    define: { global: "globalThis", "process.env.NODE_ENV": '"production"', __webpack_public_path__: '""' },
  });
}
