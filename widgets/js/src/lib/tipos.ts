// Los documentos tal como los manda Python (mesa_territorial.documento).
export type Sector = "publico" | "privado" | "academia" | "sociedad_civil" | "organismo_internacional";
export type TipoRelacion = "coordinacion" | "informacion" | "financiamiento" | "mandato" | "conflicto";

export interface Actor {
  id: string; nombre: string; sector: Sector; tipo: string; nivel: string | null; estado: string;
  influencia: number | null; interes: number | null; legitimidad: number | null; urgencia: number | null;
  posicion: number | null; torre: number | null;
  capital_politico: number | null; capital_economico: number | null;
  capital_cultural: number | null; capital_social: number | null;
  comite: boolean; nota: string; x: number | null; y: number | null; fijado: boolean;
  procedencia: string; fuente: string;
}

export interface Relacion {
  id: string; de: string; hacia: string; tipo: TipoRelacion; intensidad: number; dirigida: boolean;
  momento: string; nota: string; procedencia: string;
}

export interface Momento { id: string; nombre: string; orden: number }

export interface Mesa {
  id: string; nombre: string; objetivo: string; ilustrativa: boolean;
  territorio: { cut_comuna: string; lugar: string; nivel: string };
  actores: Record<string, Actor>; relaciones: Record<string, Relacion>; momentos: Record<string, Momento>;
}

/** Lo que se mira: listas vacías quieren decir «todo». */
export interface Filtro {
  sectores: string[]; niveles: string[]; estados: string[]; tipos: string[]; momento: string; buscar: string;
}

export interface Guardado {
  version: number; hora: string; frase: string; deshacer: boolean; rehacer: boolean; nombre: string;
}

/** Un cambio de campo: sin «antes» el campo no existía; sin «despues», deja de existir. */
export interface Cambio { ruta: string[]; antes?: unknown; despues?: unknown }

/** El modelo de un widget, según el contrato de anywidget. */
export interface Modelo {
  get(nombre: string): any;
  set(nombre: string, valor: unknown): void;
  save_changes(): void;
  on(suceso: string, hacer: (...args: any[]) => void): void;
  off(suceso: string, hacer?: (...args: any[]) => void): void;
  send(contenido: unknown): void;
  widget_manager: { get_model(id: string): Promise<any>; create_view(modelo: any): Promise<any> };
}

/** Lo que recibe `render`. Lo que devuelve se llama al desmontar. */
export interface Marco { model: Modelo; el: HTMLElement }
