// Traer evaluaciones de una planilla, de una votación cerrada o del mapa; nada cambia hasta confirmar.
import { bajar, leerBase64 } from "./lib/archivos.ts";
import { Aviso } from "./lib/aviso.ts";
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";

interface Cerrada { clave: string; titulo: string; detalle: string }
interface Leido { evaluadores: { nombre: string; actores: number; notas: number; nuevo: boolean }[]; problemas: string[]; mas: number }

const boton = (texto: string, hacer: () => void, clase = ""): HTMLButtonElement =>
  h("button", { class: `mt-boton ${clase}`.trim(), type: "button", on: { click: hacer } }, texto);

class Evaluaciones {
  private aviso = new Aviso();
  private previa = h("div", { class: "previa" });
  private votaciones = h("div", { class: "votaciones" });
  private ocupado = false;

  constructor(private pizarra: Pizarra, private modelo: Modelo, private pedir: Pedir, private el: HTMLElement) {
    el.classList.add("mt", "mt-evaluaciones");
    const elegir = h("input", { type: "file", id: idUnico("planilla"), class: "mt-oculto", accept: ".xlsx,.ods,.csv", on: { change: () => { void this.leer(elegir.files?.[0]); elegir.value = ""; } } });
    poner(el, h("h3", {}, "Traer evaluaciones"),
      h("p", { class: "nota" }, "Lo que puso cada evaluador es privado del equipo: no sale en lo que se exporta, salvo que usted lo pida."),
      this.aviso.nodo,
      h("div", { class: "mt-acciones" }, elegir, boton("Bajar la planilla", () => void this.bajar()), h("label", { class: "mt-boton", for: elegir.id, role: "button", tabindex: 0, on: { keydown: (s: Event) => { if (["Enter", " "].includes((s as KeyboardEvent).key)) { s.preventDefault(); elegir.click(); } } } }, "Traer una planilla…"),
        boton("Copiar las notas del mapa", () => void this.hacer("copiar_mapa", {}, "Las notas del mapa quedaron como un evaluador más.")),
        boton("Llevar las medianas al mapa…", () => void this.preverMapa())),
      this.previa, this.votaciones);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    this.modelo.on("change:cerradas", pintar);
    const dejar = this.pizarra.on("guardado", pintar);
    pintar();
    return () => { this.modelo.off("change:cerradas", pintar); dejar(); };
  }

  private pintar(): void {
    this.el.classList.toggle("solo-lectura", this.pizarra.soloLectura);
    const cerradas: Cerrada[] = this.modelo.get("cerradas") ?? [];
    poner(this.votaciones, h("h4", {}, "De una votación en vivo ya cerrada"),
      cerradas.length ? h("ul", {}, cerradas.map((v) => this.votacion(v)))
        : h("p", { class: "ayuda" }, "Esta Mesa todavía no tiene votaciones de actores cerradas. Se hacen en «Votar con el grupo» (menú Mi Mesa) y, al cerrarlas, aparecen aquí."),
      boton("Mirar de nuevo", () => void this.pedir("mirar_votaciones"), "texto"));
  }

  private votacion(v: Cerrada): HTMLElement {
    const traer = (por_sector: boolean): void => void this.hacer("traer_votacion", { clave: v.clave, por_sector }, `Se trajo «${v.titulo}».`);
    return h("li", {}, h("span", { class: "que" }, h("strong", {}, v.titulo), h("span", { class: "ayuda" }, ` ${v.detalle}`)),
      h("span", { class: "mt-acciones" }, boton("Traer el promedio", () => traer(false)), boton("Traer por sector", () => traer(true))));
  }

  /** Pide una orden una sola vez, aunque se apriete dos. */
  private async hacer(orden: string, datos: object, listo: string): Promise<boolean> {
    if (this.ocupado) return false;
    this.ocupado = true;
    const r = await this.pedir(orden, datos);
    this.ocupado = false;
    const queja = r.error ?? (r.conflicto ? `${r.conflicto.autor} cambió lo mismo recién. Mire cómo quedó y vuelva a intentarlo.` : "");
    if (queja) this.aviso.decir(queja, "error");
    else { poner(this.previa); this.aviso.deshacible(listo, this.pizarra); }
    return !queja;
  }

  private async bajar(): Promise<void> {
    const r = await this.pedir("bajar_planilla");
    if (r.error) this.aviso.decir(r.error, "error");
    else { bajar(r.datos); this.aviso.decir(`«${r.datos.nombre}» quedó en sus descargas: entréguela a cada grupo.`, "exito"); }
  }

  private async leer(archivo: File | undefined): Promise<void> {
    if (!archivo) return;
    this.aviso.limpiar();
    let base64 = "";
    try { base64 = await leerBase64(archivo); } catch { return this.aviso.decir(`El navegador no pudo leer «${archivo.name}». Ciérrelo en Excel y vuelva a elegirlo.`, "error"); }
    const r = await this.pedir("leer", { nombre: archivo.name, base64 });
    if (r.error) { poner(this.previa); return this.aviso.decir(r.error, "error"); }
    this.mostrar(archivo.name, r.datos as Leido);
  }

  private mostrar(nombre: string, leido: Leido): void {
    const confirmar = boton("Traer estas evaluaciones", () => void this.hacer("confirmar", { nombre }, "Las evaluaciones quedaron guardadas."), "principal");
    poner(this.previa, h("h4", {}, `Lo que trae «${nombre}»`),
      leido.evaluadores.length ? h("ul", {}, leido.evaluadores.map((e) => h("li", {}, h("strong", {}, e.nombre), ` · ${cuantos(e.notas, "nota", "notas")} de ${cuantos(e.actores, "actor", "actores")} · ${e.nuevo ? "evaluador nuevo" : "se suman a lo que ya puso"}`)))
        : h("p", {}, "Ninguna nota se pudo leer."),
      leido.problemas.length ? h("div", { class: "problemas" }, h("p", {}, h("strong", {}, `${cuantos(leido.problemas.length + leido.mas, "celda no se entendió", "celdas no se entendieron")}; lo demás sí.`)), h("ul", {}, leido.problemas.map((p) => h("li", {}, p))), leido.mas ? h("p", {}, `Y ${leido.mas} más.`) : null) : null,
      h("div", { class: "mt-acciones" }, leido.evaluadores.length ? confirmar : null, boton("Dejarlo", () => poner(this.previa))));
    (leido.evaluadores.length ? confirmar : this.previa.querySelector("button"))?.focus();
  }

  private async preverMapa(): Promise<void> {
    const r = await this.pedir("prever_mapa");
    if (r.error) return this.aviso.decir(r.error, "error");
    const cambios = r.datos as string[];
    if (!cambios.length) return this.aviso.decir("El mapa ya dice lo mismo que la mediana de los evaluadores, o todavía no hay evaluadores.");
    poner(this.previa, h("h4", {}, `Lo que cambiaría en el mapa (${cuantos(cambios.length, "actor", "actores")})`), h("ul", { class: "cambios" }, cambios.map((c) => h("li", {}, c))),
      h("div", { class: "mt-acciones" }, boton("Llevar al mapa", () => void this.hacer("llevar_al_mapa", {}, "El mapa quedó con las medianas."), "principal"), boton("Dejarlo", () => poner(this.previa))));
  }
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    const { pedir, callar } = conversar(model);
    const dejar = new Evaluaciones(await Pizarra.de(model), model, pedir, el).iniciar();
    return () => { dejar(); callar(); };
  },
};
