// Menús sobre el mapa: qué une a dos actores, qué hacer con un actor, cómo es una relación.
import { h } from "../lib/dom.ts";
import { TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Relacion, TipoRelacion } from "../lib/tipos.ts";
import { abrirFicha, fijar, quitar, unir } from "./acciones.ts";
import { abrir, cerrar, opcion, opciones } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";
import { fraseDeRelacion } from "./nombres.ts";
import { muestraDeTrazo } from "./trazos.ts";
import { centroDe, empezarUnion } from "./union.ts";

const TIPOS = Object.keys(TIPOS_DE_RELACION) as TipoRelacion[];
type Donde = [number, number];

/** Pregunta qué une a los dos actores y lo guarda. */
export function menuDeUnion(m: Mapa, de: string, hacia: string, donde: Donde): void {
  abrir(m, {
    titulo: "¿Qué los une?", donde, clase: "menu",
    contenido: [
      h("p", { class: "nota" }, `${m.nombre(de)} → ${m.nombre(hacia)}`),
      opciones(...TIPOS.map((t) => opcion([muestraDeTrazo(t), TIPOS_DE_RELACION[t]], () => void unir(m, de, hacia, t))),
        opcion(["Anotar con más detalle…"], () => m.emitir("mesa:ficha", { unir: { de, hacia } }))),
    ],
  });
}

export function menuDeNodo(m: Mapa, id: string, donde: Donde): void {
  const a = m.actor(id);
  if (!a) return;
  const cambios = m.soloLectura ? [] : [
    opcion(["Unir con…"], () => empezarUnion(m, id)),
    opcion([a.fijado ? "Soltar" : "Fijar en su lugar"], () => void fijar(m, [id])),
    opcion(["Quitar del mapa"], () => void quitar(m, [id])),
  ];
  abrir(m, {
    titulo: a.nombre, donde, clase: "menu",
    contenido: [opciones(opcion(["Abrir ficha"], () => abrirFicha(m, id)), opcion(["Ver sus relaciones"], () => menuDeRelaciones(m, id)), ...cambios)],
  });
}

/** Las relaciones de un actor, una por línea: así se llega a ellas con el teclado. */
export function menuDeRelaciones(m: Mapa, id: string): void {
  const suyas = m.red.de(id), donde = centroDe(m, id);
  const frase = (r: Relacion) => fraseDeRelacion(r, m.nombre(r.de), m.nombre(r.hacia));
  abrir(m, {
    titulo: `Relaciones de ${m.nombre(id)}`, donde, clase: "menu ancho",
    contenido: suyas.length
      ? [opciones(...suyas.map((a) => opcion([muestraDeTrazo(a.relacion.tipo), frase(a.relacion)], () => menuDeRelacion(m, a.id, donde))))]
      : [h("p", { class: "nota" }, "Todavía no tiene relaciones en este momento de la Mesa.")],
  });
}

/** Cómo es una relación; si se puede, se cambia aquí mismo. */
export function menuDeRelacion(m: Mapa, id: string, donde: Donde): void {
  const r = m.pizarra.mesa.relaciones[id];
  if (!r) return;
  const trazo = m.escena.aristas.get(id);
  trazo?.classList.add("mirada");
  abrir(m, {
    titulo: "Relación", donde, clase: "menu relacion", alCerrar: () => trazo?.classList.remove("mirada"),
    contenido: [h("p", { class: "nota" }, fraseDeRelacion(r, m.nombre(r.de), m.nombre(r.hacia))), r.nota ? h("p", { class: "nota" }, r.nota) : null,
      m.soloLectura ? null : edicion(m, r)],
  });
}

function edicion(m: Mapa, r: Relacion): HTMLElement {
  const editar = (campos: Partial<Relacion>): void => void m.pedir("editar_relacion", { id: r.id, campos });
  const tipo = h("select", { on: { change: () => editar({ tipo: tipo.value as TipoRelacion }) } },
    ...TIPOS.map((t) => h("option", { value: t, selected: t === r.tipo }, TIPOS_DE_RELACION[t])));
  const intensidad = h("select", { on: { change: () => editar({ intensidad: Number(intensidad.value) }) } },
    ...["Débil", "Media", "Fuerte"].map((t, i) => h("option", { value: i + 1, selected: i + 1 === r.intensidad }, `${i + 1} · ${t}`)));
  const sentido = h("input", { type: "checkbox", checked: r.dirigida, on: { change: () => editar({ dirigida: sentido.checked }) } });
  const quitarla = h("button", { type: "button", class: "mt-boton peligro", on: { click: () => { cerrar(); void quitarRelacion(m, r); } } }, "Quitar relación");
  return h("div", {},
    h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Tipo"), tipo),
    h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Intensidad"), intensidad),
    h("label", { class: "casilla" }, sentido, ` En un solo sentido, hacia ${m.nombre(r.hacia)}`),
    quitarla);
}

async function quitarRelacion(m: Mapa, r: Relacion): Promise<void> {
  if (await m.pedir("quitar_relacion", { id: r.id })) m.avisarDeshacible(`Quitó la relación entre ${m.nombre(r.de)} y ${m.nombre(r.hacia)}.`);
}
