// La hoja de actores.
import { CAMPOS_DE_ACTOR, mostrar, campoDeActor, type Campo } from "../lib/campos.ts";
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { h, idNuevo } from "../lib/dom.ts";
import { actorVisible, coincide, visibles } from "../lib/filtros.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { comparable, cuantos } from "../lib/textos.ts";
import type { Actor } from "../lib/tipos.ts";
import type { Columna, Hoja } from "./hoja.ts";
import type { Valor } from "./orden.ts";
import type { Ficha, Plan } from "./pegado.ts";

const PRINCIPALES = new Set(["nombre", "sector", "nivel", "estado", "influencia", "interes"]);
const ANCHOS: Record<string, number> = { nombre: 260, sector: 150, nivel: 130, estado: 150, tipo: 160, nota: 260 };

/** Por el orden de la lista (campamento antes que región), no por el alfabeto. */
const rangoDe = (campo: Campo, valor: unknown): Valor =>
  campo.clave === "posicion" ? (valor as number | null)
    : campo.opciones ? (valor ? Object.keys(campo.opciones).indexOf(String(valor)) : null) : (valor as Valor);

function columnaDe(campo: Campo): Columna<Actor> {
  const valor = (a: Actor): unknown => a[campo.clave as keyof Actor];
  return {
    clave: campo.clave, nombre: campo.corto ?? campo.nombre, campo: () => campo, valor,
    texto: (a) => mostrar(campo, valor(a)), rango: (a) => rangoDe(campo, valor(a)),
    numerica: campo.clase === "numero" || campo.clase === "entero",
    sector: campo.clave === "nombre" ? (a) => a.sector : undefined,
    ancho: ANCHOS[campo.clave] ?? 120, principal: PRINCIPALES.has(campo.clave), fija: campo.clave === "nombre",
  };
}

function columnaDeRelaciones(pizarra: Pizarra): Columna<Actor> {
  let visto: unknown, cuenta = new Map<string, number>();
  const grados = (): Map<string, number> => {
    if (visto !== pizarra.mesa.relaciones) {
      visto = pizarra.mesa.relaciones;
      cuenta = contarRelaciones(pizarra);
    }
    return cuenta;
  };
  const valor = (a: Actor): number => grados().get(a.id) ?? 0;
  return { clave: "grado", nombre: "Relaciones", valor, texto: (a) => String(valor(a)), rango: valor, numerica: true, ancho: 110, principal: true };
}

function contarRelaciones(pizarra: Pizarra): Map<string, number> {
  const cuenta = new Map<string, number>();
  const todo = { ...pizarra.filtro, sectores: [], niveles: [], estados: [], tipos: [] };
  for (const r of visibles(pizarra.mesa, todo).relaciones)
    for (const id of [r.de, r.hacia]) cuenta.set(id, (cuenta.get(id) ?? 0) + 1);
  return cuenta;
}

export function hojaDeActores(pizarra: Pizarra, aviso: Aviso): Hoja<Actor> {
  const columnas = CAMPOS_DE_ACTOR.map(columnaDe);
  columnas.splice(8, 0, columnaDeRelaciones(pizarra));
  return {
    clave: "actores", nombre: "Actores", columnas, llave: "nombre",
    filas: () => Object.values(pizarra.mesa.actores).filter((a) => actorVisible(pizarra.filtro, a) && coincide(a, pizarra.filtro.buscar)),
    titulo: (a) => a.nombre,
    elegida: (a) => pizarra.seleccion.includes(a.id),
    elegir: (a, sumar) => pizarra.elegir(conActor(pizarra.seleccion, a.id, sumar)),
    guardar: (a, clave, valor) => pedirCon(pizarra, aviso, "editar_actor", { id: a.id, campos: { [clave]: valor } }),
    quitar: (a) => quitarActores(pizarra, aviso, [a.id]),
    reparoDeNueva: (ficha) => reparoDeNombre(pizarra, ficha),
    pegar: (plan) => pedirCon(pizarra, aviso, "pegar", { actores: fichasDe(plan) }),
    completar: campoDeActor("sector"),
    vacio: () => sinActores(pizarra),
  };
}

/** La selección con el actor puesto o quitado; sin sumar, queda sólo él. */
export const conActor = (seleccion: string[], id: string, sumar: boolean): string[] =>
  !sumar ? [id] : seleccion.includes(id) ? seleccion.filter((otro) => otro !== id) : [...seleccion, id];

/** Las fichas de un plan como las pide la orden «pegar», con id para las nuevas. */
export const fichasDe = (plan: Plan): Record<string, unknown>[] =>
  [...plan.cambios, ...plan.nuevas].map((f) => ({ ...f.campos, id: f.id ?? idNuevo("a") }));

function reparoDeNombre(pizarra: Pizarra, ficha: Ficha): string {
  const nombre = comparable(String(ficha.campos["nombre"] ?? ""));
  if (!nombre) return "le falta el nombre; pegue también esa columna.";
  const repetido = Object.values(pizarra.mesa.actores).find((a) => comparable(a.nombre) === nombre);
  return repetido ? `«${repetido.nombre}» ya está en la Mesa; para cambiarlo, pegue sobre su fila.` : "";
}

export async function quitarActores(pizarra: Pizarra, aviso: Aviso, ids: string[]): Promise<void> {
  const nombres = ids.map((id) => pizarra.mesa.actores[id]?.nombre ?? "");
  const suyas = Object.values(pizarra.mesa.relaciones).filter((r) => ids.includes(r.de) || ids.includes(r.hacia)).length;
  if (!(await pedirCon(pizarra, aviso, "quitar_actores", { ids }))) return;
  pizarra.elegir(pizarra.seleccion.filter((id) => !ids.includes(id)));
  const quienes = nombres.length > 2 ? cuantos(nombres.length, "actor", "actores") : nombres.join(" y ");
  aviso.deshacible(`se quitó a ${quienes}${suyas ? ` y ${cuantos(suyas, "relación", "relaciones")}` : ""}.`, pizarra);
}

function sinActores(pizarra: Pizarra): HTMLElement {
  if (Object.keys(pizarra.mesa.actores).length)
    return h("p", {}, "Nadie calza con lo que busca. Quite el filtro para ver a todos los actores.");
  return h("p", {}, "Todavía no hay actores. Empiece por quien convoca: ¿qué institución llamó a formar la Mesa? Escríbala abajo, o pegue aquí su lista copiada de Excel.");
}
