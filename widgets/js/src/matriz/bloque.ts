// Un bloque de planilla sobre la matriz: qué casillas cambian y qué no sirve. No cambia nada por sí mismo.
import { comparable } from "../lib/textos.ts";
import type { Casilla, Celda, Contenido, Rotulo } from "./datos.ts";
import { leerValor } from "./valor.ts";

export interface Plan { celdas: Celda[]; problemas: string[]; iguales: number; conNombres: boolean }
interface Destino { filas: (Rotulo | null)[]; columnas: (Rotulo | null)[]; datos: string[][]; conNombres: boolean }

/** Qué haría el bloque puesto desde ese lugar; si trae nombres, cada dato va a su casilla por nombre. */
export function planificar(bloque: string[][], c: Contenido, desde: { fila: number; columna: number }): Plan {
  const plan: Plan = { celdas: [], problemas: [], iguales: 0, conNombres: false };
  const lleno = bloque.filter((fila) => fila.some((x) => x.trim()));
  const destino = conNombres(lleno, c, plan.problemas) ?? porLugar(lleno, c, desde, plan.problemas);
  plan.conNombres = destino.conNombres;
  destino.datos.forEach((fila, i) => fila.forEach((texto, j) => {
    const [f, col] = [destino.filas[i], destino.columnas[j]];
    if (f && col && texto.trim()) anotar(plan, c, { fila: f, columna: col }, texto);
  }));
  return plan;
}

function anotar(plan: Plan, c: Contenido, casilla: Casilla, texto: string): void {
  if (c.bloqueada(casilla)) return;
  const leido = leerValor(texto, c.ajustes);
  if ("error" in leido) plan.problemas.push(`${casilla.fila.corto} × ${casilla.columna.corto}: ${leido.error}`);
  else if (leido.valor === null) return;
  else if (leido.valor === c.valor(casilla)) plan.iguales++;
  else plan.celdas.push({ fila: casilla.fila.id, columna: casilla.columna.id, valor: leido.valor });
}

/** Reconoce títulos en la primera fila y nombres en la primera columna; null si no los trae. */
function conNombres(bloque: string[][], c: Contenido, problemas: string[]): Destino | null {
  const [titulos, ...filas] = bloque;
  if (!titulos || titulos.length < 2 || !filas.length) return null;
  const columnas = titulos.slice(1).map((t) => hallar(t, c.vista.columnas));
  const nombres = filas.map((f) => hallar(f[0] ?? "", c.vista.filas));
  if (!columnas.some(Boolean) || !nombres.some(Boolean)) return null;
  avisarDesconocidos(titulos.slice(1), columnas, c.ajustes.columnas_de, problemas);
  avisarDesconocidos(filas.map((f) => f[0] ?? ""), nombres, c.ajustes.filas_de, problemas);
  return { filas: nombres, columnas, datos: filas.map((f) => f.slice(1)), conNombres: true };
}

function avisarDesconocidos(escritos: string[], hallados: (Rotulo | null)[], de: string, problemas: string[]): void {
  const faltan = escritos.filter((t, i) => t.trim() && !hallados[i]);
  if (faltan.length) problemas.push(`No están entre los ${de}: ${faltan.slice(0, 5).map((t) => `«${t.trim()}»`).join(", ")}${faltan.length > 5 ? ` y ${faltan.length - 5} más` : ""}.`);
}

function hallar(texto: string, rotulos: Rotulo[]): Rotulo | null {
  const buscado = comparable(texto);
  if (!buscado) return null;
  return rotulos.find((r) => r.id === texto.trim() || comparable(r.nombre) === buscado)
    ?? rotulos.find((r) => comparable(r.corto) === buscado) ?? null;
}

function porLugar(bloque: string[][], c: Contenido, desde: { fila: number; columna: number }, problemas: string[]): Destino {
  const filas = bloque.map((_, i) => c.vista.filas[desde.fila + i] ?? null);
  const ancho = Math.max(0, ...bloque.map((f) => f.length));
  const columnas = Array.from({ length: ancho }, (_, j) => c.vista.columnas[desde.columna + j] ?? null);
  if (filas.includes(null) || columnas.includes(null)) problemas.push("El bloque es más grande que lo que queda de matriz desde esa casilla: lo que sobra no entra.");
  return { filas, columnas, datos: bloque, conNombres: false };
}
