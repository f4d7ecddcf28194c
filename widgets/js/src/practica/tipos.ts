// Lo que manda Python (mesa_territorial.formacion.vista): un ítem sin su respuesta, y en qué va.
import type { Sector, TipoRelacion } from "../lib/tipos.ts";

export interface Nombrado { id: string; texto: string }
export interface Tabla { titulo: string; columnas: string[]; filas: string[][] }
export interface Punto { id: string; nombre: string; x: number; y: number; sector: string }
export interface Dibujo { descripcion: string; puntos: Punto[]; enlaces: [string, string][] }
export interface ActorEnBoceto { nombre: string; sector: Sector; nivel: string | null }
export interface RelacionEnBoceto { de: string; hacia: string; tipo: TipoRelacion }
export interface Boceto { actores: ActorEnBoceto[]; relaciones: RelacionEnBoceto[] }

export interface Item {
  id: string; tipo: string; titulo: string; enunciado: string; nota: string; ancla: string;
  tabla: Tabla | null; dibujo: Dibujo | null;
  opciones?: Nombrado[]; elementos?: Nombrado[]; categorias?: Nombrado[];
  unidad?: string; decimales?: number; base?: Boceto; agrega_actores?: boolean;
  criterios?: { id: string; texto: string; niveles: string[] }[]; minimo_palabras?: number;
}

export interface Detalle { id: string; texto: string; bien: boolean | null; mensaje: string }
export interface Correccion {
  acierto: boolean | null; puntaje: number; mensaje: string; detalles: Detalle[]; falta: string[];
  proximo_paso: string; cuenta: boolean;
}
export interface Turno {
  item: Item; pistas: string[]; quedan_pistas: number; intentos: number; dada: any; correccion: Correccion | null;
  terminado: boolean; rendida: boolean; ofrece_solucion: boolean; solucion: { frases: string[]; explicacion: string } | null;
}
export interface PuntoDeAvance { id: string; titulo: string; estado: string; texto: string }
export interface Cierre {
  completo: boolean; terminados: number; total: number;
  objetivos: { texto: string; frase: string; dominado: boolean }[];
  vuelven: { id: string; titulo: string; por_que: string }[];
}
export interface Vista { titulo: string; puntos: PuntoDeAvance[]; turno: Turno | null; cierre: Cierre | null }

/** Una manera de responder: lo que se ve, lo que la persona respondió y si lleva comentarios junto a cada parte. */
export interface Control { nodo: HTMLElement; leer(): unknown; comenta: boolean }
/** Arma un control con lo que la persona ya había puesto (o nada) y los comentarios a su última respuesta. */
export type Armador = (item: Item, previa: any, comentarios: Detalle[], cerrado: boolean) => Control;
