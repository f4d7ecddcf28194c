import assert from "node:assert/strict";
import { test } from "node:test";
import { aplicar } from "../src/lib/parches.ts";

test("un parche cambia, agrega y quita sin tocar el documento original", () => {
  const antes = { actores: { a: { nombre: "SERVIU", nota: "x" }, b: { nombre: "Junta" } } } as Record<string, any>;

  const despues = aplicar(antes, [
    { ruta: ["actores", "a", "nombre"], antes: "SERVIU", despues: "SERVIU Valparaíso" },
    { ruta: ["actores", "b"], antes: {} },
    { ruta: ["actores", "c"], despues: { nombre: "Escuela" } },
  ]);

  assert.deepEqual(despues, { actores: { a: { nombre: "SERVIU Valparaíso", nota: "x" }, c: { nombre: "Escuela" } } });
  assert.equal(antes.actores.b.nombre, "Junta");
});
