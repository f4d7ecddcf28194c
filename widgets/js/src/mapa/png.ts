// El PNG: una copia del mapa entero con los estilos puestos a mano, fondo blanco, título y leyenda; nada de afuera.
import { s } from "../lib/dom.ts";
import { SECTORES } from "../lib/textos.ts";
import type { Sector } from "../lib/tipos.ts";
import { colorDe, figura } from "./formas.ts";
import { encerrar, encuadrar } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";

const ANCHO = 1600, ALTO = 1000, TITULO = 64, PIE = 56, DENSIDAD = 2;
const PROPIEDADES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "paint-order", "font-size", "font-weight", "vector-effect", "visibility", "display", "marker-end"];
const LETRA = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";

/** La imagen del mapa completo, lista para bajar. */
export async function comoPng(m: Mapa): Promise<Blob> {
  const imagen = new Image();
  const texto = new XMLSerializer().serializeToString(laminaDe(m));
  imagen.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(texto);
  await imagen.decode();
  const lienzo = document.createElement("canvas");
  [lienzo.width, lienzo.height] = [ANCHO * DENSIDAD, ALTO * DENSIDAD];
  lienzo.getContext("2d")!.drawImage(imagen, 0, 0, lienzo.width, lienzo.height);
  return new Promise((listo, falla) => lienzo.toBlob((b) => (b ? listo(b) : falla(new Error("sin imagen"))), "image/png"));
}

/** El SVG suelto que se fotografía. Encuadra, copia y deja todo como estaba. */
export function laminaDe(m: Mapa): SVGSVGElement {
  const k = m.escena.k, vista = encuadrar(encerrar(m.red.nodos.values())!, ANCHO, ALTO - TITULO - PIE, { x: 100, y: 56 });
  const elegidos = m.pizarra.seleccion, clases = limpiarClases(m);
  m.escena.escalar(vista.k);
  m.rotulos.poner({ x0: -vista.x, y0: -vista.y, x1: ANCHO - vista.x, y1: ALTO - TITULO - PIE - vista.y });
  const copia = s("svg", { xmlns: "http://www.w3.org/2000/svg", width: ANCHO * DENSIDAD, height: ALTO * DENSIDAD, viewBox: `0 0 ${ANCHO} ${ALTO}`, "font-family": LETRA },
    s("rect", { width: ANCHO, height: ALTO, fill: "#FFFFFF" }), m.escena.puntas.defs.cloneNode(true),
    conEstilos(m.escena.mundo, `translate(${vista.x},${vista.y + TITULO}) scale(${vista.k})`), ...titulo(m), pie(m));
  m.escena.escalar(k);
  restaurarClases(clases);
  if (elegidos.length) m.pintar();
  m.rotulos.poner();
  return copia;
}

/** Quita por un instante lo atenuado y lo elegido: la lámina muestra el mapa, no lo que se estaba mirando. */
function limpiarClases(m: Mapa): [Element, string][] {
  const antes = [...m.escena.mundo.querySelectorAll(".atenuado,.atenuada,.elegido,.viva,.hallado,.mirada")].map((e): [Element, string] => [e, e.getAttribute("class")!]);
  for (const [e] of antes) e.classList.remove("atenuado", "atenuada", "elegido", "viva", "hallado", "mirada");
  return antes;
}
function restaurarClases(antes: [Element, string][]): void {
  for (const [e, clase] of antes) e.setAttribute("class", clase);
}

function conEstilos(original: SVGGElement, transform: string): SVGGElement {
  const copia = original.cloneNode(true) as SVGGElement;
  const de = [...original.querySelectorAll("*")], a = [...copia.querySelectorAll("*")];
  de.forEach((e, i) => {
    const estilo = getComputedStyle(e), suyo = a[i] as SVGElement;
    suyo.removeAttribute("style");
    // Los trazos que no escalan se miden en px de la imagen, que es más densa que la pantalla.
    const densidad = estilo.getPropertyValue("vector-effect") === "non-scaling-stroke" ? DENSIDAD : 1;
    for (const p of PROPIEDADES) suyo.style.setProperty(p, p === "stroke-width" || p === "stroke-dasharray" ? ampliar(estilo.getPropertyValue(p), densidad) : estilo.getPropertyValue(p));
  });
  for (const e of copia.querySelectorAll(".toque,.halo,.asa,.cartel,.trazado,.previa,title")) e.remove();
  for (const p of copia.querySelectorAll("[marker-end]")) (p as SVGElement).style.removeProperty("marker-end");
  copia.setAttribute("transform", transform);
  return copia;
}

const ampliar = (valor: string, veces: number): string => valor.replace(/[\d.]+/g, (n) => String(Number(n) * veces));

function titulo(m: Mapa): SVGElement[] {
  const { nombre, ilustrativa } = m.pizarra.mesa, momento = m.pizarra.mesa.momentos[m.momento]?.nombre;
  return [s("text", { x: 32, y: 42, "font-size": 26, "font-weight": 650, fill: "#1D2530" }, nombre),
    s("text", { x: ANCHO - 32, y: 42, "font-size": 15, "text-anchor": "end", fill: "#8A5A00" }, [momento, ilustrativa ? "caso de práctica: valores de ejercicio" : ""].filter(Boolean).join(" · "))];
}

function pie(m: Mapa): SVGElement {
  const hay = new Set([...m.red.nodos.values()].map((n) => n.actor.sector));
  const fichas = (Object.keys(SECTORES) as Sector[]).filter((v) => hay.has(v)).map((v, i) =>
    s("g", { transform: `translate(${40 + i * 210},${ALTO - 24})` }, s("path", { d: figura(v, 8), fill: colorDe(v) }), s("text", { x: 18, y: 5, "font-size": 15, fill: "#1D2530" }, SECTORES[v]!)));
  return s("g", {}, ...fichas, s("text", { x: ANCHO - 32, y: ALTO - 19, "font-size": 13, "text-anchor": "end", fill: "#4A5563" }, "Contorno punteado: todavía no integra la Mesa"));
}
