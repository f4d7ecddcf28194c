// Comparar los criterios de a pares: cuántas veces importa más uno que otro, qué pesos salen y si las respuestas se contradicen.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Par { uno: string; otro: string; nombres: [string, string]; gana: string; veces: number }
interface Peso { nombre: string; hoy: string; sale: string }
interface Resultado { frase: string; contradice: boolean; pesos: Peso[] }

/** Lo que se ofrece; los pares entre medio (2, 4, 6, 8) se pueden elegir igual. */
const PALABRAS: Record<number, string> = { 2: "entre igual y algo más", 3: "algo más", 4: "entre algo y bastante más", 5: "bastante más", 6: "entre bastante y mucho más", 7: "mucho más", 8: "entre mucho y muchísimo más", 9: "muchísimo más" };

class Pares {
  private aviso = new Aviso();
  private lista = h("ol", { class: "pares" });
  private resultado = h("div", { class: "resultado", "aria-live": "polite" });
  private selects = new Map<string, HTMLSelectElement>();
  private armado = "";

  constructor(private pizarra: Pizarra, private modelo: Modelo, private pedir: Pedir, el: HTMLElement) {
    el.classList.add("mt", "mt-pares");
    poner(el, h("h3", {}, "Pesar de a pares"),
      h("p", { class: "nota" }, "Compare dos criterios cada vez y diga cuánto más importa uno para decidir la escala. De todas las respuestas salen los pesos; se usan sólo si usted los lleva a la cuenta."),
      this.aviso.nodo, this.lista, this.resultado);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const rasgos = ["change:pares", "change:resultado"];
    rasgos.forEach((r) => this.modelo.on(r, pintar));
    pintar();
    return () => rasgos.forEach((r) => this.modelo.off(r, pintar));
  }

  private pintar(): void {
    const pares: Par[] = this.modelo.get("pares");
    const forma = pares.map((p) => p.nombres.join("|")).join("·");
    if (forma !== this.armado) { this.armado = forma; this.selects.clear(); poner(this.lista, pares.map((p) => this.fila(p))); }
    for (const p of pares) {
      const control = this.selects.get(clave(p));
      if (control && document.activeElement !== control) control.value = codigo(p);
    }
    this.pintarResultado(this.modelo.get("resultado"));
  }

  private fila(p: Par): HTMLElement {
    const [uno, otro] = p.nombres;
    const control = h("select", { id: idUnico("par"), disabled: this.pizarra.soloLectura, on: { change: () => void this.guardar(p, control) } },
      h("option", { value: "" }, "Sin comparar"),
      lado(uno, p.uno, [9, 8, 7, 6, 5, 4, 3, 2]), h("option", { value: "=" }, "Importan igual"), lado(otro, p.otro, [2, 3, 4, 5, 6, 7, 8, 9]));
    this.selects.set(clave(p), control);
    return h("li", {}, h("label", { class: "nombre", for: control.id }, `${uno} frente a ${otro}`), control);
  }

  private async guardar(p: Par, control: HTMLSelectElement): Promise<void> {
    const [gana, veces] = control.value.split(":");
    const [uno, otro] = gana === p.otro ? [p.otro, p.uno] : [p.uno, p.otro];
    const datos = { uno, otro, veces: control.value === "" ? null : control.value === "=" ? 1 : Number(veces) };
    if (!(await pedirCon(this.pizarra, this.aviso, "comparar_criterios", datos))) control.value = codigo(p);
  }

  private pintarResultado(r: Resultado): void {
    const usar = h("button", { class: "mt-boton principal", type: "button", disabled: this.pizarra.soloLectura, on: { click: () => void this.usar(usar) } }, "Usar estos pesos en la cuenta");
    poner(this.resultado, h("p", { class: `mt-aviso ${r.contradice || !r.pesos.length ? "" : "exito"}` }, r.frase),
      r.pesos.length > 0 && h("div", { class: "cuadro", tabindex: 0, role: "region", "aria-label": "Pesos que salen" }, h("table", {},
        h("thead", {}, h("tr", {}, ["Criterio", "Hoy pesa", "Saldría"].map((c) => h("th", { scope: "col" }, c)))),
        h("tbody", {}, r.pesos.map((x) => h("tr", {}, h("th", { scope: "row" }, x.nombre), h("td", { class: "cifra" }, x.hoy), h("td", { class: "cifra" }, x.sale)))))),
      r.pesos.length > 0 && h("p", {}, usar));
  }

  private async usar(boton: HTMLButtonElement): Promise<void> {
    boton.disabled = true;
    const r = await this.pedir("usar");
    boton.disabled = false;
    if (r.error) this.aviso.decir(r.error, "error");
    else this.aviso.deshacible("los pesos de la cuenta son los de esta comparación.", this.pizarra);
  }
}

const clave = (p: Par): string => `${p.uno}|${p.otro}`;
const codigo = (p: Par): string => (p.veces === 0 ? "" : p.veces === 1 ? "=" : `${p.gana}:${p.veces}`);
const lado = (nombre: string, id: string, veces: number[]): HTMLElement =>
  h("optgroup", { label: nombre }, veces.map((v) => h("option", { value: `${id}:${v}` }, `${nombre}: ${PALABRAS[v]} (${v})`)));

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const { pedir, callar } = conversar(model);
    const soltar = new Pares(await Pizarra.de(model), model, pedir, el).iniciar();
    return () => { soltar(); callar(); };
  },
};
