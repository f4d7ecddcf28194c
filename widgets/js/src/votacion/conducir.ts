// Conducir: el código en grande, cuántos van, en qué se está y el paso que sigue. Donde congela, pregunta antes.
import { h, poner } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import { codigoQr } from "./qr.ts";
import type { Sala } from "./sala.ts";
import type { Accion, Actual } from "./tipos.ts";

const MOMENTOS = ["Ronda 1, a ciegas", "Revelar y conversar", "Ronda 2, a ciegas", "Revelar y conversar", "Cerrar"];

/** En qué momento va: de 0 (preparada) a 5 (cerrada). */
export function momentoDe(a: Pick<Actual, "estado" | "ronda">): number {
  if (a.estado === "preparada") return 0;
  if (a.estado === "cerrada") return MOMENTOS.length;
  return (a.ronda - 1) * 2 + (a.estado === "abierta" ? 1 : 2);
}

export function caminoDe(a: Actual): HTMLElement {
  const va = momentoDe(a);
  return h("ol", { class: "camino", "aria-label": "Los momentos de la votación" }, MOMENTOS.map((m, i) => {
    const estado = i + 1 < va || va === MOMENTOS.length ? "hecho" : i + 1 === va ? "aqui" : "";
    return h("li", { class: estado, "aria-current": estado === "aqui" ? "step" : null }, estado === "hecho" && h("span", { class: "mt-oculto" }, "Hecho: "), m);
  }));
}

/** El código para entrar: QR y letras, o por qué todavía no se puede entrar con el celular. */
export function entrada(a: Actual, atendida: boolean): HTMLElement | null {
  if (a.a_la_vista) return null;
  const codigo = h("p", { class: "codigo" }, h("span", { class: "mt-oculto" }, "Código para entrar: "), a.codigo);
  if (!a.direccion)
    return h("div", { class: "entrada sin-servidor" }, codigo, h("div", { class: "mt-aviso" }, h("p", {}, h("strong", {}, "Los celulares todavía no pueden entrar. "), "En este computador nadie está recibiendo sus votos."),
      h("p", {}, "Abra otra ventana de comandos y escriba ", h("code", {}, "mesa votar"), " (o parta el taller con ", h("code", {}, "mesa taller"), "): el código QR aparece aquí solo. Mientras tanto se puede votar en papel.")));
  return h("div", { class: "entrada" }, codigoQr(a.qr, a.direccion), codigo, h("p", { class: "direccion" }, a.direccion.replace(/^https?:\/\//, "")), !atendida && h("p", { class: "oculto" }, "Hace unos segundos que no hay señales de quien recibe los votos."));
}

export function cuenta(sala: Sala): HTMLElement {
  const c = sala.conteo;
  return h("p", { class: "cuenta" }, h("strong", {}, numero(c.votantes)), h("span", {}, c.dicho));
}

type Pasar = (orden: string) => Promise<void>;

/** Los botones del momento; los que congelan abren una pregunta en el mismo lugar. */
export function pasos(acciones: () => Accion[], pasar: Pasar): HTMLElement {
  const nodo = h("div", { class: "pasos" });
  const botones = (foco?: string): void => {
    poner(nodo, acciones().map((a) => h("button", { class: a.principal ? "mt-boton principal" : "mt-boton", type: "button", data: { orden: a.orden }, on: { click: () => (a.confirma ? preguntar(acciones().find((x) => x.orden === a.orden) ?? a) : void pasar(a.orden)) } }, a.texto)));
    if (foco) nodo.querySelector<HTMLElement>(`[data-orden="${foco}"]`)?.focus();
  };
  const preguntar = (a: Accion): void => {
    const no = h("button", { class: "mt-boton", type: "button", on: { click: () => botones(a.orden) } }, "Todavía no");
    const si = h("button", { class: "mt-boton principal", type: "button", on: { click: () => void pasar(a.orden) } }, `Sí: ${a.texto.toLowerCase()}`);
    poner(nodo, h("div", { class: "pregunta", role: "group", "aria-label": a.texto, on: { keydown: (e: Event) => { if ((e as KeyboardEvent).key === "Escape") botones(a.orden); } } }, h("p", {}, a.confirma), si, no));
    no.focus();
  };
  botones();
  return nodo;
}

const CONSEJOS: [string, string][] = [
  ["Antes", "Lea la escala en voz alta y diga que los votos son anónimos. Se puede dejar en blanco a quien no se conoce: un «no sé» vale más que un 3 por cortesía."],
  ["A ciegas", "Guarde silencio mientras se vota. Quien ve lo que respondieron los demás cambia lo suyo sin acertar más."],
  ["Al conversar", "Tome los dos o tres con estrella. Pida razones a los extremos: ¿qué tendría que ser cierto para un 5?, ¿y para un 1? Nadie tiene que contar su voto."],
  ["Lo que el consenso dice", "Cuánto se parecen las respuestas. Desde 0,8 lo llamamos alto y desde 0,6, medio: son cortes de este kit."],
  ["Lo que no dice", "Que el grupo tenga razón. También sube cuando la gente se cansa o se acomoda: anote en el acta lo que quedó en desacuerdo."],
];

/** Lo mínimo para conducir sin haber leído la ficha; la ficha entera está en guia/votacion.md. */
export const consejos = (): HTMLElement =>
  h("details", { class: "papel" }, h("summary", {}, "Cómo conducir la ronda"), h("dl", {}, CONSEJOS.map(([que, como]) => [h("dt", {}, que), h("dd", {}, como)])));
