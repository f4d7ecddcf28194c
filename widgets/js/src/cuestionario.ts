// Preguntas con la misma escala de respuesta, por grupo: se responden con un toque y cada una dice cómo se sabe.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Pregunta { id: string; texto: string }
interface Grupo { id: string; titulo: string; preguntas: Pregunta[] }
interface Respuesta { respuesta: string | null; evidencia: string }
interface Dicho { texto: string; tono: string; que_hacer: string }

const NADA: Respuesta = { respuesta: null, evidencia: "" };
const SIGNOS: Record<string, string> = { alerta: "!", fortaleza: "✓", dato: "·" };

class Fila {
  readonly nodo: HTMLElement;
  private radios: HTMLInputElement[];
  private prueba: HTMLTextAreaElement;
  private cajaDePrueba: HTMLElement;
  private borrar: HTMLButtonElement;

  constructor(pregunta: Pregunta, opciones: [string, string][], guardar: (campos: object) => Promise<boolean>, private actual: () => Respuesta, soloLectura: boolean) {
    const nombre = idUnico("respuesta");
    const responder = async (respuesta: string | null): Promise<void> => { if (!(await guardar({ respuesta }))) this.pintar(); };
    this.radios = opciones.map(([codigo]) => h("input", { type: "radio", name: nombre, value: codigo, disabled: soloLectura, on: { change: () => void responder(codigo) } }));
    this.prueba = h("textarea", { id: idUnico("prueba"), rows: 2, maxlength: 2000, disabled: soloLectura, on: { change: () => void guardar({ evidencia: this.prueba.value.trim() }).then((bien) => bien || this.prueba.setAttribute("aria-invalid", "true")) } });
    this.borrar = h("button", { class: "mt-boton texto", type: "button", disabled: soloLectura, on: { click: () => void responder(null).then(() => this.radios[0]!.focus()) } }, "Borrar la respuesta");
    this.cajaDePrueba = h("div", { class: "prueba" }, h("label", { class: "nombre", for: this.prueba.id }, "¿Cómo se sabe?"), this.prueba, this.borrar);
    this.nodo = h("fieldset", { class: "pregunta" }, h("legend", {}, pregunta.texto),
      h("div", { class: "opciones" }, opciones.map(([, rotulo], i) => h("label", {}, this.radios[i]!, h("span", {}, rotulo)))), this.cajaDePrueba);
  }

  pintar(): void {
    const { respuesta, evidencia } = this.actual();
    for (const r of this.radios) r.checked = r.value === respuesta;
    this.cajaDePrueba.hidden = !respuesta && !evidencia;
    if (document.activeElement !== this.prueba) { this.prueba.value = evidencia; this.prueba.removeAttribute("aria-invalid"); }
  }

  get respondida(): boolean { return Boolean(this.actual().respuesta); }
}

class Cuestionario {
  private aviso = new Aviso();
  private filas = new Map<string, Fila[]>();
  private cabezas = new Map<string, HTMLElement>();
  private dichos = new Map<string, HTMLElement>();

  constructor(private pizarra: Pizarra, private modelo: Modelo, el: HTMLElement) {
    el.classList.add("mt", "mt-cuestionario");
    const grupos: Grupo[] = modelo.get("grupos");
    poner(el, h("h3", {}, modelo.get("titulo")), h("p", { class: "nota" }, modelo.get("nota")), this.aviso.nodo, grupos.map((g, i) => this.grupo(g, grupos.length === 1 || i === 0)));
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    this.modelo.on("change:dichos", pintar);
    const dejar = this.pizarra.on("mesa", pintar);
    pintar();
    return () => { dejar(); this.modelo.off("change:dichos", pintar); };
  }

  private grupo(g: Grupo, abierto: boolean): HTMLElement {
    const filas = g.preguntas.map((p) => this.fila(p));
    const cabeza = h("span", { class: "cuenta" }), dichos = h("ul", { class: "dichos" });
    this.filas.set(g.id, filas);
    this.cabezas.set(g.id, cabeza);
    this.dichos.set(g.id, dichos);
    return h("details", { class: "grupo", open: abierto }, h("summary", {}, h("span", { class: "titulo" }, g.titulo), " ", cabeza), dichos, filas.map((f) => f.nodo));
  }

  private fila(p: Pregunta): Fila {
    const guardar = (campos: object): Promise<boolean> => pedirCon(this.pizarra, this.aviso, this.modelo.get("orden"), { id: p.id, pregunta: p.texto, ...campos });
    return new Fila(p, this.modelo.get("opciones"), guardar, () => this.respuesta(p.id), this.pizarra.soloLectura);
  }

  private respuesta(id: string): Respuesta {
    return (this.pizarra.mesa as any)[this.modelo.get("seccion")]?.respuestas?.[id] ?? NADA;
  }

  private pintar(): void {
    const dichos: Record<string, Dicho[]> = this.modelo.get("dichos");
    for (const [id, filas] of this.filas) {
      filas.forEach((f) => f.pintar());
      const hechas = filas.filter((f) => f.respondida).length;
      this.cabezas.get(id)!.textContent = `${hechas} de ${filas.length} respondidas`;
      poner(this.dichos.get(id)!, (dichos[id] ?? []).map((d) => h("li", { class: `tono-${d.tono}` }, h("span", { class: "signo", "aria-hidden": "true" }, SIGNOS[d.tono] ?? "·"), h("span", { class: "mt-oculto" }, d.tono === "alerta" ? "Atención: " : ""), d.texto, d.que_hacer && h("span", { class: "que-hacer" }, ` ${d.que_hacer}`))));
    }
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Cuestionario(await Pizarra.de(model), model, el).iniciar();
  },
};
