// Acercar, alejar y desplazar. La rueda sólo acerca con Ctrl o cuando el mapa tiene el foco: la página sigue corriendo.
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { encerrar, encuadrar, type Caja, type Punto, type Vista } from "./geometria.ts";
import type { Escena } from "./escena.ts";
import { animar } from "./animar.ts";

export class Camara {
  vista: ZoomTransform = zoomIdentity;
  /** Nadie ha movido la cámara: se reencuadra sola si cambia el marco. */
  intocada = true;
  /** Otra herramienta (recuadro, lazo) está usando el arrastre. */
  ocupada: () => boolean = () => false;
  private gesto = zoom<SVGSVGElement, unknown>();
  private escuchas: (() => void)[] = [];

  constructor(private escena: Escena) {
    // El marco se pide aquí: d3 lo leería del SVG, que al armarse todavía no está en la página.
    this.gesto.scaleExtent([0.08, 5]).clickDistance(4).extent(() => [[0, 0], [this.marco.ancho, this.marco.alto]])
      .filter((e: MouseEvent | WheelEvent | TouchEvent) => this.permite(e))
      .on("zoom", (e: D3ZoomEvent<SVGSVGElement, unknown>) => this.alMover(e));
    select(escena.svg).call(this.gesto).on("dblclick.zoom", null);
  }

  alAsentar(hacer: () => void): void { this.escuchas.push(hacer); }

  private permite(e: Event): boolean {
    if (e.type === "wheel") return (e as WheelEvent).ctrlKey || (e as WheelEvent).metaKey || this.escena.svg.contains(document.activeElement);
    if (e instanceof MouseEvent && (e.shiftKey || e.button)) return false;
    return !this.ocupada();
  }

  private alMover(e: D3ZoomEvent<SVGSVGElement, unknown>): void {
    if (e.sourceEvent) this.intocada = false;
    this.vista = e.transform;
    this.escena.mundo.setAttribute("transform", e.transform.toString());
    this.escena.escalar(e.transform.k);
    for (const hacer of this.escuchas) hacer();
  }

  get marco(): { ancho: number; alto: number } {
    const { clientWidth, clientHeight } = this.escena.svg;
    return { ancho: clientWidth || 800, alto: clientHeight || 520 };
  }

  /** El punto del lienzo bajo un punto de la ventana. */
  alLienzo(e: { clientX: number; clientY: number }): Punto {
    const caja = this.escena.svg.getBoundingClientRect();
    const [x, y] = this.vista.invert([e.clientX - caja.left, e.clientY - caja.top]);
    return { x, y };
  }

  /** Los px dentro del marco de un punto del lienzo. */
  alMarco(p: Punto): Punto {
    const [x, y] = this.vista.apply([p.x, p.y]);
    return { x, y };
  }

  /** La parte del lienzo que se ve. */
  get aLaVista(): Caja {
    const { ancho, alto } = this.marco, [x0, y0] = this.vista.invert([0, 0]), [x1, y1] = this.vista.invert([ancho, alto]);
    return { x0, y0, x1, y1 };
  }

  ir(v: Vista, animado = false): void {
    const desde = this.vista;
    const poner = (t: number): void => {
      const k = desde.k + (v.k - desde.k) * t;
      this.gesto.transform(select(this.escena.svg), zoomIdentity.translate(desde.x + (v.x - desde.x) * t, desde.y + (v.y - desde.y) * t).scale(k));
    };
    animar(animado ? 260 : 0, poner);
  }

  /** Deja todos los puntos dentro del marco. */
  ajustar(puntos: Iterable<Punto>, animado = false): void {
    const caja = encerrar(puntos), { ancho, alto } = this.marco;
    if (!caja) return;
    this.intocada = true;
    // Abajo van los controles: se deja su franja libre.
    this.ir(encuadrar(caja, ancho, alto - 40), animado);
  }

  acercar(factor: number): void {
    this.intocada = false;
    this.gesto.scaleBy(select(this.escena.svg), factor);
  }

  /** Centra el punto; con `soloSiHaceFalta`, sólo si está fuera o pegado al borde. */
  centrar(p: Punto, soloSiHaceFalta = false): void {
    const { ancho, alto } = this.marco, { x, y } = this.alMarco(p);
    const dentro = x > 40 && y > 40 && x < ancho - 40 && y < alto - 40;
    if (soloSiHaceFalta && dentro) return;
    this.intocada = false;
    const k = Math.max(this.vista.k, 0.6);
    this.ir({ k, x: ancho / 2 - p.x * k, y: alto / 2 - p.y * k }, true);
  }
}
