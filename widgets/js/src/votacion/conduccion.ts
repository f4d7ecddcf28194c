// Una votación abierta en la pantalla de quien facilita: su cabeza, su puerta, su momento, sus resultados y lo que se lleva a la Mesa.
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { enRaiz } from "../lib/raiz.ts";
import type { Modelo } from "../lib/tipos.ts";
import { adoptar } from "./adoptar.ts";
import { caminoDe, consejos, cuenta, entrada, pasos } from "./conducir.ts";
import { papel } from "./papel.ts";
import { resultados } from "./resultados.ts";
import type { Sala } from "./sala.ts";
import type { Actual, Hacer } from "./tipos.ts";

export class Conduccion {
  private cabeza = h("header", { class: "cabeza" });
  private puerta = h("div", { class: "puerta" });
  private dicho = h("div", {});
  private cuantos = h("div", {});
  private botones = h("div", {});
  private vivo = h("button", { class: "mt-boton", type: "button", on: { click: () => void this.hacer("mirar_en_vivo", { si: !this.enVivo }) } });
  private conVivo = h("p", { class: "en-vivo" }, this.vivo, h("small", {}, "Sólo en esta pantalla. No lo encienda si se está proyectando: quien vota no debe ver a los demás."));
  private frente = h("div", { class: "frente" }, this.puerta, h("div", {}, this.dicho, this.cuantos, this.botones, this.conVivo));
  private leer; private lleva; private enPapel;
  private firma = ""; private momento = ""; private contada = "";

  constructor(private model: Modelo, private sala: Sala, private hacer: Hacer, private pizarra: Pizarra, en: HTMLElement) {
    this.leer = resultados(sala);
    this.lleva = adoptar(hacer, pizarra);
    this.enPapel = papel(hacer);
    poner(en, this.cabeza, this.frente, this.leer.nodo, this.lleva.nodo, this.conduce && [this.enPapel.nodo, consejos()]);
  }

  private get conduce(): boolean { return this.model.get("puede_conducir"); }
  private get enVivo(): boolean { return this.model.get("en_vivo"); }
  soltar(): void { this.leer.soltar(); }

  pintar(): void {
    const a = this.sala.actual;
    if (!a) return;
    // Lo que se confirma cambia con cada voto y no se ve hasta preguntar: rehacer los botones quitaría el foco.
    const nueva = JSON.stringify([{ ...a, acciones: a.acciones.map((x) => x.orden) }, this.model.get("atendida")]);
    if (nueva !== this.firma) this.pintarMomento(a);
    this.firma = nueva;
    if (this.contada !== this.sala.conteo.dicho) poner(this.cuantos, cuenta(this.sala));
    this.contada = this.sala.conteo.dicho;
    this.vivo.setAttribute("aria-pressed", String(this.enVivo));
    this.vivo.textContent = this.enVivo ? "Dejar de mirar en vivo" : "Mirar los resultados en vivo";
    this.leer.nodo.hidden = !a.a_la_vista && !this.enVivo;
    if (!this.leer.nodo.hidden) this.leer.pintar();
  }

  private pintarMomento(a: Actual): void {
    const momento = `${a.id} ${a.estado} ${a.ronda}`, nuevo = momento !== this.momento;
    this.momento = momento;
    this.pintarCabeza(a);
    if (nuevo) {
      poner(this.dicho, h("p", { class: "estado", role: "status" }, a.estado_dicho), h("p", { class: "sigue" }, a.que_sigue));
      this.lleva.cerrar();
    }
    // Con la pregunta abierta no se rehacen los botones: se perdería el foco.
    if (nuevo || !this.botones.querySelector(".pregunta")) poner(this.botones, pasos(() => this.sala.actual?.acciones ?? [], async (paso) => { await this.hacer("pasar", { paso }); }));
    this.frente.classList.toggle("sin-entrada", a.a_la_vista);
    this.lleva.nodo.hidden = !a.adoptable;
    this.enPapel.permitir(a.papel);
    this.conVivo.hidden = !this.conduce || a.estado !== "abierta";
  }

  private pintarCabeza(a: Actual): void {
    const proyector = enRaiz(`/app/votacion?mesa=${encodeURIComponent(this.pizarra.mesa.id)}&vista=proyector&votacion=${encodeURIComponent(a.id)}`);
    poner(this.cabeza, h("p", {}, h("button", { class: "mt-boton texto", type: "button", on: { click: () => void this.hacer("volver", {}) } }, "← Todas las votaciones")),
      h("h2", {}, a.titulo), a.ilustrativa && h("p", { class: "mt-ilustrativo" }, "Caso de ejercicio: valores ilustrativos"), caminoDe(a));
    poner(this.puerta, entrada(a, this.model.get("atendida")), h("p", {}, h("a", { class: "mt-boton", target: "_blank", rel: "noopener", href: proyector }, "Abrir la pantalla del proyector")));
  }
}
