// La página propia (src/pagina.ts) se compila aparte: trae el administrador de widgets y el canal del núcleo.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";

export async function paraLaPagina(comun, aqui, salida) {
  const entrada = join(aqui, "src/pagina.ts");
  if (!existsSync(entrada)) return;
  await build({ ...comun, entryPoints: [entrada], outdir: salida });
}
