// La tabla gemela del mapa: dice lo mismo, se edita como una planilla y comparte selección y filtro.
import { Aviso } from "./lib/aviso.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco } from "./lib/tipos.ts";
import { hojaDeActores, quitarActores } from "./tabla/actores.ts";
import { buscador, filtros } from "./tabla/barra.ts";
import { filaDeActor, filaDeRelacion } from "./tabla/fila_nueva.ts";
import { pestanas } from "./tabla/pestanas.ts";
import { hojaDeRelaciones, momentoALaVista } from "./tabla/relaciones.ts";
import { Vista } from "./tabla/vista.ts";
import { cuantos } from "./lib/textos.ts";

type UnaVista = Pick<Vista<any>, "nodo" | "pintar" | "pintarSeleccion" | "alAncho" | "columnas">;

function vistasDe(pizarra: Pizarra, aviso: Aviso): { actores: UnaVista; relaciones: UnaVista; alDia: () => void } {
  const actores = new Vista(hojaDeActores(pizarra, aviso), pizarra, aviso, () => Object.keys(pizarra.mesa.actores).length);
  const relaciones = new Vista(hojaDeRelaciones(pizarra, aviso), pizarra, aviso, () => enElMomento(pizarra));
  actores.conPie(filaDeActor(pizarra, aviso, (texto) => actores.pegarNuevas(texto)));
  let conocidos = "";
  // El formulario de unir sólo se arma al ver las relaciones, y se rehace si cambian los nombres: así no se borra
  // lo que se está llenando.
  const alDia = (): void => {
    const nombres = Object.values(pizarra.mesa.actores).map((a) => a.id + a.nombre).join("|");
    if (nombres === conocidos) return;
    conocidos = nombres;
    relaciones.conPie(filaDeRelacion(pizarra, aviso));
  };
  return { actores, relaciones, alDia };
}

const enElMomento = (pizarra: Pizarra): number =>
  Object.values(pizarra.mesa.relaciones).filter((r) => r.momento === momentoALaVista(pizarra)).length;

function barraDeElegidos(pizarra: Pizarra, aviso: Aviso): { nodo: HTMLElement; pintar: () => void } {
  const nodo = h("div", { class: "mt-elegidos" });
  const pintar = (): void => {
    const ids = pizarra.seleccion.filter((id) => pizarra.mesa.actores[id]);
    nodo.hidden = ids.length < 2;
    if (nodo.hidden) return;
    const quitar = h("button", { class: "mt-boton", type: "button", disabled: pizarra.soloLectura, on: { click: () => void quitarActores(pizarra, aviso, ids) } }, "Quitar");
    poner(nodo, h("strong", {}, cuantos(ids.length, "actor elegido", "actores elegidos")), quitar,
      h("button", { class: "mt-boton texto", type: "button", on: { click: () => pizarra.elegir([]) } }, "Soltar la selección"));
  };
  return { nodo, pintar };
}

function armar(pizarra: Pizarra, el: HTMLElement): () => void {
  const aviso = new Aviso();
  const { actores, relaciones, alDia } = vistasDe(pizarra, aviso);
  const [busca, filtra, elegidos] = [buscador(pizarra), filtros(pizarra), barraDeElegidos(pizarra, aviso)];
  let activa: UnaVista = actores;
  const pintar = (): void => { el.classList.toggle("solo-lectura", pizarra.soloLectura); if (activa === relaciones) alDia(); busca.poner(); filtra.poner(); activa.pintar(); elegidos.pintar(); };
  const columnas = h("div", {}, actores.columnas.nodo);
  const cambiar = (i: number): void => {
    activa = i ? relaciones : actores;
    activa.alAncho(el.clientWidth);
    poner(columnas, activa.columnas.nodo);
    pintar();
  };
  const fichas = pestanas(idUnico("tabla"), [{ nombre: "Actores", panel: actores.nodo }, { nombre: "Relaciones", panel: relaciones.nodo }], cambiar);
  el.classList.add("mt", "mt-tabla");
  poner(el, h("div", { class: "mt-tabla-barra" }, fichas.lista, busca.nodo, filtra.nodo, columnas), elegidos.nodo, aviso.nodo, fichas.paneles);
  const mirada = new ResizeObserver(() => activa.alAncho(el.clientWidth));
  mirada.observe(el);
  const dejar = [
    pizarra.on("mesa", pintar), pizarra.on("filtro", pintar),
    pizarra.on("seleccion", () => { activa.pintarSeleccion(); elegidos.pintar(); }),
    () => mirada.disconnect(),
  ];
  pintar();
  return () => dejar.forEach((d) => d());
}

export default {
  async render({ model, el }: Marco): Promise<() => void> {
    return armar(await Pizarra.de(model), el);
  },
};
