// Lo que el tablero sabe de cada actor, tal como lo manda Python.
import type { Mesa } from "../lib/tipos.ts";

export interface Columna { clave: string; nombre: string }
/** Un cambio de estado hecho fuera del tablero, con el día que le puso la bitácora. */
export interface Mudanza { actor: string; de: string; a: string; fecha: string; autor: string }
export interface Tarjeta { sigue: string; plazo: string; cargo: string; silencio: string; atrasado: boolean; fuera: Mudanza[] }
export interface Cambio { id: string; actor: string; de: string; a: string; fecha: string; nota: string }

export const SIN_TARJETA: Tarjeta = { sigue: "", plazo: "", cargo: "", silencio: "", atrasado: false, fuera: [] };

/** Los cambios de estado anotados en la convocatoria. */
export const cambiosDe = (mesa: Mesa): Record<string, Cambio> =>
  ((mesa as unknown as { convocatoria?: { cambios?: Record<string, Cambio> } }).convocatoria?.cambios) ?? {};
