// Las cuatro maneras de ordenar el mapa. Cada una da lugares para lo libre y guías (rótulos, bandas, anillos).
import { NIVELES, SECTORES } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import { disponer, HUELLA, type Cuerpo, type Lazo } from "./fuerza.ts";
import { redondear, type Punto } from "./geometria.ts";

export type Disposicion = "fuerza" | "sector" | "nivel" | "influencia";
export const DISPOSICIONES: Record<Disposicion, { nombre: string; ayuda: string }> = {
  fuerza: { nombre: "Por relaciones", ayuda: "Quienes se relacionan quedan cerca" },
  sector: { nombre: "Por sector", ayuda: "Un grupo por cada sector" },
  nivel: { nombre: "Por nivel", ayuda: "Bandas del campamento a lo nacional" },
  influencia: { nombre: "Por influencia", ayuda: "Al centro, quienes más influyen" },
};
export type Guia =
  | { tipo: "banda"; y0: number; y1: number; x0: number; x1: number; texto: string }
  | { tipo: "grupo"; y0: number; y1: number; x0: number; x1: number; texto: string }
  | { tipo: "anillo"; r: number; texto: string };
export interface Orden { lugares: Map<string, Punto>; guias: Guia[] }

/** Los lugares nuevos de los actores libres (los fijados no aparecen) según la disposición elegida. */
export function ordenar(cual: Disposicion, actores: Actor[], lazos: Lazo[]): Orden {
  if (cual === "fuerza") return { lugares: porRelaciones(actores, lazos), guias: [] };
  const orden = { sector: porSector, nivel: porNivel, influencia: porInfluencia }[cual](actores, lazos);
  for (const a of actores) if (a.fijado) orden.lugares.delete(a.id);
  return orden;
}

const porRelaciones = (actores: Actor[], lazos: Lazo[]) => disponer(actores.map(aCuerpo), lazos);
function aCuerpo(a: Actor): Cuerpo {
  return a.fijado && a.x !== null && a.y !== null ? { id: a.id, x: a.x, y: a.y, quieto: true } : { id: a.id, quieto: false };
}

/** Pone a quienes no tienen lugar cerca de los suyos, sin mover a nadie más. */
export function acomodar(actores: Actor[], lazos: Lazo[]): Map<string, Punto> {
  const cuerpos = actores.map((a): Cuerpo => (a.x === null || a.y === null ? { id: a.id, quieto: false } : { id: a.id, x: a.x, y: a.y, quieto: true }));
  const puestos = new Map(cuerpos.filter((c) => c.quieto).map((c) => [c.id, c as Punto & Cuerpo]));
  if (puestos.size) for (const c of cuerpos) if (!c.quieto) Object.assign(c, junto(c.id, puestos, lazos));
  return disponer(cuerpos, lazos, puestos.size ? 140 : 260);
}

function junto(id: string, puestos: Map<string, Punto>, lazos: Lazo[]): Punto | object {
  const suyos = lazos.flatMap((l) => (l.de === id ? [l.hacia] : l.hacia === id ? [l.de] : [])).flatMap((v) => puestos.get(v) ?? []);
  if (!suyos.length) return {};
  const giro = huella(id) * 2 * Math.PI;
  return { x: medio(suyos.map((p) => p.x)) + 60 * Math.cos(giro), y: medio(suyos.map((p) => p.y)) + 60 * Math.sin(giro) };
}

const medio = (v: number[]): number => v.reduce((a, b) => a + b, 0) / (v.length || 1);
/** Un número entre 0 y 1 propio de cada texto: reparte sin azar. */
const huella = (texto: string): number => [...texto].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 997, 7) / 997;

const PASO = { x: HUELLA.ancho, y: HUELLA.alto + 24 };
const porGrado = (lazos: Lazo[]) => {
  const grado = new Map<string, number>();
  for (const l of lazos) for (const id of [l.de, l.hacia]) grado.set(id, (grado.get(id) ?? 0) + 1);
  return (a: Actor, b: Actor): number => (grado.get(b.id) ?? 0) - (grado.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1);
};

/** Bloques por sector, en dos columnas parejas; dentro, los más relacionados primero. */
function porSector(actores: Actor[], lazos: Lazo[]): Orden {
  const grupos = Object.keys(SECTORES).map((s) => ({ texto: SECTORES[s]!, suyos: actores.filter((a) => a.sector === s).sort(porGrado(lazos)) })).filter((g) => g.suyos.length);
  const columnas = grupos.length > 1 ? 2 : 1, lugares = new Map<string, Punto>(), guias: Guia[] = [];
  const enFila = Math.max(2, Math.ceil(Math.sqrt(actores.length / columnas / 1.7)));
  const ancho = (enFila + 0.5) * PASO.x + 20, alturas = Array.from({ length: columnas }, () => 0);
  for (const { texto, suyos } of grupos) {
    const c = alturas.indexOf(Math.min(...alturas)), x0 = c * (ancho + 50), y0 = alturas[c]!;
    const y1 = y0 + 34 + Math.ceil(suyos.length / enFila) * PASO.y + 18;
    guias.push({ tipo: "grupo", x0, x1: x0 + ancho, y0, y1, texto: `${texto} · ${suyos.length}` });
    suyos.forEach((a, i) => lugares.set(a.id, enReja(i, enFila, x0 + 10 + PASO.x / 2, y0 + 62)));
    alturas[c] = y1 + 34;
  }
  return { lugares, guias };
}

/** Filas corridas media columna y con vaivén: así las líneas no pasan por encima de los demás. */
function enReja(i: number, enFila: number, x0: number, y0: number): Punto {
  const fila = Math.floor(i / enFila), columna = i % enFila;
  return { x: redondear(x0 + (columna + (fila % 2) / 2) * PASO.x), y: redondear(y0 + fila * PASO.y + (columna % 2 ? 10 : -10)) };
}

/** Bandas del campamento (abajo) a lo nacional (arriba); quien no tiene nivel va en una banda aparte. */
function porNivel(actores: Actor[], lazos: Lazo[]): Orden {
  const niveles: (string | null)[] = [...Object.keys(NIVELES).reverse(), null];
  const lugares = new Map<string, Punto>(), guias: Guia[] = [];
  const enFila = Math.max(6, Math.ceil(Math.sqrt(actores.length * 1.4))), medioAncho = ((enFila + 0.5) * PASO.x) / 2;
  let y = 0;
  for (const nivel of niveles) {
    const suyos = actores.filter((a) => a.nivel === nivel).sort(porGrado(lazos));
    if (!suyos.length) continue;
    const filas = enFilas(suyos, enFila), y1 = y + filas.length * PASO.y + 36;
    guias.push({ tipo: "banda", x0: -medioAncho - 130, x1: medioAncho, y0: y, y1, texto: nivel ? NIVELES[nivel]! : "Sin nivel anotado" });
    filas.forEach((fila, f) => fila.forEach((a, i) => lugares.set(a.id, {
      x: redondear((i - (fila.length - 1) / 2 + (f % 2 ? 0.25 : -0.25) * Number(filas.length > 1)) * PASO.x),
      y: redondear(y + 44 + f * PASO.y + (i % 2 ? 11 : -11)),
    })));
    y = y1;
  }
  return { lugares, guias };
}

/** Reparte en filas parejas, con los más relacionados al medio de cada una. */
function enFilas(suyos: Actor[], enFila: number): Actor[][] {
  const n = Math.ceil(suyos.length / enFila);
  const filas = Array.from({ length: n }, (_, f) => suyos.filter((_a, i) => i % n === f));
  return filas.map((fila) => fila.reduce<Actor[]>((puesta, a, i) => (i % 2 ? [...puesta, a] : [a, ...puesta]), []));
}

/** Anillos: al centro quien más influye; afuera, quien menos; más lejos, quien no tiene nota. */
function porInfluencia(actores: Actor[], lazos: Lazo[]): Orden {
  const anillos = new Map<number, Actor[]>();
  for (const a of [...actores].sort(porGrado(lazos))) {
    const nota = a.influencia === null ? 0 : Math.round(a.influencia);
    anillos.set(nota, [...(anillos.get(nota) ?? []), a]);
  }
  const lugares = new Map<string, Punto>(), guias: Guia[] = [];
  let r = 0;
  for (const nota of [...anillos.keys()].sort((a, b) => b - a)) {
    const suyos = anillos.get(nota)!.sort((a, b) => (a.sector < b.sector ? -1 : a.sector > b.sector ? 1 : a.id < b.id ? -1 : 1));
    const minimo = suyos.length > 1 ? (suyos.length * 118) / (2 * Math.PI) : 0;
    r = Math.max(r ? r + 96 : suyos.length > 1 ? 70 : 0, minimo);
    guias.push({ tipo: "anillo", r, texto: nota ? `Influencia ${nota}` : "Sin nota de influencia" });
    suyos.forEach((a, i) => lugares.set(a.id, enAnillo(r, (i + 0.5) / suyos.length)));
    if (!r) r = 1;
  }
  return { lugares, guias };
}

/** Una elipse apaisada: el marco es más ancho que alto. */
export const ACHATADO = 0.78;
const enAnillo = (r: number, vuelta: number): Punto => ({
  x: redondear(r * Math.cos(vuelta * 2 * Math.PI - Math.PI / 2)), y: redondear(r * ACHATADO * Math.sin(vuelta * 2 * Math.PI - Math.PI / 2)),
});
