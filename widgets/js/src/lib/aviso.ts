// Avisos que acompañan a un cambio: un error, un conflicto con otra persona, algo que se puede deshacer.
import { CAMPOS_DE_ACTOR, DIRIGIDA, INTENSIDAD, TIPO, mostrar } from "./campos.ts";
import { h, poner } from "./dom.ts";
import type { Conflicto, Pizarra, Respuesta } from "./pizarra.ts";

/** El lugar donde un componente cuenta cómo le fue; el lector de pantalla lo lee al cambiar. */
export class Aviso {
  readonly nodo = h("div", { class: "mt-recado", "aria-live": "polite" });
  private version = 0;

  limpiar(): void { this.version++; poner(this.nodo); }
  decir(frase: string, tono: "exito" | "error" | "" = "", ...acciones: HTMLElement[]): void {
    this.version++;
    const cierre = h("button", { class: "mt-boton texto", type: "button", on: { click: () => this.limpiar() } }, "Cerrar");
    poner(this.nodo, h("div", { class: `mt-aviso ${tono}`, role: tono === "error" ? "alert" : null },
      h("span", {}, palabraDe(tono), frase), h("span", { class: "mt-acciones" }, acciones, cierre)));
  }

  /** Cuenta algo hecho, con su botón para deshacerlo. */
  deshacible(frase: string, pizarra: Pizarra): void {
    const deshacer = async (): Promise<void> => {
      const r = await pizarra.pedir("deshacer");
      if (r.error) this.decir(r.error, "error");
      else this.limpiar();
    };
    this.decir(frase, "exito", h("button", { class: "mt-boton", type: "button", on: { click: () => void deshacer() } }, "Deshacer"));
    const mia = this.version;
    const dejar = pizarra.on("mesa", () => { dejar(); if (mia === this.version) this.limpiar(); });
  }

  /** Muestra lo que otra persona cambió en el mismo campo y deja elegir. */
  conflicto(c: Conflicto, insistir: () => void): void {
    const suya = h("button", { class: "mt-boton", type: "button", on: { click: () => this.limpiar() } }, "Conservar la suya");
    const mia = h("button", { class: "mt-boton", type: "button", on: { click: () => { this.limpiar(); insistir(); } } }, "Poner la mía");
    const detalle = c.campos.map(decirCampo).filter(Boolean).join("; ");
    this.decir(`${c.frase || `${c.autor} cambió este dato a las ${c.hora}.`}${detalle ? ` ${detalle}.` : ""}`, "", suya, mia);
  }
}

/** «Influencia: la suya es 4 y la mía 3»; una ficha entera no se detalla. */
export function decirCampo({ ruta, suyo, mio }: Conflicto["campos"][number]): string {
  const lista = ruta[0] === "relaciones" ? [TIPO, INTENSIDAD, DIRIGIDA] : CAMPOS_DE_ACTOR;
  const campo = ruta.length === 3 ? lista.find((x) => x.clave === ruta[2]) : undefined;
  return campo ? `${campo.nombre}: la suya es ${mostrar(campo, suyo) || "(vacío)"} y la mía ${mostrar(campo, mio) || "(vacío)"}` : "";
}

const palabraDe = (tono: string): HTMLElement | null =>
  tono === "error" ? h("strong", {}, "No se pudo: ") : tono === "exito" ? h("strong", {}, "Listo: ") : null;

/**
 * Pide un cambio a la pizarra. Si alguien cambió lo mismo, pregunta; si hay error y no se da `alError`, lo cuenta.
 * Promete si quedó hecho.
 */
export async function pedirCon(
  pizarra: Pizarra, aviso: Aviso, orden: string, datos: Record<string, unknown>, alError?: (frase: string) => void,
): Promise<boolean> {
  const r: Respuesta = await pizarra.pedir(orden, datos);
  if (r.conflicto) aviso.conflicto(r.conflicto, () => void pedirCon(pizarra, aviso, orden, { ...datos, insistir: true }, alError));
  else if (r.error) (alError ?? ((frase: string) => aviso.decir(frase, "error")))(r.error);
  return !r.error && !r.conflicto;
}
