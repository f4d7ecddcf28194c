import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, Mesa, Relacion } from "../src/lib/tipos.ts";
import { acomodar, ordenar, type Disposicion } from "../src/mapa/disposiciones.ts";
import { disponer } from "../src/mapa/fuerza.ts";
import { claveDe, comparar, enPalabras } from "../src/mapa/momentos.ts";
import { nombreDeNodo, presencia } from "../src/mapa/nombres.ts";
import { Red } from "../src/mapa/red.ts";
import { haciaElRumbo } from "../src/mapa/vecindad.ts";

const SECTORES = ["publico", "privado", "academia", "sociedad_civil"] as const;
const NIVELES = ["campamento", "comuna", "region", null];
const actor = (i: number, campos: Partial<Actor> = {}): Actor => ({
  id: `a${i}`, nombre: `Actor ${i}`, sector: SECTORES[i % 4]!, tipo: "", nivel: NIVELES[i % 4]!, estado: "integra", influencia: (i % 5) + 1, interes: 3,
  legitimidad: null, urgencia: null, posicion: null, torre: null, capital_politico: null, capital_economico: null, capital_cultural: null, capital_social: null,
  comite: false, nota: "", x: null, y: null, fijado: false, procedencia: "equipo", fuente: "", ...campos,
});
const relacion = (id: string, de: string, hacia: string, campos: Partial<Relacion> = {}): Relacion =>
  ({ id, de, hacia, tipo: "coordinacion", intensidad: 1, dirigida: true, momento: "despues", nota: "", procedencia: "equipo", ...campos });
const actores = Array.from({ length: 34 }, (_, i) => actor(i));
const relaciones = Array.from({ length: 60 }, (_, i) => relacion(`r${i}`, `a${i % 7}`, `a${(i * 5 + 8) % 34}`)).filter((r) => r.de !== r.hacia);

for (const cual of ["fuerza", "sector", "nivel", "influencia"] as Disposicion[]) {
  test(`ordenar por ${cual} da siempre lo mismo, separa a todos y respeta a los fijados`, () => {
    const conFijos = actores.map((a, i) => (i % 9 ? a : { ...a, x: i * 10, y: 5, fijado: true }));

    const una = ordenar(cual, conFijos, relaciones), otra = ordenar(cual, conFijos, relaciones);

    assert.deepEqual([...una.lugares], [...otra.lugares]);
    assert.deepEqual([...una.lugares.keys()].sort(), conFijos.filter((a) => !a.fijado).map((a) => a.id).sort());
    const puntos = [...una.lugares.values()];
    for (const [i, p] of puntos.entries()) for (const q of puntos.slice(i + 1)) assert.ok(Math.hypot(p.x - q.x, p.y - q.y) > 40, "dos actores quedaron encima");
  });
}

test("por nivel, el campamento queda abajo y lo más amplio arriba", () => {
  const { lugares } = ordenar("nivel", actores, relaciones);
  const altura = (nivel: string) => actores.filter((a) => a.nivel === nivel).map((a) => lugares.get(a.id)!.y);

  assert.ok(Math.min(...altura("campamento")) > Math.max(...altura("comuna")));
  assert.ok(Math.min(...altura("comuna")) > Math.max(...altura("region")));
});

test("por influencia, quien más influye queda más cerca del centro", () => {
  const { lugares } = ordenar("influencia", actores, relaciones);
  const lejos = (nota: number) => Math.max(...actores.filter((a) => a.influencia === nota).map((a) => Math.hypot(lugares.get(a.id)!.x, lugares.get(a.id)!.y / 0.78)));

  assert.ok(lejos(5) < lejos(3) && lejos(3) < lejos(1));
});

test("lo nuevo se acomoda cerca de los suyos sin mover lo puesto", () => {
  const puestos = actores.slice(0, 30).map((a, i) => ({ ...a, x: (i % 6) * 200, y: Math.floor(i / 6) * 120 }));
  const lugares = acomodar([...puestos, actor(90)], [relacion("n", "a90", "a0")]);

  assert.deepEqual([...lugares.keys()], ["a90"]);
  const p = lugares.get("a90")!;
  assert.ok(Math.hypot(p.x - 0, p.y - 0) < 420, "quedó lejos de su único vecino");
});

test("los cuerpos quietos no aparecen en el resultado y los sueltos no quedan en NaN", () => {
  const lugares = disponer([{ id: "a", x: 0, y: 0, quieto: true }, { id: "b", x: 0, y: 0, quieto: false }, { id: "c", quieto: false }], []);

  assert.deepEqual([...lugares.keys()], ["b", "c"]);
  for (const p of lugares.values()) assert.ok(Number.isFinite(p.x) && Number.isFinite(p.y));
});

test("la flecha lleva al vecino en esa dirección y, si no hay, al más cercano hacia allá", () => {
  const yo = { id: "yo", x: 0, y: 0 }, vecino = { id: "vecino", x: 300, y: 40 }, extrano = { id: "extraño", x: 50, y: 0 }, arriba = { id: "arriba", x: 10, y: -80 };
  const todos = [yo, vecino, extrano, arriba];

  assert.equal(haciaElRumbo(yo, "ArrowRight", [vecino], todos), "vecino");
  assert.equal(haciaElRumbo(yo, "ArrowUp", [vecino], todos), "arriba");
  assert.equal(haciaElRumbo(yo, "ArrowLeft", [vecino], todos), null);
});

function mesaDe(rs: Relacion[]): Mesa {
  return { id: "m", nombre: "Mesa", objetivo: "", ilustrativa: false, territorio: { cut_comuna: "", lugar: "", nivel: "" },
    actores: Object.fromEntries(actores.map((a) => [a.id, a])), relaciones: Object.fromEntries(rs.map((r) => [r.id, r])), momentos: {} };
}

test("comparar dos momentos separa lo nuevo, lo perdido y lo que sigue, y dice quién ganó", () => {
  const mesa = mesaDe([
    relacion("1", "a1", "a2", { momento: "antes" }), relacion("2", "a1", "a2", { intensidad: 3 }),
    relacion("3", "a3", "a4", { momento: "antes" }), relacion("4", "a1", "a5"), relacion("5", "a1", "a6"),
    relacion("6", "a8", "a7", { momento: "antes", dirigida: false }), relacion("7", "a7", "a8", { dirigida: false }),
  ]);

  const c = comparar(mesa, "antes", "despues");

  assert.deepEqual([c.nuevas, c.perdidas, c.siguen, c.cambian], [2, 1, 2, 1]);
  assert.deepEqual(Object.fromEntries(c.suerte), { 2: "sigue", 3: "perdida", 4: "nueva", 5: "nueva", 7: "sigue" });
  assert.match(enPalabras(c, mesa, "Antes", "Hoy")[0]!, /2 relaciones nuevas, 1 perdida y 2 que siguen, 1 de ellas con otra intensidad/);
  assert.match(enPalabras(c, mesa, "Antes", "Hoy")[1]!, /^Actor 1 ganó 2 relaciones/);
});

test("el sentido y el tipo distinguen relaciones; el orden de los extremos, sólo si hay sentido", () => {
  assert.notEqual(claveDe(relacion("1", "a", "b")), claveDe(relacion("2", "b", "a")));
  assert.equal(claveDe(relacion("1", "a", "b", { dirigida: false })), claveDe(relacion("2", "b", "a", { dirigida: false })));
  assert.notEqual(claveDe(relacion("1", "a", "b")), claveDe(relacion("2", "a", "b", { tipo: "mandato" })));
});

test("un nodo se nombra con su sector, su nivel y sus relaciones", () => {
  const serviu = actor(0, { nombre: "SERVIU de Valparaíso", nivel: "region" });

  assert.equal(nombreDeNodo(serviu, 7), "SERVIU de Valparaíso, público, región, 7 relaciones");
  assert.equal(nombreDeNodo({ ...serviu, estado: "pendiente" }, 1, { fijado: true }), "SERVIU de Valparaíso, público, región, 1 relación, pendiente, fijado");
  assert.deepEqual(["integra", "asesora", "contactado"].map(presencia), ["integra", "acompana", "fuera"]);
});

test("al cargar sólo cambia lo que cambió: mover a uno toca sus líneas y nada más", () => {
  const red = new Red(), carga = (lista: Actor[]) => red.cargar({ actores: lista, relaciones, radio: () => 10, lugar: () => undefined });
  carga(actores);

  const nada = carga(actores), uno = carga(actores.map((a) => (a.id === "a1" ? { ...a, x: 50, y: 50 } : a)));

  assert.deepEqual([nada.nodos.length, nada.aristas.length], [0, 0]);
  assert.deepEqual(uno.nodos.map((n) => n.id), ["a1"]);
  assert.deepEqual(uno.aristas.map((a) => a.id).sort(), red.de("a1").map((a) => a.id).sort());
});

test("quitar a un actor se lleva sus líneas, y nada que apunte a quien no se ve se dibuja", () => {
  const red = new Red();
  red.cargar({ actores, relaciones, radio: () => 10, lugar: () => undefined });

  const cambios = red.cargar({ actores: actores.slice(1), relaciones, radio: () => 10, lugar: () => undefined });

  assert.deepEqual(cambios.sinNodos, ["a0"]);
  assert.ok(cambios.sinAristas.length > 0 && cambios.sinAristas.every((id) => !red.aristas.has(id)));
  assert.equal([...red.aristas.values()].some((a) => a.de.id === "a0" || a.hacia.id === "a0"), false);
});
