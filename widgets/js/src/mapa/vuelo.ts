// Mientras se arrastra, el actor y sus líneas viajan en una capa propia: lo quieto no se vuelve a pintar en cada cuadro.
import { s } from "../lib/dom.ts";
import type { Escena } from "./escena.ts";
import type { Red } from "./red.ts";

export class Vuelo {
  private mundo = s("g");
  private aristas = s("g");
  private nodos = s("g");
  readonly svg = s("svg", { class: "mt-mapa-vuelo", "aria-hidden": "true" }, this.mundo);
  private copias = new Map<string, SVGGElement>();
  private prestadas: SVGElement[] = [];

  constructor(private escena: Escena, private red: Red) {
    this.mundo.append(this.aristas, this.nodos);
  }

  /** La copia que hay que mover en lugar del nodo; nada si no está en vuelo. */
  copia(id: string): SVGGElement | undefined { return this.copias.get(id); }

  /** Sube a la capa los nodos y todas sus líneas. */
  subir(ids: string[]): void {
    const { escena } = this;
    this.mundo.setAttribute("transform", escena.mundo.getAttribute("transform") ?? "");
    this.mundo.setAttribute("style", escena.mundo.getAttribute("style") ?? "");
    this.aristas.setAttribute("style", escena.capas.aristas.getAttribute("style") ?? "");
    for (const id of ids) {
      const g = escena.nodos.get(id)!, copia = g.cloneNode(true) as SVGGElement;
      for (const a of ["role", "tabindex", "aria-label", "aria-pressed"]) copia.firstElementChild!.removeAttribute(a);
      this.copias.set(id, copia);
      this.nodos.append(copia);
      g.classList.add("en-vuelo");
      for (const a of this.red.de(id)) this.prestar(escena.aristas.get(a.id), escena.marcas.get(a.id));
    }
    this.svg.classList.add("activa");
  }

  private prestar(...elementos: (SVGElement | undefined)[]): void {
    for (const e of elementos) if (e && e.parentNode !== this.aristas) {
      this.prestadas.push(e);
      this.aristas.append(e);
    }
  }

  /** Devuelve todo a su lugar de siempre. */
  bajar(): void {
    this.escena.capas.aristas.append(...this.prestadas.filter((e) => e.parentNode === this.aristas));
    for (const id of this.copias.keys()) this.escena.nodos.get(id)?.classList.remove("en-vuelo");
    this.prestadas = [];
    this.copias.clear();
    this.nodos.replaceChildren();
    this.aristas.replaceChildren();
    this.svg.classList.remove("activa");
  }
}
