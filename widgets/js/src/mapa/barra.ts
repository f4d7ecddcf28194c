// Las herramientas, en una fila y con palabras; en pantallas angostas van abajo.
import { h } from "../lib/dom.ts";
import { agregar, reordenar } from "./acciones.ts";
import { abrirComparacion } from "./comparar.ts";
import { DISPOSICIONES, type Disposicion } from "./disposiciones.ts";
import { abrirExportar } from "./exportar.ts";
import { abrirFiltros, cuantosFiltros } from "./filtros.ts";
import { abrir, cerrar, opcion, opciones } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";
import { empezarUnion, terminarUnion } from "./union.ts";

type Boton = HTMLButtonElement;
interface Herramienta { clave: string; texto: string; menu?: boolean; escribe?: boolean; hacer: (m: Mapa, boton: Boton) => void; pulsada?: (m: Mapa) => boolean }

const HERRAMIENTAS: Herramienta[] = [
  { clave: "agregar", texto: "Agregar", escribe: true, hacer: agregar },
  { clave: "unir", texto: "Unir", escribe: true, pulsada: (m) => !!m.uniendo, hacer: (m) => (m.uniendo ? terminarUnion(m) : empezarUnion(m)) },
  { clave: "ordenar", texto: "Ordenar", menu: true, escribe: true, hacer: menuDeOrden },
  { clave: "filtrar", texto: "Filtrar", menu: true, hacer: abrirFiltros, pulsada: (m) => cuantosFiltros(m) > 0 },
  { clave: "medir", texto: "Tamaño por", menu: true, hacer: menuDeMedidas, pulsada: (m) => !!m.pizarra.medida },
  { clave: "comparar", texto: "Comparar", hacer: abrirComparacion, pulsada: (m) => !!m.comparando },
  { clave: "exportar", texto: "Exportar", menu: true, hacer: abrirExportar },
  { clave: "importar", texto: "Importar", escribe: true, hacer: (m) => m.emitir("mesa:importar") },
];

export function barra(m: Mapa): HTMLElement {
  const botones = HERRAMIENTAS.map((t) => ({ t, b: boton(m, t) }));
  const refrescar = (): void => {
    for (const { t, b } of botones) {
      if (t.pulsada) b.setAttribute("aria-pressed", String(t.pulsada(m)));
      if (t.escribe) b.hidden = m.soloLectura;
    }
    const n = cuantosFiltros(m), filtrar = botones.find(({ t }) => t.clave === "filtrar")!.b;
    filtrar.firstElementChild!.textContent = n ? `Filtrar (${n})` : "Filtrar";
  };
  m.on("red", refrescar);
  m.on("modo", refrescar);
  m.on("comparacion", refrescar);
  refrescar();
  return h("div", { class: "barra", role: "group", "aria-label": "Herramientas del mapa" }, ...botones.map(({ b }) => b));
}

function boton(m: Mapa, t: Herramienta): Boton {
  const b = h("button", {
    type: "button", class: `mt-boton${t.clave === "agregar" ? " principal" : ""}`, data: { herramienta: t.clave },
    "aria-haspopup": t.menu ? "dialog" : null, "aria-expanded": t.menu ? "false" : null,
    on: { click: () => (b.getAttribute("aria-expanded") === "true" ? cerrar() : t.hacer(m, b)) },
  }, h("span", {}, t.texto), t.menu ? h("span", { "aria-hidden": "true", class: "mas" }, "▾") : null);
  return b;
}

function menuDeOrden(m: Mapa, boton: Boton): void {
  const fijos = [...m.red.nodos.values()].filter((n) => n.actor.fijado).length;
  abrir(m, {
    titulo: "Ordenar lo que no está fijado", boton, clase: "menu",
    contenido: [
      opciones(...Object.entries(DISPOSICIONES).map(([clave, d]) => opcion([d.nombre], () => void reordenar(m, clave as Disposicion), d.ayuda))),
      h("p", { class: "nota" }, fijos ? (fijos === 1 ? "El fijado se queda donde está." : `Los ${fijos} fijados se quedan donde están.`) : "Nada está fijado: se puede mover todo. Deshacer lo devuelve."),
    ],
  });
}

function menuDeMedidas(m: Mapa, boton: Boton): void {
  const { medidas, pizarra } = m;
  abrir(m, {
    titulo: "Tamaño por", boton, clase: "menu ancho",
    contenido: [
      opciones(opcion(["Todos iguales"], () => pizarra.medir(""), "", !pizarra.medida),
        ...medidas.map((d) => opcion([d.nombre], () => pizarra.medir(d.clave), `${d.para_que} ${d.que_no_dice}`, pizarra.medida === d.clave))),
      medidas.length ? null : h("p", { class: "nota" }, "Las medidas aparecen cuando la red tiene relaciones."),
    ],
  });
}
