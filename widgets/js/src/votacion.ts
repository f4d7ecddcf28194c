// La votación, para quien facilita: crear, conducir, leer y adoptar.
import { conversar } from "./lib/conversacion.ts";
import { h, poner } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import { enRaiz } from "./lib/raiz.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { adoptar } from "./votacion/adoptar.ts";
import { caminoDe, consejos, cuenta, entrada, pasos } from "./votacion/conducir.ts";
import { formularioDeVotacion } from "./votacion/crear.ts";
import { papel } from "./votacion/papel.ts";
import { resultados } from "./votacion/resultados.ts";
import { salaDe, type Sala } from "./votacion/sala.ts";
import type { Actual, Ficha } from "./votacion/tipos.ts";

type Hacer = (orden: string, datos: unknown, exito?: string) => Promise<any>;

export default {
  initialize({ model }: { model: Modelo }) { salaDe(model); },
  async render({ model, el }: Marco) {
    el.classList.add("mt", "mt-votacion");
    const sala = salaDe(model), { pedir, callar } = conversar(model), pizarra = await Pizarra.de(model);
    const aviso = h("div", { class: "avisos", role: "status" }), cuerpo = h("div", {});
    const hacer: Hacer = async (orden, datos, exito = "") => {
      const r = await pedir(orden, datos);
      poner(aviso, r.error ? h("div", { class: "mt-aviso error" }, h("strong", {}, "No se pudo: "), r.error) : exito && h("div", { class: "mt-aviso exito" }, exito));
      return r.error || r.conflicto ? null : r.datos ?? true;
    };
    el.append(aviso, cuerpo);
    let abierta = "sin abrir", vista: { pintar(): void; soltar(): void } = { pintar: () => {}, soltar: () => {} };
    const pintar = (): void => {
      const cual = sala.actual?.id ?? "";
      if (cual !== abierta) {
        vista.soltar();
        vista = cual ? conducida(model, sala, cuerpo, hacer, pizarra) : portada(model, cuerpo, hacer);
        abierta = cual;
      }
      vista.pintar();
    };
    const dejar = sala.alCambiar(pintar);
    for (const rasgo of ["votaciones", "atendida"]) model.on(`change:${rasgo}`, pintar);
    pintar();
    return () => { dejar(); vista.soltar(); callar(); for (const rasgo of ["votaciones", "atendida"]) model.off(`change:${rasgo}`, pintar); };
  },
};

function portada(model: Modelo, en: HTMLElement, hacer: Hacer) {
  const lista = h("div", {}), conduce: boolean = model.get("puede_conducir");
  poner(en, h("div", { class: conduce ? "columnas" : "" }, conduce && formularioDeVotacion(model, hacer), lista));
  return { soltar: () => {}, pintar: () => poner(lista, listado(model.get("votaciones"), conduce, (id) => void hacer("elegir", { id }))) };
}

function listado(fichas: Ficha[], conduce: boolean, elegir: (id: string) => void): HTMLElement {
  if (!fichas.length)
    return h("section", { class: "mt-vacio" }, h("h2", {}, "Todavía no hay votaciones"),
      h("p", {}, conduce ? "Parta por los actores que nadie ha valorado: cada persona los ubica a ciegas, se revela, se conversa y se vuelve a votar." : "Cuando quien facilita abra una, aparecerá aquí."));
  return h("section", { "aria-label": "Votaciones de esta Mesa" }, h("h2", {}, "Votaciones de esta Mesa"), h("ul", { class: "lista" }, fichas.map((f) => h("li", {},
    h("h3", {}, h("button", { class: "mt-boton texto", type: "button", on: { click: () => elegir(f.id) } }, f.titulo)), h("p", {}, [f.tipo, f.estado, f.cuando].filter(Boolean).join(" · "))))));
}

function conducida(model: Modelo, sala: Sala, en: HTMLElement, hacer: Hacer, pizarra: Pizarra) {
  const cabeza = h("header", { class: "cabeza" }), puerta = h("div", { class: "puerta" }), va = h("div", { class: "va" }), leer = resultados(sala);
  const lleva = adoptar(hacer, pizarra), enPapel = papel(hacer), conduce: boolean = model.get("puede_conducir");
  const vivo = h("button", { class: "mt-boton", type: "button", on: { click: () => void hacer("mirar_en_vivo", { si: !model.get("en_vivo") }) } });
  const conVivo = h("p", { class: "en-vivo" }, vivo, h("small", {}, "Sólo en esta pantalla. No lo encienda si se está proyectando: quien vota no debe ver a los demás."));
  let firma = "", cual = "", contada = "";
  const pintarCabeza = (a: Actual): void => {
    // Lo que se confirma cambia con cada voto y no se ve hasta preguntar: rehacer los botones quitaría el foco.
    const nueva = JSON.stringify([{ ...a, acciones: a.acciones.map((x) => x.orden) }, model.get("atendida")]);
    if (nueva === firma) return;
    firma = nueva;
    poner(cabeza, h("p", {}, h("button", { class: "mt-boton texto", type: "button", on: { click: () => void hacer("volver", {}) } }, "← Todas las votaciones")), h("h2", {}, a.titulo), a.ilustrativa && h("p", { class: "mt-ilustrativo" }, "Caso de ejercicio: valores ilustrativos"), caminoDe(a));
    poner(puerta, entrada(a, model.get("atendida")), h("p", {}, h("a", { class: "mt-boton", target: "_blank", rel: "noopener", href: enRaiz(`/app/votacion?mesa=${encodeURIComponent(pizarra.mesa.id)}&vista=proyector&votacion=${encodeURIComponent(a.id)}`) }, "Abrir la pantalla del proyector")));
    const estado = `${a.estado}${a.ronda}`;
    if (estado !== cual) { poner(lugarDelEstado(va), h("p", { class: "estado", role: "status" }, a.estado_dicho), h("p", { class: "sigue" }, a.que_sigue)); lleva.cerrar(); }
    // Con la pregunta abierta no se rehacen los botones: se perdería el foco.
    if (estado !== cual || !va.querySelector(".pregunta")) poner(va.querySelector(".conduce")!, pasos(() => sala.actual?.acciones ?? [], async (paso) => { await hacer("pasar", { paso }); }));
    cual = estado;
    zonas.classList.toggle("sin-entrada", a.a_la_vista);
    lleva.nodo.hidden = !a.adoptable;
    enPapel.permitir(a.papel);
    conVivo.hidden = !conduce || a.estado !== "abierta";
  };
  const zonas = h("div", { class: "frente" }, puerta, va);
  va.append(h("div", { class: "dicho" }), h("div", { class: "cuantos" }), h("div", { class: "conduce" }), conVivo);
  poner(en, cabeza, zonas, leer.nodo, lleva.nodo, conduce && [enPapel.nodo, consejos()]);
  return { soltar: () => leer.soltar(), pintar: () => {
    const a = sala.actual;
    if (!a) return;
    pintarCabeza(a);
    if (contada !== sala.conteo.dicho) poner(va.querySelector(".cuantos")!, cuenta(sala));
    contada = sala.conteo.dicho;
    vivo.setAttribute("aria-pressed", String(model.get("en_vivo")));
    vivo.textContent = model.get("en_vivo") ? "Dejar de mirar en vivo" : "Mirar los resultados en vivo";
    leer.nodo.hidden = !a.a_la_vista && !model.get("en_vivo");
    if (!leer.nodo.hidden) leer.pintar();
  } };
}

const lugarDelEstado = (va: HTMLElement): HTMLElement => va.querySelector<HTMLElement>(".dicho")!;
