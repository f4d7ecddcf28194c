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
  | { tipo: "rotulo"; x: number; y: number; texto: string }
  | { tipo: "banda"; y0: number; y1: number; x0: number; x1: number; texto: string }
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

const PASO = { x: HUELLA.ancho + 6, y: HUELLA.alto + 10 };
const porGrado = (lazos: Lazo[]) => {
  const grado = new Map<string, number>();
  for (const l of lazos) for (const id of [l.de, l.hacia]) grado.set(id, (grado.get(id) ?? 0) + 1);
  return (a: Actor, b: Actor): number => (grado.get(b.id) ?? 0) - (grado.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1);
};

/** Bloques por sector, en dos columnas parejas; dentro, los más relacionados primero. */
function porSector(actores: Actor[], lazos: Lazo[]): Orden {
  const grupos = Object.keys(SECTORES).map((s) => ({ texto: SECTORES[s]!, suyos: actores.filter((a) => a.sector === s).sort(porGrado(lazos)) })).filter((g) => g.suyos.length);
  const columnas = grupos.length > 1 ? 2 : 1, lugares = new Map<string, Punto>(), guias: Guia[] = [];
  const enFila = Math.max(2, Math.ceil(Math.sqrt(actores.length / columnas / 1.6)));
  const alturas = Array.from({ length: columnas }, () => 0);
  for (const { texto, suyos } of grupos) {
    const c = alturas.indexOf(Math.min(...alturas)), x0 = c * (enFila * PASO.x + 90), y0 = alturas[c]!;
    guias.push({ tipo: "rotulo", x: redondear(x0 + ((enFila - 1) * PASO.x) / 2), y: y0, texto: `${texto} · ${suyos.length}` });
    suyos.forEach((a, i) => lugares.set(a.id, { x: redondear(x0 + (i % enFila) * PASO.x), y: y0 + 48 + Math.floor(i / enFila) * PASO.y }));
    alturas[c] = y0 + 48 + Math.ceil(suyos.length / enFila) * PASO.y + 40;
  }
  return { lugares, guias };
}

/** Bandas del campamento (abajo) a lo nacional (arriba); quien no tiene nivel va en una banda aparte. */
function porNivel(actores: Actor[], lazos: Lazo[]): Orden {
  const niveles: (string | null)[] = [...Object.keys(NIVELES).reverse(), null];
  const lugares = new Map<string, Punto>(), guias: Guia[] = [];
  const enFila = Math.max(6, Math.ceil(Math.sqrt(actores.length * 1.6)));
  let y = 0;
  for (const nivel of niveles) {
    const suyos = centrarLosFuertes(actores.filter((a) => a.nivel === nivel).sort(porGrado(lazos)));
    if (!suyos.length) continue;
    const filas = Math.ceil(suyos.length / enFila), enEsta = Math.ceil(suyos.length / filas), y1 = y + filas * PASO.y + 30;
    const medioAncho = (enFila * PASO.x) / 2;
    guias.push({ tipo: "banda", x0: -medioAncho - 130, x1: medioAncho, y0: y, y1, texto: nivel ? NIVELES[nivel]! : "Sin nivel anotado" });
    suyos.forEach((a, i) => {
      const fila = Math.floor(i / enEsta), cuantos = Math.min(enEsta, suyos.length - fila * enEsta);
      lugares.set(a.id, { x: redondear(((i % enEsta) - (cuantos - 1) / 2) * PASO.x), y: y + 34 + fila * PASO.y });
    });
    y = y1;
  }
  return { lugares, guias };
}

/** Los primeros al medio y los demás hacia los lados. */
const centrarLosFuertes = (actores: Actor[]): Actor[] =>
  actores.reduce<Actor[]>((fila, a, i) => (i % 2 ? [...fila, a] : [a, ...fila]), []);

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
    suyos.forEach((a, i) => lugares.set(a.id, enAnillo(r, (i + (nota % 2) / 2) / suyos.length)));
    if (!r) r = 1;
  }
  return { lugares, guias };
}

/** Una elipse apaisada: el marco es más ancho que alto. */
export const ACHATADO = 0.78;
const enAnillo = (r: number, vuelta: number): Punto => ({
  x: redondear(r * Math.cos(vuelta * 2 * Math.PI - Math.PI / 2)), y: redondear(r * ACHATADO * Math.sin(vuelta * 2 * Math.PI - Math.PI / 2)),
});
