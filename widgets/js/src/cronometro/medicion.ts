// Lo que mide el cronómetro de palabra: turnos por grupo, sin reloj propio (la hora llega de afuera, en milisegundos).
export const GRUPOS = ["mujeres", "hombres", "otra"] as const;
export type Grupo = (typeof GRUPOS)[number];
export interface Turno { grupo: Grupo; ms: number }
export type PorGrupo = Record<Grupo, number>;

/** Un toque más corto que esto es un dedo que se equivocó, no alguien que habló. */
export const MINIMO_MS = 1000;

export class Medicion {
  turnos: Turno[] = [];
  activo: { grupo: Grupo; desde: number } | null = null;

  /** Empieza un turno del grupo; el que estaba en curso se cierra. */
  tocar(grupo: Grupo, ahora: number): void {
    this.pausar(ahora);
    this.activo = { grupo, desde: ahora };
  }

  pausar(ahora: number): void {
    if (!this.activo) return;
    const ms = ahora - this.activo.desde;
    if (ms >= MINIMO_MS) this.turnos.push({ grupo: this.activo.grupo, ms });
    this.activo = null;
  }

  /** Borra el turno en curso o, si no hay, el último cerrado. */
  quitarUltimo(): void {
    if (this.activo) this.activo = null;
    else this.turnos.pop();
  }

  vaciar(): void { this.turnos = []; this.activo = null; }

  minutos(ahora: number): PorGrupo {
    return porGrupo((g) => this.de(g).reduce((suma, t) => suma + t.ms, 0) / 60_000 + this.enCurso(g, ahora) / 60_000);
  }

  cuantos(): PorGrupo {
    return porGrupo((g) => this.de(g).length + (this.activo?.grupo === g ? 1 : 0));
  }

  get vacia(): boolean { return !this.turnos.length && !this.activo; }

  /** Lo que se guarda por si se recarga la página: el turno en curso queda cerrado. */
  comoTexto(ahora: number): string {
    const abierto = this.activo ? [{ grupo: this.activo.grupo, ms: ahora - this.activo.desde }] : [];
    return JSON.stringify([...this.turnos, ...abierto].filter((t) => t.ms >= MINIMO_MS));
  }

  static desdeTexto(texto: string | null): Medicion {
    const medicion = new Medicion();
    try {
      const crudo: unknown = JSON.parse(texto ?? "[]");
      if (Array.isArray(crudo)) medicion.turnos = crudo.filter(esTurno);
    } catch { /* Lo guardado no se entiende: se parte de cero. */ }
    return medicion;
  }

  private de(grupo: Grupo): Turno[] { return this.turnos.filter((t) => t.grupo === grupo); }
  private enCurso(grupo: Grupo, ahora: number): number { return this.activo?.grupo === grupo ? Math.max(0, ahora - this.activo.desde) : 0; }
}

function esTurno(t: any): t is Turno {
  return Boolean(t) && GRUPOS.includes(t.grupo) && Number.isFinite(t.ms) && t.ms >= 0;
}

function porGrupo(hacer: (g: Grupo) => number): PorGrupo {
  return Object.fromEntries(GRUPOS.map((g) => [g, hacer(g)])) as PorGrupo;
}

/** «3:05» de 3,083 minutos. */
export function reloj(minutos: number): string {
  const segundos = Math.floor(minutos * 60 + 1e-6);
  return `${Math.floor(segundos / 60)}:${String(segundos % 60).padStart(2, "0")}`;
}
