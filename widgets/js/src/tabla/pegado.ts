// Pegar un bloque copiado de una planilla: partirlo en celdas y decidir qué cambia, qué se agrega y qué no sirve.
import { leer, type Campo } from "../lib/campos.ts";
import { comparable } from "../lib/textos.ts";

export interface ColumnaDePegado { clave: string; nombre: string; campo: Campo | null }
export interface Problema { fila: number; columna: string; frase: string }
export interface Ficha { id: string | null; campos: Record<string, unknown>; fila: number }
export interface Plan { cambios: Ficha[]; nuevas: Ficha[]; problemas: Problema[]; }
export interface Lugar {
  columnas: ColumnaDePegado[];
  /** Las filas a la vista, en el orden en que se ven. */
  filas: { id: string; valores: Record<string, unknown> }[];
  desdeFila: number; desdeColumna: number;
  /** La columna que identifica a una fila cuando el bloque trae encabezados. */
  clave: string;
}

/** El bloque en filas de celdas. Entiende las comillas con que la planilla envuelve saltos de línea y tabulaciones. */
export function partir(texto: string): string[][] {
  const filas: string[][] = [[]];
  let celda = "", entreComillas = false;
  const limpio = texto.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  for (let i = 0; i < limpio.length; i++) {
    const letra = limpio[i]!;
    if (entreComillas && letra === '"' && limpio[i + 1] === '"') { celda += '"'; i++; }
    else if (entreComillas && letra === '"') entreComillas = false;
    else if (!entreComillas && letra === '"' && !celda && cierraComilla(limpio, i)) entreComillas = true;
    else if (!entreComillas && letra === "\t") { filas.at(-1)!.push(celda); celda = ""; }
    else if (!entreComillas && letra === "\n") { filas.at(-1)!.push(celda); celda = ""; filas.push([]); }
    else celda += letra;
  }
  filas.at(-1)!.push(celda);
  return filas;
}

// Una comilla suelta al empezar una celda («"La Roca» sin cierre) es texto, no envoltura.
const cierraComilla = (texto: string, desde: number): boolean => /"(\t|\n|$)/.test(texto.slice(desde + 1));

/** A qué columna va cada celda si la primera fila son encabezados; null si no lo son. */
export function reconocerEncabezado(fila: string[], columnas: ColumnaDePegado[]): (ColumnaDePegado | null)[] | null {
  if (fila.length < 2) return null;
  const halladas = fila.map((celda) => columnas.find((c) => [c.nombre, c.clave, c.campo?.corto ?? ""].some((n) => n && comparable(n) === comparable(celda))) ?? null);
  return halladas.every((c, i) => c || !fila[i]!.trim()) && halladas.some(Boolean) ? halladas : null;
}

/** Qué haría el pegado. No cambia nada: las fichas salen listas para la orden «pegar». */
export function planificar(bloque: string[][], lugar: Lugar): Plan {
  const plan: Plan = { cambios: [], nuevas: [], problemas: [] };
  const encabezado = reconocerEncabezado(bloque[0] ?? [], lugar.columnas);
  const destino = encabezado ?? lugar.columnas.slice(lugar.desdeColumna);
  const datos = encabezado ? bloque.slice(1) : bloque;
  datos.forEach((celdas, i) => {
    if (!celdas.some((c) => c.trim())) return;
    const fila = i + (encabezado ? 2 : 1);
    const antes = encabezado ? porClave(celdas, destino, lugar) : lugar.filas[lugar.desdeFila + i];
    anotar(plan, fila, antes, leerFila(plan, fila, celdas, destino, Boolean(antes)));
  });
  return plan;
}

function porClave(celdas: string[], destino: (ColumnaDePegado | null)[], lugar: Lugar): Lugar["filas"][number] | undefined {
  const donde = destino.findIndex((c) => c?.clave === lugar.clave);
  const buscado = comparable(celdas[donde] ?? "");
  return buscado ? lugar.filas.find((f) => comparable(String(f.valores[lugar.clave] ?? "")) === buscado) : undefined;
}

function leerFila(plan: Plan, fila: number, celdas: string[], destino: (ColumnaDePegado | null)[], existe: boolean): Record<string, unknown> {
  const campos: Record<string, unknown> = {};
  celdas.forEach((celda, j) => {
    const campo = destino[j]?.campo;
    if (!campo || (!existe && !celda.trim())) return;
    const leido = leer(campo, celda);
    if ("error" in leido) plan.problemas.push({ fila, columna: campo.nombre, frase: leido.error });
    else campos[campo.clave] = leido.valor;
  });
  return campos;
}

function anotar(plan: Plan, fila: number, antes: Lugar["filas"][number] | undefined, campos: Record<string, unknown>): void {
  if (!antes) {
    plan.nuevas.push({ id: null, campos, fila });
    return;
  }
  const distintos = Object.fromEntries(Object.entries(campos).filter(([clave, valor]) => antes.valores[clave] !== valor));
  if (Object.keys(distintos).length) plan.cambios.push({ id: antes.id, campos: distintos, fila });
}

/** Las filas nuevas a las que les falta un dato obligatorio que no viene en el bloque. */
export const sinDato = (plan: Plan, clave: string): Ficha[] => plan.nuevas.filter((n) => n.campos[clave] === undefined);

/** El plan sin las filas que tienen algún problema. */
export function sinProblemas(plan: Plan): Plan {
  const malas = new Set(plan.problemas.map((p) => p.fila));
  const sirve = (f: Ficha): boolean => !malas.has(f.fila);
  const cambios = plan.cambios.filter(sirve);
  return { cambios, nuevas: plan.nuevas.filter(sirve), problemas: [] };
}

/** Las filas como texto para pegarlo en una planilla; protege tabulaciones, saltos y comillas. */
export const comoBloque = (filas: string[][]): string =>
  filas.map((f) => f.map((c) => (/[\t\n"]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join("\t")).join("\n");
