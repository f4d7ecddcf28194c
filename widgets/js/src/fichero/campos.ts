// Los campos de una ficha como formulario: agrupados, cada uno se guarda solo al confirmarlo.
import { campoVivo, type CampoVivo, type Guardar } from "../ficha/campo.ts";
import { mostrar } from "../lib/campos.ts";
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { campoParaEditar, type CampoDeEsquema, type Esquema, type Valores } from "./esquema.ts";
import { campoDeVarias } from "./varios.ts";

/** Guarda un campo; la promesa es la de `Guardar`. */
export type GuardarCampo = (clave: string, valor: unknown) => ReturnType<Guardar>;

export class Campos {
  readonly nodo = h("div", { class: "mt-campos" });
  private vivos = new Map<string, CampoVivo>();
  private calculados = new Map<string, HTMLElement>();
  /** Vacío es «nadie en el mapa», que también se arma: sin armar todavía es otra cosa. */
  private actores: string | null = null;

  constructor(private pizarra: Pizarra, private esquema: Esquema, private guardar: GuardarCampo, private textos: () => Record<string, string> = () => ({})) {}

  /** Pone al día los valores sin tocar lo que se está escribiendo; rehace todo si cambiaron los actores que se citan. */
  pintar(valores: Valores): void {
    const actores = this.citaActores() ? Object.values(this.pizarra.mesa.actores).map((a) => a.id + a.nombre).join("|") : "-";
    if (actores !== this.actores && !this.nodo.contains(document.activeElement)) { this.actores = actores; this.armar(valores); }
    for (const [clave, vivo] of this.vivos) vivo.poner(valores[clave] ?? null);
    const textos = this.textos();
    for (const [clave, nodo] of this.calculados) nodo.textContent = textos[clave] || "—";
  }

  enfocar(clave = ""): void {
    const uno = clave ? this.vivos.get(clave)?.nodo : this.nodo;
    uno?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  private citaActores(): boolean { return this.esquema.campos.some((c) => c.clase === "actor" || c.clase === "actores"); }

  private armar(valores: Valores): void {
    this.vivos.clear();
    const grupos = [...new Set(this.esquema.campos.map((c) => c.grupo))];
    poner(this.nodo, grupos.map((g) => {
      const suyos = this.esquema.campos.filter((c) => c.grupo === g).map((c) => this.uno(c, valores[c.clave] ?? null));
      return g ? h("fieldset", { class: "grupo" }, h("legend", {}, g), h("div", { class: "rejilla" }, suyos)) : h("div", { class: "rejilla" }, suyos);
    }));
  }

  private uno(campo: CampoDeEsquema, valor: unknown): HTMLElement {
    if (campo.calculado) return this.calculado(campo);
    const listo = campoParaEditar(campo, this.pizarra);
    const guardar: Guardar = (v) => this.guardar(campo.clave, v);
    const vivo = (listo.clase === "opciones" ? campoDeVarias : campoVivo)(listo, valor, guardar, this.pizarra.soloLectura);
    if (campo.clase === "largo" || listo.clase === "opciones") vivo.nodo.classList.add("ancho");
    this.vivos.set(campo.clave, vivo);
    return vivo.nodo;
  }

  private calculado(campo: CampoDeEsquema): HTMLElement {
    const valor = h("span", { class: "valor" });
    this.calculados.set(campo.clave, valor);
    return h("div", { class: "mt-campo calculado" }, h("span", { class: "nombre" }, campo.nombre), valor, campo.ayuda && h("span", { class: "ayuda" }, campo.ayuda));
  }
}

/** Un valor como se lee en la tabla y en el resumen de la ficha. */
export function mostrarEn(pizarra: Pizarra, campo: CampoDeEsquema, valor: unknown): string {
  return mostrar(campoParaEditar(campo, pizarra), valor);
}
