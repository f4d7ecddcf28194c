// Buscar un actor: resalta mientras se escribe; Enter lo elige, lo centra y pasa al siguiente.
import { h } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";
import { elegir } from "./acciones.ts";
import type { Mapa } from "./mapa.ts";
import { hallados } from "./pintar.ts";

const ESPERA = 120;

class Buscador {
  private turno = -1;
  private reloj = 0;
  readonly cuenta = h("span", { class: "cuenta", "aria-hidden": "true" });
  readonly campo = h("input", {
    type: "search", placeholder: "Buscar actor", "aria-label": "Buscar actor en el mapa", autocomplete: "off", maxlength: 200,
    on: { input: () => this.alEscribir(), keydown: ((e: KeyboardEvent) => this.alTeclear(e)) as EventListener },
  });

  constructor(private m: Mapa) {
    m.on("seleccion", () => this.refrescar());
  }

  private alEscribir(): void {
    this.turno = -1;
    clearTimeout(this.reloj);
    this.reloj = window.setTimeout(() => this.buscar(), ESPERA);
  }

  private buscar(): void {
    const { m } = this, buscar = this.campo.value.trim();
    if (m.elegidos.size) m.pizarra.elegir([]);
    m.pizarra.filtrar({ buscar });
    const n = hallados(m).length;
    if (buscar) m.decir(n ? `${cuantos(n, "actor coincide", "actores coinciden")}. Enter para ir.` : "Ningún actor se llama así.");
  }

  private alTeclear(e: KeyboardEvent): void {
    if (e.key === "Escape" && this.campo.value) { this.campo.value = ""; this.alEscribir(); }
    const ids = e.key === "Enter" ? hallados(this.m) : [];
    if (!ids.length) return;
    const id = ids[(this.turno = (this.turno + 1) % ids.length)]!;
    elegir(this.m, [id]);
    this.m.enfocable(id);
    this.m.camara.centrar(this.m.nodo(id)!);
  }

  private refrescar(): void {
    const { buscar } = this.m.pizarra.filtro, n = hallados(this.m).length;
    if (document.activeElement !== this.campo && this.campo.value.trim() !== buscar) this.campo.value = buscar;
    this.cuenta.textContent = buscar ? (n ? String(n) : "nadie") : "";
  }
}

export function buscador(m: Mapa): HTMLElement {
  const { campo, cuenta } = new Buscador(m);
  return h("div", { class: "buscador" }, campo, cuenta);
}
