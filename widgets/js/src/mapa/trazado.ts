// Recuadro (Shift o herramienta) y lazo: elige lo que queda dentro de lo que se dibuja.
import { s } from "../lib/dom.ts";
import { elegir } from "./acciones.ts";
import { nodoDe } from "./arrastre.ts";
import { cajaEntre, dentroDeCaja, dentroDelLazo, type Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";

/** `callar` evita que soltar el ratón cuente además como un clic en vacío. */
export function conTrazado(m: Mapa, callar: () => void): void {
  m.camara.ocupada = () => m.herramienta !== "";
  m.escena.svg.addEventListener("pointerdown", (e) => {
    if (!e.button && !nodoDe(e.target) && (e.shiftKey || m.herramienta)) trazar(m, e, callar);
  });
}

function trazar(m: Mapa, e: PointerEvent, callar: () => void): void {
  const { svg } = m.escena, lazo = m.herramienta === "lazo", puntos = [m.camara.alLienzo(e)];
  const figura = s("path", { class: "trazado" });
  m.escena.capas.sobre.append(figura);
  svg.setPointerCapture(e.pointerId);
  const seguir = (ev: PointerEvent): void => {
    puntos.push(m.camara.alLienzo(ev));
    figura.setAttribute("d", contorno(lazo ? puntos : esquinas(puntos)));
  };
  const soltar = (ev: PointerEvent): void => {
    svg.removeEventListener("pointermove", seguir);
    for (const fin of ["pointerup", "pointercancel"] as const) svg.removeEventListener(fin, soltar);
    figura.remove();
    if (puntos.length < 3 || ev.type === "pointercancel") return;
    callar();
    const dentro = losDeAdentro(m, puntos, lazo);
    elegir(m, ev.shiftKey ? [...m.pizarra.seleccion, ...dentro] : dentro);
  };
  svg.addEventListener("pointermove", seguir);
  for (const fin of ["pointerup", "pointercancel"] as const) svg.addEventListener(fin, soltar);
}

function losDeAdentro(m: Mapa, puntos: Punto[], lazo: boolean): string[] {
  const caja = cajaEntre(puntos[0]!, puntos.at(-1)!);
  return [...m.red.nodos.values()].filter((n) => (lazo ? dentroDelLazo(n, puntos) : dentroDeCaja(n, caja))).map((n) => n.id);
}

function esquinas(puntos: Punto[]): Punto[] {
  const c = cajaEntre(puntos[0]!, puntos.at(-1)!);
  return [{ x: c.x0, y: c.y0 }, { x: c.x1, y: c.y0 }, { x: c.x1, y: c.y1 }, { x: c.x0, y: c.y1 }];
}
const contorno = (puntos: Punto[]): string => `M${puntos.map((p) => `${p.x},${p.y}`).join("L")}Z`;
