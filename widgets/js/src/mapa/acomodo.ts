// Pone a quien no tiene lugar y lo guarda una sola vez. Lo ya puesto no se mueve.
import { cuantos } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import { acomodar } from "./disposiciones.ts";
import type { Punto } from "./geometria.ts";
import type { Mapa } from "./mapa.ts";

const ESPERA = 500;

export class Acomodo {
  private provisorios = new Map<string, Punto>();
  /** Cada actor se intenta guardar una vez por pestaña: deshacer el acomodo no lo repite. */
  private intentados = new Set<string>();
  private reloj = 0;

  constructor(private m: Mapa) {
    document.addEventListener("visibilitychange", this.programar);
  }

  /** Al desmontar el mapa ya no guarda nada. */
  soltar(): void {
    document.removeEventListener("visibilitychange", this.programar);
    clearTimeout(this.reloj);
  }

  lugar(id: string): Punto | undefined { return this.provisorios.get(id); }

  /** Calcula el lugar de los que no tienen; no toca a los demás. */
  atender(): void {
    const mesa = this.m.pizarra.mesa, actores = Object.values(mesa.actores);
    for (const id of [...this.provisorios.keys()]) if (!sinLugar(mesa.actores[id])) this.provisorios.delete(id);
    if (!actores.some((a) => sinLugar(a) && !this.provisorios.has(a.id))) return;
    const conProvisorios = actores.map((a) => (this.provisorios.has(a.id) ? { ...a, ...this.provisorios.get(a.id)! } : a));
    for (const [id, p] of acomodar(conProvisorios, Object.values(mesa.relaciones))) this.provisorios.set(id, p);
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
