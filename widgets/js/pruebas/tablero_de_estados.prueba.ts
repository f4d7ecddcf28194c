import assert from "node:assert/strict";
import { test } from "node:test";
// @ts-expect-error jsdom no publica sus tipos.
import { JSDOM } from "jsdom";
import { renglonesDe } from "../src/tablero_de_estados/historia.ts";
import { Mano, type Tablero } from "../src/tablero_de_estados/mano.ts";

const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { document: window.document, Node: window.Node, HTMLElement: window.HTMLElement });

const COLUMNAS = ["por_convocar", "contactado", "reunion"].map((clave) => ({ clave, nombre: clave }));

/** Un tablero que sólo anota lo que la mano le pide. */
function tablero(estado = "por_convocar") {
  const dejado: [string, string][] = [], dicho: string[] = [];
  const falso: Tablero = {
    el: window.document.body, columnas: () => COLUMNAS, nombreDe: () => "Municipio", estadoDe: () => estado,
    dejar: (id, e) => void dejado.push([id, e]), decir: (f) => void dicho.push(f), pintar: () => undefined,
  };
  const mano = new Mano(falso);
  const teclear = (key: string) => {
    const s = { key, evitado: false, preventDefault() { this.evitado = true; }, stopPropagation() {} };
    mano.teclear("a", s as unknown as KeyboardEvent);
    return s;
  };
  return { mano, teclear, dejado, dicho };
}

test("con el teclado: Espacio toma, las flechas llevan y Enter deja", () => {
  const { teclear, dejado, dicho, mano } = tablero();

  ["ArrowRight", " ", "ArrowRight", "ArrowRight", "Enter"].forEach(teclear);

  assert.deepEqual(dejado, [["a", "reunion"]]);
  assert.equal(dicho.at(-1), "reunion, columna 3 de 3.");
  assert.equal(mano.tomada, null);
});

test("sin tomarla, las flechas y Enter son de la página", () => {
  const { teclear, dejado } = tablero();

  assert.equal(teclear("ArrowRight").evitado, false);
  assert.equal(teclear("Enter").evitado, false);
  assert.deepEqual(dejado, []);
});

test("Escape y Tab sueltan sin cambiar nada", () => {
  for (const tecla of ["Escape", "Tab"]) {
    const { teclear, dejado, dicho } = tablero("contactado");

    [" ", "ArrowLeft", tecla].forEach(teclear);

    assert.deepEqual(dejado, []);
    assert.equal(dicho.at(-1), "Municipio quedó donde estaba.");
  }
});

test("las columnas dan la vuelta", () => {
  const { teclear, dejado } = tablero();

  [" ", "ArrowLeft", " "].forEach(teclear);

  assert.deepEqual(dejado, [["a", "reunion"]]);
});

test("la historia junta lo anotado en el tablero y lo cambiado en el mapa, del último al primero", () => {
  const cambio = (id: string, fecha: string, nota = "") => ({ id, actor: "a", de: "por_convocar", a: "contactado", fecha, nota });
  const mesa = { convocatoria: { cambios: { c1: cambio("c1", "2026-11-01", "Atendió"), c2: { ...cambio("c2", "2026-11-02"), actor: "b" } } } };
  const fuera = [{ actor: "a", de: "contactado", a: "reunion", fecha: "2026-11-10", autor: "Rosa" }];

  const renglones = renglonesDe({ mesa } as never, "a", fuera);

  assert.deepEqual(renglones.map((r) => r.dice), ["Contactado → En reunión, desde el mapa o la tabla (Rosa)", "Por convocar → Contactado. Atendió"]);
  assert.deepEqual(renglones.map((r) => Boolean(r.cambio)), [false, true]);
});
