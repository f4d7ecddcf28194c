// Lo que manda Python de una votación (componentes/votacion_vista.py).
import type { Sector, TipoRelacion } from "../lib/tipos.ts";

/** Un par es `[interés, influencia]`; en las demás votaciones hay una sola nota. */
export type Notas = number[];
export interface Cosa { id: string; nombre: string; sector: Sector | ""; x: number | null; y: number | null; antes: Notas }
export interface Enlace { id: string; intensidad: number; de: string; hacia: string; tipo: TipoRelacion }
export interface Elipse { x: number; y: number; mayor: number; menor: number; angulo: number }
export interface Medida { media: number; mediana: number; desviacion: number; cuartiles: [number, number]; recorrido: number; consenso: number; nivel: string }
export interface DeSector { sector: string; nombre: string; votos: number; medidas: Medida[] }
export interface Lectura {
  votos: number; oculta: string; medidas: Medida[]; elipse: Elipse | null; distancia: number;
  /** El lugar entre las más disputadas (1, 2, 3); 0 si no está entre ellas. */
  disputa: number; sectores: DeSector[]; callados: string;
}
export interface Resumen { frases: string[]; concordancias: string[]; metodo: string; cambio: string; orden: { id: string; texto: string }[] }
export interface Escala { minimo: number; maximo: number; dimensiones: string[]; decimales: number }
export interface Paso { id: string; antes: Notas; despues: Notas; consenso: [number, number]; juntos: boolean }
export interface Accion { orden: string; texto: string; principal: boolean; confirma: string }
export interface Actual {
  id: string; titulo: string; tipo: string; pregunta: string; codigo: string; direccion: string; qr: string[];
  estado: string; estado_dicho: string; que_sigue: string; ronda: number; acciones: Accion[]; a_la_vista: boolean;
  /** La ronda que se puede llevar a la Mesa; 0 si ninguna. */
  adoptable: number; papel: boolean; ilustrativa: boolean;
}
export interface Conteo { votantes: number; votos: number; completos: number; dicho: string }
export interface Ficha { id: string; titulo: string; tipo: string; estado: string; cuando: string }
export interface TipoDeVotacion { clave: string; nombre: string; ayuda: string; pide: "actores" | "opciones" | "afirmacion" | "criterios" }
export interface Adopcion { id: string; nombre: string; antes: string; despues: string; votos: number; consenso: string; igual: boolean; junta?: boolean }
export interface ActorDeMesa { id: string; nombre: string; sector: string; valorado: boolean }
/** Pide una orden a Python y cuenta cómo le fue; `null` si no se pudo. */
export type Hacer = (orden: string, datos: unknown, exito?: string) => Promise<any>;
