// El cronómetro de palabra: un botón por grupo suma tiempo y turnos; al guardar se suman a la sesión elegida.
import { Aviso, pedirCon } from "./lib/aviso.ts";
import { h, idNuevo, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { cuantos, numero } from "./lib/textos.ts";
import type { Marco } from "./lib/tipos.ts";
import { GRUPOS, Medicion, reloj, type Grupo } from "./cronometro/medicion.ts";

interface Sesion { id: string; nombre: string; fecha: string }
const ROTULOS: Record<Grupo, string> = { mujeres: "Mujeres", hombres: "Hombres", otra: "Otra / no declara" };
const CADA_MS = 500;
/** Menos de un minuto medido no dice nada del reparto. */
const POCO = 1;

class Cronometro {
  private aviso = new Aviso();
  private medicion: Medicion;
  private latido = 0;
  private guardando = false;
  private sesion = h("select", { id: idUnico("sesion") });
  private botones = Object.fromEntries(GRUPOS.map((g, i) => [g, this.botonDe(g, i + 1)])) as Record<Grupo, HTMLButtonElement>;
  private pausa = this.accion("Pausa", () => this.pausar());
  private quitar = this.accion("Borrar el último turno", () => this.cambiar(() => this.medicion.quitarUltimo()));
  private guardar = this.accion("Sumar a la sesión", () => void this.alGuardar(), "principal");
  private estado = h("p", { class: "estado", role: "status" });
  private reparto = h("p", { class: "reparto" });

  constructor(private pizarra: Pizarra, el: HTMLElement) {
    this.medicion = Medicion.desdeTexto(sessionStorage.getItem(this.llave));
    el.classList.add("mt", "mt-cronometro");
    poner(el, h("h3", {}, "Cronómetro de palabra"),
      h("p", { class: "nota" }, "Toque el grupo de quien toma la palabra. Si sigue otra persona del mismo grupo, tóquelo de nuevo: es otro turno. Con el teclado: 1, 2 y 3 eligen grupo; 0 pausa."),
      this.aviso.nodo,
      h("div", { class: "grupos", role: "group", "aria-label": "Quién tiene la palabra" }, GRUPOS.map((g) => this.botones[g])),
      this.estado, this.reparto,
      h("p", { class: "mt-acciones" }, this.pausa, this.quitar),
      h("div", { class: "destino" }, h("label", { class: "nombre", for: this.sesion.id }, "Sesión"), this.sesion, this.guardar));
    el.addEventListener("keydown", (s) => this.alTeclear(s));
  }

  iniciar(): () => void {
    const dejar = this.pizarra.on("mesa", () => this.ponerSesiones());
    this.ponerSesiones();
    this.pintar();
    return () => { this.recordar(); this.detener(); dejar(); };
  }

  private get llave(): string { return `mesa-palabra-${this.pizarra.mesa.id}`; }
  private get sesiones(): Sesion[] { return Object.values(((this.pizarra.mesa as any).genero?.sesiones ?? {}) as Record<string, Sesion>); }

  private botonDe(g: Grupo, tecla: number): HTMLButtonElement {
    return h("button", { class: "mt-boton grupo", type: "button", "aria-pressed": "false", "aria-keyshortcuts": String(tecla), data: { grupo: g }, on: { click: () => this.tocar(g) } });
  }

  private accion(texto: string, hacer: () => void, clase = ""): HTMLButtonElement {
    return h("button", { class: `mt-boton ${clase}`, type: "button", on: { click: hacer } }, texto);
  }

  private tocar(g: Grupo): void { this.cambiar(() => this.medicion.tocar(g, Date.now())); }
  private pausar(): void { this.cambiar(() => this.medicion.pausar(Date.now())); }

  private cambiar(hacer: () => void): void {
    hacer();
    this.recordar();
    this.detener();
    if (this.medicion.activo) this.latido = window.setInterval(() => { this.recordar(); this.pintarTiempos(); }, CADA_MS);
    this.pintar();
  }

  private detener(): void { window.clearInterval(this.latido); }
  private recordar(): void { sessionStorage.setItem(this.llave, this.medicion.comoTexto(Date.now())); }

  private alTeclear(s: KeyboardEvent): void {
    const en = s.target as HTMLElement;
    if (s.ctrlKey || s.metaKey || s.altKey || en.matches("input, select, textarea")) return;
    const grupo = GRUPOS[Number(s.key) - 1];
    if (s.key === "0") this.pausar();
    else if (grupo) this.tocar(grupo);
    else return;
    s.preventDefault();
  }

  private pintar(): void {
    const { activo, vacia } = this.medicion;
    for (const g of GRUPOS) this.botones[g].setAttribute("aria-pressed", String(activo?.grupo === g));
    this.estado.textContent = activo ? `Tiene la palabra: ${ROTULOS[activo.grupo].toLowerCase()}.` : vacia ? "Sin medir todavía." : "En pausa.";
    this.pausa.disabled = !activo;
    this.quitar.disabled = vacia;
    this.guardar.disabled = vacia || this.pizarra.soloLectura;
    this.pintarTiempos();
  }

  private pintarTiempos(): void {
    const minutos = this.medicion.minutos(Date.now()), turnos = this.medicion.cuantos();
    for (const g of GRUPOS) poner(this.botones[g], h("span", { class: "quien" }, ROTULOS[g]), h("span", { class: "tiempo" }, reloj(minutos[g])), h("span", { class: "turnos" }, cuantos(turnos[g], "turno", "turnos")));
    const total = GRUPOS.reduce((suma, g) => suma + minutos[g], 0);
    this.reparto.textContent = total < POCO ? "" : `De ${numero(total, 1)} minutos medidos, ${numero(minutos.mujeres, 1)} son de mujeres.`;
  }

  private ponerSesiones(): void {
    const antes = this.sesion.value;
    const todas = this.sesiones.sort((a, b) => a.fecha.localeCompare(b.fecha));
    poner(this.sesion, todas.map((s) => h("option", { value: s.id }, s.nombre)), h("option", { value: "" }, "Una sesión nueva, de hoy"));
    // Sólo la de hoy se elige sola: sumar sin querer a la sesión del mes pasado no se notaría.
    this.sesion.value = todas.some((s) => s.id === antes) ? antes : (todas.find((s) => s.fecha === hoy())?.id ?? "");
  }

  private async alGuardar(): Promise<void> {
    if (this.guardando) return;
    this.guardando = true;
    this.pausar();
    try { await this.sumar(); } finally { this.guardando = false; this.pintar(); }
  }

  private async sumar(): Promise<void> {
    const id = this.sesion.value || (await this.crear());
    if (!id) return;
    const datos = { id, minutos: this.medicion.minutos(Date.now()), turnos: this.medicion.cuantos() };
    if (!(await pedirCon(this.pizarra, this.aviso, "sumar_palabra", datos))) return;
    this.cambiar(() => this.medicion.vaciar());
    this.sesion.value = id;
    this.aviso.deshacible(`se sumó la palabra a «${this.sesiones.find((s) => s.id === id)?.nombre ?? "la sesión"}».`, this.pizarra);
  }

  private async crear(): Promise<string> {
    const id = idNuevo("se");
    const datos = { seccion: "genero", coleccion: "sesiones", id, campos: { nombre: `Sesión ${this.sesiones.length + 1}`, fecha: hoy() } };
    return (await pedirCon(this.pizarra, this.aviso, "poner_ficha", datos)) ? id : "";
  }
}

/** El día de aquí, AAAA-MM-DD. */
function hoy(): string {
  const dia = new Date();
  return [dia.getFullYear(), dia.getMonth() + 1, dia.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return new Cronometro(await Pizarra.de(model), el).iniciar();
  },
};
