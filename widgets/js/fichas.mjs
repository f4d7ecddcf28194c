// Las fichas de diseño, de TOML a variables CSS y a una constante de TypeScript.
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

export const leerFichas = (ruta) => parse(readFileSync(ruta, "utf8"));

const guion = (nombre) => nombre.replaceAll("_", "-");

export function comoCss(fichas) {
  const filas = [];
  for (const grupo of ["color", "letra", "espacio"])
    for (const [k, v] of Object.entries(fichas[grupo])) filas.push(`  --${grupo === "espacio" ? "" : grupo + "-"}${guion(k)}: ${v};`);
  for (const [k, v] of Object.entries(fichas.sector)) filas.push(`  --sector-${guion(k)}: ${v.color};`);
  return `:root {\n${filas.join("\n")}\n}\n`;
}

export const comoTs = (fichas) =>
  `// Generado por build.mjs desde fichas_de_diseno.toml; no se edita a mano.\nexport const FICHAS = ${JSON.stringify(fichas, null, 2)} as const;\n`;
