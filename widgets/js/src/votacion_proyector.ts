// La pantalla de la sala: código y cuenta mientras se vota; al revelar, el tablero y lo que dice el grupo. Sin controles.
import { h, poner } from "./lib/dom.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { Barras } from "./votacion/barras.ts";
import { caminoDe, cuenta } from "./votacion/conducir.ts";
import { decirNotas } from "./votacion/palabras.ts";
import { codigoQr } from "./votacion/qr.ts";
import { CLAVE_DE_LECTURA, puestosDe } from "./votacion/resultados.ts";
import { salaDe, type Sala } from "./votacion/sala.ts";
import { TableroDeVotos } from "./votacion/tablero.ts";
import type { Actual } from "./votacion/tipos.ts";

export default {
  initialize({ model }: { model: Modelo }) { salaDe(model); },
  render({ model, el }: Marco) {
    el.classList.add("mt", "mt-votacion", "mt-proyector");
    document.body.dataset["vista"] = "proyector";
    const sala = salaDe(model), tablero = new TableroDeVotos({ etiqueta: "Tablero de influencia e interés según el grupo", elipses: true, conFoco: false, radio: 13, altoMaximo: () => Math.max(420, innerHeight - 230) }), barras = new Barras(sala);
    const cabeza = h("header", {}), cuerpo = h("div", { class: "cuerpo" }), dibujo = h("div", { class: "dibujo" }), dicho = h("div", { class: "dicho", "aria-live": "polite" });
    el.append(cabeza, cuerpo);
    const pintar = (): void => {
      const a = sala.actual;
      if (!a) return poner(cuerpo, h("p", { class: "espera" }, "Todavía no hay una votación en esta Mesa."));
      poner(cabeza, h("h2", {}, a.titulo), a.pregunta && h("p", { class: "pregunta" }, a.pregunta), caminoDe(a));
      if (!a.a_la_vista) return poner(cuerpo, alFrente(a, sala));
      if (!dibujo.isConnected) poner(cuerpo, dibujo, dicho);
      pintarResultados(sala, a, { tablero, barras, dibujo, dicho });
    };
    const dejar = sala.alCambiar(pintar);
    pintar();
    return () => { dejar(); tablero.soltar(); delete document.body.dataset["vista"]; };
  },
};

function alFrente(a: Actual, sala: Sala): HTMLElement {
  const como = a.direccion
    ? [h("p", { class: "paso" }, "1. Apunte la cámara de su celular al código"), h("p", { class: "paso" }, "2. Responda sin mirar lo de los demás"), h("p", { class: "direccion" }, `O escriba ${a.direccion.replace(/^https?:\/\//, "")}`)]
    : [h("p", { class: "paso" }, "Hoy se vota en papel: pida su papeleta.")];
  return h("div", { class: "llamado" }, a.direccion && codigoQr(a.qr, a.direccion),
    h("div", {}, h("p", { class: "codigo" }, h("span", { class: "mt-oculto" }, "Código para entrar: "), a.codigo), como, h("p", { class: "estado" }, a.estado === "abierta" ? a.estado_dicho : "Aún no empieza"), cuenta(sala)));
}

interface Piezas { tablero: TableroDeVotos; barras: Barras; dibujo: HTMLElement; dicho: HTMLElement }

function pintarResultados(sala: Sala, a: Actual, p: Piezas): void {
  const enTablero = sala.escala.dimensiones.length === 2, desde = new Map(sala.pasos.map((x) => [x.id, x.antes]));
  poner(p.dibujo, enTablero ? p.tablero.nodo : p.barras.nodo);
  if (enTablero) p.tablero.pintar(puestosDe(sala).map((x) => (desde.has(x.id) ? { ...x, desde: desde.get(x.id)! } : x)));
  else p.barras.pintar();
  const disputadas = sala.cosas.filter((c) => sala.lectura(c.id)?.disputa).sort((x, y) => sala.lectura(x.id)!.disputa - sala.lectura(y.id)!.disputa);
  const flechas = desde.size ? " La flecha va de la ronda 1 a la 2." : "";
  poner(p.dicho, h("p", { class: "estado" }, a.estado_dicho), [...sala.resumen.frases.slice(0, 1), sala.resumen.cambio].filter(Boolean).map((f) => h("p", { class: "frase" }, f)),
    disputadas.length > 0 && [h("h3", {}, "Para conversar"), h("ol", { class: "disputadas" }, disputadas.map((c) => h("li", {}, c.nombre, h("small", {}, decirNotas(sala.lectura(c.id)!.medidas.map((m) => m.media), sala.escala)))))],
    cuenta(sala), enTablero && h("p", { class: "nota" }, CLAVE_DE_LECTURA + flechas));
}
