import assert from "node:assert/strict";
import { test } from "node:test";
import { ALTO_LINEA, cajaDe, colocar, partir, type PorRotular } from "../src/mapa/etiquetas.ts";
import { chocan } from "../src/mapa/geometria.ts";

const medir = (t: string): number => t.length * 6.5;

test("un nombre largo se parte en dos renglones y no deja un «de la» colgando", () => {
  const renglones = partir("Servicio de la mujer y la equidad de género, dirección regional (caso)", medir);

  assert.equal(renglones.length, 2);
  for (const r of renglones) assert.ok(medir(r) <= 145, r);
  assert.match(renglones[1]!, /[^\s,]…$/);
  assert.doesNotMatch(renglones[1]!, / (de|la|y|del)…$/);
});

test("un nombre corto queda entero y una palabra interminable se corta", () => {
  assert.deepEqual(partir("AGCID", medir), ["AGCID"]);
  assert.ok(medir(partir("X".repeat(200), medir)[0]!) <= 150);
});

function denso(n: number): PorRotular[] {
  return Array.from({ length: n }, (_, i) => ({ id: `a${i}`, nombre: `Organización número ${i} del sector (ficticia)`, x: (i % 8) * 95, y: Math.floor(i / 8) * 60, r: 12, peso: n - i }));
}

test("con 34 actores apretados ningún rótulo choca con otro ni tapa a un actor", () => {
  const items = denso(34), puestos = colocar(items, medir);
  const cajas = [...puestos].map(([id, r]) => {
    const p = items.find((i) => i.id === id)!;
    return { id, caja: cajaDe(p, r.lado, Math.max(...r.lineas.map(medir)), r.lineas.length * ALTO_LINEA) };
  });

  for (const a of cajas) {
    for (const b of cajas) if (a.id < b.id) assert.ok(!chocan(a.caja, b.caja), `${a.id} pisa a ${b.id}`);
    for (const p of items) if (p.id !== a.id) assert.ok(!chocan(a.caja, { x0: p.x - p.r, y0: p.y - p.r, x1: p.x + p.r, y1: p.y + p.r }), `${a.id} tapa a ${p.id}`);
  }
  assert.ok(puestos.size >= 17, `sólo caben ${puestos.size}`);
});

test("quien pesa más conserva su rótulo; lo elegido lo muestra siempre", () => {
  const encima = [{ id: "a", nombre: "Uno", x: 0, y: 0, r: 10, peso: 1 }, ...Array.from({ length: 12 }, (_, i) => ({ id: `z${i}`, nombre: "Muy cerca de todos", x: (i % 4) * 9, y: Math.floor(i / 4) * 9, r: 10, peso: 50 }))];

  assert.equal(colocar(encima, medir).has("a"), false);
  assert.equal(colocar(encima.map((p) => ({ ...p, obligado: p.id === "a" })), medir).has("a"), true);
});

test("los rótulos no se salen del marco ni pisan las guías", () => {
  const solo: PorRotular[] = [{ id: "a", nombre: "Municipio", x: 50, y: 95, r: 10, peso: 1 }];

  assert.equal(colocar(solo, medir, { x0: 0, y0: 0, x1: 300, y1: 100 }).get("a")!.lado, "arriba");
  assert.equal(colocar(solo, medir, undefined, [{ x0: 0, y0: 100, x1: 200, y1: 130 }]).get("a")!.lado, "arriba");
});
