// El asistente de importación: cinco pasos en un diálogo. Cerrar no pierde nada; nada se guarda hasta confirmar.
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { pasoArchivo } from "./importador/archivo.ts";
import { bajar } from "./lib/archivos.ts";
import { atender } from "./lib/recados.ts";
import { pasoColumnas } from "./importador/columnas.ts";
import { PASOS, type Estado, type Mesero, type Paso } from "./importador/estado.ts";
import { pasoHoja } from "./importador/hoja.ts";
import { pasoRevision } from "./importador/revision.ts";

const SIGUIENTE: Partial<Record<Paso, [Paso, string]>> = { hoja: ["columnas", "Seguir: columnas"], columnas: ["revision", "Seguir: revisar"], revision: ["confirmar", "Seguir: confirmar"] };
const TITULOS: Record<Paso, string> = {
  archivo: "Importar una lista", hoja: "¿Dónde está la lista?", columnas: "¿Qué es cada columna?", revision: "Revise antes de guardar", confirmar: "Confirme la importación", listo: "Importación",
};

class Importador implements Mesero {
  private recado = h("div", { class: "mt-importador-recado", "aria-live": "assertive" });
  private barra = h("ol", { class: "mt-pasos", "aria-label": "Pasos de la importación" });
  private titulo = h("h2", { id: idUnico("importar"), tabindex: -1 });
  private cuerpo = h("div", { class: "mt-importador-cuerpo" });
  private pie = h("footer", { class: "mt-acciones" });
  private dialogo: HTMLDialogElement;
  private pintado: Paso | "" = "";
  private ocupado = false;
  pintando = false;
  private fila: Promise<boolean> = Promise.resolve(true);

  constructor(private modelo: Modelo, private hablar: Pedir, private el: HTMLElement) {
    const cerrar = h("button", { class: "mt-boton mt-cerrar", type: "button", "aria-label": "Cerrar sin perder nada", on: { click: () => this.dialogo.close() } }, "✕");
    this.dialogo = h("dialog", { class: "mt mt-importador", "aria-labelledby": this.titulo.id }, h("header", {}, this.titulo, cerrar), this.barra, this.recado, this.cuerpo, this.pie);
    el.append(this.dialogo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    const dejarDeAtender = atender("mesa:importar", (s) => this.abrir(s));
    this.modelo.on("change:estado", pintar);
    pintar();
    return () => { dejarDeAtender(); this.modelo.off("change:estado", pintar); this.dialogo.remove(); };
  }

  private abrir(s: Event): void {
    const marco = this.el.parentElement ?? this.el;
    if (!(marco.checkVisibility?.() ?? true) || this.dialogo.open) return;
    s.preventDefault();
    this.avisar("");
    if (this.estado.paso === "listo") void this.pedir("reiniciar");
    this.dialogo.showModal();
    this.titulo.focus();
  }

  private get estado(): Estado { return this.modelo.get("estado"); }

  avisar(frase: string): void { poner(this.recado, frase && h("div", { class: "mt-aviso error" }, frase)); }

  /** Las correcciones hacen fila, para quien escribe rápido. Lo demás espera: un doble clic no repite. */
  async pedir(orden: string, datos: Record<string, unknown> = {}): Promise<boolean> {
    if (orden === "corregir") return (this.fila = this.fila.then(() => this.hacer(orden, datos)));
    if (this.ocupado) return false;
    this.ocupado = true;
    await this.fila; // «Seguir» con una corrección en camino la espera, no se pierde
    const hecho = await this.hacer(orden, datos);
    this.ocupado = false;
    return hecho;
  }

  private async hacer(orden: string, datos: Record<string, unknown>): Promise<boolean> {
    this.dialogo.setAttribute("aria-busy", "true");
    const r = await this.hablar(orden, datos);
    this.dialogo.removeAttribute("aria-busy");
    this.avisar(r.error ?? r.conflicto?.frase ?? "");
    if (orden === "plantilla" && r.datos) bajar(r.datos);
    return !r.error;
  }

  private pintar(): void {
    const e = this.estado;
    const activo = document.activeElement as HTMLInputElement | null;
    const foco = activo?.dataset?.["foco"], cursor = [activo?.selectionStart ?? null, activo?.selectionEnd ?? null] as const;
    const cambioDePaso = this.pintado !== e.paso;
    const borradores = this.borradores();
    this.titulo.textContent = TITULOS[e.paso];
    this.pintarBarra(e);
    this.pintando = true;
    poner(this.cuerpo, this.contenido(e));
    this.pintando = false;
    poner(this.pie, this.acciones(e));
    this.pintado = e.paso;
    if (!cambioDePaso) this.reponer(borradores);
    if (!this.dialogo.open) return;
    if (cambioDePaso) { this.avisar(""); this.cuerpo.scrollTop = 0; this.titulo.focus(); return; }
    if (!foco) return;
    const mismo = this.dialogo.querySelector<HTMLElement>(`[data-foco="${CSS.escape(foco)}"]`);
    (mismo ?? this.titulo).focus();
    // Quien está escribiendo sigue con lo marcado y en su letra, aunque se haya vuelto a pintar.
    if (mismo instanceof HTMLInputElement && cursor[0] !== null) mismo.setSelectionRange(...cursor);
  }

  /** Lo escrito y todavía no corregido, por campo: no se pierde al volver a pintar. */
  private borradores(): Map<string, string> {
    const campos = this.cuerpo.querySelectorAll<HTMLInputElement>("input[data-antes]");
    return new Map([...campos].filter((c) => c.value !== c.dataset["antes"]).map((c) => [`${c.dataset["foco"]}|${c.dataset["antes"]}`, c.value]));
  }

  private reponer(borradores: Map<string, string>): void {
    for (const c of this.cuerpo.querySelectorAll<HTMLInputElement>("input[data-antes]"))
      c.value = borradores.get(`${c.dataset["foco"]}|${c.dataset["antes"]}`) ?? c.value;
  }

  private contenido(e: Estado): (HTMLElement | null)[] {
    if (e.paso === "archivo") return pasoArchivo(this, e.archivo, () => void this.pedir("plantilla"));
    if (e.paso === "hoja") return pasoHoja(e, this);
    if (e.paso === "columnas") return pasoColumnas(e, this);
    if (e.paso === "revision") return pasoRevision(e, this);
    return e.paso === "confirmar" ? [h("p", { class: "mt-resumen" }, e.resumen), h("p", {}, "Todo entra como un solo cambio, que después se puede deshacer.")] : [this.listo(e)];
  }

  private listo(e: Estado): HTMLElement {
    return h("div", { class: "mt-aviso exito", role: "status" }, h("p", {}, h("strong", {}, e.frase), "."), e.resumen && h("p", {}, e.resumen));
  }

  private acciones(e: Estado): HTMLElement[] {
    const boton = (texto: string, hacer: () => void, clase = ""): HTMLElement => h("button", { class: `mt-boton ${clase}`, type: "button", on: { click: hacer } }, texto);
    const ir = (paso: Paso) => (): void => void this.pedir("ir", { paso });
    if (e.paso === "archivo") return [];
    if (e.paso === "listo") return [boton("Cerrar", () => this.dialogo.close(), "principal"), ...(e.resumen ? [boton("Deshacer la importación", () => void this.pedir("deshacer"))] : []), boton("Importar otra", () => void this.pedir("reiniciar"))];
    const lugar = PASOS.findIndex(([p]) => p === e.paso);
    const atras = boton("Atrás", ir(PASOS[lugar - 1]![0]));
    if (e.paso === "confirmar") return [boton("Importar", () => void this.pedir("confirmar"), "principal"), atras];
    const [hacia, texto] = SIGUIENTE[e.paso]!;
    return [boton(texto, ir(hacia), "principal"), atras];
  }

  private pintarBarra(e: Estado): void {
    const aqui = PASOS.findIndex(([p]) => p === e.paso);
    this.barra.hidden = e.paso === "listo";
    poner(this.barra, PASOS.map(([paso, nombre], i) => {
      const dentro = i < aqui ? h("button", { type: "button", on: { click: () => void this.pedir("ir", { paso }) } }, `${i + 1}. ${nombre}`) : h("span", {}, `${i + 1}. ${nombre}`);
      return h("li", { class: i < aqui ? "hecho" : null, "aria-current": i === aqui ? "step" : null }, dentro);
    }));
  }
}

export default {
  render({ model, el }: Marco): () => void {
    const { pedir, callar } = conversar(model);
    const dejar = new Importador(model, pedir, el).iniciar();
    return () => { dejar(); callar(); };
  },
};
