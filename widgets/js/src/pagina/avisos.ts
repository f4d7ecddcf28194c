// Lo que la página le dice a la persona: avisos pasajeros y el cartel de sesión cerrada.
import { h, poner } from "../lib/dom.ts";
import { pedir } from "./barra.ts";
import { guardadoPropio } from "./guardado.ts";
import type { Motivo } from "./latido.ts";
import { alSuceder, type DetalleDeAviso } from "./sucesos.ts";

const DURA = 8000;
const SEGUNDA: Record<Motivo, string> = {
  nucleo: "",
  cedida: " Abrió más páginas de las que puede tener a la vez, y esta era la más antigua.",
  quieta: " Llevaba rato sin uso y había personas esperando un lugar.",
  servidor: " El kit no contesta: si cerró la ventana donde corre, vuelva a abrirla.",
  red: " Este equipo quedó sin conexión con el kit.",
};

/** Muestra los avisos que mandan los componentes. */
export function animarAvisos(): void {
  alSuceder<DetalleDeAviso>("mesa:aviso", (a) => mostrarAviso(a.texto ?? a.frase ?? "", a.clase ?? a.tono ?? "", a.deshacer));
}

function mostrarAviso(texto: string, clase: string, deshacer?: boolean): void {
  if (!texto) return;
  const cerrar = (): void => aviso.remove();
  const aviso = h(
    "div", { class: `mt-aviso pagina-pasajero ${clase}` },
    h("span", {}, texto),
    deshacer && h("button", { class: "mt-boton", type: "button", on: { click: () => { pedir("deshacer"); cerrar(); } } }, "Deshacer"),
    h("button", { class: "mt-boton texto", type: "button", on: { click: cerrar } }, "Cerrar"),
  );
  lugarDeAvisos().replaceChildren(aviso);
  if (clase !== "error") setTimeout(cerrar, DURA);
}

function lugarDeAvisos(): HTMLElement {
  let lugar = document.getElementById("mesa-pasajeros");
  if (!lugar) {
    lugar = h("div", { id: "mesa-pasajeros", class: "pagina-pasajeros", role: "status" });
    document.body.append(lugar);
  }
  return lugar;
}

const cartel = (): HTMLElement | null => document.getElementById("mesa-aviso");

/** El cartel de sesión cerrada, con la hora de lo último guardado. */
export function decirQueSeCerro(motivo: Motivo, continuar: () => void): void {
  const hora = guardadoPropio()?.hora;
  const guardado = hora ? `Su trabajo está guardado a las ${hora}.` : "Todo lo que se guardó está a salvo.";
  const boton = h("button", { class: "mt-boton principal", type: "button", id: "mesa-continuar", on: { click: () => { boton.textContent = "Esperando al kit…"; continuar(); } } }, "Continuar");
  const lugar = cartel();
  if (!lugar) return;
  lugar.hidden = false;
  poner(lugar, h("p", {}, `Su sesión se cerró. ${guardado}${SEGUNDA[motivo]}`), boton);
}

/** Retira el cartel: la sesión sí vivía, sólo tardó en contestar. */
export function retirarCartel(): void {
  const lugar = cartel();
  if (lugar) lugar.hidden = true;
}
