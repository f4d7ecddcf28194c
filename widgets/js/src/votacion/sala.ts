// Lo que se sabe de la votación en esta página: Python lo manda entero una vez y después sólo lo que cambió.
import type { Modelo } from "../lib/tipos.ts";
import type { Actual, Conteo, Cosa, Enlace, Escala, Lectura, Paso, Resumen } from "./tipos.ts";

type Lecturas = Record<string, Lectura>;
interface Mensaje { tipo?: string; lecturas?: Lecturas }
const CAMBIAN = ["actual", "cosas", "conteo", "resumen", "pasos", "lecturas", "escala"] as const;

export class Sala {
  private vistas: Lecturas;
  private escuchas = new Set<() => void>();
  private pendiente = false;

  constructor(private modelo: Modelo) {
    this.vistas = modelo.get("lecturas") ?? {};
    modelo.on("change:lecturas", () => { this.vistas = modelo.get("lecturas") ?? {}; });
    modelo.on("msg:custom", (m: Mensaje) => {
      if (m.tipo !== "lecturas") return;
      this.vistas = { ...this.vistas, ...m.lecturas };
      this.avisar();
    });
    for (const rasgo of CAMBIAN) modelo.on(`change:${rasgo}`, () => this.avisar());
  }

  get actual(): Actual | null { const a = this.modelo.get("actual"); return a?.id ? a : null; }
  get cosas(): Cosa[] { return this.modelo.get("cosas"); }
  get relaciones(): Enlace[] { return this.modelo.get("relaciones"); }
  /** Puede llegar después que la votación: mientras tanto, nadie ha votado. */
  get conteo(): Conteo { return { votantes: 0, dicho: "", ...this.modelo.get("conteo") }; }
  get resumen(): Resumen { return this.modelo.get("resumen"); }
  get escala(): Escala { return this.modelo.get("escala"); }
  get pasos(): Paso[] { return this.modelo.get("pasos"); }
  lectura(id: string): Lectura | undefined { return this.vistas[id]; }

  /** Llama a `hacer` cuando algo cambie, a lo más una vez por cuadro. Devuelve cómo dejar de oír. */
  alCambiar(hacer: () => void): () => void {
    this.escuchas.add(hacer);
    return () => this.escuchas.delete(hacer);
  }

  private avisar(): void {
    if (this.pendiente) return;
    this.pendiente = true;
    // Con la pestaña oculta no hay cuadros: igual se pone al día.
    setTimeout(() => { this.pendiente = false; for (const hacer of this.escuchas) hacer(); }, 16);
  }
}

const salas = new WeakMap<Modelo, Sala>();
/** La sala de ese modelo; todas sus vistas comparten una. */
export function salaDe(modelo: Modelo): Sala {
  const hallada = salas.get(modelo) ?? new Sala(modelo);
  salas.set(modelo, hallada);
  return hallada;
}
