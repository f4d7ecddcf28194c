// La hoja de relaciones.
import { pedirCon, type Aviso } from "../lib/aviso.ts";
import { DIRIGIDA, INTENSIDAD, NOTA, TIPO, mostrar, type Campo } from "../lib/campos.ts";
import { h, idNuevo } from "../lib/dom.ts";
import { coincide, momentosEnOrden, ultimoMomento, visibles } from "../lib/filtros.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import type { Relacion } from "../lib/tipos.ts";
import type { Columna, Hoja } from "./hoja.ts";
import type { Plan } from "./pegado.ts";
import { porLetras } from "./orden.ts";

export const momentoALaVista = (pizarra: Pizarra): string => pizarra.filtro.momento || ultimoMomento(pizarra.mesa);

/** El campo con que se elige un actor por su nombre, en orden alfabético. */
export function campoDeExtremo(pizarra: Pizarra, clave: "de" | "hacia"): Campo {
  const actores = Object.values(pizarra.mesa.actores).sort((a, b) => porLetras(a.nombre, b.nombre));
  return {
    clave, nombre: clave === "de" ? "De" : "Hacia", clase: "opcion", obligatorio: true,
    opciones: Object.fromEntries(actores.map((a) => [a.id, a.nombre])),
    siNoEsta: "no hay un actor con ese nombre; agréguelo primero en Actores.",
  };
}

function columnaDeExtremo(pizarra: Pizarra, clave: "de" | "hacia"): Columna<Relacion> {
  const texto = (r: Relacion): string => pizarra.mesa.actores[r[clave]]?.nombre ?? "";
  return {
    clave, nombre: clave === "de" ? "De" : "Hacia", campo: () => campoDeExtremo(pizarra, clave), valor: (r) => r[clave],
    texto, sector: (r) => pizarra.mesa.actores[r[clave]]?.sector ?? "", ancho: 260, principal: true, fija: true,
  };
}

function columnaDe(campo: Campo, ancho: number): Columna<Relacion> {
  const valor = (r: Relacion): unknown => r[campo.clave as keyof Relacion];
  const porNumero = campo === INTENSIDAD ? (r: Relacion) => r.intensidad : undefined;
  return { clave: campo.clave, nombre: campo.corto ?? campo.nombre, campo: () => campo, valor, texto: (r) => mostrar(campo, valor(r)), rango: porNumero, ancho, principal: campo !== NOTA };
}

function columnaDeMomento(pizarra: Pizarra): Columna<Relacion> {
  const campo = (): Campo => ({
    clave: "momento", nombre: "Momento", clase: "opcion", obligatorio: true,
    opciones: Object.fromEntries(momentosEnOrden(pizarra.mesa).map((m) => [m.id, m.nombre])),
  });
  return { clave: "momento", nombre: "Momento", campo, valor: (r) => r.momento, texto: (r) => pizarra.mesa.momentos[r.momento]?.nombre ?? "", ancho: 160 };
}

export function hojaDeRelaciones(pizarra: Pizarra, aviso: Aviso): Hoja<Relacion> {
  const nombreDe = (id: string): string => pizarra.mesa.actores[id]?.nombre ?? "";
  return {
    clave: "relaciones", nombre: "Relaciones", llave: "", 
    columnas: [
      columnaDeExtremo(pizarra, "de"), columnaDeExtremo(pizarra, "hacia"), columnaDe(TIPO, 150), columnaDe(INTENSIDAD, 120),
      columnaDe(DIRIGIDA, 170), columnaDeMomento(pizarra), columnaDe(NOTA, 240),
    ],
    filas: () => relacionesALaVista(pizarra),
    titulo: (r) => `${nombreDe(r.de)} con ${nombreDe(r.hacia)}`,
    elegida: (r) => pizarra.seleccion.includes(r.de) && pizarra.seleccion.includes(r.hacia),
    elegir: (r, sumar) => pizarra.elegir(sumar ? [...pizarra.seleccion, r.de, r.hacia] : [r.de, r.hacia]),
    guardar: (r, clave, valor) => pedirCon(pizarra, aviso, "editar_relacion", { id: r.id, campos: { [clave]: valor } }),
    quitar: async (r) => {
      const titulo = `${nombreDe(r.de)} con ${nombreDe(r.hacia)}`;
      if (await pedirCon(pizarra, aviso, "quitar_relacion", { id: r.id })) aviso.deshacible(`se quitó la relación de ${titulo}.`, pizarra);
    },
    reparoDeNueva: (ficha) => (["de", "hacia", "tipo"].every((c) => ficha.campos[c]) ? "" : "una relación nueva necesita De, Hacia y Tipo; pegue las tres columnas."),
    pegar: (plan) => pedirCon(pizarra, aviso, "pegar", { relaciones: fichasDe(pizarra, plan) }),
    parte: () => {
      const momento = pizarra.mesa.momentos[momentoALaVista(pizarra)];
      return momento && Object.keys(pizarra.mesa.momentos).length > 1 ? ` en «${momento.nombre}»` : "";
    },
    vacio: () => h("p", {}, "No hay relaciones a la vista. Una a dos actores con el formulario de abajo: ¿quién coordina con quién?, ¿quién financia?"),
  };
}

function relacionesALaVista(pizarra: Pizarra): Relacion[] {
  const { filtro, mesa } = pizarra;
  const busca = (id: string): boolean => Boolean(mesa.actores[id] && coincide(mesa.actores[id], filtro.buscar));
  return visibles(mesa, filtro).relaciones.filter((r) => !filtro.buscar || busca(r.de) || busca(r.hacia));
}

const fichasDe = (pizarra: Pizarra, plan: Plan): Record<string, unknown>[] => [
  ...plan.cambios.map((f) => ({ ...f.campos, id: f.id })),
  ...plan.nuevas.map((f) => ({ momento: momentoALaVista(pizarra), ...f.campos, id: idNuevo("r") })),
];
