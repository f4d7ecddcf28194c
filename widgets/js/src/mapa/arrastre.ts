// Arrastrar un nodo lo mueve y lo fija; arrastrar desde el asa (o con Shift) hasta otro lo une.
import { drag, type D3DragEvent } from "d3-drag";
import { select } from "d3-selection";
import { s } from "../lib/dom.ts";
import { alcanceDe } from "./formas.ts";
import type { Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";
import { menuDeUnion } from "./menus.ts";
import type { Nodo } from "./red.ts";

type Gesto = D3DragEvent<SVGGElement, unknown, Nodo>;
type Suceso = { clientX: number; clientY: number; target: Element; shiftKey?: boolean; touches?: ArrayLike<{ clientX: number; clientY: number }>; changedTouches?: ArrayLike<{ clientX: number; clientY: number }> };

export const nodoDe = (destino: EventTarget | null): string | undefined =>
  (destino instanceof Element ? destino.closest(".nodo") : null)?.getAttribute("data-id") ?? undefined;

export function conArrastre(m: Mapa): void {
  let accion: Accion | null = null;
  const gesto = drag<SVGGElement, unknown, Nodo>().clickDistance(4).container(() => m.escena.mundo)
    .filter((e: MouseEvent) => !e.button && !m.soloLectura && !m.uniendo)
    .subject((e: { sourceEvent: Event }) => m.nodo(nodoDe(e.sourceEvent.target) ?? "")!)
    .on("start", (e: Gesto) => { accion = empezar(m, e); })
    .on("drag", (e: Gesto) => accion?.seguir({ x: e.x, y: e.y }, e.sourceEvent as Suceso))
    .on("end", (e: Gesto) => { accion?.soltar(e.sourceEvent as Suceso); accion = null; });
  select(m.escena.capas.nodos).call(gesto as never);
  conAsa(m);
}

interface Accion { seguir(p: Punto, e: Suceso): void; soltar(e: Suceso): void }

function empezar(m: Mapa, e: Gesto): Accion {
  const suceso = e.sourceEvent as Suceso;
  const porUnir = suceso.shiftKey || suceso.target.closest(".asa");
  return porUnir ? arrastrarUnion(m, e.subject) : new ArrastreDeNodos(m, e.subject);
}

/** Lleva al nodo, o a todo lo elegido si el nodo está elegido; pinta una vez por cuadro. */
class ArrastreDeNodos implements Accion {
  private cuadro = 0;
  private hasta: Punto;
  private origen: Punto;
  private movido = false;
  private grupo: Nodo[];
  private desde: Punto[];

  constructor(private m: Mapa, n: Nodo) {
    this.grupo = m.elegidos.has(n.id) ? [...m.elegidos].map((id) => m.nodo(id)!) : [n];
    this.origen = this.hasta = { x: n.x, y: n.y };
    this.desde = this.grupo.map((g) => ({ x: g.x, y: g.y }));
  }

  seguir(p: Punto): void {
    if (!this.movido) this.despegar();
    this.hasta = p;
    this.cuadro ||= requestAnimationFrame(() => this.pintar());
  }

  private despegar(): void {
    this.movido = true;
    this.m.cartel.mostrar(null);
    this.m.marco.classList.add("arrastrando");
    this.m.escena.vuelo.subir(this.grupo.map((g) => g.id));
  }

  private pintar(): void {
    this.cuadro = 0;
    this.grupo.forEach((g, i) => {
      const p = { x: this.desde[i]!.x + this.hasta.x - this.origen.x, y: this.desde[i]!.y + this.hasta.y - this.origen.y };
      this.m.enVuelo.set(g.id, p);
      Object.assign(g, p);
      this.m.escena.mover(g);
    });
  }

  soltar(): void {
    cancelAnimationFrame(this.cuadro);
    this.m.marco.classList.remove("arrastrando");
    if (!this.movido) return;
    this.m.escena.vuelo.bajar();
    this.pintar();
    this.m.rotulos.programar();
    void this.m.mover(new Map(this.grupo.map((g) => [g.id, { x: g.x, y: g.y }])), { fijar: true });
  }
}

function arrastrarUnion(m: Mapa, n: Nodo): Accion {
  const linea = s("path", { class: "previa" });
  m.escena.capas.sobre.append(linea);
  let hacia: string | undefined;
  return {
    seguir(p, e) {
      const bajo = nodoDe(document.elementFromPoint(...enVentana(e)));
      if (hacia !== bajo) marcar(m, hacia, false);
      hacia = bajo === n.id ? undefined : bajo;
      marcar(m, hacia, true);
      const fin = hacia ? m.nodo(hacia)! : p;
      linea.setAttribute("d", `M${n.x},${n.y}L${fin.x},${fin.y}`);
    },
    soltar(e) {
      linea.remove();
      marcar(m, hacia, false);
      if (hacia) menuDeUnion(m, n.id, hacia, enVentana(e));
    },
  };
}

const marcar = (m: Mapa, id: string | undefined, si: boolean): void => { if (id) m.escena.nodos.get(id)?.classList.toggle("destino", si); };
function enVentana(e: Suceso): [number, number] {
  const dedo = e.touches?.[0] ?? e.changedTouches?.[0] ?? e;
  return [dedo.clientX, dedo.clientY];
}

/** El asa de unión aparece en el nodo que se mira. */
function conAsa(m: Mapa): void {
  const asa = s("g", { class: "asa" }, s("circle", { class: "zona", r: 13 }), s("circle", { r: 7 }), s("path", { d: "M-3.5,0H3.5M0,-3.5V3.5" }));
  m.escena.svg.addEventListener("pointerover", (e) => {
    const id = nodoDe(e.target), n = id ? m.nodo(id) : undefined;
    if (e.pointerType !== "touch" && !m.marco.classList.contains("arrastrando")) m.cartel.mostrar(id ?? null);
    if (!n || m.soloLectura || e.pointerType === "touch") return asa.remove();
    asa.setAttribute("transform", `translate(${alcanceDe(n.actor.sector, n.r) * m.escena.factor + 7},0)`);
    if (asa.parentNode !== m.escena.nodos.get(n.id)) m.escena.nodos.get(n.id)!.append(asa);
  });
}
