// El recorrido de «explorar»: una pregunta a la vez, al lado del caso vivo.
import { h, poner } from "./lib/dom.ts";
import { montar } from "./lib/hijos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Paso { id: string; titulo: string; texto: string[]; pide: string; tarea: string; pista: string; seccion: string; opciones: string[] }

export default {
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-recorrido");
    const panel = h("section", { class: "panel", "aria-label": "Recorrido guiado" });
    const caso = h("div", { class: "caso" });
    el.append(panel, caso);
    const pintar = () => pintarPaso(model, panel);
    for (const rasgo of ["paso", "logrados", "mensaje"]) model.on(`change:${rasgo}`, pintar);
    pintar();
    const saltar = () => saltarAlPasoPedido(model);
    window.addEventListener("mesa:paso", saltar);
    saltar();
    // Cada pieza tiene su lugar desde el principio: la que llega tarde no cambia el orden.
    const retiros = await Promise.all((model.get("piezas") as string[]).map((r) => montar(model, r, caso.appendChild(h("div", {})))));
    return () => { window.removeEventListener("mesa:paso", saltar); retiros.forEach((quitar) => quitar()); };
  },
};

/** Una caja «Pruebe esto» de la lectura pidió un paso. */
function saltarAlPasoPedido(model: Modelo): void {
  const pedido = Number(sessionStorage.getItem("mesa-paso"));
  sessionStorage.removeItem("mesa-paso");
  if (pedido) model.send({ orden: "ir", datos: { paso: pedido - 1 } });
}

function pintarPaso(model: Modelo, panel: HTMLElement): void {
  const pasos: Paso[] = model.get("pasos");
  const cual: number = model.get("paso");
  const tenia = panel.contains(document.activeElement);
  if (cual >= pasos.length) poner(panel, cierre(model));
  else poner(panel, avance(model, pasos, cual), cuerpo(model, pasos[cual]!, cual), pie(model, pasos, cual));
  if (tenia) panel.querySelector<HTMLElement>("[data-foco]")?.focus();
}

function avance(model: Modelo, pasos: Paso[], cual: number): HTMLElement {
  const logrados: string[] = model.get("logrados");
  return h("div", { class: "avance" },
    h("p", { class: "cuenta" }, `Paso ${cual + 1} de ${pasos.length}`),
    h("ol", { class: "puntos", "aria-hidden": "true" }, pasos.map((p, i) =>
      h("li", { class: `${logrados.includes(p.id) ? "logrado" : ""} ${i === cual ? "actual" : ""}` }, logrados.includes(p.id) ? "✓" : ""))),
    h("p", { class: "mt-ilustrativo" }, model.get("aviso")));
}

function cuerpo(model: Modelo, paso: Paso, cual: number): HTMLElement {
  const mensaje: { texto: string; logrado: boolean } | null = model.get("mensaje")?.texto ? model.get("mensaje") : null;
  const ir = (ancla: string) => window.dispatchEvent(new CustomEvent("mesa:ir", { detail: { tiempo: "leer", ancla } }));
  return h("div", {},
    h("h2", { tabindex: "-1", "data-foco": !mensaje }, paso.titulo),
    paso.texto.map((t) => h("p", {}, t)),
    h("p", { class: "pide" }, paso.pide),
    tarea(model, paso),
    mensaje && h("div", { class: `mt-aviso ${mensaje.logrado ? "exito" : ""}`, role: "status", tabindex: "-1", "data-foco": true },
      h("strong", {}, mensaje.logrado ? "Bien. " : "Todavía no. "), mensaje.texto),
    paso.pista && h("details", { class: "pista" }, h("summary", {}, "Pista"), h("p", {}, paso.pista)),
    paso.seccion && h("p", {}, h("a", { href: `#leer/${paso.seccion}`, on: { click: (e: Event) => { e.preventDefault(); ir(paso.seccion); } } }, "Leer de qué se trata")),
    h("span", { hidden: true, data: { paso: String(cual) } }));
}

function tarea(model: Modelo, paso: Paso): HTMLElement | null {
  const responder = (respuesta: unknown) => model.send({ orden: "responder", datos: { respuesta } });
  if (paso.tarea === "opcion")
    return h("div", { class: "opciones", role: "group", "aria-label": "Respuestas" }, paso.opciones.map((o, i) =>
      h("button", { class: "mt-boton", type: "button", on: { click: () => responder(i) } }, o)));
  if (paso.tarea === "elegir")
    return h("p", {}, h("button", { class: "mt-boton principal", type: "button", on: { click: () => responder(null) } }, "Revisar lo que elegí"));
  return null;
}

function pie(model: Modelo, pasos: Paso[], cual: number): HTMLElement {
  const ir = (n: number) => () => model.send({ orden: "ir", datos: { paso: n } });
  const logrado = (model.get("logrados") as string[]).includes(pasos[cual]!.id);
  return h("div", { class: "pie" },
    h("button", { class: "mt-boton", type: "button", disabled: cual === 0, on: { click: ir(cual - 1) } }, "← Anterior"),
    h("button", { class: `mt-boton ${logrado ? "principal" : ""}`, type: "button", on: { click: ir(cual + 1) } }, logrado ? "Siguiente →" : "Saltar este paso →"),
    h("button", { class: "mt-boton texto", type: "button", on: { click: () => model.send({ orden: "reiniciar" }) } }, "Volver a empezar"));
}

function cierre(model: Modelo): HTMLElement {
  const ir = (tiempo: string) => () => window.dispatchEvent(new CustomEvent("mesa:ir", { detail: { tiempo } }));
  const saltados = (model.get("pasos") as Paso[]).length - (model.get("logrados") as string[]).length;
  return h("div", {},
    h("h2", { tabindex: "-1", "data-foco": true }, "Recorrido terminado"),
    h("p", {}, model.get("cierre")),
    saltados > 0 && h("p", {}, `Le ${saltados === 1 ? "quedó 1 paso" : `quedaron ${saltados} pasos`} sin resolver; puede volver cuando quiera.`),
    h("div", { class: "pie" },
      h("button", { class: "mt-boton principal", type: "button", on: { click: ir("practicar") } }, "Practicar →"),
      h("button", { class: "mt-boton", type: "button", on: { click: () => model.send({ orden: "reiniciar" }) } }, "Volver a empezar")));
}
