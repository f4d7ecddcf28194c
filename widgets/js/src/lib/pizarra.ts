// La pizarra es lo que comparten mapa, tabla, cuadrícula y ficha: la Mesa, qué está elegido y qué se mira.
// Vive pegada al modelo del widget, así que todos los componentes de una página ven la misma.
import { Esperas } from "./esperas.ts";
import { aplicar } from "./parches.ts";
import type { Cambio, Filtro, Guardado, Mesa, Modelo } from "./tipos.ts";

export type Suceso = "mesa" | "seleccion" | "filtro" | "metricas" | "guardado" | "lecturas" | "medida";
/** `error` es la frase para la persona; `conflicto`, lo que otra persona cambió en el mismo campo. */
export interface Respuesta { error?: string; conflicto?: Conflicto; datos?: any }
export interface Conflicto { frase: string; campos: { ruta: string[]; suyo: unknown; mio: unknown }[]; autor: string; hora: string }

const TODO: Filtro = { sectores: [], niveles: [], estados: [], tipos: [], momento: "", buscar: "" };

export class Pizarra {
  mesa: Mesa;
  private escuchas = new Map<Suceso, Set<() => void>>();
  private esperas: Esperas;
  private pedido = 0;
  /** Dónde caben los actores nuevos, si hay un mapa que lo sepa: su lugar va en el mismo cambio. */
  lugaresPara?: (ids: string[]) => Map<string, { x: number; y: number }>;

  constructor(private modelo: Modelo) {
    this.mesa = modelo.get("mesa");
    this.esperas = new Esperas(modelo);
    modelo.on("change:mesa", () => { this.mesa = modelo.get("mesa"); this.avisar("mesa"); });
    for (const s of ["seleccion", "filtro", "metricas", "guardado", "lecturas", "medida"] as const) modelo.on(`change:${s}`, () => this.avisar(s));
    modelo.on("msg:custom", (m: any) => this.alRecibir(m));
    for (const orden of ["deshacer", "rehacer"]) window.addEventListener(`mesa:${orden}`, (s) => { if (this.esPara(s)) void this.mover(orden); });
    this.on("guardado", () => this.anunciar());
    this.anunciar();
  }

  /** La pizarra de un componente: su rasgo `pizarra` apunta al modelo compartido. */
  static async de(modelo: Modelo): Promise<Pizarra> {
    const referencia = String(modelo.get("pizarra")).replace("IPY_MODEL_", "");
    const crudo = await modelo.widget_manager.get_model(referencia);
    return (crudo.__pizarra ??= new Pizarra(crudo));
  }

  on(suceso: Suceso, hacer: () => void): () => void {
    const grupo = this.escuchas.get(suceso) ?? new Set();
    this.escuchas.set(suceso, grupo.add(hacer));
    return () => grupo.delete(hacer);
  }

  get seleccion(): string[] { return this.modelo.get("seleccion"); }
  get metricas(): Record<string, Record<string, number>> { return this.modelo.get("metricas"); }
  get guardado(): Guardado { return this.modelo.get("guardado"); }
  get lecturas(): { clave: string; frase: string; ids: string[]; tono: string }[] { return this.modelo.get("lecturas"); }
  get filtro(): Filtro { return { ...TODO, ...this.modelo.get("filtro") }; }
  get soloLectura(): boolean { return this.modelo.get("solo_lectura"); }
  /** La medida que da el tamaño de los nodos; vacía, todos iguales. */
  get medida(): string { return this.modelo.get("medida"); }

  elegir(ids: string[]): void { this.fijar("seleccion", [...new Set(ids)]); }
  filtrar(cambio: Partial<Filtro>): void { this.fijar("filtro", { ...this.filtro, ...cambio }); }
  medir(medida: string): void { this.fijar("medida", medida); }

  /** Pide a Python un cambio («mover», «unir»…). Promete la respuesta: vacía si quedó guardado. */
  pedir(orden: string, datos: unknown = {}): Promise<Respuesta> {
    return this.esperas.mandar({ pedido: ++this.pedido, orden, datos: this.conLugar(orden, datos as any) });
  }

  /** Los actores que se agregan, ya con su lugar: deshacer y rehacer se los llevan de un paso. */
  private conLugar(orden: string, datos: any): unknown {
    const fichas: any[] = orden === "agregar_actor" ? [datos] : orden === "pegar" ? datos.actores ?? [] : [];
    const nuevos = fichas.filter((f) => f.id && !this.mesa.actores[f.id] && f.x == null).map((f) => f.id);
    if (!nuevos.length || !this.lugaresPara) return datos;
    const lugares = this.lugaresPara(nuevos);
    const puestas = fichas.map((f) => ({ ...f, ...lugares.get(f.id) }));
    return orden === "pegar" ? { ...datos, actores: puestas } : puestas[0];
  }

  private async mover(paso: string): Promise<void> {
    const { error } = await this.pedir(paso);
    if (error) window.dispatchEvent(new CustomEvent("mesa:aviso", { detail: { texto: error, clase: "error" } }));
  }

  private fijar(nombre: string, valor: unknown): void {
    this.modelo.set(nombre, valor);
    this.modelo.save_changes();
  }

  private alRecibir(m: { tipo: string; parche?: Cambio[]; pedido?: number } & Respuesta): void {
    if (m.tipo === "parche") {
      this.mesa = aplicar(this.mesa, m.parche ?? []);
      this.avisar("mesa");
    } else if (m.tipo === "respuesta") {
      this.esperas.llego(m);
    }
  }

  private avisar(suceso: Suceso): void {
    for (const hacer of this.escuchas.get(suceso) ?? []) hacer();
  }

  /** Si la barra pide deshacer en esta Mesa: en una página pueden convivir la propia y la del ejemplo. */
  private esPara(suceso: Event): boolean {
    const mesa = (suceso as CustomEvent<{ mesa?: string } | null>).detail?.mesa;
    return !mesa || mesa === this.mesa.id;
  }

  /** Cuenta a la barra de la página qué está guardado y si hay algo que deshacer. */
  private anunciar(): void {
    window.dispatchEvent(new CustomEvent("mesa:guardado", { detail: { ...this.guardado, mesa: this.mesa.id } }));
  }
}
