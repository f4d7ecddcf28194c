// Las instituciones que tienen una llave y no están en el mapa: se agregan con un toque y quedan anotadas donde se las nombra.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, idNuevo, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { NIVELES, SECTORES, cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Falta { nombre: string; frase: string; nivel: string }

class QuienFalta {
  private aviso = new Aviso();
  private lista = h("ul", {});
  private cuenta = h("p", { class: "nota" });

  constructor(private pizarra: Pizarra, private modelo: Modelo, private el: HTMLElement) {
    el.classList.add("mt", "mt-quien-falta");
    poner(el, h("h3", {}, "Tienen una llave y no están en el mapa"), this.cuenta, this.aviso.nodo, this.lista);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    this.modelo.on("change:faltan", pintar);
    pintar();
    return () => this.modelo.off("change:faltan", pintar);
  }

  private pintar(): void {
    const faltan: Falta[] = this.modelo.get("faltan");
    this.el.hidden = !faltan.length && !this.aviso.nodo.childElementCount;
    this.cuenta.textContent = faltan.length ? `${cuantos(faltan.length, "institución nombrada", "instituciones nombradas")} en los problemas. Al agregarla queda anotada en cada uno.` : "";
    // Lo que se está eligiendo no se pierde si llega otro cambio.
    const puestos = new Map([...this.lista.children].map((li) => [(li as HTMLElement).dataset.nombre!, li]));
    poner(this.lista, faltan.map((f) => (puestos.get(f.nombre) as HTMLElement | undefined) ?? this.fila(f)));
  }

  private fila(f: Falta): HTMLElement {
    const sector = eleccion("Sector", SECTORES, "publico"), nivel = eleccion("Nivel en que decide", { "": "No se sabe", ...NIVELES }, f.nivel);
    const boton = h("button", { class: "mt-boton principal", type: "button", disabled: this.pizarra.soloLectura, on: { click: () => void agregar() } }, "Agregar al mapa");
    const agregar = async (): Promise<void> => {
      boton.disabled = true;
      const datos = { id: idNuevo("a"), nombre: f.nombre, sector: sector.control.value, nivel: nivel.control.value };
      const hecho = await pedirCon(this.pizarra, this.aviso, "agregar_quien_falta", datos);
      boton.disabled = false;
      if (hecho) this.aviso.deshacible(`${f.nombre} ya está en el mapa y anotada en los problemas.`, this.pizarra);
    };
    return h("li", { data: { nombre: f.nombre } }, h("p", { class: "frase" }, h("strong", {}, f.nombre), " ", f.frase), h("div", { class: "linea" }, sector.nodo, nivel.nodo, boton));
  }
}

function eleccion(nombre: string, opciones: Record<string, string>, valor: string): { nodo: HTMLElement; control: HTMLSelectElement } {
  const control = h("select", { id: idUnico("eleccion") }, Object.entries(opciones).map(([c, texto]) => h("option", { value: c }, texto)));
  control.value = valor;
  return { control, nodo: h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: control.id }, nombre), control) };
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new QuienFalta(await Pizarra.de(model), model, el).iniciar();
  },
};
