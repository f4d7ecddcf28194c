// Pegar un bloque o traerlo de un archivo: se dice qué cambia antes de cambiarlo, y entra de un solo paso.
import type { Aviso } from "../lib/aviso.ts";
import { leerBase64 } from "../lib/archivos.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import type { Pedir } from "../lib/conversacion.ts";
import { cuantos } from "../lib/textos.ts";
import { reparo } from "../importador/archivo.ts";
import { partir } from "../tabla/pegado.ts";
import type { Lugar } from "../tabla/teclas.ts";
import { planificar, type Plan } from "./bloque.ts";
import type { Celda, Contenido } from "./datos.ts";

const A_LA_VISTA = 8;

export class Pegado {
  readonly nodo = h("section", { class: "mt-pegado", "aria-label": "Lo que se va a pegar", hidden: true });

  constructor(private c: Contenido, private aviso: Aviso, private pedir: Pedir, private guardar: (celdas: Celda[], dicho: string) => Promise<void>) {}

  /** Pega el texto desde un lugar; si trae nombres, el lugar no importa. */
  pegar(texto: string, lugar: Lugar): void {
    const plan = planificar(partir(texto), this.c, lugar);
    // Un valor en una casilla no necesita permiso; un bloque, sí.
    if (!plan.problemas.length && plan.celdas.length === 1 && !plan.conNombres) return void this.guardar(plan.celdas, "");
    if (!plan.celdas.length && !plan.problemas.length) return this.aviso.decir(plan.iguales ? "Lo pegado es igual a lo que ya estaba." : "Lo pegado no trae números para esta matriz.");
    this.preguntar(plan);
  }

  /** El botón «Traer de un archivo». */
  boton(): HTMLElement {
    const id = idUnico("archivo");
    const campo = h("input", { type: "file", id, accept: ".xlsx,.ods,.csv,.txt,.tsv,.xls", on: { change: () => { void this.traer(campo.files?.[0]); campo.value = ""; } }, class: "mt-oculto" });
    return h("span", { class: "mt-archivo" }, campo, h("label", { class: "mt-boton", for: id }, "Traer de un archivo…"));
  }

  private async traer(archivo: File | undefined): Promise<void> {
    if (!archivo) return;
    const queja = reparo(archivo.name, archivo.size);
    if (queja) return this.aviso.decir(queja, "error");
    const { error, datos } = await this.pedir("leer", { nombre: archivo.name, base64: await leerBase64(archivo) });
    if (error) return this.aviso.decir(error, "error");
    const plan = planificar(datos.filas as string[][], this.c, { fila: 0, columna: 0 });
    if (!plan.conNombres) return this.aviso.decir(`En la hoja «${datos.hoja}» no se reconocen los nombres. La primera fila debe traer los ${this.c.ajustes.columnas_de} y la primera columna los ${this.c.ajustes.filas_de}, escritos como aquí.`, "error");
    if (!plan.celdas.length && !plan.problemas.length) return this.aviso.decir("El archivo dice lo mismo que la matriz.");
    this.preguntar(plan);
  }

  private preguntar(plan: Plan): void {
    const restan = plan.problemas.length - A_LA_VISTA;
    const quedan = cuantos(plan.celdas.length, "casilla cambia", "casillas cambian");
    poner(this.nodo, h("h2", {}, "Antes de pegar"),
      h("p", {}, `${quedan}${plan.iguales ? ` y ${plan.iguales} ya decían lo mismo` : ""}. Las celdas vacías de lo pegado no borran nada.`),
      plan.problemas.length ? h("ul", { class: "mt-problemas" }, plan.problemas.slice(0, A_LA_VISTA).map((p) => h("li", {}, p)), restan > 0 ? h("li", {}, `y ${restan} más.`) : null) : null,
      h("p", { class: "mt-acciones" },
        plan.celdas.length ? h("button", { class: "mt-boton principal", type: "button", on: { click: () => void this.aplicar(plan) } }, plan.problemas.length ? "Pegar lo que sirve" : "Pegar") : null,
        h("button", { class: "mt-boton", type: "button", on: { click: () => this.cerrar() } }, "No pegar nada")));
    this.nodo.hidden = false;
    this.nodo.querySelector<HTMLElement>("button")?.focus();
  }

  private async aplicar(plan: Plan): Promise<void> {
    this.cerrar();
    await this.guardar(plan.celdas, `Cambiaron ${cuantos(plan.celdas.length, "casilla", "casillas")}.`);
  }

  private cerrar(): void { this.nodo.hidden = true; poner(this.nodo); }
}
