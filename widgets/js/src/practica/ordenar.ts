// Ordenar una lista: con botones subir y bajar, o arrastrando. Mientras no se mueve nada, no hay respuesta.
import { h, idUnico, poner } from "../lib/dom.ts";
import { comentario } from "./comentario.ts";
import type { Armador, Detalle, Nombrado } from "./tipos.ts";

export const armarOrdenar: Armador = (item, previa, comentarios, cerrado) => new Lista(item.elementos!, previa, comentarios, cerrado);

class Lista {
  readonly comenta = true;
  readonly nodo: HTMLElement;
  private lista = h("ol", { class: "orden" });
  private voz = h("p", { class: "mt-oculto", "aria-live": "polite" });
  private orden: Nombrado[];
  private movida: boolean;

  constructor(elementos: Nombrado[], previa: unknown, private comentarios: Detalle[], private cerrado: boolean) {
    const ids = Array.isArray(previa) && previa.length === elementos.length ? (previa as string[]) : null;
    this.movida = ids !== null;
    this.orden = ids?.map((id) => elementos.find((e) => e.id === id)!) ?? [...elementos];
    const ayuda = idUnico("ayuda");
    this.lista.setAttribute("aria-describedby", ayuda);
    this.nodo = h("fieldset", {}, h("legend", {}, "Ordénelos, del primero al último"),
      h("p", { class: "ayuda", id: ayuda }, "Use los botones de cada línea o arrástrela desde su borde."), this.lista, this.voz);
    this.pintar();
  }

  leer(): string[] | null { return this.movida ? this.orden.map((e) => e.id) : null; }

  private pintar(): void {
    poner(this.lista, this.orden.map((e, i) => this.linea(e, i)));
  }

  private linea(e: Nombrado, i: number): HTMLElement {
    const boton = (paso: -1 | 1, signo: string, palabra: string): HTMLElement =>
      h("button", {
        class: "mt-boton", type: "button", disabled: this.cerrado || !this.orden[i + paso], data: { paso: String(paso) },
        "aria-label": `${palabra}: ${e.texto}`, on: { click: () => this.mover(i, i + paso, paso) },
      }, signo);
    const asa = h("span", { class: "asa", "aria-hidden": "true", on: { pointerdown: (ev: Event) => this.arrastrar(ev as PointerEvent, e) } }, "⠿");
    return h("li", { data: { id: e.id } }, this.cerrado ? null : asa, h("span", { class: "texto" }, e.texto),
      boton(-1, "↑", "Subir"), boton(1, "↓", "Bajar"), comentario(this.comentarios, e.id));
  }

  private mover(desde: number, hasta: number, paso: -1 | 1): void {
    this.poner(desde, hasta);
    const linea = this.lista.children[hasta]!;
    const botones = [...linea.querySelectorAll<HTMLButtonElement>("button")].filter((b) => !b.disabled);
    (botones.find((b) => b.dataset["paso"] === String(paso)) ?? botones[0])?.focus();
    this.voz.textContent = `${this.orden[hasta]!.texto}: lugar ${hasta + 1} de ${this.orden.length}.`;
  }

  private poner(desde: number, hasta: number): void {
    const [quitado] = this.orden.splice(desde, 1);
    this.orden.splice(hasta, 0, quitado!);
    this.movida = true;
    this.pintar();
  }

  private arrastrar(ev: PointerEvent, e: Nombrado): void {
    if (this.cerrado) return;
    ev.preventDefault();
    const seguir = (m: PointerEvent): void => {
      const hasta = [...this.lista.children].findIndex((li) => { const c = li.getBoundingClientRect(); return m.clientY >= c.top && m.clientY <= c.bottom; });
      const desde = this.orden.indexOf(e);
      if (hasta >= 0 && hasta !== desde) this.poner(desde, hasta);
      this.marcar(e);
    };
    const soltar = (): void => {
      window.removeEventListener("pointermove", seguir);
      this.marcar(null);
    };
    window.addEventListener("pointermove", seguir);
    for (const fin of ["pointerup", "pointercancel"]) window.addEventListener(fin, soltar, { once: true });
    this.marcar(e);
  }

  private marcar(e: Nombrado | null): void {
    for (const li of this.lista.children) li.classList.toggle("arrastrado", (li as HTMLElement).dataset["id"] === e?.id);
  }
}
