import assert from "node:assert/strict";
import { test } from "node:test";
import { fichasDe, sonDadas, tituloDe, type Esquema } from "../src/fichero/esquema.ts";
import type { Pizarra } from "../src/lib/pizarra.ts";

const esquema = (mas: Partial<Esquema>): Esquema => ({
  seccion: "coalicion", coleccion: "condiciones", campos: [], uno: "una condición", varios: "Condiciones", titulo: "",
  vacio: "", agregar: "Agregar", prefijo: "c", por_actor: false, fijas: {}, clave: "coalicion.condiciones", ...mas,
});
const con = (condiciones: Record<string, unknown>): Pizarra => ({ mesa: { actores: {}, coalicion: { condiciones } } }) as unknown as Pizarra;
const fijas = { problema: "¿Hay un problema?", tiempo: "¿Alcanza el tiempo?" };

test("con fichas fijas están todas, en su orden, aunque sólo una se haya respondido", () => {
  const pizarra = con({ tiempo: { id: "tiempo", respuesta: "no" } });

  const fichas = fichasDe(pizarra, esquema({ fijas }), ["tiempo"]);

  assert.deepEqual(fichas.map((f) => f.id), ["problema", "tiempo"]);
  assert.deepEqual(fichas.map((f) => f.valores.respuesta), [undefined, "no"]);
});

test("una ficha fija se titula con su pregunta", () => {
  assert.equal(tituloDe(con({}), esquema({ fijas }), { id: "tiempo", valores: {} }), "¿Alcanza el tiempo?");
});

test("sólo se agregan y se quitan las que no pone el esquema", () => {
  assert.equal(sonDadas(esquema({ fijas })), true);
  assert.equal(sonDadas(esquema({ por_actor: true })), true);
  assert.equal(sonDadas(esquema({})), false);
});
