// La misma decisión, con su razón, sobre varios actores: se marcan, se escribe por qué y es un solo paso.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

class DecidirVarios {
  private aviso = new Aviso();
  private marcados = new Set<string>();
  private lista = h("div", { class: "casillas" });
  private cuenta = h("p", { class: "ayuda", role: "status" });
  private trato: HTMLSelectElement;
  private razon = h("textarea", { id: idUnico("razon"), rows: 2, maxlength: 2000 });
  private todos = h("input", { type: "checkbox", on: { change: () => this.pintar() } });
  private ocupado = false;

  constructor(private pizarra: Pizarra, modelo: Modelo, el: HTMLElement) {
    const tratos: Record<string, string> = modelo.get("tratos");
    this.trato = h("select", { id: idUnico("trato") }, h("option", { value: "" }, "Elija…"), Object.entries(tratos).map(([c, t]) => h("option", { value: c }, t)));
    el.classList.add("mt", "mt-decidir");
    const enviar = (s: Event): void => { s.preventDefault(); void this.decidir(); };
    poner(el, h("details", {}, h("summary", {}, "Decidir sobre varios a la vez"),
      h("form", { class: "mt-campos", "aria-label": "Decidir sobre varios", novalidate: true, on: { submit: enviar } },
        h("label", { class: "mt-casilla" }, this.todos, "Mostrar también a quienes ya tienen decisión"), this.lista, this.cuenta,
        h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.trato.id }, "La decisión para todos"), this.trato),
        h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: this.razon.id }, "La razón, que vale para cada uno"), this.razon, h("span", { class: "ayuda" }, "Un hecho que otra persona pueda comprobar. Si la razón no sirve para todos, decídalos por separado.")),
        h("p", { class: "mt-acciones" }, h("button", { class: "mt-boton principal", type: "submit" }, "Anotar la decisión"))), this.aviso.nodo));
  }

  iniciar(): () => void {
    const dejar = this.pizarra.on("mesa", () => this.pintar());
    this.pintar();
    return dejar;
  }

  private pintar(): void {
    const decisiones: Record<string, { trato?: string | null }> = (this.pizarra.mesa as any).prioridad?.decisiones ?? {};
    const actores = Object.values(this.pizarra.mesa.actores).filter((a) => this.todos.checked || !decisiones[a.id]?.trato);
    for (const id of this.marcados) if (!actores.some((a) => a.id === id)) this.marcados.delete(id);
    poner(this.lista, actores.map((a) => {
      const campo = h("input", { type: "checkbox", checked: this.marcados.has(a.id), on: { change: () => { if (campo.checked) this.marcados.add(a.id); else this.marcados.delete(a.id); this.contar(); } } });
      return h("label", { class: "mt-casilla" }, campo, a.nombre);
    }), actores.length ? null : h("p", {}, "Todos los actores ya tienen decisión."));
    this.contar();
  }

  private contar(): void { this.cuenta.textContent = `${cuantos(this.marcados.size, "actor marcado", "actores marcados")}.`; }

  /** Una sola vez aunque se apriete dos; lo que falta se dice junto al botón. */
  private async decidir(): Promise<void> {
    if (this.ocupado) return;
    if (!this.trato.value) { this.aviso.decir("Elija una decisión de la lista.", "error"); return this.trato.focus(); }
    this.ocupado = true;
    const ids = [...this.marcados];
    const hecho = await pedirCon(this.pizarra, this.aviso, "decidir", { ids, trato: this.trato.value, razon: this.razon.value.trim() });
    this.ocupado = false;
    if (!hecho) return;
    this.marcados.clear();
    this.razon.value = "";
    this.trato.value = "";
    this.pintar();
    this.aviso.deshacible(`La decisión quedó anotada en ${cuantos(ids.length, "actor", "actores")}.`, this.pizarra);
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new DecidirVarios(await Pizarra.de(model), model, el).iniciar();
  },
};
