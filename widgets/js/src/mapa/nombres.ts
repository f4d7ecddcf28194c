// El mapa dicho en palabras: lo que oye quien usa lector de pantalla y lo que dicen los avisos.
import { cuantos, ESTADOS, NIVELES, SECTORES, TIPOS_DE_RELACION } from "../lib/textos.ts";
import type { Actor, Relacion } from "../lib/tipos.ts";

/** «SERVIU de Valparaíso, público, región, 7 relaciones». */
export function nombreDeNodo(a: Actor, relaciones: number, marcas: { fijado?: boolean; elegido?: boolean } = {}): string {
  const partes = [a.nombre, (SECTORES[a.sector] ?? a.sector).toLowerCase()];
  if (a.nivel) partes.push((NIVELES[a.nivel] ?? a.nivel).toLowerCase());
  partes.push(cuantos(relaciones, "relación", "relaciones"));
  if (presencia(a.estado) !== "integra") partes.push((ESTADOS[a.estado] ?? a.estado).toLowerCase());
  if (marcas.fijado) partes.push("fijado");
  return partes.join(", ");
}

/** En qué está respecto de la Mesa: adentro, acompañando o todavía afuera. */
export function presencia(estado: string): "integra" | "acompana" | "fuera" {
  if (estado === "integra") return "integra";
  return estado === "asesora" || estado === "observa" ? "acompana" : "fuera";
}
export const PRESENCIAS: Record<string, string> = {
  integra: "Integra la Mesa", acompana: "Asesora u observa", fuera: "Todavía no la integra",
};

const VERBOS: Record<string, string> = {
  coordinacion: "coordina con", informacion: "informa a", financiamiento: "financia a",
  mandato: "da mandato a", conflicto: "está en conflicto con",
};
/** «FOSIS financia a Fundación K (intensidad 2)». */
export const fraseDeRelacion = (r: Relacion, de: string, hacia: string): string =>
  r.dirigida || r.tipo === "conflicto" || r.tipo === "coordinacion"
    ? `${de} ${VERBOS[r.tipo] ?? "se une con"} ${hacia} (intensidad ${r.intensidad})`
    : `${de} y ${hacia}: ${(TIPOS_DE_RELACION[r.tipo] ?? r.tipo).toLowerCase()} (intensidad ${r.intensidad})`;

/** Qué se ve, para el nombre de la región del mapa. */
export const resumen = (actores: number, relaciones: number, total: number): string =>
  `${cuantos(actores, "actor", "actores")}${actores < total ? ` de ${total}` : ""}, ${cuantos(relaciones, "relación", "relaciones")}`;
