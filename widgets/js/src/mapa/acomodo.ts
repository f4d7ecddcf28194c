// Pone a quien no tiene lugar y lo guarda una sola vez. Lo ya puesto no se mueve.
import { cuantos } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import { acomodar } from "./disposiciones.ts";
import { redondear, type Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";

const ESPERA = 500;

export class Acomodo {
  private provisorios = new Map<string, Punto>();
  /** Cada actor se intenta guardar una vez por pestaña: deshacer el acomodo no lo repite. */
  private intentados = new Set<string>();
  private reloj = 0;

  constructor(private m: Mapa) {
    queueMicrotask(() => { m.pizarra.lugaresPara = this.lugaresPara; });
    document.addEventListener("visibilitychange", this.programar);
  }

  /** Al desmontar el mapa ya no guarda nada. */
  soltar(): void {
    if (this.m.pizarra.lugaresPara === this.lugaresPara) delete this.m.pizarra.lugaresPara;
    document.removeEventListener("visibilitychange", this.programar);
    clearTimeout(this.reloj);
  }

  /** Dónde caben unos actores que todavía no están en la Mesa. */
  private lugaresPara = (ids: string[]): Map<string, Punto> => {
    const nuevos = ids.map((id) => ({ id, x: null, y: null }) as Actor);
    const puestos = acomodar([...this.conProvisorios(), ...nuevos], Object.values(this.m.pizarra.mesa.relaciones));
    return new Map(ids.map((id) => { const { x, y } = puestos.get(id)!; return [id, { x: redondear(x), y: redondear(y) }]; }));
  };

  private conProvisorios(): Actor[] {
    return Object.values(this.m.pizarra.mesa.actores).map((a) => ({ ...a, ...this.provisorios.get(a.id) }));
  }

  lugar(id: string): Punto | undefined { return this.provisorios.get(id); }

  /** Calcula el lugar de los que no tienen; no toca a los demás. */
  atender(): void {
    const mesa = this.m.pizarra.mesa, actores = Object.values(mesa.actores);
    for (const id of [...this.provisorios.keys()]) if (!sinLugar(mesa.actores[id])) this.provisorios.delete(id);
    if (!actores.some((a) => sinLugar(a) && !this.provisorios.has(a.id))) return;
    for (const [id, p] of acomodar(this.conProvisorios(), Object.values(mesa.relaciones))) this.provisorios.set(id, p);
    this.programar();
  }

  private programar = (): void => {
    // Sólo guarda la pestaña que se está mirando: dos abiertas calculan lo mismo y no compiten.
    if (this.m.soloLectura || document.hidden || !this.porGuardar().length) return;
    clearTimeout(this.reloj);
    this.reloj = window.setTimeout(() => void this.guardar(), ESPERA);
  };

  private porGuardar(): string[] {
    return [...this.provisorios.keys()].filter((id) => !this.intentados.has(id) && sinLugar(this.m.actor(id)));
  }

  private async guardar(): Promise<void> {
    const ids = this.porGuardar();
    if (!ids.length || this.m.soloLectura) return;
    for (const id of ids) this.intentados.add(id);
    const lugares = new Map(ids.map((id) => [id, this.provisorios.get(id)!]));
    await this.m.mover(lugares, { frase: `Acomodó ${cuantos(ids.length, "actor nuevo", "actores nuevos")}` });
  }
}

const sinLugar = (a: Actor | undefined): boolean => a !== undefined && (a.x === null || a.y === null);
