// El formulario de una votación nueva: qué se vota, con qué palabras y sobre qué.
import { h, idUnico, poner } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import { cuantos } from "../lib/textos.ts";
import type { Modelo } from "../lib/tipos.ts";
import type { ActorDeMesa, TipoDeVotacion, Hacer } from "./tipos.ts";

const PISTAS: Record<string, { rotulo: string; ayuda: string }> = {
  opciones: { rotulo: "Problemas o iniciativas", ayuda: "Una por renglón; al menos dos." },
  afirmacion: { rotulo: "Afirmaciones", ayuda: "Una por renglón. Por ejemplo: «La Mesa debe partir por el agua»." },
  criterios: { rotulo: "Criterios", ayuda: "Uno por renglón. Por ejemplo: «Quién puede decidirlo»." },
};

export function formularioDeVotacion(modelo: Modelo, hacer: Hacer): HTMLElement {
  const tipos: TipoDeVotacion[] = modelo.get("tipos");
  const titulo = h("input", { id: idUnico("titulo"), required: true, maxlength: 120, autocomplete: "off" });
  const ayuda = h("input", { id: idUnico("ayuda"), maxlength: 300, autocomplete: "off" });
  const actores = listaDeActores(modelo), lineas = renglones(), puntos = h("input", { id: idUnico("puntos"), type: "number", min: 1, max: 100, value: 10 });
  const conPuntos = campo("Puntos que reparte cada persona", "", puntos);
  let tipo = tipos[0]!;
  const elegir = (t: TipoDeVotacion): void => {
    tipo = t;
    actores.nodo.hidden = t.pide !== "actores";
    lineas.vestir(t.pide);
    conPuntos.hidden = t.clave !== "puntos";
    if (!titulo.value || tipos.some((x) => x.nombre === titulo.value)) titulo.value = t.nombre;
  };
  const enviar = async (e: Event): Promise<void> => {
    e.preventDefault();
    crear.disabled = true; // un doble clic no crea dos
    const sobre = tipo.pide === "actores" ? { ids: actores.elegidos() } : { textos: lineas.textos() };
    await hacer("crear", { tipo: tipo.clave, titulo: titulo.value, ayuda: ayuda.value, puntos: Number(puntos.value) || 10, ...sobre }, "La votación quedó lista. Ábrala cuando la sala esté lista.");
    crear.disabled = false;
  };
  const crear = h("button", { class: "mt-boton principal", type: "submit" }, "Crear la votación");
  const grupo = idUnico("tipo");
  const opcion = (t: TipoDeVotacion, i: number): HTMLElement => h("label", { class: "opcion" },
    h("input", { type: "radio", name: grupo, value: t.clave, checked: i === 0, on: { change: () => elegir(t) } }), h("span", {}, h("strong", {}, t.nombre), h("small", {}, t.ayuda)));
  const nodo = h("form", { class: "nueva", "aria-label": "Nueva votación", on: { submit: (e: Event) => void enviar(e) } }, h("h2", {}, "Nueva votación"),
    h("fieldset", {}, h("legend", {}, "¿Qué se vota?"), tipos.map(opcion)),
    campo("Título", "Lo verán todos en su celular.", titulo), actores.nodo, lineas.nodo, conPuntos,
    campo("Algo que explicar", "Una frase para quien vota. Puede quedar vacío.", ayuda), h("p", {}, crear));
  elegir(tipo);
  return nodo;
}

const campo = (nombre: string, ayuda: string, control: HTMLElement): HTMLElement =>
  h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: control.id }, nombre), ayuda && h("span", { class: "ayuda" }, ayuda), control);

function renglones(): { nodo: HTMLElement; vestir(pide: string): void; textos(): string[] } {
  const area = h("textarea", { id: idUnico("renglones"), rows: 6 }), rotulo = h("label", { class: "nombre", for: area.id }), ayuda = h("span", { class: "ayuda" });
  const nodo = h("div", { class: "mt-campo" }, rotulo, ayuda, area);
  const vestir = (pide: string): void => {
    nodo.hidden = !PISTAS[pide];
    rotulo.textContent = PISTAS[pide]?.rotulo ?? "";
    ayuda.textContent = PISTAS[pide]?.ayuda ?? "";
  };
  return { nodo, vestir, textos: () => area.value.split("\n").map((x) => x.trim()).filter(Boolean) };
}

/** Los actores de la Mesa con casillas; parten elegidos los que todavía no tienen valor o, si todos tienen, todos. */
function listaDeActores(modelo: Modelo): { nodo: HTMLElement; elegidos(): string[] } {
  const actores = [...(modelo.get("actores") as ActorDeMesa[])].sort((a, b) => a.nombre.localeCompare(b.nombre, "es"));
  const faltan = actores.filter((a) => !a.valorado).length, elegidos = new Set<string>();
  const casillas = h("div", { class: "casillas", role: "group", "aria-label": "Actores que se votan", tabindex: 0 }), cuenta = h("p", { class: "ayuda", role: "status" });
  const contar = (): void => { cuenta.textContent = `${cuantos(elegidos.size, "actor elegido", "actores elegidos")} de ${actores.length}.${elegidos.size > 30 ? " Son muchos para una vuelta: con más de 30 la gente se cansa." : ""}`; };
  const poner1 = (cuales: (a: ActorDeMesa) => boolean): void => {
    elegidos.clear();
    for (const a of actores) if (cuales(a)) elegidos.add(a.id);
    poner(casillas, actores.map((a) => h("label", { class: "casilla" }, h("input", { type: "checkbox", checked: elegidos.has(a.id), on: { change: (e: Event) => { (e.target as HTMLInputElement).checked ? elegidos.add(a.id) : elegidos.delete(a.id); contar(); } } }), glifo(a.sector), h("span", {}, a.nombre), a.valorado && h("small", {}, "valorado"))));
    contar();
  };
  const boton = (texto: string, cuales: (a: ActorDeMesa) => boolean): HTMLElement => h("button", { class: "mt-boton", type: "button", on: { click: () => poner1(cuales) } }, texto);
  poner1((a) => !faltan || !a.valorado);
  const nodo = h("fieldset", { class: "actores" }, h("legend", {}, "¿Qué actores?"),
    h("p", { class: "acciones" }, boton("Todos", () => true), boton(`Sin valorar (${faltan})`, (a) => !a.valorado), boton("Ninguno", () => false)), cuenta, casillas);
  return { nodo, elegidos: () => [...elegidos] };
}
