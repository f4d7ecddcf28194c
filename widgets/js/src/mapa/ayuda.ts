// La ayuda del mapa: qué se puede hacer, con ratón, con el dedo y con el teclado.
import { h } from "../lib/dom.ts";
import { abrir } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";

const TECLAS: [string, string][] = [
  ["Flechas", "Ir al vecino en esa dirección, o al actor más cercano"],
  ["Enter", "Abrir la ficha"],
  ["Espacio", "Elegir o dejar de elegir"],
  ["A", "Agregar un actor"],
  ["U", "Unir: Enter en el otro actor y se elige el tipo"],
  ["R", "Ver y cambiar sus relaciones"],
  ["M y flechas", "Mover (Mayúscula: pasos grandes; Enter suelta; Esc cancela)"],
  ["P", "Fijar o soltar"],
  ["Supr", "Quitar lo elegido (se puede deshacer)"],
  ["/", "Buscar"],
  ["F", "Filtrar"],
  ["0  +  −", "Ver todo, acercar, alejar"],
  ["Ctrl Z  Ctrl Y", "Deshacer, rehacer"],
  ["Esc", "Cerrar, cancelar o limpiar lo elegido"],
];
const RATON: [string, string][] = [
  ["Arrastrar un actor", "Lo mueve y lo deja fijo"],
  ["Arrastrar desde su +", "Lo une con otro (también con Mayúscula)"],
  ["Mayúscula y clic", "Suma a lo elegido"],
  ["Mayúscula y arrastrar", "Elige con un recuadro"],
  ["Clic en una línea", "Ver o cambiar la relación"],
  ["Mantener el dedo", "Menú del actor"],
  ["Ctrl y rueda", "Acercar o alejar"],
];

const lista = (filas: [string, string][]): HTMLElement =>
  h("dl", { class: "teclas" }, ...filas.map(([tecla, que]) => h("div", {}, h("dt", {}, h("kbd", {}, tecla)), h("dd", {}, que))));

export function abrirAyuda(m: Mapa, boton?: HTMLElement): void {
  abrir(m, {
    titulo: "Cómo se usa el mapa", boton, clase: "ayuda-mapa",
    contenido: [h("div", { class: "columnas" },
      h("section", {}, h("h3", {}, "Con el teclado"), lista(TECLAS)),
      h("section", {}, h("h3", {}, "Con el ratón o el dedo"), lista(RATON)))],
  });
}
