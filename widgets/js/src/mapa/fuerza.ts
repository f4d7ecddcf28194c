// La disposición por relaciones: quienes se relacionan quedan cerca. Determinista: mismos datos, mismo mapa.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { quadtree } from "d3-quadtree";
import { redondear, type Punto } from "./geometria.ts";

/** Lo que ocupa un actor con su rótulo: más ancho que alto. */
export const HUELLA = { ancho: 150, alto: 78 };
export interface Cuerpo { id: string; x?: number; y?: number; quieto: boolean }
export interface Lazo { de: string; hacia: string; intensidad: number }
interface Masa extends SimulationNodeDatum { id: string; x: number; y: number }

/** El lugar de cada cuerpo libre; los quietos no se mueven ni aparecen en el resultado. */
export function disponer(cuerpos: Cuerpo[], lazos: Lazo[], pasos = 260): Map<string, Punto> {
  const centro = centroDe(cuerpos);
  const masas: Masa[] = cuerpos.map((c, i) => conLugar(c, i, centro));
  const ids = new Set(masas.map((m) => m.id));
  const enlaces: SimulationLinkDatum<Masa>[] = lazos.filter((l) => ids.has(l.de) && ids.has(l.hacia)).map((l) => ({ source: l.de, target: l.hacia }));
  const muchos = masas.length > 150, escala = muchos ? 0.5 : 1;
  const simulacion = forceSimulation(masas).stop()
    .force("lazos", forceLink<Masa, SimulationLinkDatum<Masa>>(enlaces).id((m) => m.id).distance(170 * escala).strength(fuerzaDe(lazos, ids)))
    .force("aire", forceManyBody<Masa>().strength(-900 * escala).distanceMax(900).theta(1))
    .force("x", forceX<Masa>(centro.x).strength(0.05))
    .force("y", forceY<Masa>(centro.y).strength(0.11))
    .force("huellas", separar(escala));
  simulacion.tick(masas.length > 500 ? Math.min(pasos, 120) : pasos);
  terminar(masas, escala);
  return new Map(masas.filter((m) => m.fx === undefined).map((m) => [m.id, { x: redondear(m.x), y: redondear(m.y) }]));
}

function conLugar(c: Cuerpo, i: number, centro: Punto): Masa {
  // El girasol reparte sin azar a quienes parten sin lugar.
  const angulo = i * 2.399963, radio = 40 * Math.sqrt(i + 0.5);
  const x = c.x ?? centro.x + radio * Math.cos(angulo) * 1.4, y = c.y ?? centro.y + radio * Math.sin(angulo);
  return c.quieto ? { id: c.id, x, y, fx: x, fy: y } : { id: c.id, x, y };
}

function centroDe(cuerpos: Cuerpo[]): Punto {
  const puestos = cuerpos.filter((c) => c.quieto && c.x !== undefined);
  if (!puestos.length) return { x: 0, y: 0 };
  const suma = puestos.reduce((s, c) => ({ x: s.x + c.x!, y: s.y + c.y! }), { x: 0, y: 0 });
  return { x: suma.x / puestos.length, y: suma.y / puestos.length };
}

/** Los lazos de quienes tienen muchos tiran menos: un actor central no aplasta a los suyos. */
function fuerzaDe(lazos: Lazo[], ids: Set<string>): (l: SimulationLinkDatum<Masa>) => number {
  const grado = new Map<string, number>();
  for (const l of lazos) if (ids.has(l.de) && ids.has(l.hacia)) for (const id of [l.de, l.hacia]) grado.set(id, (grado.get(id) ?? 0) + 1);
  const de = (extremo: unknown): number => grado.get((extremo as Masa).id) ?? 1;
  return (l) => 0.9 / Math.max(2, Math.min(de(l.source), de(l.target)));
}

/** Una fuerza que aparta las huellas que se pisan; lo quieto no cede. */
function separar(escala: number): (alfa: number) => void {
  let masas: Masa[] = [];
  const fuerza = (): void => { apartar(masas, escala, 0.5); };
  fuerza.initialize = (lista: Masa[]) => { masas = lista; };
  return fuerza;
}

/** Una pasada de separación; devuelve cuántos pares se pisaban. */
function apartar(masas: Masa[], escala: number, cuanto: number): number {
  const ancho = HUELLA.ancho * escala, alto = HUELLA.alto * escala;
  const arbol = quadtree<Masa>().x((m) => m.x).y((m) => m.y).addAll(masas);
  let pares = 0;
  for (const a of masas)
    arbol.visit((nodo, x0, y0, x1, y1) => {
      if ("data" in nodo) for (let h: typeof nodo | undefined = nodo; h; h = h.next) if (h.data.id > a.id && empujar(a, h.data, ancho, alto, cuanto)) pares++;
      return x0 > a.x + ancho || x1 < a.x - ancho || y0 > a.y + alto || y1 < a.y - alto;
    });
  return pares;
}

/** Aparta dos huellas (elipses) que se pisan, cada una la mitad; lo quieto no cede. */
function empujar(a: Masa, b: Masa, ancho: number, alto: number, cuanto: number): boolean {
  const u = (b.x - a.x) / ancho || 0.01, v = (b.y - a.y) / alto || 0.01, cerca = Math.hypot(u, v);
  const quietoA = a.fx !== undefined, quietoB = b.fx !== undefined;
  if (cerca >= 1 || (quietoA && quietoB)) return false;
  const paso = ((1 - cerca) * cuanto * (quietoA || quietoB ? 1 : 0.5)) / cerca;
  if (!quietoA) { a.x -= u * ancho * paso; a.y -= v * alto * paso; }
  if (!quietoB) { b.x += u * ancho * paso; b.y += v * alto * paso; }
  return true;
}

function terminar(masas: Masa[], escala: number): void {
  for (let i = 0; i < 120 && apartar(masas, escala, 0.9); i++);
}
