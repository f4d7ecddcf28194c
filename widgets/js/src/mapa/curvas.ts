// El trazo de una relación: recto, curvo si hay varias entre los mismos dos, en zigzag si es conflicto.
import { distancia, type Punto } from "./geometria.ts";

export interface Curva { a: Punto; c: Punto; b: Punto }

/** Cuánto se aparta cada relación de la recta, en pasos: las que unen a los mismos dos se abren en abanico. */
export function repartir(relaciones: { id: string; de: string; hacia: string }[]): Map<string, number> {
  const parejas = new Map<string, { id: string; de: string; hacia: string }[]>();
  for (const r of relaciones) {
    const clave = r.de < r.hacia ? `${r.de}\n${r.hacia}` : `${r.hacia}\n${r.de}`;
    const grupo = parejas.get(clave);
    if (grupo) grupo.push(r);
    else parejas.set(clave, [r]);
  }
  const pasos = new Map<string, number>();
  for (const grupo of parejas.values())
    grupo.sort((p, q) => (p.id < q.id ? -1 : 1)).forEach((r, i) => {
      const paso = i - (grupo.length - 1) / 2;
      // El mismo lado visto desde el otro extremo es el contrario.
      pasos.set(r.id, r.de < r.hacia ? paso : -paso);
    });
  return pasos;
}

/** La curva entre dos centros, cortada al borde de cada figura. `desvio` es la altura del arco. */
export function curvaEntre(de: Punto, hacia: Punto, corteDe: number, corteHacia: number, desvio: number): Curva {
  const largo = distancia(de, hacia) || 1;
  const normal = { x: -(hacia.y - de.y) / largo, y: (hacia.x - de.x) / largo };
  const c = { x: (de.x + hacia.x) / 2 + normal.x * desvio * 2, y: (de.y + hacia.y) / 2 + normal.y * desvio * 2 };
  const cabe = Math.min(1, (largo * 0.9) / Math.max(corteDe + corteHacia, 1e-6));
  return { a: hacia2(de, c, corteDe * cabe), c, b: hacia2(hacia, c, corteHacia * cabe) };
}

function hacia2(p: Punto, q: Punto, paso: number): Punto {
  const largo = distancia(p, q) || 1;
  return { x: p.x + ((q.x - p.x) / largo) * paso, y: p.y + ((q.y - p.y) / largo) * paso };
}

/** El punto de la curva en `t` (0 en el origen, 1 en el destino). */
export function enCurva({ a, c, b }: Curva, t: number): Punto {
  const u = 1 - t;
  return { x: u * u * a.x + 2 * u * t * c.x + t * t * b.x, y: u * u * a.y + 2 * u * t * c.y + t * t * b.y };
}

export const trazo = ({ a, c, b }: Curva): string => `M${f(a.x)},${f(a.y)}Q${f(c.x)},${f(c.y)} ${f(b.x)},${f(b.y)}`;

/** Una línea quebrada sobre la curva: el conflicto se reconoce sin color. `paso` es el tamaño del diente. */
export function zigzag(curva: Curva, paso: number): string {
  const largo = distancia(curva.a, curva.c) + distancia(curva.c, curva.b);
  const dientes = Math.max(3, Math.min(60, Math.round(largo / paso)));
  const puntos = [curva.a];
  for (let i = 1; i < dientes; i++) {
    const t = i / dientes, p = enCurva(curva, t), q = enCurva(curva, t + 0.01);
    const l = distancia(p, q) || 1, lado = (i % 2 ? 1 : -1) * paso * 0.55;
    // Los extremos quedan rectos para que la punta de flecha apunte bien.
    const alto = t < 0.08 || t > 0.9 ? 0 : lado;
    puntos.push({ x: p.x - ((q.y - p.y) / l) * alto, y: p.y + ((q.x - p.x) / l) * alto });
  }
  return "M" + [...puntos, curva.b].map((p) => `${f(p.x)},${f(p.y)}`).join("L");
}

/** A qué distancia pasa la curva del punto. */
export function distanciaACurva(p: Punto, curva: Curva): number {
  let menor = Infinity, antes = curva.a;
  for (let i = 1; i <= 12; i++) {
    const q = enCurva(curva, i / 12);
    menor = Math.min(menor, aSegmento(p, antes, q));
    antes = q;
  }
  return menor;
}

function aSegmento(p: Punto, a: Punto, b: Punto): number {
  const largo2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
  const t = Math.max(0, Math.min(1, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / largo2));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

const f = (v: number): string => String(Math.round(v * 10) / 10);
