// Ubicar actores en influencia × interés: con dos listas por actor, o arrastrando su ficha a la cuadrícula.
import { h, idUnico, poner } from "../lib/dom.ts";
import { comentario } from "./comentario.ts";
import type { Armador, Control, Detalle, Nombrado } from "./tipos.ts";

const NOTAS = [1, 2, 3, 4, 5];
type Eje = "influencia" | "interes";
type Lugar = Record<Eje, number | null>;

export const armarUbicar: Armador = (item, previa, comentarios, cerrado) => {
  const lugares = new Map(item.elementos!.map((e) => [e.id, { influencia: previa?.[e.id]?.influencia ?? null, interes: previa?.[e.id]?.interes ?? null } as Lugar]));
  const fichas = new Map(item.elementos!.map((e, i) => [e.id, ficha(e, i)]));
  const bandeja = h("div", { class: "bandeja" });
  const celdas = new Map(NOTAS.flatMap((i) => NOTAS.map((x) => [`${i}-${x}`, h("div", { class: "celda", data: { influencia: String(i), interes: String(x) } })])));
  const filas = item.elementos!.map((e, i) => fila(e, i, lugares.get(e.id)!, comentarios, cerrado, () => pintar()));
  const pintar = (): void => {
    for (const caja of [bandeja, ...celdas.values()]) poner(caja);
    for (const [id, l] of lugares) (celdas.get(`${l.influencia}-${l.interes}`) ?? bandeja).append(fichas.get(id)!);
    bandeja.prepend(h("span", {}, "Sin ubicar: "));
    filas.forEach((f) => f.pintar());
  };
  if (!cerrado) for (const [id, nodo] of fichas) nodo.addEventListener("pointerdown", (ev) => arrastrar(ev, nodo, lugares.get(id)!, pintar));
  pintar();
  return {
    nodo: h("div", {}, h("div", { class: "cuadro", "aria-hidden": "true" },
      h("span", { class: "eje vertical" }, "Influencia, de 1 a 5 →"), h("div", { class: "cuadricula" }, [...NOTAS].reverse().flatMap((i) => NOTAS.map((x) => celdas.get(`${i}-${x}`)!))),
      h("span", { class: "eje" }, "Interés, de 1 a 5 →"), bandeja), filas.map((f) => f.nodo)),
    leer: () => Object.fromEntries([...lugares].filter(([, l]) => l.influencia !== null || l.interes !== null)),
    comenta: true,
  } satisfies Control;
};

const ficha = (e: Nombrado, i: number): HTMLElement => h("span", { class: "ficha", title: e.texto }, String(i + 1));

function fila(e: Nombrado, i: number, lugar: Lugar, comentarios: Detalle[], cerrado: boolean, avisar: () => void) {
  const lista = (eje: Eje, nombre: string) => {
    const id = idUnico(eje);
    const campo = h("select", { id, disabled: cerrado, on: { change: () => { lugar[eje] = campo.value ? Number(campo.value) : null; avisar(); } } },
      h("option", { value: "" }, "Elija…"), NOTAS.map((n) => h("option", { value: String(n) }, palabra(n))));
    return { eje, campo, nodo: h("span", { class: "eje-de-actor" }, h("label", { for: id }, nombre), campo) };
  };
  const listas = [lista("influencia", "Influencia"), lista("interes", "Interés")];
  return {
    nodo: h("fieldset", { class: "ubicable" }, h("legend", {}, `${i + 1}. ${e.texto}`), listas.map((l) => l.nodo), comentario(comentarios, e.id)),
    pintar: () => listas.forEach((l) => { l.campo.value = lugar[l.eje] === null ? "" : String(lugar[l.eje]); }),
  };
}

const palabra = (n: number): string => (n === 1 ? "1 · nada" : n === 5 ? "5 · muchísimo" : String(n));

function arrastrar(ev: PointerEvent, nodo: HTMLElement, lugar: Lugar, pintar: () => void): void {
  ev.preventDefault();
  nodo.classList.add("arrastrado");
  const inicio = { x: ev.clientX, y: ev.clientY };
  const seguir = (m: PointerEvent): void => { nodo.style.transform = `translate(${m.clientX - inicio.x}px, ${m.clientY - inicio.y}px)`; };
  const soltar = (m: PointerEvent): void => {
    window.removeEventListener("pointermove", seguir);
    nodo.classList.remove("arrastrado");
    nodo.style.transform = "";
    nodo.style.pointerEvents = "none";
    const celda = document.elementFromPoint(m.clientX, m.clientY)?.closest<HTMLElement>(".celda");
    nodo.style.pointerEvents = "";
    if (celda) { lugar.influencia = Number(celda.dataset["influencia"]); lugar.interes = Number(celda.dataset["interes"]); pintar(); }
  };
  window.addEventListener("pointermove", seguir);
  window.addEventListener("pointerup", soltar, { once: true });
  window.addEventListener("pointercancel", soltar, { once: true });
}
