// La leyenda se lee y se pulsa: cada sector y cada tipo de relación filtra el mapa.
import { h, poner, s, type Hijo } from "../lib/dom.ts";
import { numero, SECTORES, TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Sector, TipoRelacion } from "../lib/tipos.ts";
import { alternar, cuantosFiltros } from "./filtros.ts";
import { colorDe, figura } from "./formas.ts";
import type { Mapa } from "./mapa.ts";
import { PRESENCIAS } from "./nombres.ts";
import { mayorDe, muestras, radio } from "./tamanos.ts";
import { muestraDeTrazo } from "./trazos.ts";

export function leyenda(m: Mapa): HTMLElement {
  const caja = h("section", { class: "leyenda", "aria-label": "Leyenda" });
  const dibujar = (): void => {
    // Redibujar no debe quitarle el foco a quien está pulsando un sector.
    const foco = (document.activeElement as HTMLElement | null)?.getAttribute("data-valor");
    poner(caja, sectores(m), convocatoria(m), tipos(m), tamano(m));
    if (foco && document.activeElement === document.body) caja.querySelector<HTMLElement>(`[data-valor="${CSS.escape(foco)}"]`)?.focus();
  };
  m.on("red", dibujar);
  return caja;
}

const grupo = (titulo: string, ...hijos: Hijo[]): HTMLElement => h("div", { class: "grupo", role: "group", "aria-label": titulo }, h("span", { class: "titulo" }, titulo), ...hijos);

function ficha(valor: string, pulsada: boolean, atenuada: boolean, hacer: () => void, ...hijos: Hijo[]): HTMLElement {
  return h("button", { type: "button", class: `clave-leyenda${atenuada ? " apagada" : ""}`, "aria-pressed": String(pulsada), data: { valor }, on: { click: hacer } }, ...hijos);
}

export const muestraDeSector = (sector: Sector, clase = "integra", color = colorDe(sector)): SVGSVGElement =>
  s("svg", { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true", class: `muestra ${clase}`, style: `--sector:${color}` }, s("path", { class: "forma", d: figura(sector, 7) }));

function sectores(m: Mapa): HTMLElement {
  const puestos = m.pizarra.filtro.sectores, cuenta = new Map<string, number>();
  for (const a of Object.values(m.pizarra.mesa.actores)) cuenta.set(a.sector, (cuenta.get(a.sector) ?? 0) + 1);
  return grupo("Sector", ...(Object.keys(SECTORES) as Sector[]).filter((v) => cuenta.has(v)).map((v) =>
    ficha(v, puestos.includes(v), puestos.length > 0 && !puestos.includes(v), () => alternar(m, "sectores", v), muestraDeSector(v), `${SECTORES[v]} `, h("span", { class: "cuenta" }, numero(cuenta.get(v)!)))));
}

function convocatoria(m: Mapa): HTMLElement {
  const fijo = s("svg", { width: 14, height: 18, viewBox: "-7 -7 14 18", "aria-hidden": "true", class: "muestra" },
    s("g", { class: "alfiler" }, s("circle", { r: 4.5 }), s("path", { d: "M0,4.5V9" })));
  const hayFijos = [...m.red.nodos.values()].some((n) => n.actor.fijado);
  return grupo("Contorno", ...Object.entries(PRESENCIAS).map(([clase, texto]) => h("span", { class: "clave-leyenda fija" }, muestraDeSector("sociedad_civil", clase, "#4A5563"), texto)),
    hayFijos ? h("span", { class: "clave-leyenda fija" }, fijo, "Fijado") : null);
}

function tipos(m: Mapa): HTMLElement {
  const puestos = m.pizarra.filtro.tipos, hay = new Set(Object.values(m.pizarra.mesa.relaciones).map((r) => r.tipo));
  return grupo("Relación", ...(Object.keys(TIPOS_DE_RELACION) as TipoRelacion[]).filter((t) => hay.has(t)).map((t) =>
    ficha(t, puestos.includes(t), puestos.length > 0 && !puestos.includes(t), () => alternar(m, "tipos", t), muestraDeTrazo(t), TIPOS_DE_RELACION[t])));
}

function tamano(m: Mapa): HTMLElement | null {
  const medida = m.medidas.find((d) => d.clave === m.pizarra.medida);
  if (!medida) return null;
  const valores = m.pizarra.metricas[medida.clave], mayor = mayorDe(valores);
  const circulos = muestras(mayor).map((v) => {
    const r = radio(v, mayor), lado = 2 * r + 2;
    return h("span", { class: "clave-leyenda fija" }, s("svg", { width: lado, height: lado, viewBox: `${-r - 1} ${-r - 1} ${lado} ${lado}`, "aria-hidden": "true", class: "muestra tamano" }, s("circle", { r })), numero(v, v < 10 && !Number.isInteger(v) ? 2 : 0));
  });
  return grupo(`Tamaño: ${medida.nombre}`, ...circulos, h("p", { class: "nota" }, avisoDeMedida(m)));
}

/** En palabras, si lo que se filtra cambia o no la medida. */
function avisoDeMedida(m: Mapa): string {
  if (m.avisosDeMedida.length) return m.avisosDeMedida.join(" ");
  return cuantosFiltros(m) ? "Las medidas se calcularon con toda la red, no sólo con lo que se ve." : "El área de cada figura es proporcional a la medida.";
}
