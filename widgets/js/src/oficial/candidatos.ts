// Lo que trae el archivo: cada columna con su valor en la comuna, y los datos que hay que completar al marcarla.
import { h, idUnico, poner } from "../lib/dom.ts";
import { comparable } from "../lib/textos.ts";

export interface Candidato {
  clave: string; nombre: string; unidad: string; anio: number | null; fuente: string; hoja: string;
  valor: string; intervalo: string; con_dato: number; de: number; reemplaza: boolean; avisos: string[];
}
const DATOS = [["nombre", "Nombre"], ["unidad", "Unidad"], ["anio", "Año"], ["fuente", "Fuente"]] as const;
type Clave = (typeof DATOS)[number][0];

export class Candidatos {
  readonly nodo: HTMLElement;
  private filas: { c: Candidato; nodo: HTMLElement; marca: HTMLInputElement; datos: Record<Clave, HTMLInputElement> }[];

  constructor(candidatos: Candidato[], comuna: string) {
    this.filas = candidatos.map((c) => this.fila(c, comuna));
    this.nodo = h("ul", { class: "candidatos", "aria-label": "Indicadores del archivo" }, this.filas.map((f) => f.nodo));
  }

  filtrar(busco: string): void {
    for (const f of this.filas) f.nodo.hidden = Boolean(busco) && !f.marca.checked && !comparable(`${f.c.nombre} ${f.c.fuente}`).includes(busco);
  }

  elegidos(): Record<string, string>[] {
    return this.filas.filter((f) => f.marca.checked).map((f) => ({ clave: f.c.clave, ...Object.fromEntries(DATOS.map(([k]) => [k, f.datos[k].value.trim()])) }));
  }

  /** Marca lo que falta completar en lo elegido y lleva ahí; dice si faltaba algo. */
  reclamar(): boolean {
    const vacios = this.filas.filter((f) => f.marca.checked).flatMap((f) => DATOS.map(([k]) => f.datos[k]));
    for (const campo of vacios) campo.toggleAttribute("aria-invalid", false);
    const faltan = vacios.filter((campo) => !campo.value.trim());
    for (const campo of faltan) campo.setAttribute("aria-invalid", "true");
    faltan[0]?.focus();
    return faltan.length > 0;
  }

  private fila(c: Candidato, comuna: string) {
    const marca = h("input", { type: "checkbox", id: idUnico("candidato") });
    const datos = Object.fromEntries(DATOS.map(([k]) => [k, h("input", { id: idUnico(k), value: c[k] ?? "", autocomplete: "off", maxlength: k === "anio" ? 4 : 200 })])) as Record<Clave, HTMLInputElement>;
    const detalle = h("div", { class: "datos", hidden: true });
    const abrir = () => {
      detalle.hidden = !marca.checked;
      if (!detalle.childElementCount) poner(detalle, DATOS.map(([k, nombre]) => h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: datos[k].id }, nombre), datos[k])));
    };
    marca.addEventListener("change", abrir);
    const nodo = h("li", {},
      h("label", { class: "elegir", for: marca.id }, marca,
        h("span", {}, c.nombre, " ", h("span", { class: "ayuda" }, [c.anio ?? "sin año", c.fuente || "sin fuente", `${c.con_dato} de ${c.de} comunas`, c.reemplaza ? "reemplaza lo importado" : ""].filter(Boolean).join(" · "))),
        h("span", { class: "cifra" }, h("span", { class: "mt-oculto" }, `${comuna}: `), c.valor, c.intervalo && h("span", { class: "ayuda" }, ` (${c.intervalo})`))),
      c.avisos.map((a) => h("p", { class: "ayuda" }, a)), detalle);
    return { c, nodo, marca, datos };
  }
}
