// Separar en pantalla a los que caen en el mismo lugar, sin cambiar su dato. Siempre da lo mismo.
import type { Lugar } from "./escala.ts";

/** Hasta dónde se puede correr un punto: así nadie cruza la línea de su cuadrante. */
export interface Caja { izquierda: number; derecha: number; arriba: number; abajo: number }
export interface Punto extends Lugar { id: string; caja: Caja }

const VUELTAS = 80;
const ANGULO_AUREO = Math.PI * (3 - Math.sqrt(5));
const TIRON = 0.04; // cuánto vuelve cada punto hacia su lugar verdadero en cada vuelta

/** Dónde dibujar cada punto para que ninguno tape a otro; `espacio` es la distancia entre centros, en píxeles. */
export function separar(puntos: readonly Punto[], espacio: number): Map<string, Lugar> {
  const orden = [...puntos].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lugares = abrirEmpates(orden, espacio);
  for (let vuelta = 0; vuelta < VUELTAS; vuelta++) {
    const huboChoque = empujar(lugares, espacio);
    const tiron = vuelta < VUELTAS - 20 ? TIRON : 0;
    lugares.forEach((l, i) => acercar(l, orden[i]!, tiron));
    if (!huboChoque && vuelta > 0) break;
  }
  return new Map(orden.map((p, i) => [p.id, lugares[i]!]));
}

/** Los empatados parten en espiral alrededor de su lugar; el primero se queda en él. */
function abrirEmpates(orden: Punto[], espacio: number): Lugar[] {
  const cuantos = new Map<string, number>();
  return orden.map((p) => {
    const clave = `${p.x.toFixed(1)},${p.y.toFixed(1)}`;
    const n = cuantos.get(clave) ?? 0;
    cuantos.set(clave, n + 1);
    const radio = espacio * 0.55 * Math.sqrt(n);
    return { x: p.x + radio * Math.cos(n * ANGULO_AUREO), y: p.y + radio * Math.sin(n * ANGULO_AUREO) };
  });
}

function empujar(lugares: Lugar[], espacio: number): boolean {
  let hubo = false;
  for (let i = 0; i < lugares.length; i++)
    for (let j = i + 1; j < lugares.length; j++) hubo = apartar(lugares[i]!, lugares[j]!, espacio, i + j) || hubo;
  return hubo;
}

function apartar(a: Lugar, b: Lugar, espacio: number, semilla: number): boolean {
  const dx = b.x - a.x, dy = b.y - a.y;
  if (Math.abs(dx) >= espacio || Math.abs(dy) >= espacio) return false;
  const distancia = Math.hypot(dx, dy);
  if (distancia >= espacio) return false;
  const medio = (espacio - distancia) / 2 + 0.05;
  const angulo = distancia > 1e-6 ? Math.atan2(dy, dx) : semilla * ANGULO_AUREO;
  a.x -= Math.cos(angulo) * medio; a.y -= Math.sin(angulo) * medio;
  b.x += Math.cos(angulo) * medio; b.y += Math.sin(angulo) * medio;
  return true;
}

function acercar(l: Lugar, p: Punto, tiron: number): void {
  l.x = Math.max(p.caja.izquierda, Math.min(p.caja.derecha, l.x + (p.x - l.x) * tiron));
  l.y = Math.max(p.caja.arriba, Math.min(p.caja.abajo, l.y + (p.y - l.y) * tiron));
}
