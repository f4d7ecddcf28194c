// La disposición por relaciones: quienes se relacionan quedan cerca. Determinista: mismos datos, mismo mapa.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { quadtree } from "d3-quadtree";
import { redondear, type Punto } from "./geometria.ts";

/** Lo que ocupa un actor con su rótulo: más ancho que alto. */
export const HUELLA = { ancho: 150, alto: 68 };
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
    .force("lazos", forceLink<Masa, SimulationLinkDatum<Masa>>(enlaces).id((m) => m.id).distance(150 * escala).iterations(1))
    .force("aire", forceManyBody<Masa>().strength(-620 * escala).distanceMax(900).theta(1))
    .force("x", forceX<Masa>(centro.x).strength(0.045))
    .force("y", forceY<Masa>(centro.y).strength(0.085))
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

/** Una fuerza que aparta las huellas (rectángulos) que se pisan; lo quieto no cede. */
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

function empujar(a: Masa, b: Masa, ancho: number, alto: number, cuanto: number): boolean {
  const dx = b.x - a.x || (a.id < b.id ? 0.1 : -0.1), dy = b.y - a.y || 0.1;
  const faltaX = ancho - Math.abs(dx), faltaY = alto - Math.abs(dy);
  if (faltaX <= 0 || faltaY <= 0) return false;
  const quietoA = a.fx !== undefined, quietoB = b.fx !== undefined;
  if (quietoA && quietoB) return false;
  const parte = quietoA || quietoB ? 1 : 0.5, porX = faltaX / ancho < faltaY / alto;
  const paso = porX ? Math.sign(dx) * faltaX * cuanto * parte : Math.sign(dy) * faltaY * cuanto * parte;
  const eje = porX ? "x" : "y";
  if (!quietoA) a[eje] -= paso;
  if (!quietoB) b[eje] += paso;
  return true;
}

function terminar(masas: Masa[], escala: number): void {
  for (let i = 0; i < 120 && apartar(masas, escala, 0.9); i++);
}
