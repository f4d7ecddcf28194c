// La mano: llevar una tarjeta a otra columna, con el ratón o el dedo (un doble la sigue) o con el teclado.
import { arrastrar } from "../cuadricula/arrastre.ts";
import { h } from "../lib/dom.ts";
import type { Columna } from "./tipos.ts";

/** La tarjeta que el teclado tiene tomada y la columna en que se dejaría. */
export interface Tomada { id: string; columna: number }

export interface Tablero {
  el: HTMLElement;
  columnas: () => Columna[];
  nombreDe: (id: string) => string;
  estadoDe: (id: string) => string;
  dejar: (id: string, estado: string) => void;
  decir: (frase: string) => void;
  pintar: () => void;
}

const PASOS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Mano {
  tomada: Tomada | null = null;

  constructor(private tablero: Tablero) {}

  /** Espacio toma y deja; las flechas llevan; Enter deja; Escape suelta sin cambiar nada. */
  teclear(id: string, s: KeyboardEvent): void {
    const paso = PASOS[s.key];
    if (!this.tomada) { if (s.key === " ") { s.preventDefault(); this.tomar(id); } return; }
    if (s.key === "Tab") return this.soltar();
    s.preventDefault();
    if (s.key === "Escape") { s.stopPropagation(); this.soltar(); }
    else if (paso) this.llevar(paso);
    else if (s.key === " " || s.key === "Enter") this.dejarTomada();
  }

  private tomar(id: string): void {
    const columna = this.tablero.columnas().findIndex((c) => c.clave === this.tablero.estadoDe(id));
    this.tomada = { id, columna };
    this.tablero.decir(`${this.tablero.nombreDe(id)}, en la mano. Use las flechas para elegir la columna, Enter para dejarla y Escape para soltarla.`);
    this.tablero.pintar();
  }

  private llevar(paso: number): void {
    const columnas = this.tablero.columnas(), n = columnas.length;
    this.tomada!.columna = (this.tomada!.columna + paso + n) % n;
    this.tablero.decir(`${columnas[this.tomada!.columna]!.nombre}, columna ${this.tomada!.columna + 1} de ${n}.`);
    this.tablero.pintar();
  }

  private dejarTomada(): void {
    const { id, columna } = this.tomada!;
    this.tomada = null;
    this.tablero.dejar(id, this.tablero.columnas()[columna]!.clave);
    this.tablero.pintar();
  }

  soltar(): void {
    if (!this.tomada) return;
    this.tablero.decir(`${this.tablero.nombreDe(this.tomada.id)} quedó donde estaba.`);
    this.tomada = null;
    this.tablero.pintar();
  }

  arrastrar(id: string, inicio: PointerEvent, boton: HTMLElement): void {
    const doble = h("div", { class: "mt-tarjeta-doble", "aria-hidden": "true" }, this.tablero.nombreDe(id));
    const dejar = (): void => { doble.remove(); this.senalar(null); };
    arrastrar(inicio, boton, {
      mover: (_dx, _dy, s) => {
        if (!doble.isConnected) this.tablero.el.append(doble);
        doble.style.translate = `${s.clientX}px ${s.clientY}px`;
        this.senalar(this.bajo(s));
      },
      soltar: (_dx, _dy, s) => {
        const columna = this.bajo(s);
        dejar();
        sinClic(boton);
        if (columna) this.tablero.dejar(id, columna.dataset["estado"]!);
      },
      cancelar: () => { dejar(); sinClic(boton); },
      pulsar: () => undefined,
    });
  }

  private bajo(s: PointerEvent): HTMLElement | null {
    return document.elementFromPoint(s.clientX, s.clientY)?.closest<HTMLElement>("[data-estado]") ?? null;
  }

  private senalar(columna: HTMLElement | null): void {
    for (const c of this.tablero.el.querySelectorAll("[data-estado].destino")) c.classList.remove("destino");
    columna?.classList.add("destino");
  }
}

/** Después de arrastrar, el navegador manda un clic que no es tal. */
function sinClic(boton: HTMLElement): void {
  const tragar = (s: Event): void => { s.stopImmediatePropagation(); s.preventDefault(); };
  boton.addEventListener("click", tragar, { capture: true, once: true });
  setTimeout(() => boton.removeEventListener("click", tragar, { capture: true }), 50);
}
