// Dónde cabe el nombre de cada punto sin tapar a otro; el que no cabe se ve al acercarse o al enfocarlo.
import type { Lugar } from "./escala.ts";

export interface Rotulo { id: string; texto: string; x: number; y: number; ancla: "start" | "end" | "middle" }
export interface Rectangulo { x: number; y: number; ancho: number; alto: number }

const LETRA = 6.7, ALTO = 16, LARGO = 24;

export const abreviar = (nombre: string, largo = LARGO): string => {
  const limpio = nombre.replace(/\s*\((caso|ficticia|ficticio)\)$/i, "");
  return limpio.length > largo ? `${limpio.slice(0, largo - 1).trimEnd()}…` : limpio;
};

export const sePisan = (a: Rectangulo, b: Rectangulo): boolean =>
  a.x < b.x + b.ancho && b.x < a.x + a.ancho && a.y < b.y + b.alto && b.y < a.y + a.alto;

/** Los candidatos para un nombre: a los lados, arriba, abajo y en las cuatro esquinas del punto. */
function candidatos(l: Lugar, texto: string, radio: number): { caja: Rectangulo; x: number; y: number; ancla: Rotulo["ancla"] }[] {
  const ancho = texto.length * LETRA, aparte = radio + 5;
  return [
    { x: l.x + aparte, y: l.y + 4, ancla: "start", caja: { x: l.x + aparte, y: l.y - 8, ancho, alto: ALTO } },
    { x: l.x - aparte, y: l.y + 4, ancla: "end", caja: { x: l.x - aparte - ancho, y: l.y - 8, ancho, alto: ALTO } },
    { x: l.x, y: l.y - radio - 5, ancla: "middle", caja: { x: l.x - ancho / 2, y: l.y - radio - 5 - 12, ancho, alto: ALTO } },
    { x: l.x, y: l.y + radio + 14, ancla: "middle", caja: { x: l.x - ancho / 2, y: l.y + radio + 2, ancho, alto: ALTO } },
    { x: l.x + radio, y: l.y - radio - 4, ancla: "end", caja: { x: l.x + radio - ancho, y: l.y - radio - 16, ancho, alto: ALTO } },
    { x: l.x - radio, y: l.y - radio - 4, ancla: "start", caja: { x: l.x - radio, y: l.y - radio - 16, ancho, alto: ALTO } },
    { x: l.x + radio, y: l.y + radio + 14, ancla: "end", caja: { x: l.x + radio - ancho, y: l.y + radio + 2, ancho, alto: ALTO } },
    { x: l.x - radio, y: l.y + radio + 14, ancla: "start", caja: { x: l.x - radio, y: l.y + radio + 2, ancho, alto: ALTO } },
  ];
}

/** Los nombres que caben, en orden de preferencia; `ocupado` son zonas que no se tapan y `borde`, el lienzo. */
export function rotular(puntos: { id: string; nombre: string; lugar: Lugar }[], radio: number, borde: Rectangulo, ocupado: Rectangulo[] = []): Rotulo[] {
  const tomadas = [...ocupado, ...puntos.map(({ lugar }) => ({ x: lugar.x - radio, y: lugar.y - radio, ancho: 2 * radio, alto: 2 * radio }))];
  const puestos: Rotulo[] = [];
  for (const { id, nombre, lugar } of puntos) {
    const texto = abreviar(nombre);
    const libre = candidatos(lugar, texto, radio).find((c) => dentro(c.caja, borde) && !tomadas.some((t) => sePisan(t, c.caja)));
    if (!libre) continue;
    tomadas.push(libre.caja);
    puestos.push({ id, texto, x: libre.x, y: libre.y, ancla: libre.ancla });
  }
  return puestos;
}

const dentro = (a: Rectangulo, b: Rectangulo): boolean => a.x >= b.x && a.y >= b.y && a.x + a.ancho <= b.x + b.ancho && a.y + a.alto <= b.y + b.alto;
