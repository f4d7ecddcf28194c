// Todo lo que hace el ratón, con el teclado. Los atajos de letra sólo corren con el foco en el mapa.
import { abrirFicha, agregar, elegir, fijar, quitar } from "./acciones.ts";
import { abrirAyuda } from "./ayuda.ts";
import { nodoDe } from "./arrastre.ts";
import { cerrar } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";
import { menuDeNodo, menuDeRelaciones } from "./menus.ts";
import { alTeclaDeMover, estaMoviendo, empezarAMover } from "./mover.ts";
import { centroDe, empezarUnion, escoger, terminarUnion } from "./union.ts";
import { enOrdenDeLectura, haciaElRumbo, RUMBOS, type Rumbo } from "./vecindad.ts";

export function conTeclado(m: Mapa): void {
  m.escena.svg.addEventListener("keydown", (e) => {
    const hacer = estaMoviendo(m) ? alTeclaDeMover(m, e) : alTeclear(m, e);
    if (!hacer) return;
    e.preventDefault();
    e.stopPropagation();
  });
  m.escena.svg.addEventListener("focusin", (e) => {
    const id = nodoDe(e.target);
    if (!id) return;
    m.enfocable(id);
    if ((e.target as Element).matches(":focus-visible")) m.cartel.mostrar(id);
  });
  m.escena.svg.addEventListener("focusout", () => m.cartel.mostrar(null));
}

/** Dice si la tecla era del mapa. */
function alTeclear(m: Mapa, e: KeyboardEvent): boolean {
  if (e.ctrlKey || e.metaKey) return conControl(m, e);
  if (e.altKey) return false;
  if (e.key in RUMBOS) return ir(m, e.key as Rumbo);
  const hacer = TECLAS[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  hacer?.(m, m.foco ?? "");
  return !!hacer;
}

function conControl(m: Mapa, e: KeyboardEvent): boolean {
  const letra = e.key.toLowerCase();
  if (letra === "z") void m.pedir(e.shiftKey ? "rehacer" : "deshacer", {});
  else if (letra === "y") void m.pedir("rehacer", {});
  else if (letra === "a") elegir(m, [...m.red.nodos.keys()]);
  else return false;
  return true;
}

/** Lo elegido si el foco está en ello; si no, sólo quien tiene el foco. */
const blanco = (m: Mapa, foco: string): string[] => (m.elegidos.has(foco) || !foco ? [...m.elegidos] : [foco]);

type Hacer = (m: Mapa, foco: string) => void;
const TECLAS: Record<string, Hacer> = {
  Enter: (m, id) => (m.uniendo ? escoger(m, id) : abrirFicha(m, id)),
  " ": (m, id) => elegir(m, [id], true),
  Escape: alEscapar,
  Delete: (m, id) => void quitar(m, blanco(m, id)),
  Backspace: (m, id) => void quitar(m, blanco(m, id)),
  Home: (m) => extremo(m, 0),
  End: (m) => extremo(m, -1),
  ContextMenu: (m, id) => menuDeNodo(m, id, centroDe(m, id)),
  a: agregar,
  u: (m, id) => empezarUnion(m, id || undefined),
  p: (m, id) => void fijar(m, blanco(m, id)),
  r: (m, id) => menuDeRelaciones(m, id),
  m: empezarAMover,
  f: (m) => m.raiz.querySelector<HTMLElement>("[data-herramienta=filtrar]")?.click(),
  "/": (m) => m.raiz.querySelector<HTMLElement>(".buscador input")?.focus(),
  "0": (m) => m.encuadrar(true),
  "+": (m) => m.camara.acercar(1.25),
  "=": (m) => m.camara.acercar(1.25),
  "-": (m) => m.camara.acercar(0.8),
  "?": (m) => abrirAyuda(m),
};

function alEscapar(m: Mapa): void {
  if (cerrar()) return;
  if (m.uniendo) { terminarUnion(m); return m.decir("Unión cancelada."); }
  if (m.herramienta) { m.herramienta = ""; return m.avisar("modo"); }
  if (m.pizarra.filtro.buscar) m.pizarra.filtrar({ buscar: "" });
  elegir(m, []);
}

function ir(m: Mapa, rumbo: Rumbo): boolean {
  const desde = m.foco ? m.nodo(m.foco) : undefined;
  if (!desde) return false;
  const vecinos = [...m.red.vecinos(desde.id)].map((id) => m.nodo(id)!);
  const id = haciaElRumbo(desde, rumbo, vecinos, m.red.nodos.values());
  if (id) m.enfocar(id);
  else m.decir("No hay más actores hacia ese lado.");
  return true;
}

function extremo(m: Mapa, cual: number): void {
  const n = enOrdenDeLectura(m.red.nodos.values()).at(cual);
  if (n) m.enfocar(n.id);
}
