import assert from "node:assert/strict";
import { test } from "node:test";
import { fechaLarga, porDia } from "../src/historial/lista.ts";
import { puesto } from "../src/ficha/medidas.ts";
import { elMasParecido, parecido } from "../src/ficha/parecidos.ts";
import { decirCampo } from "../src/lib/aviso.ts";
import type { Actor } from "../src/lib/tipos.ts";

const actores = ["Municipio de Valparaíso", "SERVIU de Valparaíso", "Universidad E, escuela de trabajo social", "Junta de vecinos Norte"].map((nombre, i) => ({ id: `a${i}`, nombre }) as Actor);

test("el municipio se reconoce aunque se escriba de otra manera", () => {
  for (const nombre of ["I. Municipalidad de Valparaiso", "Ilustre Municipalidad de Valparaíso", "muni valparaíso", "MUNICIPIO  DE VALPARAÍSO"])
    assert.equal(elMasParecido(nombre, actores)?.id, "a0", nombre);
});

test("compartir la ciudad no basta para parecerse", () => {
  for (const nombre of ["Gobernación Marítima de Valparaíso", "Ferretería Valparaíso", "Universidad F", "Escuela", "Junta de vecinos Sur y Oriente"]) assert.equal(elMasParecido(nombre, actores), null, nombre);
});

test("el parecido no depende del orden y va de 0 a 1", () => {
  assert.equal(parecido("Junta Norte", "Norte Junta"), 1);
  assert.equal(parecido("", "SERVIU"), 0);
  assert.equal(parecido("abc", "SERVIU"), parecido("SERVIU", "abc"));
});

test("los empatados comparten puesto", () => {
  assert.deepEqual([5, 3, 3, 1].map((v, _, todos) => puesto(v, todos)), [1, 2, 2, 4]);
});

test("un conflicto dice la suya y la mía en castellano", () => {
  assert.equal(decirCampo({ ruta: ["actores", "a", "estado"], suyo: "integra", mio: "pendiente" }), "Convocatoria: la suya es Integra la Mesa y la mía Pendiente");
  assert.equal(decirCampo({ ruta: ["relaciones", "r", "dirigida"], suyo: true, mio: false }), "Sentido: la suya es Sólo de → hacia y la mía En ambos sentidos");
  assert.equal(decirCampo({ ruta: ["actores", "a"], suyo: null, mio: {} }), "");
});

test("el historial se junta por día sin cambiar el orden", () => {
  const s = (numero: number, cuando: string) => ({ numero, cuando, autor: "Ana", hora: "10:00", frase: "", tipo: "cambio", deshecho: false });

  const dias = porDia([s(3, "14-03-2026"), s(2, "14-03-2026"), s(1, "13-03-2026")]);

  assert.deepEqual(dias.map((d) => d.sucesos.map((x) => x.numero)), [[3, 2], [1]]);
  assert.equal(fechaLarga("14-03-2026"), "14 de marzo de 2026");
  assert.equal(fechaLarga("hoy"), "hoy");
});
