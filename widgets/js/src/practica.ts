// La práctica: un ejercicio a la vez. Corrige Python; aquí sólo se muestra y se pregunta.
import { conversar } from "./lib/conversacion.ts";
import type { Pedir } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { pintarAvance } from "./practica/avance.ts";
import { pintarCierre } from "./practica/cierre.ts";
import { pintarEjercicio } from "./practica/ejercicio.ts";
import type { Control, Vista } from "./practica/tipos.ts";

export default {
  render({ model, el }: Marco): () => void {
    el.classList.add("mt", "mt-practica");
    const { pedir, callar } = conversar(model);
    const practica = new Practica(model, el, pedir);
    const pintar = (): void => practica.pintar();
    model.on("change:vista", pintar);
    pintar();
    el.addEventListener("input", practica.alEscribir);
    return () => { model.off("change:vista", pintar); el.removeEventListener("input", practica.alEscribir); callar(); };
  },
};

/** Cuánto se espera, desde la última letra, para guardar un texto a medias. */
const PAUSA = 1000;

/** A dónde va el foco después de cada orden. */
const FOCOS: Record<string, string> = { responder: ".resultado", rendirse: ".resultado", pista: ".pista:last-child" };

class Practica {
  /** Lo que la persona lleva puesto en cada ejercicio y todavía no responde. */
  private borradores = new Map<string, unknown>();
  private control: Control | null = null;
  private mostrado = "";
  private ocupada = false;
  private reloj?: ReturnType<typeof setTimeout>;

  constructor(private modelo: Modelo, private el: HTMLElement, private pedir: Pedir) {
    for (const [item, dado] of Object.entries(modelo.get("borradores") ?? {})) this.borradores.set(item, dado);
  }

  /** Un texto propio cuesta escribirlo: se guarda aunque todavía no se responda. */
  alEscribir = (): void => {
    clearTimeout(this.reloj);
    const item = this.mostrado;
    if (this.vista.turno?.item.tipo !== "abierta" || !item) return;
    this.reloj = setTimeout(() => { if (this.mostrado === item) void this.pedir("borrador", { item, respuesta: this.control?.leer() }); }, PAUSA);
  };

  private get vista(): Vista { return this.modelo.get("vista"); }

  pintar(): void {
    this.recordar();
    const { puntos, turno, cierre } = this.vista;
    const lugar = puntos.findIndex((p) => p.id === turno?.item.id);
    this.mostrado = turno && !turno.terminado ? turno.item.id : "";
    poner(this.el, pintarAvance(puntos, turno?.item.id ?? null, (id) => void this.hacer("ir", { item: id })), this.cuerpo(lugar));
    if (cierre) this.control = null;
  }

  private cuerpo(lugar: number): HTMLElement {
    const { puntos, turno, cierre } = this.vista;
    if (cierre || !turno) return pintarCierre(cierre!, { repetir: (item) => void this.hacer("repetir", { item }), seguir: () => void this.hacer("seguir") });
    const { id } = turno.item;
    const previa = turno.terminado ? turno.dada : (this.borradores.get(id) ?? turno.dada);
    const conRespuesta = (orden: string) => () => void this.hacer(orden, { item: id, respuesta: this.control?.leer() ?? null });
    const { nodo, control } = pintarEjercicio(turno, `Ejercicio ${lugar + 1} de ${puntos.length}`, previa, {
      responder: conRespuesta("responder"), rendirse: conRespuesta("rendirse"), pista: () => void this.hacer("pista", { item: id }),
      seguir: () => void this.hacer("seguir"), cerrar: () => void this.hacer("cerrar"), repetir: () => void this.hacer("repetir", { item: id }),
    });
    this.control = control;
    return nodo;
  }

  private recordar(): void {
    if (this.control && this.mostrado) this.borradores.set(this.mostrado, this.control.leer());
  }

  private async hacer(orden: string, datos: { item?: string; respuesta?: unknown } = {}): Promise<void> {
    if (this.ocupada) return;
    this.ocupada = true;
    clearTimeout(this.reloj);
    if (orden === "repetir" && this.vista.turno?.item.tipo !== "abierta") this.borradores.delete(datos.item!);
    if (orden === "repetir") this.mostrado = "";
    const { error } = await this.pedir(orden, datos);
    this.ocupada = false;
    const recado = this.el.querySelector(".recado-de-envio");
    if (recado) poner(recado, error ? h("p", { class: "mt-aviso error" }, h("strong", {}, "No se pudo. "), error) : null);
    if (!error) this.el.querySelector<HTMLElement>(FOCOS[orden] ?? "[data-foco]")?.focus();
  }
}
