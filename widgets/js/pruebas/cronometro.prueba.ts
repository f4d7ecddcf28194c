import assert from "node:assert/strict";
import { test } from "node:test";
import { Medicion, reloj } from "../src/cronometro/medicion.ts";

const MIN = 60_000;

test("cada toque cierra el turno anterior y empieza otro", () => {
  const m = new Medicion();
  m.tocar("mujeres", 0);
  m.tocar("hombres", 3 * MIN);
  m.tocar("hombres", 5 * MIN);
  m.pausar(9 * MIN);

  assert.deepEqual(m.minutos(20 * MIN), { mujeres: 3, hombres: 6, otra: 0 });
  assert.deepEqual(m.cuantos(), { mujeres: 1, hombres: 2, otra: 0 });
});

test("el turno en curso ya se cuenta y no se pierde al recargar", () => {
  const m = new Medicion();
  m.tocar("otra", 0);

  assert.equal(m.minutos(MIN).otra, 1);
  assert.equal(m.cuantos().otra, 1);
  const vuelta = Medicion.desdeTexto(m.comoTexto(2 * MIN));
  assert.equal(vuelta.minutos(99 * MIN).otra, 2);
  assert.equal(vuelta.activo, null);
});

test("un doble clic no deja un turno de medio segundo", () => {
  const m = new Medicion();
  m.tocar("mujeres", 0);
  m.tocar("mujeres", 200);
  m.pausar(MIN + 200);

  assert.deepEqual(m.cuantos(), { mujeres: 1, hombres: 0, otra: 0 });
});

test("borrar el último turno quita primero el que está en curso", () => {
  const m = new Medicion();
  m.tocar("mujeres", 0);
  m.tocar("hombres", MIN);
  m.quitarUltimo();
  assert.equal(m.activo, null);
  assert.equal(m.cuantos().mujeres, 1);
  m.quitarUltimo();
  assert.ok(m.vacia);
  m.quitarUltimo();
  assert.ok(m.vacia);
});

test("lo guardado que no se entiende parte de cero", () => {
  for (const malo of ["{", "3", '[{"grupo":"x","ms":1}]', '[{"grupo":"otra","ms":"1"}]', "null"]) assert.ok(Medicion.desdeTexto(malo).vacia);
});

test("el reloj se lee en minutos y segundos", () => {
  assert.deepEqual([reloj(0), reloj(3 + 5 / 60), reloj(75)], ["0:00", "3:05", "75:00"]);
});
