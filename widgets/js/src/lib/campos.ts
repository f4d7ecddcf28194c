// Los campos de un actor y de una relación: cómo se llaman, cómo se leen de un texto y cómo se muestran.
import { ESTADOS, NIVELES, POSICIONES, SECTORES, TIPOS_DE_RELACION, comparable } from "./textos.ts";

export type Clase = "texto" | "largo" | "numero" | "entero" | "opcion" | "sino" | "fecha" | "hora" | "actor" | "opciones" | "actores";
export interface Campo {
  clave: string; nombre: string; clase: Clase; opciones?: Record<string, string>;
  minimo?: number | null; maximo?: number | null; obligatorio?: boolean; ayuda?: string; corto?: string;
  /** Cuántas letras admite, si no son las de siempre. */
  largo?: number;
  /** Qué hacer cuando lo escrito no está entre las opciones, si son demasiadas para nombrarlas. */
  siNoEsta?: string;
}
export type Leido = { valor: unknown } | { error: string };

const nota = (clave: string, nombre: string, ayuda: string): Campo => ({ clave, nombre, clase: "numero", minimo: 1, maximo: 5, ayuda });
const capital = (clave: string, nombre: string, ayuda: string): Campo => ({ clave, nombre, clase: "entero", minimo: 0, maximo: 3, ayuda });

export const CAMPOS_DE_ACTOR: Campo[] = [
  { clave: "nombre", nombre: "Nombre", clase: "texto", obligatorio: true },
  { clave: "sector", nombre: "Sector", clase: "opcion", opciones: SECTORES, obligatorio: true },
  { clave: "tipo", nombre: "Tipo", clase: "texto", ayuda: "Por ejemplo: servicio público, junta de vecinos, empresa." },
  { clave: "nivel", nombre: "Nivel", clase: "opcion", opciones: NIVELES, ayuda: "Hasta dónde llega lo que hace o decide." },
  { clave: "estado", nombre: "Convocatoria", clase: "opcion", opciones: ESTADOS, obligatorio: true },
  { clave: "comite", nombre: "Comité de Coordinación", clase: "sino", corto: "Comité" },
  nota("influencia", "Influencia", "De 1 a 5: cuánto puede cambiar lo que pase."),
  nota("interes", "Interés", "De 1 a 5: cuánto le importa lo que pase."),
  nota("legitimidad", "Legitimidad", "De 1 a 5: cuánto reconocen los demás su palabra."),
  nota("urgencia", "Urgencia", "De 1 a 5: cuánto apremia lo que pide."),
  { clave: "posicion", nombre: "Posición", clase: "opcion", opciones: POSICIONES },
  { clave: "torre", nombre: "Torre de influencia", clase: "entero", minimo: 0, maximo: 100, corto: "Torre", ayuda: "Net-Map: fichas apiladas, desde 0." },
  capital("capital_politico", "Capital político", "De 0 a 3: llegada a quienes deciden."),
  capital("capital_economico", "Capital económico", "De 0 a 3: recursos que puede poner."),
  capital("capital_cultural", "Capital cultural", "De 0 a 3: saberes y credenciales."),
  capital("capital_social", "Capital social", "De 0 a 3: confianzas y redes."),
  { clave: "nota", nombre: "Nota", clase: "largo" },
];

export const INTENSIDADES: Record<string, string> = { "1": "1 · débil", "2": "2 · media", "3": "3 · fuerte" };
export const SENTIDOS: Record<string, string> = { no: "En ambos sentidos", si: "Sólo de → hacia" };
export const TIPO: Campo = { clave: "tipo", nombre: "Tipo de relación", corto: "Tipo", clase: "opcion", opciones: TIPOS_DE_RELACION, obligatorio: true };
export const INTENSIDAD: Campo = { clave: "intensidad", nombre: "Intensidad", clase: "opcion", opciones: INTENSIDADES, obligatorio: true };
export const DIRIGIDA: Campo = { clave: "dirigida", nombre: "Sentido", clase: "opcion", opciones: SENTIDOS, obligatorio: true };
export const NOTA: Campo = { clave: "nota", nombre: "Nota", clase: "largo" };

export const campoDeActor = (clave: string): Campo => CAMPOS_DE_ACTOR.find((c) => c.clave === clave)!;
const DE_TEXTO = new Set<Clase>(["texto", "largo", "fecha", "hora"]);
const SON_NUMERO = new Set(["posicion", "intensidad"]);
const SI = new Set(["si", "x", "1", "verdadero", "s"]);
const NO = new Set(["no", "0", "falso", "n", ""]);

/** El valor que va en el documento a partir de lo escrito, o la frase que explica por qué no sirve. */
export function leer(campo: Campo, escrito: string): Leido {
  const texto = escrito.trim();
  if (campo.clase === "sino") return leerSiNo(campo, texto);
  if (!texto) return leerVacio(campo);
  if (campo.clase === "opcion") return leerOpcion(campo, texto);
  if (campo.clase === "numero" || campo.clase === "entero") return leerNumero(campo, texto);
  if (campo.clase === "fecha" || campo.clase === "hora") return { valor: texto };
  const largo = largoDe(campo);
  return texto.length > largo ? { error: `${campo.nombre}: admite ${largo} letras y tiene ${texto.length}.` } : { valor: texto };
}

/** Cuántas letras admite un campo de texto. */
export const largoDe = (campo: Campo): number => campo.largo || (campo.clase === "largo" ? 4000 : 200);

function leerVacio(campo: Campo): Leido {
  if (campo.obligatorio) return { error: `${campo.nombre}: no puede quedar vacío.` };
  return { valor: DE_TEXTO.has(campo.clase) ? "" : null };
}

function leerSiNo(campo: Campo, texto: string): Leido {
  const plano = comparable(texto);
  if (SI.has(plano)) return { valor: true };
  return NO.has(plano) ? { valor: false } : { error: `${campo.nombre}: dice «${texto}»; escriba sí o no.` };
}

function leerOpcion(campo: Campo, texto: string): Leido {
  const pares = Object.entries(campo.opciones!);
  const codigo = codigoQueCalza(pares, texto, !campo.siNoEsta);
  if (codigo !== null) return { valor: alDocumento(campo, codigo) };
  return { error: `${campo.nombre}: dice «${texto}»; ${campo.siNoEsta ?? `elija ${enumerar(pares.map(([, e]) => e))}.`}` };
}

/** Calza por código, por etiqueta o, si se admite y no hay duda, por la primera palabra («Integra»). */
function codigoQueCalza(pares: [string, string][], texto: string, porPrimera: boolean): string | null {
  const plano = comparable(texto);
  const igual = pares.find(([c, etiqueta]) => c === texto || comparable(etiqueta) === plano || comparable(c.replaceAll("_", " ")) === plano);
  if (igual) return igual[0];
  const parecidos = porPrimera ? pares.filter(([, etiqueta]) => comparable(etiqueta).split(" ")[0] === plano) : [];
  return parecidos.length === 1 ? parecidos[0]![0] : null;
}

const alDocumento = (campo: Campo, codigo: string): unknown =>
  campo.clave === "dirigida" ? codigo === "si" : SON_NUMERO.has(campo.clave) ? Number(codigo) : codigo;

function leerNumero(campo: Campo, texto: string): Leido {
  const remedio = campo.clase === "entero" ? "un número entero" : "un número";
  const valor = aNumero(texto);
  const sirve = valor >= (campo.minimo ?? -Infinity) && valor <= (campo.maximo ?? Infinity) && (campo.clase === "numero" || Number.isInteger(valor));
  const rango = rangoDe(campo);
  return sirve ? { valor } : { error: `${campo.nombre}: dice «${texto}»; escriba ${remedio}${rango && ` ${rango}`}${campo.clase === "numero" ? " (con coma si tiene decimales)" : ""}.` };
}

/** «3,5», «−2» o «1.234,5» como número; NaN si no lo es. */
export function aNumero(texto: string): number {
  const plano = texto.replace("−", "-").replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plano) ? Number(plano) : NaN;
}

function rangoDe(campo: Campo): string {
  const { minimo, maximo } = campo;
  if (maximo == null || (maximo === 100 && minimo === 0 && campo.clave === "torre")) return minimo == null ? "" : `desde ${minimo}`;
  return minimo == null ? `hasta ${maximo}` : `de ${minimo} a ${maximo}`;
}

/** El código con que un valor del documento aparece en una lista de opciones. */
export const codigoDe = (campo: Campo, valor: unknown): string =>
  valor === null || valor === undefined ? "" : campo.clave === "dirigida" ? (valor ? "si" : "no") : String(valor);

/** Cómo se ve un valor del documento; vacío si no se sabe. */
export function mostrar(campo: Campo, valor: unknown): string {
  if (campo.clase === "sino") return valor ? "Sí" : "No";
  if (valor === null || valor === undefined || valor === "") return "";
  if (Array.isArray(valor)) return valor.map((v) => campo.opciones?.[String(v)] ?? String(v)).join(", ");
  if (campo.clase === "opcion" || campo.clase === "actor") return campo.opciones?.[codigoDe(campo, valor)] ?? String(valor);
  if (campo.clase === "fecha") return fechaCorta(String(valor));
  return typeof valor === "number" ? comoNumero(valor) : String(valor);
}

/** «14-03-2026» de «2026-03-14». */
export const fechaCorta = (iso: string): string => iso.split("-").reverse().join("-");

/** Un número con los decimales que tenga, a la chilena: 3,5. */
export const comoNumero = (valor: number): string => String(Math.round(valor * 1000) / 1000).replace(".", ",");

export const enumerar = (nombres: string[]): string =>
  nombres.length < 2 ? (nombres[0] ?? "") : `${nombres.slice(0, -1).join(", ")} o ${nombres.at(-1)}`;
