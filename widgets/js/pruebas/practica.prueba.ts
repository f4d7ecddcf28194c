import assert from "node:assert/strict";
import { test } from "node:test";
// @ts-expect-error jsdom no publica sus tipos.
import { JSDOM } from "jsdom";
import { renglones } from "../src/practica/dibujo.ts";
import { armarClasificar, armarMultiple, armarUnica } from "../src/practica/elegir.ts";
import { armarNumerica } from "../src/practica/numero.ts";
import { armarOrdenar } from "../src/practica/ordenar.ts";
import { resultado } from "../src/practica/resultado.ts";
import type { Correccion, Item, Turno } from "../src/practica/tipos.ts";

const { window } = new JSDOM("<!doctype html>");
Object.assign(globalThis, { window, document: window.document, Node: window.Node });

const HOSTIL = "<img src=x onerror=alert(1)>";
const base: Item = { id: "i", tipo: "unica", titulo: "T", enunciado: "E", nota: "", ancla: "quien-falta", tabla: null, dibujo: null };
const dos = [{ id: "a", texto: HOSTIL }, { id: "b", texto: "Dos" }];
const buena: Correccion = { acierto: true, puntaje: 1, mensaje: "Bien hecho.", detalles: [], falta: [], proximo_paso: "", cuenta: true };
const turno = (c: Correccion | null, otros: Partial<Turno> = {}): Turno => ({
  item: base, pistas: [], quedan_pistas: 0, intentos: 0, dada: null, correccion: c, terminado: false, rendida: false,
  ofrece_solucion: false, solucion: null, ...otros,
});

test("sin respuesta previa nada viene elegido y leer lo dice", () => {
  assert.equal(armarUnica({ ...base, opciones: dos }, null, [], false).leer(), null);
  assert.deepEqual(armarMultiple({ ...base, opciones: dos }, null, [], false).leer(), []);
  assert.equal(armarOrdenar({ ...base, elementos: dos }, null, [], false).leer(), null);
  assert.deepEqual(armarClasificar({ ...base, elementos: dos, categorias: dos }, null, [], false).leer(), {});
  assert.equal(armarNumerica(base, null, [], false).leer(), "");
});

test("lo que la persona llevaba puesto vuelve tal cual", () => {
  assert.equal(armarUnica({ ...base, opciones: dos }, "b", [], false).leer(), "b");
  assert.deepEqual(armarMultiple({ ...base, opciones: dos }, ["a", "b"], [], false).leer(), ["a", "b"]);
  assert.deepEqual(armarOrdenar({ ...base, elementos: dos }, ["b", "a"], [], false).leer(), ["b", "a"]);
  assert.deepEqual(armarClasificar({ ...base, elementos: dos, categorias: dos }, { a: "b" }, [], false).leer(), { a: "b" });
});

test("un texto hostil se escribe, no se interpreta", () => {
  const { nodo } = armarUnica({ ...base, opciones: dos }, null, [{ id: "a", texto: "", bien: false, mensaje: HOSTIL }], false);

  assert.equal(nodo.querySelector("img"), null);
  assert.ok(nodo.textContent!.includes(`Revise. ${HOSTIL}`));
});

test("el comentario va junto a la alternativa y queda unido a ella", () => {
  const { nodo } = armarUnica({ ...base, opciones: dos }, "b", [{ id: "b", texto: "", bien: true, mensaje: "Eso." }], true);
  const campo = nodo.querySelector<HTMLInputElement>("input[value=b]")!;

  assert.ok(campo.disabled);
  assert.equal(nodo.querySelector(`#${campo.getAttribute("aria-describedby")}`)!.textContent, "✓ Bien. Eso.");
});

test("el resultado dice con palabras si acertó, va en parte o todavía no", () => {
  const dice = (c: Correccion): string => resultado(turno(c), true).textContent!;

  assert.match(dice(buena), /✓ Correcto\. Bien hecho/);
  assert.match(dice({ ...buena, acierto: false, puntaje: 0.5 }), /Va en parte\./);
  assert.match(dice({ ...buena, acierto: false, puntaje: 0 }), /Todavía no\./);
  assert.equal(resultado(turno(null), true).hidden, true);
});

test("a quien acertó se le muestra el porqué; la solución, a quien se rindió", () => {
  const solucion = { frases: ["La respuesta"], explicacion: "Porque sí." };

  assert.doesNotMatch(resultado(turno(buena, { terminado: true, solucion }), true).textContent!, /La respuesta/);
  assert.match(resultado(turno(null, { terminado: true, rendida: true, solucion }), true).textContent!, /SoluciónLa respuesta/);
});

test("un nombre largo se parte entre palabras y avisa si no cupo", () => {
  assert.deepEqual(renglones("Junta de vecinos"), ["Junta de", "vecinos"]);
  assert.deepEqual(renglones("SERVIU"), ["SERVIU"]);
  assert.deepEqual(renglones("Municipalidad de San Lorenzo del Mar"), ["Municipalidad", "de San Lorenzo…"]);
});
