// La historia de un actor: cada cambio de estado con su día; se corrige el día y se anota qué pasó.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { fechaCorta } from "../lib/campos.ts";
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { ESTADOS, cuantos } from "../lib/textos.ts";
import { cambiosDe, type Cambio, type Mudanza } from "./tipos.ts";

interface Renglon { fecha: string; dice: string; cambio?: Cambio }

const paso = (c: { de: string; a: string }): string => `${ESTADOS[c.de] ?? c.de} → ${ESTADOS[c.a] ?? c.a}`;

/** Los cambios del actor, del último al primero; los hechos fuera del tablero dicen de dónde vienen. */
export function renglonesDe(pizarra: Pizarra, id: string, fuera: Mudanza[]): Renglon[] {
  const propios = Object.values(cambiosDe(pizarra.mesa)).filter((c) => c.actor === id)
    .map((c): Renglon => ({ fecha: c.fecha, dice: paso(c) + (c.nota ? `. ${c.nota}` : ""), cambio: c }));
  const ajenos = fuera.map((m): Renglon => ({ fecha: m.fecha, dice: `${paso(m)}, desde el mapa o la tabla (${m.autor})` }));
  return [...propios, ...ajenos].sort((a, b) => b.fecha.localeCompare(a.fecha));
}

/** La historia plegada de una tarjeta; vacía, no se muestra. */
export function historia(pizarra: Pizarra, id: string, fuera: Mudanza[], corregir: (c: Cambio) => void): HTMLDetailsElement | null {
  const renglones = renglonesDe(pizarra, id, fuera);
  if (!renglones.length) return null;
  return h("details", { class: "historia", data: { foco: `h-${id}` } }, h("summary", {}, cuantos(renglones.length, "cambio", "cambios"), h("span", { class: "mt-oculto" }, ` de ${pizarra.mesa.actores[id]?.nombre ?? ""}`)),
    h("ul", {}, renglones.map((r) => h("li", {}, h("span", { class: "dia" }, fechaCorta(r.fecha)), " ", r.dice,
      r.cambio && !pizarra.soloLectura ? h("button", { class: "mt-boton texto", type: "button", "aria-label": `Corregir el cambio del ${fechaCorta(r.fecha)}`, on: { click: () => corregir(r.cambio!) } }, "Corregir") : null))));
}

/** El formulario que corrige qué día fue un cambio y qué pasó; `alTerminar` se llama al guardar o dejarlo. */
export function formularioDeCambio(pizarra: Pizarra, aviso: Aviso, cambio: Cambio, hoy: string, alTerminar: () => void): HTMLFormElement {
  const fecha = h("input", { type: "date", value: cambio.fecha, max: hoy, required: true });
  const nota = h("textarea", { rows: 2, maxlength: 600, value: cambio.nota });
  const error = h("p", { class: "mt-error-de-campo", role: "alert" });
  const guardar = async (s: Event): Promise<void> => {
    s.preventDefault();
    if (!fecha.value || fecha.value > hoy) { error.textContent = "Elija el día en que ocurrió, hasta hoy."; return fecha.focus(); }
    const datos = { seccion: "convocatoria", coleccion: "cambios", id: cambio.id, campos: { fecha: fecha.value, nota: nota.value.trim() } };
    if (await pedirCon(pizarra, aviso, "poner_ficha", datos, (frase) => { error.textContent = frase; })) alTerminar();
  };
  return h("form", { class: "mt-cambio", novalidate: true, "aria-label": `${pizarra.mesa.actores[cambio.actor]?.nombre}: ${paso(cambio)}`, on: { submit: (s: Event) => void guardar(s), keydown: (s: Event) => { if ((s as KeyboardEvent).key === "Escape") alTerminar(); } } },
    h("p", { class: "de-que" }, `${pizarra.mesa.actores[cambio.actor]?.nombre}: ${paso(cambio)}`),
    h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Qué día fue"), fecha),
    h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Qué pasó"), nota), error,
    h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Guardar"), h("button", { class: "mt-boton", type: "button", on: { click: alTerminar } }, "Dejarlo")));
}

/** Muestra el formulario en `donde` y le lleva el foco. */
export function abrirFormulario(donde: HTMLElement, formulario: HTMLFormElement): void {
  poner(donde, formulario);
  formulario.querySelector<HTMLElement>("input")?.focus();
}
