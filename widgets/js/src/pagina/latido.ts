// El latido: pregunta seguido si el núcleo vive. Del silencio a la noticia pasan menos de 5 segundos.
import { enRaiz } from "../lib/raiz.ts";
import { datosDePagina } from "./datos.ts";
import { avisar } from "./sucesos.ts";

export type Motivo = "nucleo" | "servidor" | "red" | "cedida" | "quieta";
export interface Oidos { alCaer(motivo: Motivo): void; alVivir(): void; alVolver(): void }

// El proxy de JupyterHub atiende a miles y cada pregunta le cuesta 1 ms: ahí basta el canal, que avisa al cortarse.
const CADA = enRaiz("") ? 6000 : 1500;
const PLAZO = 1400;
const REINTENTO = 400;
const FALLAS = 2;

export class Latido {
  private fallas = 0;
  private caido = false;
  private turno = 0;
  private preguntando = false;
  private porque: Motivo = "nucleo";

  constructor(private nucleo: string, private oidos: Oidos) {
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.preguntar(); });
    window.addEventListener("online", () => this.preguntar());
    this.esperar(CADA);
  }

  /** Pregunta ahora mismo (por ejemplo, porque se cortó el canal). */
  preguntar(): void {
    if (!this.preguntando) void this.latir();
  }

  private async latir(): Promise<void> {
    this.preguntando = true;
    const estado = await this.consultar();
    this.preguntando = false;
    if (estado === 204) this.vive();
    else if (estado) this.termino();
    else this.calla();
  }

  /** El código de la respuesta, o 0 si nadie contestó a tiempo. */
  private async consultar(): Promise<number> {
    try {
      // JupyterHub pide el comprobante también para preguntar, si no es una página la que se abre.
      const headers = { "X-XSRFToken": datosDePagina().xsrf };
      const r = await fetch(enRaiz(`/mesa/latido/${this.nucleo}`), { cache: "no-store", headers, signal: AbortSignal.timeout(PLAZO) });
      // En un taller, una marca que cambia dice que quien facilita tiene algo que contar.
      const marca = Number(r.headers.get("Mesa-Marca"));
      if (marca) avisar("mesa:marca", marca);
      const motivo = r.headers.get("Mesa-Motivo");
      if (motivo === "cedida" || motivo === "quieta") this.porque = motivo;
      return r.status;
    } catch {
      return 0;
    }
  }

  private vive(): void {
    this.fallas = 0;
    if (this.caido) this.oidos.alVivir();
    this.caido = false;
    this.esperar(CADA);
  }

  /** El servidor contesta que el núcleo ya no está: no hay nada más que preguntar. */
  private termino(): void {
    if (this.caido) this.oidos.alVolver();
    else this.oidos.alCaer(this.porque);
    clearTimeout(this.turno);
  }

  private calla(): void {
    this.fallas += 1;
    if (this.fallas >= FALLAS && !this.caido) {
      this.caido = true;
      this.oidos.alCaer(this.porQue());
    }
    this.esperar(this.fallas < FALLAS ? REINTENTO : CADA);
  }

  private porQue(): Motivo {
    const local = ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
    return navigator.onLine || local ? "servidor" : "red";
  }

  private esperar(cuanto: number): void {
    clearTimeout(this.turno);
    this.turno = window.setTimeout(() => this.preguntar(), cuanto);
  }
}
