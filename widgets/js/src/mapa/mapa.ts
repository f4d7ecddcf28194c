// El mapa: junta la red, la escena y la cámara, y mantiene la pantalla igual a la pizarra.
import { h } from "../lib/dom.ts";
import { momentosEnOrden, ultimoMomento, visibles } from "../lib/filtros.ts";
import { Aviso, pedirCon } from "../lib/aviso.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { encargar } from "../lib/recados.ts";
import type { Actor, Modelo } from "../lib/tipos.ts";
import { Acomodo } from "./acomodo.ts";
import { Camara } from "./camara.ts";
import { Cartel } from "./cartel.ts";
import { Escena } from "./escena.ts";
import { redondear, type Punto } from "./geometria.ts";
import { esquinasDe } from "./guias.ts";
import { comparar, type Comparacion } from "./momentos.ts";
import { resumen } from "./nombres.ts";
import { pintar } from "./pintar.ts";
import { Red, type Nodo } from "./red.ts";
import { Rotulos } from "./rotulos.ts";
import { mayorDe, radio } from "./tamanos.ts";

export interface Medida { clave: string; nombre: string; para_que: string; que_no_dice: string }
export interface Comparando { desde: string; hasta: string; resultado?: Comparacion }
type Suceso = "red" | "seleccion" | "modo" | "comparacion";

export class Mapa {
  readonly red = new Red();
  readonly escena = new Escena(this.red);
  readonly camara = new Camara(this.escena);
  readonly rotulos = new Rotulos(this);
  readonly cartel = new Cartel(this);
  readonly acomodo = new Acomodo(this);
  readonly marco = h("div", { class: "marco" });
  readonly raiz = h("div", { class: "mt mt-mapa" });
  readonly voz = h("div", { class: "mt-oculto", role: "status", "aria-live": "polite" });
  readonly aviso = new Aviso();
  /** Lugares que aún no están en el documento: lo que se arrastra o se está guardando. */
  readonly enVuelo = new Map<string, Punto>();
  foco: string | null = null;
  uniendo: { de?: string } | null = null;
  herramienta: "" | "recuadro" | "lazo" = "";
  comparando: Comparando | null = null;
  private recien = new Set<string>();
  private escuchas = new Map<Suceso, (() => void)[]>();

  constructor(readonly pizarra: Pizarra, readonly modelo: Modelo) {
    this.marco.append(this.escena.svg, this.escena.vuelo.svg);
    this.camara.alAsentar(() => this.rotulos.programar());
  }

  get soloLectura(): boolean { return this.pizarra.soloLectura; }
  get medidas(): Medida[] { return this.modelo.get("medidas") ?? []; }
  get avisosDeMedida(): string[] { return this.modelo.get("avisos_medida") ?? []; }
  get momento(): string { return this.pizarra.filtro.momento || ultimoMomento(this.pizarra.mesa); }
  get momentos() { return momentosEnOrden(this.pizarra.mesa); }
  get elegidos(): Set<string> { return new Set(this.pizarra.seleccion.filter((id) => this.red.nodos.has(id))); }
  actor(id: string): Actor | undefined { return this.pizarra.mesa.actores[id]; }
  nombre(id: string): string { return this.actor(id)?.nombre ?? "Un actor"; }
  nodo(id: string): Nodo | undefined { return this.red.nodos.get(id); }

  on(suceso: Suceso, hacer: () => void): void { this.escuchas.set(suceso, [...(this.escuchas.get(suceso) ?? []), hacer]); }
  avisar(suceso: Suceso): void { for (const hacer of this.escuchas.get(suceso) ?? []) hacer(); }

  /** Pone el mapa al día con la pizarra, dibujando sólo lo que cambió. */
  sincronizar(): void {
    const vacia = !this.red.nodos.size, habia = new Set(this.red.nodos.keys());
    this.acomodo.atender();
    const { actores, relaciones } = this.loQueSeVe();
    const valores = this.pizarra.metricas[this.pizarra.medida], mayor = mayorDe(valores);
    const cambios = this.red.cargar({
      actores, relaciones, suerte: this.comparando?.resultado?.suerte,
      radio: (id) => radio(valores?.[id], this.pizarra.medida ? mayor : 0),
      lugar: (id) => this.enVuelo.get(id) ?? this.acomodo.lugar(id),
    });
    this.escena.dibujar(cambios);
    if (!this.foco || !this.red.nodos.has(this.foco)) this.enfocable(this.red.nodos.keys().next().value ?? null);
    this.escena.svg.setAttribute("aria-label", this.descripcion(actores.length, relaciones.length));
    if (vacia && this.red.nodos.size) this.encuadrar();
    else this.mostrarNuevos([...this.red.nodos.values()].filter((n) => !habia.has(n.id)));
    this.pintar();
    this.avisar("red");
  }

  private descripcion(actores: number, relaciones: number): string {
    return `Mapa de actores de ${this.pizarra.mesa.nombre}: ${resumen(actores, relaciones, Object.keys(this.pizarra.mesa.actores).length)}. Flechas para recorrer, signo de pregunta para la ayuda.`;
  }

  private loQueSeVe() {
    const { pizarra, comparando } = this, visto = visibles(pizarra.mesa, pizarra.filtro);
    if (!comparando) return visto;
    const { tipos } = pizarra.filtro;
    const resultado = comparar(pizarra.mesa, comparando.desde, comparando.hasta, new Set(visto.actores.map((a) => a.id)));
    comparando.resultado = resultado;
    return { actores: visto.actores, relaciones: resultado.relaciones.filter((r) => !tipos.length || tipos.includes(r.tipo)) };
  }

  /** Muestra el mapa completo, con sus guías. */
  encuadrar(animado = false): void {
    this.camara.ajustar([...this.red.nodos.values(), ...this.escena.guias.flatMap(esquinasDe)], animado);
  }

  /** Quien llega fuera del marco se muestra; si la persona movió la cámara, sólo lo que ella eligió. */
  private mostrarNuevos(nuevos: Nodo[]): void {
    const { x0, y0, x1, y1 } = this.camara.aLaVista;
    const fuera = nuevos.filter((n) => n.x < x0 || n.y < y0 || n.x > x1 || n.y > y1);
    if (fuera.length && this.camara.intocada) this.encuadrar(true);
    this.recien = new Set(nuevos.map((n) => n.id));
  }

  /** El actor recién agregado se elige después de dibujarse: ahí se lo busca con la cámara. */
  private seguirAlNuevo(): void {
    const [id, otro] = this.elegidos, n = id && !otro && this.recien.delete(id) ? this.nodo(id) : undefined;
    if (n && !this.camara.intocada) this.camara.centrar(n, true);
  }

  pintar(): void {
    this.seguirAlNuevo();
    pintar(this);
    this.rotulos.programar();
    this.avisar("seleccion");
  }

  /** Deja un solo nodo alcanzable con Tab. */
  enfocable(id: string | null): void {
    if (this.foco) this.escena.boton(this.foco)?.setAttribute("tabindex", "-1");
    this.foco = id;
    if (id) this.escena.boton(id)?.setAttribute("tabindex", "0");
  }

  enfocar(id: string): void {
    this.enfocable(id);
    const n = this.nodo(id);
    if (n) this.camara.centrar(n, true);
    this.escena.boton(id)?.focus({ preventScroll: true });
  }

  /** Lo dice a quien usa lector de pantalla. */
  decir(frase: string): void { this.voz.textContent = frase; }

  /** Un suceso para el resto de la página: la ficha, el importador, los avisos. */
  emitir(suceso: string, detail: unknown = {}): void {
    encargar(this.raiz, suceso, detail);
  }

  /** Cuenta lo hecho con su «Deshacer»: la página lo muestra; donde no hay página propia, el mapa. */
  avisarDeshacible(frase: string): void {
    if (document.getElementById("mesa-barra")) this.emitir("mesa:aviso", { frase, tono: "exito", deshacer: true });
    else this.aviso.deshacible(frase, this.pizarra);
  }

  /** Pide un cambio y dice si quedó hecho; si no, el mapa cuenta por qué o pregunta qué conservar. */
  pedir(orden: string, datos: Record<string, unknown>): Promise<boolean> {
    return pedirCon(this.pizarra, this.aviso, orden, datos);
  }

  /** Mueve actores y lo guarda; mientras tanto se ven donde se dejaron. */
  async mover(lugares: Map<string, Punto>, extra: { fijar?: boolean; frase?: string } = {}): Promise<void> {
    const datos: Record<string, [number, number]> = {};
    for (const [id, p] of lugares) {
      this.enVuelo.set(id, p);
      datos[id] = [redondear(p.x), redondear(p.y)];
    }
    await this.pedir("mover", { lugares: datos, ...extra });
    for (const [id, p] of lugares) if (this.enVuelo.get(id) === p) this.enVuelo.delete(id);
    this.sincronizar();
  }
}
