// Clic, doble clic, clic derecho y toque largo.
import { abrirFicha, elegir } from "./acciones.ts";
import { nodoDe } from "./arrastre.ts";
import { distanciaACurva } from "./curvas.ts";
import type { Mapa } from "./mapa.ts";
import { menuDeNodo, menuDeRelacion } from "./menus.ts";
import type { Arista } from "./red.ts";
import { conTrazado } from "./trazado.ts";
import { escoger } from "./union.ts";

const CERCA = 7, LARGO_MS = 550;

export function conGestos(m: Mapa): void {
  const { svg } = m.escena;
  let mudo = false;
  svg.addEventListener("click", (e) => {
    if (mudo) return void (mudo = false);
    alClic(m, e);
  });
  svg.addEventListener("dblclick", (e) => { const id = nodoDe(e.target); if (id) abrirFicha(m, id); });
  svg.addEventListener("contextmenu", (e) => {
    const id = nodoDe(e.target);
    if (!id) return;
    e.preventDefault();
    menuDeNodo(m, id, [e.clientX, e.clientY]);
  });
  conToqueLargo(m, () => { mudo = true; setTimeout(() => { mudo = false; }, 700); });
  conTrazado(m, () => { mudo = true; setTimeout(() => { mudo = false; }, 50); });
  conMiradaALineas(m);
}

function alClic(m: Mapa, e: MouseEvent): void {
  const id = nodoDe(e.target);
  if (id && m.uniendo) return escoger(m, id, [e.clientX, e.clientY]);
  if (id) {
    m.enfocable(id);
    return elegir(m, [id], e.shiftKey || e.ctrlKey || e.metaKey);
  }
  const arista = lineaEn(m, e);
  if (arista) menuDeRelacion(m, arista.id, [e.clientX, e.clientY]);
  else if (!e.shiftKey) elegir(m, []);
}

/** La relación que pasa bajo el puntero, si alguna pasa cerca. */
function lineaEn(m: Mapa, e: MouseEvent): Arista | null {
  const p = m.camara.alLienzo(e);
  let mejor: Arista | null = null, menor = CERCA / m.escena.k;
  for (const a of m.red.aristas.values()) {
    const d = a.curva ? distanciaACurva(p, a.curva) : Infinity;
    if (d < menor) [mejor, menor] = [a, d];
  }
  return mejor;
}

function conMiradaALineas(m: Mapa): void {
  let cuadro = 0, antes: string | undefined;
  m.escena.svg.addEventListener("pointermove", (e) => {
    if (cuadro || e.buttons || e.pointerType === "touch") return;
    cuadro = requestAnimationFrame(() => {
      cuadro = 0;
      const a = nodoDe(e.target) ? null : lineaEn(m, e);
      if (a?.id === antes) return;
      if (antes) m.escena.aristas.get(antes)?.classList.remove("mirada");
      antes = a?.id;
      if (antes) m.escena.aristas.get(antes)?.classList.add("mirada");
      m.escena.svg.classList.toggle("sobre-linea", !!a);
    });
  });
}

/** Mantener el dedo sobre un actor abre su menú. */
function conToqueLargo(m: Mapa, callar: () => void): void {
  let reloj = 0, x = 0, y = 0;
  const { svg } = m.escena;
  const soltar = (): void => clearTimeout(reloj);
  svg.addEventListener("pointerdown", (e) => {
    const id = nodoDe(e.target);
    soltar();
    if (e.pointerType !== "touch" || !id || !e.isPrimary) return;
    [x, y] = [e.clientX, e.clientY];
    reloj = window.setTimeout(() => { callar(); menuDeNodo(m, id, [x, y]); dormir(m); }, LARGO_MS);
  });
  svg.addEventListener("pointermove", (e) => { if (Math.hypot(e.clientX - x, e.clientY - y) > 8) soltar(); });
  for (const fin of ["pointerup", "pointercancel"]) svg.addEventListener(fin, soltar);
}

/** El dedo que abrió el menú no debe apretar, al levantarse, la opción que quedó debajo. */
function dormir(m: Mapa): void {
  const panel = m.marco.querySelector<HTMLElement>(".flotante");
  if (!panel) return;
  panel.style.pointerEvents = "none";
  window.addEventListener("touchend", () => setTimeout(() => { panel.style.pointerEvents = ""; }, 350), { once: true });
}
