// Las tablas gemelas: lo mismo que se dibuja, en cifras.
import { h, idUnico, poner, type Hijo } from "../lib/dom.ts";
import { glifo } from "../lib/glifo.ts";
import { cuantos, numero } from "../lib/textos.ts";
import type { Sala } from "./sala.ts";
import type { Cosa, Lectura } from "./tipos.ts";

/** Una tabla que cabe en el teléfono: si no, se corre hacia el lado con el teclado o el dedo. */
export function tabla(titulo: string, columnas: string[], filas: Hijo[][]): HTMLElement {
  const id = idUnico("tabla");
  return h("div", { class: "mt-votacion-tabla", role: "region", "aria-labelledby": id, tabindex: 0 },
    h("table", {}, h("caption", { id }, titulo),
      h("thead", {}, h("tr", {}, columnas.map((c) => h("th", { scope: "col" }, c)))),
      h("tbody", {}, filas.map((celdas) => h("tr", {}, celdas.map((c, i) => (i ? h("td", {}, c) : h("th", { scope: "row" }, c))))))));
}

export const conGlifo = (cosa: { nombre: string; sector: string }): Hijo[] => [cosa.sector ? glifo(cosa.sector) : null, cosa.sector ? " " : null, cosa.nombre];

/** Pinta en `en` la tabla de todo lo votado; si no cambió, no la toca. */
export function pintarTabla(sala: Sala, en: HTMLElement): void {
  const { dimensiones } = sala.escala;
  const columnas = [dimensiones.length > 1 ? "Actor" : "Opción", "Votos", ...dimensiones.flatMap((d) => [`${d}: media`, "Mediana", "Desviación", "Recorrido", "Consenso"]), "Disputa"];
  const votadas = sala.cosas.filter((c) => sala.lectura(c.id)).sort((a, b) => orden(sala, a) - orden(sala, b));
  poner(en, tabla("Lo votado, en cifras", columnas, votadas.map((c) => fila(sala, c))),
    h("p", { class: "nota" }, sala.resumen.metodo));
}

const orden = (sala: Sala, c: Cosa): number => {
  const l = sala.lectura(c.id)!;
  return l.oculta ? 1e6 : l.disputa || 100 - l.distancia;
};

function fila(sala: Sala, c: Cosa): Hijo[] {
  const l = sala.lectura(c.id)!, d = sala.escala.decimales;
  const vacias = sala.escala.dimensiones.flatMap(() => ["oculto", "", "", "", ""]);
  const cifras = l.medidas.flatMap((m) => [numero(m.media, d), numero(m.mediana, d), numero(m.desviacion, 2), numero(m.recorrido, 2), `${numero(m.consenso, 2)} ${m.nivel}`]);
  return [h("span", {}, conGlifo(c)), numero(l.votos), ...(l.oculta ? vacias : cifras), disputa(l)];
}

const disputa = (l: Lectura): string => (l.disputa ? `★ ${l.disputa}.ª` : "");

/** Por sector de quien vota, una cosa a la vez. */
export function pintarSectores(sala: Sala, id: string, en: HTMLElement): void {
  const l = sala.lectura(id), e = sala.escala;
  if (!l || l.oculta) return poner(en, h("p", { class: "oculto" }, l?.oculta ?? ""));
  const columnas = ["Sector de quien vota", "Votos", ...e.dimensiones.flatMap((d) => [`${d}: media`, "Consenso"])];
  const filas = l.sectores.map((s): Hijo[] => [h("span", {}, conGlifo(s)), numero(s.votos), ...s.medidas.flatMap((m) => [numero(m.media, e.decimales), numero(m.consenso, 2)])]);
  poner(en, filas.length ? tabla("Medias por sector de quien vota", columnas, filas) : null, h("p", { class: "nota" }, l.callados || `Todos los sectores que votaron se muestran (${cuantos(l.sectores.length, "sector", "sectores")}).`));
}
