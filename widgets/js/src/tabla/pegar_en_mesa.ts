// Lo que pasa al pegar un bloque: si todo sirve, entra de una vez y se puede deshacer; si no, se dice qué y se decide.
import { leer } from "../lib/campos.ts";
import type { Aviso } from "../lib/aviso.ts";
import { h, poner } from "../lib/dom.ts";
import { control, escritoEn } from "../lib/editor.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { cuantos } from "../lib/textos.ts";
import type { Columna, Fila, Hoja } from "./hoja.ts";
import { partir, planificar, sinDato, sinProblemas, type Plan } from "./pegado.ts";
import type { Lugar } from "./teclas.ts";

const A_LA_VISTA = 8;

export class PegarEnMesa<T extends Fila> {
  readonly nodo = h("section", { class: "mt-pegado", "aria-label": "Lo que se va a pegar", hidden: true });

  constructor(private hoja: Hoja<T>, private pizarra: Pizarra, private aviso: Aviso) {}

  /** Pega `texto` desde un lugar de la tabla; sin lugar, todo son filas nuevas. */
  pegar(texto: string, filas: T[], columnas: Columna<T>[], lugar: Lugar | null): void {
    const plan = planificar(partir(texto), {
      filas: lugar ? filas.map((f) => ({ id: f.id, valores: Object.fromEntries(columnas.map((c) => [c.clave, c.valor(f)])) })) : [],
      columnas: columnas.map((c) => ({ clave: c.clave, nombre: c.nombre, campo: c.campo?.() ?? null })),
      desdeFila: lugar?.fila ?? 0, desdeColumna: lugar?.columna ?? 0, clave: this.hoja.llave,
    });
    this.reparar(plan);
    if (!plan.problemas.length && !this.faltan(plan).length) void this.aplicar(plan);
    else this.preguntar(plan);
  }

  private faltan(plan: Plan) { return this.hoja.completar ? sinDato(plan, this.hoja.completar.clave) : []; }

  private reparar(plan: Plan): void {
    const vistos = new Set<string>();
    for (const nueva of plan.nuevas) {
      const nombre = String(nueva.campos["nombre"] ?? "").toLowerCase();
      const repetida = nombre && vistos.has(nombre) ? `«${String(nueva.campos["nombre"])}» viene dos veces en lo que pega.` : "";
      vistos.add(nombre);
      const reparo = repetida || this.hoja.reparoDeNueva(nueva);
      if (reparo) plan.problemas.push({ fila: nueva.fila, columna: "", frase: reparo });
    }
  }

  private async aplicar(plan: Plan): Promise<void> {
    const total = plan.cambios.length + plan.nuevas.length;
    this.cerrar();
    if (!total) return this.aviso.decir("Lo pegado es igual a lo que ya estaba.");
    if (await this.hoja.pegar(plan)) this.aviso.deshacible(`${resumen(plan)}.`, this.pizarra);
  }

  private preguntar(plan: Plan): void {
    const campo = this.hoja.completar;
    const faltan = this.faltan(plan);
    const eleccion = campo && faltan.length ? control(campo, null, { "aria-label": `${campo.nombre} para las filas nuevas` }) : null;
    const seguir = (): void => {
      const limpio = sinProblemas(plan);
      if (campo && eleccion) {
        const leido = leer(campo, escritoEn(eleccion));
        if ("error" in leido) { eleccion.setAttribute("aria-invalid", "true"); return eleccion.focus(); }
        for (const nueva of limpio.nuevas) nueva.campos[campo.clave] ??= leido.valor;
      }
      void this.aplicar(limpio);
    };
    const queda = sinProblemas(plan);
    poner(this.nodo, h("h2", {}, "Antes de pegar"), listaDeProblemas(plan),
      eleccion && h("label", { class: "mt-filtro" }, h("span", { class: "nombre" }, `${campo!.nombre} para ${cuantos(faltan.length, "fila nueva que no lo trae", "filas nuevas que no lo traen")}`), eleccion),
      h("p", { class: "mt-acciones" },
        queda.cambios.length + queda.nuevas.length ? h("button", { class: "mt-boton principal", type: "button", on: { click: seguir } }, plan.problemas.length ? `Pegar lo demás (${resumen(queda)})` : "Pegar") : null,
        h("button", { class: "mt-boton", type: "button", on: { click: () => this.cerrar() } }, "No pegar nada")));
    this.nodo.hidden = false;
    this.nodo.querySelector<HTMLElement>("select, button")?.focus();
  }

  private cerrar(): void { this.nodo.hidden = true; poner(this.nodo); }
}

function listaDeProblemas(plan: Plan): HTMLElement | null {
  if (!plan.problemas.length) return null;
  const restan = plan.problemas.length - A_LA_VISTA;
  return h("ul", { class: "mt-problemas" }, plan.problemas.slice(0, A_LA_VISTA).map((p) => h("li", {}, h("strong", {}, `Fila ${p.fila} de lo pegado: `), p.frase)),
    restan > 0 ? h("li", {}, `y ${restan} más.`) : null);
}

/** «se agregan 5 filas y cambian 7». */
export function resumen(plan: Plan): string {
  const partes = [
    plan.nuevas.length ? `se ${plan.nuevas.length === 1 ? "agrega" : "agregan"} ${cuantos(plan.nuevas.length, "fila", "filas")}` : "",
    plan.cambios.length ? `${plan.cambios.length === 1 ? "cambia" : "cambian"} ${cuantos(plan.cambios.length, "fila", "filas")}` : "",
  ];
  return partes.filter(Boolean).join(" y ") || "nada cambia";
}
