// Los resultados de una ronda: en palabras, en el tablero, en la red, en cifras, por sector y contra la ronda anterior.
import { h, poner } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import { Barras } from "./barras.ts";
import { decirCosa, decirNotas } from "./palabras.ts";
import { RedDeVotos } from "./red.ts";
import type { Sala } from "./sala.ts";
import { conGlifo, pintarSectores, pintarTabla, tabla } from "./tabla.ts";
import { TableroDeVotos, type Puesto } from "./tablero.ts";

interface Vista { clave: string; nombre: string; nodo: HTMLElement; pintar(): void; soltar(): void; sirve(): boolean }

/** Los puestos del tablero: los que se pueden mostrar, con su elipse. */
export const puestosDe = (sala: Sala): Puesto[] =>
  sala.cosas.flatMap((c) => {
    const l = sala.lectura(c.id);
    if (!l || l.oculta) return [];
    return [{ id: c.id, nombre: c.nombre, sector: c.sector, notas: l.medidas.map((m) => m.media), elipse: l.elipse, disputa: l.disputa, dicho: decirCosa(c, l, sala.escala) }];
  });

export const CLAVE_DE_LECTURA = "La elipse muestra hacia dónde se abren las opiniones: sus ejes miden una desviación típica (si fueran normales, dentro quedarían unas 39 de cada 100). La estrella numerada marca a los más disputados; con más de 14 actores se dibujan sólo sus elipses y las demás están en la tabla.";

export function resultados(sala: Sala): { nodo: HTMLElement; pintar(): void; soltar(): void } {
  const barra = h("div", { class: "vistas", role: "group", "aria-label": "Ver los resultados como" }), caja = h("div", { class: "vista" });
  const palabras = h("div", { class: "palabras", "aria-live": "polite" });
  const vistas = [comoTablero(sala), comoRed(sala), comoBarras(sala), comoTabla(sala), comoSectores(sala), comoRondas(sala)];
  let cual = vistas[0]!, puestas = "", dichas = "";
  const ver = (v: Vista): void => { cual = v; puestas = ""; pintar(); };
  const pintar = (): void => {
    const sirven = vistas.filter((v) => v.sirve());
    if (!sirven.includes(cual)) cual = sirven[0]!;
    const firma = sirven.map((v) => v.clave).join() + cual.clave;
    if (firma !== puestas) {
      const enfocada = barra.contains(document.activeElement);
      poner(barra, sirven.map((v) => h("button", { class: "mt-boton", type: "button", "aria-pressed": String(v === cual), on: { click: () => ver(v) } }, v.nombre)));
      poner(caja, cual.nodo);
      if (enfocada) barra.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
      puestas = firma;
    }
    cual.pintar();
    const frases = [...sala.resumen.frases, ...sala.resumen.concordancias, sala.resumen.cambio].filter(Boolean);
    if (frases.join() !== dichas) poner(palabras, h("h3", {}, "Lo que dice el grupo"), frases.map((f, i) => h("p", { class: i ? "" : "primera" }, f)));
    dichas = frases.join();
  };
  return { nodo: h("section", { class: "mt-votacion-resultados", "aria-label": "Resultados de la ronda" }, palabras, barra, caja), pintar, soltar: () => vistas.forEach((v) => v.soltar()) };
}

const esTablero = (sala: Sala): boolean => sala.escala.dimensiones.length === 2;
const conVotos = (sala: Sala): boolean => sala.cosas.some((c) => sala.lectura(c.id) && !sala.lectura(c.id)!.oculta);
const callado = (sala: Sala): HTMLElement => h("p", { class: "oculto" }, sala.resumen.frases[0] ?? "");

function comoTablero(sala: Sala): Vista {
  const tablero = new TableroDeVotos({ etiqueta: "Tablero de influencia e interés según el grupo", elipses: true, conFoco: true });
  const ocultas = h("p", { class: "oculto" }), nodo = h("div", {}, tablero.nodo, ocultas, h("p", { class: "nota" }, CLAVE_DE_LECTURA));
  return { clave: "tablero", nombre: "Tablero", nodo, sirve: () => esTablero(sala), soltar: () => tablero.soltar(), pintar: () => {
    tablero.pintar(puestosDe(sala));
    const faltan = sala.cosas.filter((c) => sala.lectura(c.id)?.oculta);
    ocultas.textContent = faltan.length ? `${faltan.length === 1 ? "Un actor no se muestra" : `${numero(faltan.length)} actores no se muestran`} todavía. ${sala.lectura(faltan[0]!.id)!.oculta}` : "";
  } };
}

function comoRed(sala: Sala): Vista {
  const red = new RedDeVotos(sala);
  const nota = h("p", { class: "nota" }, `${CLAVE_DE_LECTURA} En la red es ancha si se discrepa del interés y alta si se discrepa de la influencia.`);
  return { clave: "red", nombre: "Red", nodo: h("div", {}, red.nodo, nota), sirve: () => esTablero(sala), pintar: () => red.pintar(), soltar: () => red.soltar() };
}

function comoBarras(sala: Sala): Vista {
  const barras = new Barras(sala);
  return { clave: "barras", nombre: "Opciones", nodo: h("div", {}, barras.nodo, h("p", { class: "nota" }, "El punto es la media; la barra, la mitad central de las respuestas.")), sirve: () => !esTablero(sala), pintar: () => barras.pintar(), soltar: () => barras.soltar() };
}

function comoTabla(sala: Sala): Vista {
  const nodo = h("div", {});
  return { clave: "tabla", nombre: "Tabla", nodo, sirve: () => true, soltar: () => {}, pintar: () => pintarTabla(sala, nodo) };
}

function comoSectores(sala: Sala): Vista {
  const cuadro = h("div", {}), elegir = h("select", { on: { change: () => pintar() } });
  const tablero = new TableroDeVotos({ etiqueta: "Dónde lo puso cada sector", elipses: false, conFoco: false });
  const nodo = h("div", {}, h("label", { class: "mt-campo" }, h("span", { class: "nombre" }, "Qué mirar"), elegir), tablero.nodo, cuadro);
  let opciones = "";
  const pintar = (): void => {
    if (!conVotos(sala)) return poner(cuadro, callado(sala));
    const votadas = sala.cosas.filter((c) => sala.lectura(c.id)), firma = votadas.map((c) => c.id).join();
    if (firma !== opciones) poner(elegir, votadas.map((c) => h("option", { value: c.id }, c.nombre)));
    opciones = firma;
    pintarSectores(sala, elegir.value, cuadro);
    const l = sala.lectura(elegir.value);
    tablero.nodo.hidden = !esTablero(sala) || !l?.sectores.length;
    if (!tablero.nodo.hidden) tablero.pintar((l?.sectores ?? []).map((x) => ({ id: x.sector, nombre: x.nombre, sector: x.sector, notas: x.medidas.map((m) => m.media), dicho: `${x.nombre}: ${decirNotas(x.medidas.map((m) => m.media), sala.escala)}` })));
  };
  return { clave: "sectores", nombre: "Por sector", nodo, sirve: () => sala.cosas.length > 0, soltar: () => tablero.soltar(), pintar };
}

function comoRondas(sala: Sala): Vista {
  const tablero = new TableroDeVotos({ etiqueta: "De la primera ronda a la segunda", elipses: true, conFoco: true });
  const cuadro = h("div", {});
  const nombre = (id: string) => sala.cosas.find((c) => c.id === id) ?? { nombre: id, sector: "" };
  return { clave: "rondas", nombre: "Ronda 1 y 2", nodo: h("div", {}, tablero.nodo, cuadro), sirve: () => (sala.actual?.ronda ?? 0) > 1, soltar: () => tablero.soltar(), pintar: () => {
    const desde = new Map(sala.pasos.map((p) => [p.id, p.antes]));
    tablero.nodo.hidden = !esTablero(sala);
    if (esTablero(sala)) tablero.pintar(puestosDe(sala).filter((p) => desde.has(p.id)).map((p) => ({ ...p, desde: desde.get(p.id)! })));
    poner(cuadro, sala.pasos.length ? tabla("De la ronda 1 a la 2", ["Qué", "Ronda 1", "Ronda 2", "Consenso", "Las opiniones"], sala.pasos.map((p) => [h("span", {}, conGlifo(nombre(p.id))), decirNotas(p.antes, sala.escala), decirNotas(p.despues, sala.escala), `${numero(p.consenso[0], 2)} → ${numero(p.consenso[1], 2)}`, p.juntos ? "se acercaron" : "no se acercaron"])) : callado(sala));
  } };
}
