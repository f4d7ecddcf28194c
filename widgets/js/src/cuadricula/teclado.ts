// Mover un punto con flechas: se junta lo tecleado y se escribe una sola vez, al hacer una pausa o al salir.
import { redondear, type Valores } from "./escala.ts";

const PAUSA = 800;
const PASOS: Record<string, [keyof Valores, 1 | -1]> = {
  ArrowUp: ["influencia", 1], ArrowDown: ["influencia", -1], ArrowRight: ["interes", 1], ArrowLeft: ["interes", -1],
};

/** Los valores que siguen a una flecha: ±0,1, o ±0,5 con Shift; null si la tecla no mueve. */
export function conFlecha(desde: Valores, tecla: string, conShift: boolean): Valores | null {
  const paso = PASOS[tecla];
  if (!paso) return null;
  return { ...desde, [paso[0]]: redondear(desde[paso[0]] + paso[1] * (conShift ? 0.5 : 0.1)) };
}

/** Lo que se está moviendo con el teclado y todavía no se escribe. */
export class Pendiente {
  private espera: ReturnType<typeof setTimeout> | undefined;
  actual: { id: string; valores: Valores } | null = null;

  constructor(private escribir: (id: string, valores: Valores) => void) {}

  poner(id: string, valores: Valores): void {
    if (this.actual && this.actual.id !== id) this.confirmar();
    this.actual = { id, valores };
    clearTimeout(this.espera);
    this.espera = setTimeout(() => this.confirmar(), PAUSA);
  }

  confirmar(): void {
    clearTimeout(this.espera);
    const { actual } = this;
    this.actual = null;
    if (actual) this.escribir(actual.id, actual.valores);
  }

  /** Lo olvida; dice si había algo. */
  olvidar(): boolean {
    clearTimeout(this.espera);
    const habia = this.actual !== null;
    this.actual = null;
    return habia;
  }
}
