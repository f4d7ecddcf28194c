// Clic, doble clic, clic derecho y toque largo; recuadro y lazo para elegir varios.
import { s } from "../lib/dom.ts";
import { abrirFicha, elegir } from "./acciones.ts";
import { nodoDe } from "./arrastre.ts";
import { distanciaACurva } from "./curvas.ts";
import { cajaEntre, dentroDeCaja, dentroDelLazo, type Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";
import { menuDeNodo, menuDeRelacion } from "./menus.ts";
import type { Arista } from "./red.ts";
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

/** Recuadro (Shift o herramienta) y lazo: elige lo que queda dentro. */
function conTrazado(m: Mapa, callar: () => void): void {
  const { svg } = m.escena;
  m.camara.ocupada = () => m.herramienta !== "";
  svg.addEventListener("pointerdown", (e) => {
    if (e.button || nodoDe(e.target) || !(e.shiftKey || m.herramienta)) return;
    const lazo = m.herramienta === "lazo", puntos = [m.camara.alLienzo(e)];
    const figura = s("path", { class: "trazado" });
    m.escena.capas.sobre.append(figura);
    svg.setPointerCapture(e.pointerId);
    const seguir = (ev: PointerEvent): void => {
      puntos.push(m.camara.alLienzo(ev));
      figura.setAttribute("d", contorno(lazo ? puntos : esquinas(puntos)));
    };
    const soltar = (ev: PointerEvent): void => {
      svg.removeEventListener("pointermove", seguir);
      figura.remove();
      if (puntos.length < 3) return;
      callar();
      const caja = cajaEntre(puntos[0]!, puntos.at(-1)!);
      const dentro = [...m.red.nodos.values()].filter((n) => (lazo ? dentroDelLazo(n, puntos) : dentroDeCaja(n, caja))).map((n) => n.id);
      elegir(m, ev.shiftKey ? [...m.pizarra.seleccion, ...dentro] : dentro);
    };
    svg.addEventListener("pointermove", seguir);
    svg.addEventListener("pointerup", soltar, { once: true });
  });
}

function esquinas(puntos: Punto[]): Punto[] {
  const c = cajaEntre(puntos[0]!, puntos.at(-1)!);
  return [{ x: c.x0, y: c.y0 }, { x: c.x1, y: c.y0 }, { x: c.x1, y: c.y1 }, { x: c.x0, y: c.y1 }];
}
const contorno = (puntos: Punto[]): string => `M${puntos.map((p) => `${p.x},${p.y}`).join("L")}Z`;
