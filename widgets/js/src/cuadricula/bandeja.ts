// La bandeja «Sin ubicar»: nadie parte al centro. Se arrastra a la cuadrícula, o se escriben sus dos notas.
import { campoDeActor, leer } from "../lib/campos.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import { control, escritoEn, marcarError, type Control } from "../lib/editor.ts";
import { glifo } from "../lib/glifo.ts";
import type { Actor } from "../lib/tipos.ts";
import { arrastrar } from "./arrastre.ts";
import type { Valores } from "./escala.ts";

export interface Destino {
  /** Los valores bajo el puntero, o null fuera de la cuadrícula. */
  bajo: (s: PointerEvent) => Valores | null;
  mostrar: (v: Valores | null) => void;
  ubicar: (actor: Actor, v: Partial<Valores>) => Promise<string>;
  elegir: (actor: Actor, sumar: boolean) => void;
  soloLectura: () => boolean;
}

export class Bandeja {
  readonly nodo = h("section", { class: "mt-bandeja", "aria-label": "Sin ubicar" });
  private abierto = "";
  private actores: Actor[] = [];

  constructor(private destino: Destino) {}

  pintar(actores: Actor[]): void {
    this.actores = actores;
    // Mientras alguien escribe en el formulario no se le cambia el piso.
    if (this.abierto && actores.some((a) => a.id === this.abierto) && this.nodo.contains(document.activeElement)) return;
    const ayuda = actores.length
      ? "Arrastre a cada actor a su lugar, o púlselo para escribir sus notas."
      : "Todos tienen su lugar. Para sacar a alguien, enfoque su punto y presione Suprimir, o borre sus notas en la ficha.";
    poner(this.nodo, h("h2", {}, `Sin ubicar (${actores.length})`), h("p", { class: "ayuda" }, ayuda), h("ul", {}, actores.map((a) => this.renglon(a))));
  }

  private renglon(actor: Actor): HTMLElement {
    const falta = actor.influencia !== null ? "falta el interés" : actor.interes !== null ? "falta la influencia" : "";
    const abierto = this.abierto === actor.id;
    const asa = h("span", { class: "asa", "aria-hidden": "true" }, "⠿");
    const boton = h("button", { type: "button", class: "mt-boton", "aria-expanded": abierto, data: { id: actor.id }, on: { click: () => this.alternar(actor.id) } },
      asa, glifo(actor.sector), h("span", {}, actor.nombre), falta && h("small", {}, falta));
    boton.addEventListener("pointerdown", (s) => { if (s.pointerType === "mouse" || s.target === asa) this.arrastrar(s, boton, actor); });
    return h("li", {}, boton, abierto ? this.formulario(actor) : null);
  }

  private alternar(id: string): void {
    this.abierto = this.abierto === id ? "" : id;
    const actor = this.actores.find((a) => a.id === id);
    this.nodo.querySelector("form")?.remove();
    (document.activeElement as HTMLElement | null)?.blur?.();
    this.pintar(this.actores);
    const boton = this.nodo.querySelector<HTMLElement>(`button[data-id="${CSS.escape(id)}"]`);
    const campo = boton?.parentElement?.querySelector("input");
    (campo ?? boton)?.focus();
    campo?.select();
    if (this.abierto && actor) this.destino.elegir(actor, false);
  }

  private formulario(actor: Actor): HTMLFormElement {
    const casillas = (["influencia", "interes"] as const).map((clave) => this.casilla(actor, clave));
    const enviar = async (s: Event): Promise<void> => {
      s.preventDefault();
      const valores: Partial<Valores> = {};
      for (const c of casillas) {
        const leido = leer({ ...c.campo, obligatorio: true }, escritoEn(c.ctrl));
        marcarError(c.ctrl, c.frase, "error" in leido ? leido.error : "");
        if ("error" in leido) return c.ctrl.focus();
        valores[c.clave] = leido.valor as number;
      }
      this.abierto = "";
      const error = await this.destino.ubicar(actor, valores);
      if (error) { this.abierto = actor.id; marcarError(casillas[0]!.ctrl, casillas[0]!.frase, error); }
    };
    const alTeclear = (s: KeyboardEvent): void => { if (s.key === "Escape") { s.stopPropagation(); this.alternar(actor.id); } };
    return h("form", { "aria-label": `Ubicar a ${actor.nombre}`, novalidate: true, on: { submit: (s: Event) => void enviar(s), keydown: alTeclear as EventListener } },
      casillas.map((c) => c.nodo), h("button", { class: "mt-boton principal", type: "submit" }, "Ubicar"));
  }

  private casilla(actor: Actor, clave: "influencia" | "interes") {
    const campo = campoDeActor(clave);
    const ctrl: Control = control(campo, actor[clave], { id: idUnico(clave) });
    const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), hidden: true });
    return { clave, campo, ctrl, frase, nodo: h("div", { class: "mt-casilla" }, h("label", { for: ctrl.id }, `${campo.nombre} (1 a 5)`), ctrl, frase) };
  }

  /** Un doble del botón sigue al puntero; al soltar sobre la cuadrícula, se ubica. */
  private arrastrar(inicio: PointerEvent, boton: HTMLElement, actor: Actor): void {
    if (this.destino.soloLectura()) return;
    const doble = h("div", { class: "mt-doble", "aria-hidden": "true" }, glifo(actor.sector, 24));
    const dejar = (): void => { doble.remove(); this.destino.mostrar(null); };
    arrastrar(inicio, boton, {
      mover: (_dx, _dy, s) => {
        if (!doble.isConnected) this.nodo.append(doble);
        doble.style.translate = `${s.clientX}px ${s.clientY}px`;
        this.destino.mostrar(this.destino.bajo(s));
      },
      soltar: (_dx, _dy, s) => {
        dejar();
        evitarClic(boton);
        const valores = this.destino.bajo(s);
        if (valores) void this.destino.ubicar(actor, valores);
      },
      cancelar: () => { dejar(); evitarClic(boton); },
      pulsar: () => undefined,
    });
  }
}

/** Después de arrastrar, el navegador manda un clic que no es tal. */
function evitarClic(boton: HTMLElement): void {
  const tragar = (s: Event): void => { s.stopImmediatePropagation(); s.preventDefault(); };
  boton.addEventListener("click", tragar, { capture: true, once: true });
  setTimeout(() => boton.removeEventListener("click", tragar, { capture: true }), 50);
}
